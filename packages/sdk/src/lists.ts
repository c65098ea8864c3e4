import {
  type AccountListFilterInput,
  type AccountListOrderInput,
  AccountsDocument,
  ApiKeysDocument,
  AuditLogDocument,
  type AuditLogFilterInput,
  CostEntriesDocument,
  type CostListFilterInput,
  type HandoffListFilterInput,
  type HandoffListOrderInput,
  HandoffsDocument,
  type LeadListFilterInput,
  type LeadListOrderInput,
  LeadsDocument,
  type RuleAnswerKind,
  RuleAnswersDocument,
  SavedListLeadsDocument,
} from './_generated/operations.js';
import { InvalidInputError } from './errors.js';
import { type ListRequest, listOver, type PageEnd, type PageOfMany, type PagePlace, type PageSize } from './pages.js';
import type { RequestOptions, Send } from './transport.js';
import type { Account, ApiKey, AuditEntry, CostEntry, Handoff, Lead, RuleAnswer } from './types.js';

export type LeadList = ListRequest<LeadListFilterInput, LeadListOrderInput>;
export type HandoffList = ListRequest<HandoffListFilterInput, HandoffListOrderInput>;
export type AccountList = ListRequest<AccountListFilterInput, AccountListOrderInput>;

export interface RuleAnswerList {
  /** Of the rule. */
  readonly key: string;
  /** Which answer. */
  readonly answer: RuleAnswerKind;
  /** Default the version that is switched on; where none is, the latest. */
  readonly version?: number | undefined;
  /** Only leads that stand in the ladder below the rule's target, which is the default; false: all leads. */
  readonly belowTarget?: boolean | undefined;
}

export type LeadsPage = PageOfMany & { readonly leads: readonly Lead[] };
export type HandoffsPage = PageOfMany & { readonly handoffs: readonly Handoff[] };
export type AccountsPage = PageOfMany & { readonly accounts: readonly Account[] };
export type CostsPage = PageOfMany & { readonly costs: readonly CostEntry[] };
export type ApiKeysPage = PageOfMany & { readonly apiKeys: readonly ApiKey[] };
export type AuditLogPage = PageOfMany & { readonly auditLog: readonly AuditEntry[] };
export type RuleAnswersPage = PageEnd & { readonly ruleAnswers: readonly RuleAnswer[] };

/** All of a list, a page at a time: the next page is asked for when the last one is used up. */
type All<Asked, Item> = (asked?: Asked & PageSize, options?: RequestOptions) => AsyncIterable<Item>;

/** One page of it. */
type APage<Asked, Page> = (asked: Asked & PagePlace, options?: RequestOptions) => Promise<Page>;

/** Lists, each to go through with `for await`, or by pages with the number of all and where to go on. */
export interface Lists {
  /**
   * Leads, by default in the order in which they were first recorded. With `filter: { behind }`, those that a number counts.
   * @throws InvalidInputError such as INVALID_CELL, UNKNOWN_STAGE, UNKNOWN_ATTRIBUTE
   */
  readonly leads: All<LeadList, Lead>;
  readonly leadsPage: APage<LeadList, LeadsPage>;

  /** Handoffs, by default earliest first: who has what, due when, and how it ended. */
  readonly handoffs: All<HandoffList, Handoff>;
  readonly handoffsPage: APage<HandoffList, HandoffsPage>;

  /** Companies, by default by name. */
  readonly accounts: All<AccountList, Account>;
  readonly accountsPage: APage<AccountList, AccountsPage>;

  /** What was recorded as spent, latest record first, voided entries included. */
  readonly costs: All<ListRequest<CostListFilterInput>, CostEntry>;
  readonly costsPage: APage<ListRequest<CostListFilterInput>, CostsPage>;

  /** The leads of a saved list, sorted as it says; UNKNOWN_LIST where there is none. */
  savedListLeads(asked: { readonly id: string } & PageSize, options?: RequestOptions): AsyncIterable<Lead>;
  readonly savedListLeadsPage: APage<{ readonly id: string }, LeadsPage>;

  /** Leads by what a rule says of them now: who has too little information, and what each lacks. */
  ruleAnswers(asked: RuleAnswerList & PageSize, options?: RequestOptions): AsyncIterable<RuleAnswer>;
  readonly ruleAnswersPage: APage<RuleAnswerList, RuleAnswersPage>;

  /** API keys without their secrets, newest first, revoked and expired ones included. */
  readonly apiKeys: All<object, ApiKey>;
  readonly apiKeysPage: APage<object, ApiKeysPage>;

  /** Administrative acts, newest first, refused ones included. */
  readonly auditLog: All<ListRequest<AuditLogFilterInput>, AuditEntry>;
  readonly auditLogPage: APage<ListRequest<AuditLogFilterInput>, AuditLogPage>;
}

export function listsOver(send: Send): Lists {
  const leads = listOver(send, 'leads', LeadsDocument, (data) => data.leads);
  const handoffs = listOver(send, 'handoffs', HandoffsDocument, (data) => data.handoffs);
  const accounts = listOver(send, 'accounts', AccountsDocument, (data) => data.accounts);
  const costs = listOver(send, 'costs', CostEntriesDocument, (data) => data.costs);
  const listed = listOver(send, 'leads', SavedListLeadsDocument, ({ savedList }) => {
    if (savedList) return savedList.leads;
    throw new InvalidInputError('UNKNOWN_LIST', 'There is no such saved list.', { path: ['id'] });
  });
  const answers = listOver(send, 'ruleAnswers', RuleAnswersDocument, (data) => data.ruleAnswers);
  const apiKeys = listOver(send, 'apiKeys', ApiKeysDocument, (data) => data.apiKeys);
  const auditLog = listOver(send, 'auditLog', AuditLogDocument, (data) => data.auditLog);
  return {
    leads: leads.all,
    leadsPage: leads.page,
    handoffs: handoffs.all,
    handoffsPage: handoffs.page,
    accounts: accounts.all,
    accountsPage: accounts.page,
    costs: costs.all,
    costsPage: costs.page,
    savedListLeads: listed.all,
    savedListLeadsPage: listed.page,
    ruleAnswers: answers.all,
    ruleAnswersPage: answers.page,
    apiKeys: apiKeys.all,
    apiKeysPage: apiKeys.page,
    auditLog: auditLog.all,
    auditLogPage: auditLog.page,
  };
}
