import type { DiagnosisBody, DiagnosisQuestion, Finding, StepOverview } from '@leadstage/core';
import type { Answer } from '../../query/run-report.js';
import { length } from './format-duration.js';
import { count, NOTHING, percent } from './format-number.js';
import { footer, header, instantText, periodText, section, sections, type View, wrapped } from './render-frame.js';
import { column, drawTable } from './table.js';
import { visibleText } from './visible-text.js';

/** How much of what could not be judged is told; the rest is counted. */
const MOST_THIN = 5;

/** The diagnosis as text for a terminal: the summary, the steps, then what was found, in sentences. */
export function renderDiagnosis(answer: Answer<DiagnosisBody>, question: DiagnosisQuestion, view: View): string {
  const { findings, improvements, thin, benchmarksLeftOut, steps, summary } = answer;
  const readings = thin.slice(0, MOST_THIN).map(({ reading }) => reading);
  const more = thin.length - readings.length;
  return sections(
    header('Diagnosis', conditionsOf(answer), answer, question, view),
    paragraph(summary, view.width, '')
      .map(findings.length > 0 ? view.colors.red : view.colors.green)
      .join('\n'),
    section('Steps: all leads', stepTable(steps, view), view),
    listed('Findings, worst first', findings.map(toldFinding), view),
    listed('Improvements', improvements.map(toldFinding), view),
    listed(
      'Too thin to judge',
      more > 0 ? [...readings, `${count(more)} more; --format csv lists all.`] : readings,
      view,
    ),
    listed(
      'Benchmarks left out',
      benchmarksLeftOut.map(({ benchmark, reason }) => `${benchmark.id} (${benchmark.source}): ${reason}`),
      view,
    ),
    footer(answer, view),
  );
}

function conditionsOf({ baseline, conversionWindow, watchedUntil, attributes, tested }: DiagnosisBody): string[] {
  return [
    `against ${periodText(baseline)}`,
    `leads watched for ${length(conversionWindow / 1_000)}: those that entered by ${instantText(watchedUntil)}`,
    attributes.length > 0 ? `by ${attributes.map(visibleText).join(', by ')}` : 'all leads only',
    `${count(tested)} ${tested === 1 ? 'test' : 'tests'}`,
  ];
}

function toldFinding({ main, reading }: Finding): string {
  return main ? `* ${reading}` : reading;
}

function stepTable(steps: readonly StepOverview[], view: View): string {
  const rates = (of: 'period' | 'baseline') => steps.map((each) => percent(each[of]?.value ?? null));
  return drawTable(
    {
      keys: [column('Step', 'left', steps.map(stepName))],
      columns: [
        column(
          'Leads',
          'right',
          steps.map(({ period }) => count(period.denominator)),
        ),
        column('Period', 'right', rates('period')),
        column('Baseline', 'right', rates('baseline')),
        column(
          'Difference',
          'right',
          steps.map(({ difference }) => points(difference?.value)),
        ),
        {
          title: '95 % interval',
          align: 'right',
          forms: [
            steps.map(({ difference }) =>
              difference === null ? NOTHING : `${points(difference.low)} to ${points(difference.high)}`,
            ),
            null,
          ],
        },
      ],
    },
    view,
  );
}

function stepName({ metric, step }: StepOverview): string {
  const name = visibleText(`${step.from.key} → ${step.to.key}`);
  if (metric === 'complianceRate') return `${name}, first response`;
  return metric === 'acceptanceRate' ? `${name}, handoffs accepted` : name;
}

/** Percentage points with their sign, `-6.6` of −0.066. */
function points(difference: number | undefined): string {
  if (difference === undefined) return NOTHING;
  const text = (difference * 100).toFixed(1);
  return Number(text) > 0 ? `+${text}` : text.replace('-0.0', '0.0');
}

/** Readings below a caption, each indented; those that begin with a star stand out. */
function listed(caption: string, readings: readonly string[], view: View): string {
  if (readings.length === 0) return '';
  const items = readings.flatMap((reading) => {
    const isMain = reading.startsWith('* ');
    return paragraph(isMain ? reading.slice(2) : reading, view.width, isMain ? '* ' : '- ');
  });
  return section(caption, items.join('\n'), view);
}

function paragraph(text: string, width: number, bullet: string): string[] {
  return wrapped([visibleText(text)], width - bullet.length).map(
    (line, index) => `${index === 0 ? bullet : ' '.repeat(bullet.length)}${line}`,
  );
}
