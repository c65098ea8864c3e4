import { SCOPES, type Scope } from '../access/access.js';
import { builder } from '../builder.js';

const OPENS: Readonly<Record<Scope, string>> = {
  'reports:read':
    'Reports, and what they are measured by: settings, ladder, policies, goals, rules, costs, published packs.',
  'leads:read': 'Leads, accounts and handoffs with their personal data, lists of them, and their export.',
  'leads:write': 'Record, move, assign, merge and erase leads; accounts; lists.',
  'costs:write': 'Record, correct and void costs.',
  'embeds:create': 'Make embed tokens.',
  admin: 'Everything, and alone: definitions, webhooks, keys, settings, the audit log.',
};

/** `reports:read` is REPORTS_READ in the graph. */
export const ScopeEnum = builder.enumType('Scope', {
  description: 'What a credential may do. docs/access.md lists what each opens.',
  values: Object.fromEntries(
    SCOPES.map((scope) => [scope.toUpperCase().replace(':', '_'), { value: scope, description: OPENS[scope] }]),
  ) as Record<string, { value: Scope; description: string }>,
});
