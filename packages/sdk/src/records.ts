import {
  AccountDocument,
  LeadDocument,
  SavedListDocument,
  SavedListsDocument,
  SavedReportDocument,
  SavedReportsDocument,
} from './_generated/operations.js';
import type { RequestOptions, Send } from './transport.js';
import type { AccountWithLeads, LeadWithHistory, SavedList, SavedReport } from './types.js';

/** By our id or by the caller's own. */
export type Reference =
  | { readonly id: string; readonly externalId?: undefined }
  | { readonly externalId: string; readonly id?: undefined };

/** Single leads and accounts, and what people kept to come back to. */
export interface Records {
  /** A lead with its history; null when there is none. */
  lead(reference: Reference, options?: RequestOptions): Promise<LeadWithHistory | null>;

  /**
   * A company with its first leads; null when there is none.
   * @param reference leads: how many of them, 1–100, default 10
   */
  account(
    reference: Reference & { readonly leads?: number | undefined },
    options?: RequestOptions,
  ): Promise<AccountWithLeads | null>;

  /** Questions that were kept; `question` goes into the report that it names. */
  savedReports(options?: RequestOptions): Promise<readonly SavedReport[]>;

  /** One of them; null when there is none. */
  savedReport(input: { readonly id: string }, options?: RequestOptions): Promise<SavedReport | null>;

  /** Every saved list of leads, by name, with how many leads meet it now. */
  savedLists(options?: RequestOptions): Promise<readonly SavedList[]>;

  /** One of them; null when there is none. Its leads are `savedListLeads`. */
  savedList(input: { readonly id: string }, options?: RequestOptions): Promise<SavedList | null>;
}

export function recordsOver(send: Send): Records {
  return {
    lead: async ({ id, externalId }, options) => (await send(LeadDocument, { id, externalId }, options)).lead,
    account: async ({ id, externalId, leads = 10 }, options) =>
      (await send(AccountDocument, { id, externalId, leads }, options)).account,
    savedReports: async (options) => (await send(SavedReportsDocument, {}, options)).savedReports,
    savedReport: async ({ id }, options) => (await send(SavedReportDocument, { id }, options)).savedReport,
    savedLists: async (options) => (await send(SavedListsDocument, {}, options)).savedLists,
    savedList: async ({ id }, options) => (await send(SavedListDocument, { id }, options)).savedList,
  };
}
