import type { CostReport } from '@leadstage/sdk';
import { scaleLinear } from 'd3-scale';
import { svg } from 'lit';
import type { Drawn } from '../chart/drawn.js';
import { fitted, widthOf } from '../chart/fit-text.js';
import type { Mark, Put } from '../chart/picture.js';
import { groupName, MOST_GROUPS, moreInTable } from '../frame/groups.js';
import type { Scene } from '../frame/scene.js';
import { moneyText, placeOf, stageMark, type WorthKey, wordsOf, worthsOf } from './cost-figures.js';
import { inLines } from './in-lines.js';

const ROW = 34;
const LINE = 14;
const PADDING = 14;
/** As strong as the colour of the dearest group may be and its text still be read. */
const STRONGEST = 0.3;
const NAMES = 0.3;

interface HeatCell {
  readonly text: string;
  readonly mark: Mark;
  /** 0 to 1: how dear beside the dearest of its column; null: not coloured. */
  readonly share: number | null;
}

interface HeatRow {
  readonly name: string;
  readonly mark: Mark;
  readonly cells: readonly HeatCell[];
}

/** Groups by stage: what one lead of a group has cost at each stage, in a stronger colour where that is dear beside other groups. */
export function costHeat(report: CostReport, scene: Scene, put: Put): Drawn {
  const { groups, total } = report;
  const words = wordsOf(scene);
  const shown = groups.slice(0, MOST_GROUPS);
  const dearest = total.stages.map((_, index) =>
    Math.max(...shown.map(({ figures }) => placeOf(figures.stages[index]?.costPerEntry) ?? 0)),
  );
  const worthKeys = worthsOf(total, scene).map(({ key }) => key);
  const row = (name: string, { figures, isTotal }: { figures: CostReport['total']; isTotal: boolean }): HeatRow => {
    const worths = worthsOf(figures, scene, name);
    const ofWorth = (key: WorthKey): HeatCell => {
      const worth = worths.find((each) => each.key === key);
      return { text: worth?.text ?? '–', mark: worth?.mark ?? { label: name, lines: ['–'] }, share: null };
    };
    return {
      name,
      mark: { label: name, lines: worths.map(({ title, text }) => `${title}: ${text}`) },
      cells: [
        ...figures.stages.map((stage, index) => ({
          text: moneyText(stage.costPerEntry, scene),
          mark: stageMark(stage, scene, name),
          share: isTotal ? null : scaleLinear([0, dearest[index] || 1], [0, 1])(placeOf(stage.costPerEntry) ?? 0),
        })),
        ...worthKeys.map(ofWorth),
      ],
    };
  };
  const rows = [
    row(scene.words.total, { figures: total, isTotal: true }),
    ...shown.map(({ keys, figures }) => row(groupName(keys, scene), { figures, isTotal: false })),
  ];
  const stages = total.stages.map(({ stage }) => stage.name);
  const { width } = scene;
  const name = Math.min(Math.max(...rows.map(({ name }) => widthOf(name))) + PADDING, width * NAMES);
  /** Of the widest of so many columns. */
  const room = (columns: number) =>
    Math.max(56, ...rows.flatMap(({ cells }) => cells.slice(0, columns).map(({ text }) => widthOf(text) + PADDING)));
  const titles = [
    ...stages,
    ...worthKeys.map((key) => ({ cac: 'CAC', roi: 'ROI', pipelineValue: words.pipelineValue })[key]),
  ];
  // What customers are worth stands beside the stages where there is room, and is always told by the name of the group.
  const columns = [titles.length, titles.length - 1, stages.length].find(
    (count) => name + count * room(count) <= width,
  );
  if (columns !== undefined) return asTable(rows, titles.slice(0, columns), name, scene, put);
  return asBlocks(rows, stages, Math.max(1, Math.floor(width / room(stages.length))), scene, put);
}

/** What is not drawn, and what the colours mean. */
export function heatNotes({ groups }: CostReport, scene: Scene): string[] {
  return [wordsOf(scene).stronger, ...moreInTable(groups.length - MOST_GROUPS, scene)];
}

function asTable(rows: readonly HeatRow[], titles: readonly string[], name: number, { width }: Scene, put: Put): Drawn {
  const room = (width - name) / titles.length;
  const heads = titles.map((title) => inLines(title, room - 8, 3, 11));
  const top = Math.max(...heads.map(({ length }) => length)) * LINE + 6;
  const drawn = (row: HeatRow, index: number) => {
    const y = top + index * ROW;
    return svg`
      ${put(
        row.mark,
        svg`<rect class="hit" y=${y} width=${name - 4} height=${ROW - 4}></rect>`,
        svg`<text class=${index === 0 ? 'strong' : ''} y=${y + 19}>${fitted(row.name, name - 8)}</text>`,
      )}
      ${titles.map((_, column) => drawnCell(row.cells[column], name + column * room, y, room, put))}`;
  };
  return {
    shapes: svg`
      <g aria-hidden="true">${heads.map((lines, column) =>
        lines.map(
          (line, index) =>
            svg`<text class="muted head" x=${name + (column + 1) * room - 8} y=${top - 8 - (lines.length - 1 - index) * LINE}
              text-anchor="end">${line}</text>`,
        ),
      )}</g>
      ${rows.map(drawn)}`,
    height: top + rows.length * ROW,
  };
}

function drawnCell(cell: HeatCell | undefined, x: number, y: number, room: number, put: Put) {
  if (!cell) return svg``;
  return put(
    cell.mark,
    svg`<rect class="hit" x=${x + 1} y=${y} width=${room - 2} height=${ROW - 3} rx="3"></rect>
      ${cell.share === null ? '' : shade(cell.share, x + 1, y, room - 2, ROW - 3)}`,
    svg`<text x=${x + room - 8} y=${y + 19} text-anchor="end">${cell.text}</text>`,
  );
}

/** Where a table has no room: each group with its cells below its name, as many beside each other as fit. */
function asBlocks(rows: readonly HeatRow[], titles: readonly string[], across: number, scene: Scene, put: Put): Drawn {
  const room = scene.width / across;
  const lines = Math.ceil(titles.length / across);
  const [head, tall] = [24, ROW + LINE];
  const block = head + lines * tall + 8;
  const drawn = (row: HeatRow, index: number) => svg`
    ${put(
      row.mark,
      svg`<rect class="hit" y=${index * block} width=${scene.width} height=${head}></rect>`,
      svg`<text class="strong" y=${index * block + 16}>${fitted(row.name, scene.width)}</text>`,
    )}
    ${titles.map((title, column) => {
      const cell = row.cells[column];
      const [x, y] = [(column % across) * room, index * block + head + Math.floor(column / across) * tall];
      if (!cell) return '';
      return put(
        cell.mark,
        svg`<rect class="hit" x=${x} y=${y} width=${room - 3} height=${tall - 3} rx="3"></rect>
          ${cell.share === null ? '' : shade(cell.share, x, y, room - 3, tall - 3)}`,
        svg`<text class="head" x=${x + 6} y=${y + 16}>${fitted(title, room - 14, 11)}</text>
          <text x=${x + 6} y=${y + 35}>${cell.text}</text>`,
      );
    })}`;
  return { shapes: svg`${rows.map(drawn)}`, height: rows.length * block };
}

const shade = (share: number, x: number, y: number, width: number, height: number) =>
  svg`<rect class="shade" opacity=${Math.max(0, share) * STRONGEST} x=${x} y=${y} width=${width} height=${height} rx="3"></rect>`;
