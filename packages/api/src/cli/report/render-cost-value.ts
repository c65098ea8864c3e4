import type { CostFigures, CostQuestion } from '@leadstage/core';
import type { ReportAnswer } from '../../query/run-report.js';
import { count, money, NOTHING, percent } from './format-number.js';
import { groupColumns } from './group-columns.js';
import { periodText, section, type View, wrapped } from './render-frame.js';
import { column, drawTable } from './table.js';
import { visibleText } from './visible-text.js';

/** CAC, ROI and pipeline of the total, a line each. */
export function valueLines({ cac, roi, pipelineValue }: CostFigures, { width }: View): string {
  const ofCac = cac && [
    `CAC ${money(cac.cost)}`,
    `spend ${money(cac.spend)}${cac.spendWindow ? ` of ${periodText(cac.spendWindow)}` : ''}`,
    counted(cac.entered, 'customer'),
  ];
  const ofRoi = roi && [
    `ROI ${percent(roi.roi)}`,
    `spend ${money(roi.spend)}`,
    `won ${money(roi.valueWon)} of ${counted(roi.won, 'lead')}`,
  ];
  const ofPipeline = pipelineValue && [
    `Pipeline ${money(pipelineValue.value)} of ${counted(pipelineValue.leads, 'lead')}`,
  ];
  return [ofCac, ofRoi, ofPipeline].flatMap((parts) => (parts ? wrapped(parts, width) : [])).join('\n');
}

function counted(many: number, what: string): string {
  return `${count(many)} ${what}${many === 1 ? '' : 's'}`;
}

/** The same by group, where there is anything to tell. */
export function valueTable({ groups, by }: ReportAnswer<CostFigures>, view: View): string {
  const figures = groups.map((group) => group.figures);
  const columns = [
    ...(figures.some(({ cac }) => cac)
      ? [
          column(
            'Customers',
            'right',
            figures.map(({ cac }) => count(cac?.entered ?? null)),
          ),
          column(
            'CAC',
            'right',
            figures.map(({ cac }) => money(cac?.cost ?? null)),
          ),
        ]
      : []),
    ...(figures.some(({ roi }) => roi)
      ? [
          column(
            'Won',
            'right',
            figures.map(({ roi }) => money(roi?.valueWon ?? null)),
          ),
          column(
            'ROI',
            'right',
            figures.map(({ roi }) => percent(roi?.roi ?? null)),
          ),
        ]
      : []),
    ...(figures.some(({ pipelineValue }) => pipelineValue)
      ? [
          column(
            'Pipeline',
            'right',
            figures.map(({ pipelineValue }) => money(pipelineValue?.value ?? null)),
          ),
        ]
      : []),
  ];
  if (columns.length === 0) return '';
  const caption = `By ${by.map(visibleText).join(', ')}: customers and what they are worth`;
  return section(caption, drawTable({ keys: groupColumns(by, groups), columns }, view), view);
}

/** Said only where there is any: spend of those days may be missing. */
export function beforeFirstCostLine({ stages }: CostFigures, { width }: View): string {
  const parts = stages
    .filter(({ beforeFirstCost }) => (beforeFirstCost?.days ?? 0) > 0)
    .map(
      ({ stage, beforeFirstCost }) =>
        `${visibleText(stage.key)} ${count(beforeFirstCost?.days ?? null)} d (${percent(beforeFirstCost?.share ?? null)})`,
    );
  return parts.length === 0
    ? ''
    : wrapped(['Of the spend window before the first cost entry', ...parts], width).join('\n');
}

export function methodOf(question: CostQuestion): string {
  switch (question.method) {
    case 'SHIFTED':
      return `shifted by ${lagText(question)}`;
    case 'ROLLING':
      return `rolling: spend and entries of ${count(question.rollingDays ?? null)} d, shifted by ${lagText(question)}`;
    case 'KERNEL':
      return 'kernel: spend weighed by how long each lead took';
    default:
      return 'simple: spend of the period';
  }
}

function lagText({ lagDays, lagFrom, policy, roundLagToDays }: CostQuestion): string {
  if (lagDays !== undefined) return `${count(lagDays)} d`;
  const lag =
    lagFrom === 'MQL_TIME_PLUS_SLA'
      ? `time to MQL and the time to decide${policy === undefined ? '' : ` of ${visibleText(policy)}`}`
      : 'the observed lag';
  return `${lag}${roundLagToDays === undefined ? '' : `, rounded to ${count(roundLagToDays)} d`}`;
}

export function allocationOf({ allocation }: CostQuestion): string[] {
  return allocation === 'BY_ENTRIES' ? ['loose cost spread by LEAD entries'] : [];
}

/** `4.00 – 36.00` */
export function intervalText(interval: { readonly low: string; readonly high: string } | null): string {
  return interval ? `${money(interval.low)} – ${money(interval.high)}` : NOTHING;
}
