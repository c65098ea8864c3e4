import type { AccountInput } from '../commands/ingest-input.js';
import { companyName } from './names.js';
import type { Random } from './random.js';
import { NEW_ACCOUNT, REGIONS, type Region, WITHOUT_ACCOUNT } from './rates.js';

export interface Company {
  readonly account: AccountInput;
  readonly region: Region;
  /** True with its first lead, which introduces the account. */
  readonly isNew: boolean;
}

/** Where leads come from: a company not seen before, one of those seen, or none (null). */
export function companies(random: Random): () => Company | null {
  const known: Company[] = [];
  return () => {
    if (random.chance(WITHOUT_ACCOUNT)) return null;
    if (known.length > 0 && !random.chance(NEW_ACCOUNT)) return { ...random.pick(known), isNew: false };
    const n = known.length + 1;
    const company: Company = {
      account: { externalId: `demo-account-${String(n).padStart(5, '0')}`, name: companyName(n) },
      region: random.name(REGIONS),
      isNew: true,
    };
    known.push(company);
    return company;
  };
}
