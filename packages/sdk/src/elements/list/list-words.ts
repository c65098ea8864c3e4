import { words } from '../words/words.js';

/** What lists of leads, handoffs and accounts say. */
export interface ListWords {
  readonly lead: string;
  readonly name: string;
  readonly externalId: string;
  readonly email: string;
  readonly since: string;
  readonly source: string;
  readonly leadType: string;
  readonly campaign: string;
  readonly region: string;
  readonly owner: string;
  readonly account: string;
  readonly value: string;
  readonly noStage: string;
  /** `{shown}` and `{total}`. */
  readonly shownOf: string;
  /** `{done}` and `{total}`. */
  readonly collecting: string;
  readonly cancel: string;
  readonly nobodyHere: string;
  readonly domain: string;
  readonly targetAccount: string;
  readonly tier: string;
  readonly furthestStage: string;
  readonly leads: string;
  readonly openHandoffs: string;
}

export const LIST_WORDS = words('list', {
  lead: 'Lead',
  name: 'Name',
  externalId: 'External id',
  email: 'Email',
  since: 'Since',
  source: 'Source',
  leadType: 'Lead type',
  campaign: 'Campaign',
  region: 'Region',
  owner: 'Owner',
  account: 'Account',
  value: 'Value',
  noStage: 'No stage',
  shownOf: '{shown} of {total}',
  collecting: 'Preparing the file: {done} of {total}',
  cancel: 'Cancel',
  nobodyHere: 'Nothing that you may see is listed here',
  domain: 'Domain',
  targetAccount: 'Target account',
  tier: 'Tier',
  furthestStage: 'Furthest stage',
  leads: 'Leads',
  openHandoffs: 'Open handoffs',
} satisfies ListWords);
