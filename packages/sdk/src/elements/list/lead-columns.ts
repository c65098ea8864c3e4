import type { Lead, Workspace } from '@leadstage/sdk';
import { html, nothing } from 'lit';
import type { DataTable } from '../frame/data-table.js';
import type { ListColumn, ListScene } from './list-view.js';

/** Name above, external id below; what is folded from other columns below that. */
export function nameOf(
  { name, externalId }: { readonly name: string | null; readonly externalId: string },
  folded: readonly (string | null)[],
) {
  const more = folded.filter(Boolean).join(' · ');
  return html`${name ?? externalId}${name ? html`<span class="second">${externalId}</span>` : nothing}${
    more ? html`<span class="second folded">${more}</span>` : nothing
  }`;
}

export function leadColumns({ words, listWords, formats }: ListScene, { timeZone }: Workspace): ListColumn<Lead>[] {
  const orDash = (text: string | null) => text ?? '–';
  return [
    { title: listWords.lead, shown: (lead) => nameOf(lead, [lead.source, lead.owner]) },
    { title: words.stage, shown: ({ stage }) => stage?.name ?? listWords.noStage },
    {
      title: listWords.since,
      shown: ({ stageSince }) => (stageSince === null ? '–' : formats.instant(stageSince, timeZone)),
    },
    { title: listWords.source, isWide: true, shown: ({ source }) => orDash(source) },
    { title: listWords.owner, isWide: true, shown: ({ owner }) => orDash(owner) },
  ];
}

/** Everything that the API tells of each, for a file. Instants are UTC. */
export function leadTable(caption: string, leads: readonly Lead[], { words, listWords: own }: ListScene): DataTable {
  const columns: readonly (readonly [string, (lead: Lead) => string | null | undefined])[] = [
    [own.externalId, ({ externalId }) => externalId],
    [own.name, ({ name }) => name],
    [own.email, ({ email }) => email],
    [words.stage, ({ stage }) => stage?.name],
    [own.since, ({ stageSince }) => stageSince],
    [own.source, ({ source }) => source],
    [own.leadType, ({ leadType }) => leadType],
    [own.campaign, ({ campaign }) => campaign],
    [own.region, ({ region }) => region],
    [own.owner, ({ owner }) => owner],
    [own.account, ({ account }) => account?.name ?? account?.externalId],
    [own.value, ({ value }) => value],
  ];
  const rows = leads.map((lead) =>
    columns.map(([, read]) => {
      const value = read(lead) ?? null;
      return { text: value ?? '', value };
    }),
  );
  return { caption, columns: columns.map(([title]) => ({ title })), rows };
}
