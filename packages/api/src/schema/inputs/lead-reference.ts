import { InvalidInput } from '@leadstage/core';
import { builder } from '../../builder.js';
import type { LeadReference } from '../../query/survivor.js';
import { isStorable } from '../../storable-text.js';

export interface LeadReferenceFields {
  readonly id?: string | null | undefined;
  readonly externalId?: string | null | undefined;
}

export const LeadReferenceInput = builder.inputType('LeadReferenceInput', {
  description: 'A lead: give either `id` or `externalId`. One that was merged into another means that other one.',
  fields: (t) => ({
    id: t.id({ description: 'Ours. A lead that was erased answers to it alone.' }),
    externalId: t.string({ description: 'Yours.' }),
  }),
});

/**
 * @param path of the two fields in the arguments
 * @throws InvalidInput INVALID_ARGUMENTS, INVALID_TEXT
 */
export function leadReference({ id, externalId }: LeadReferenceFields, path: readonly string[]): LeadReference {
  if ((id == null) === (externalId == null)) {
    throw new InvalidInput('INVALID_ARGUMENTS', [...path, 'id'], 'Give either `id` or `externalId`.');
  }
  if (externalId != null) {
    if (isStorable(externalId)) return { externalId };
    const message = 'The id holds a NUL or half a surrogate pair; no lead has it.';
    throw new InvalidInput('INVALID_TEXT', [...path, 'externalId'], message);
  }
  if (/^\d{1,15}$/.test(id as string)) return { id: Number(id) };
  throw new InvalidInput('INVALID_ARGUMENTS', [...path, 'id'], `"${id}" is not a lead's id.`);
}
