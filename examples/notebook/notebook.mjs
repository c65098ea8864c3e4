// %% [markdown]
// Where leads come from, what they cost and how long they take. Run all cells:
//   LEADSTAGE_API_KEY=lsk_... node notebook.mjs
// or one after the other, in the REPL (`node`, then `.editor`) or in a notebook for JavaScript.

// %% Connect
import { writeFile } from 'node:fs/promises';
import { createClient } from '@leadstage/sdk';

const { LEADSTAGE_URL: url = 'http://127.0.0.1:4000/graphql', LEADSTAGE_API_KEY: apiKey = '' } = process.env;
const { START: start, END: end, CSV_DIR: folder } = process.env;
const leadstage = createClient({ url, apiKey });

/** The last twelve complete months, or START to END (the day after the last). */
const period = start && end ? { start, end } : { last: { count: 12, grain: 'MONTH' } };

// %% How tables are shown and kept
const percent = (share) => (share == null ? null : Number((share * 100).toFixed(1)));
const days = (seconds) => (seconds == null ? null : Number((seconds / 86_400).toFixed(1)));
const cell = (value) => {
  const text = String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const toCsv = (rows) =>
  [Object.keys(rows[0] ?? {}), ...rows.map(Object.values)].map((row) => row.map(cell).join(',')).join('\n');

/** Prints a table; with CSV_DIR set also keeps it there, as `name.csv`. */
async function show(name, title, rows) {
  console.log(`\n${title}`);
  console.table(rows);
  if (folder) await writeFile(`${folder}/${name}.csv`, `${toCsv(rows)}\n`);
}

// %% The funnel by source, with the 95 % interval of each rate
const funnel = await leadstage.funnel({ period, by: ['source'] });
await show(
  'funnel-by-source',
  `Funnel by source, leads of ${funnel.period.start} to ${funnel.period.end}`,
  funnel.groups.flatMap(({ keys: [source], figures: { stages } }) =>
    stages.map(({ stage, reached, stepRate }) => ({
      source: source.value ?? '(none)',
      stage: stage.key,
      reached,
      'of stage before, %': percent(stepRate?.value),
      'at least, %': percent(stepRate?.low),
      'at most, %': percent(stepRate?.high),
    })),
  ),
);

// %% What a sales-qualified lead cost, month by month: money stays text, exact to the cent
const cost = await leadstage.cost({ period, grain: 'MONTH', stages: ['SQL'] });
await show(
  'cost-per-sql',
  'Cost per SQL by month',
  cost.series.map(({ period: month, figures: { stages } }) => ({
    month: month.start.slice(0, 7),
    spend: stages[0].spend?.amount ?? null,
    currency: stages[0].spend?.currency ?? null,
    SQLs: stages[0].entered,
    'cost per SQL': stages[0].costPerEntry?.amount ?? null,
  })),
);

// %% How long leads take from MQL to SQL, by source
const velocity = await leadstage.velocity({ period, from: 'MQL', to: 'SQL', by: ['source'] });
await show(
  'velocity',
  'Days from MQL to SQL',
  [{ keys: [{ value: '(all)' }], figures: velocity.total }, ...velocity.groups].map(({ keys: [source], figures }) => ({
    source: source.value ?? '(none)',
    leads: figures.count,
    'median, days': days(figures.median),
    'nine of ten within, days': days(figures.p90),
  })),
);

// %% Where they stay longest, those who still wait counted
await show(
  'time-in-stage',
  'Days in each stage',
  velocity.total.timeInStage.map(({ stage, count, open, median, openLongest }) => ({
    stage: stage.key,
    stays: count,
    'still open': open,
    'median, days': days(median),
    'longest open, days': days(openLongest),
  })),
);
