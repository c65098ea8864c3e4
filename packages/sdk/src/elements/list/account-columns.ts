import type { Account } from '@leadstage/sdk';
import type { DataTable } from '../frame/data-table.js';
import { nameOf } from './lead-columns.js';
import type { ListColumn, ListScene } from './list-view.js';

export function accountColumns({ listWords, formats }: ListScene): ListColumn<Account>[] {
  return [
    { title: listWords.account, shown: (account) => nameOf(account, [account.tier, account.domain]) },
    { title: listWords.furthestStage, shown: ({ furthestStage }) => furthestStage?.name ?? listWords.noStage },
    { title: listWords.leads, shown: ({ leadCount }) => formats.count(leadCount) },
    { title: listWords.openHandoffs, isWide: true, shown: ({ openHandoffs }) => formats.count(openHandoffs) },
    { title: listWords.tier, isWide: true, shown: ({ tier }) => tier ?? '–' },
    { title: listWords.domain, isWide: true, shown: ({ domain }) => domain ?? '–' },
  ];
}

/** Everything that the API tells of each, for a file, but for the leads at each stage. */
export function accountTable(caption: string, accounts: readonly Account[], { listWords: own }: ListScene): DataTable {
  const columns: readonly (readonly [string, (account: Account) => string | number | null | undefined])[] = [
    [own.externalId, ({ externalId }) => externalId],
    [own.name, ({ name }) => name],
    [own.domain, ({ domain }) => domain],
    [own.targetAccount, ({ target }) => (target ? '✓' : null)],
    [own.tier, ({ tier }) => tier],
    [own.furthestStage, ({ furthestStage }) => furthestStage?.name],
    [own.leads, ({ leadCount }) => leadCount],
    [own.openHandoffs, ({ openHandoffs }) => openHandoffs],
  ];
  const rows = accounts.map((account) =>
    columns.map(([, read]) => {
      const value = read(account) ?? null;
      return { text: String(value ?? ''), value };
    }),
  );
  return { caption, columns: columns.map(([title]) => ({ title })), rows };
}
