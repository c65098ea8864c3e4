import type { LeadFilterInput } from '@leadstage/sdk';
import { parsePeriod, todayIn } from '../reports/question.js';
import type { Session } from '../reports/session.js';
import type { Offered } from './values-panel.js';

/**
 * The values that leads of a period have, in the API's order.
 * @param period as `parsePeriod` reads it
 * @throws RangeError where it is no period; LeadstageError as `funnel`, which the token must be open for
 */
export async function offeredValues(
  { client, setting }: Session,
  attribute: string,
  period: string,
  filter: LeadFilterInput,
  signal: AbortSignal,
): Promise<readonly Offered[]> {
  const { workspace } = await setting();
  const dates = parsePeriod(period, todayIn(workspace.timeZone));
  if (dates === null) throw new RangeError(`"${period}" is not a period.`);
  const { groups } = await client.funnel({ period: dates, filter, by: [attribute] }, { signal });
  return groups.map(({ keys, figures }) => ({
    value: keys[0]?.value ?? null,
    count: figures.stages[0]?.reached ?? null,
  }));
}
