import type { LeadstageClient, MetricDefinition, Viewer, Workspace } from '@leadstage/sdk';
import { once } from '../once.js';
import type { Question } from './question.js';

/** What the elements of a page share: one client, and what is asked once for all of them. */
export interface Session {
  readonly client: LeadstageClient;
  /** Whose reports these are and what may be seen; asked once, and again after a failure. */
  setting(): Promise<Setting>;
  definitions(): Promise<readonly MetricDefinition[]>;
}

export interface Setting {
  readonly workspace: Workspace;
  /** Whether numbers lead to the leads behind them. */
  readonly mayList: boolean;
}

/** What elements learn from `<leadstage-reports>` around them. */
export interface ReportsState {
  /** Null until it knows whom to ask. */
  readonly session: Session | null;
  readonly question: Question;
  /** A language tag, such as `sv` or `en-GB`. */
  readonly language: string;
}

export function sessionOver(client: LeadstageClient): Session {
  return {
    client,
    setting: once(async () => settingOf(await client.viewer())),
    definitions: once(() => client.metricDefinitions()),
  };
}

function settingOf(viewer: Viewer | null): Setting {
  if (viewer === null) throw new TypeError('There is no viewer.');
  const { scopes, embed, workspace } = viewer;
  return { workspace, mayList: embed?.leads ?? scopes.some((scope) => scope === 'LEADS_READ' || scope === 'ADMIN') };
}
