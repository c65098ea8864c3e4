// Prints the funnel of the last twelve months, or of START to END, by source or what BY names:
//   LEADSTAGE_API_KEY=lsk_... node report.mjs
import { createClient, LeadstageError } from '@leadstage/sdk';

const { LEADSTAGE_URL: url = 'http://127.0.0.1:4000/graphql', LEADSTAGE_API_KEY: apiKey = '' } = process.env;
const { START: start, END: end, BY: by = 'source' } = process.env;
const period = start && end ? { start, end } : { last: { count: 12, grain: 'MONTH' } };

const percent = (rate) => (rate?.value == null ? '' : `${(rate.value * 100).toFixed(1)} %`);
const line = ({ stage, reached, stepRate }) => `${stage.name.padEnd(28)}${reached}`.padEnd(36) + percent(stepRate);
const print = (title, { stages }) => console.log([`\n${title}`, ...stages.map(line)].join('\n'));

try {
  const report = await createClient({ url, apiKey }).funnel({ period, by: [by] });
  print(`All leads from ${report.period.start} to ${report.period.end}`, report.total);
  for (const { keys, figures } of report.groups) print(keys[0].value ?? '(none)', figures);
} catch (error) {
  if (!(error instanceof LeadstageError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
