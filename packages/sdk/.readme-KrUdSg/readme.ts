import { createClient } from '@leadstage/sdk';

const client = createClient({
  url: process.env.LEADSTAGE_URL ?? 'http://127.0.0.1:4000/graphql',
  apiKey: process.env.LEADSTAGE_API_KEY ?? '',
});

const period = { start: '2025-01-01', end: '2025-04-01' };
const { total, groups } = await client.funnel({ period, by: ['source'] });
for (const { stage, reached, stepRate } of total.stages) {
  console.log(stage.key, stepRate?.value == null ? reached : `${(stepRate.value * 100).toFixed(1)} %`);
}
console.log(groups.map(({ keys, figures }) => [keys[0]?.value, figures.stages[0]?.reached]));

const quarter = new AbortController();
for await (const lead of client.leads({ pageSize: 50 }, { signal: quarter.signal })) {
  if (lead.stage?.key === 'SQL') console.log(lead.externalId, lead.stageSince);
}

import { InvalidInputError, LeadstageError } from '@leadstage/sdk';

try {
  await client.funnel({ period, base: 'MQLL' });
} catch (error) {
  if (error instanceof InvalidInputError) console.log(`${error.path.join('.')}: ${error.message}`);
  else if (error instanceof LeadstageError) console.log(error.code);
  else throw error;
}
