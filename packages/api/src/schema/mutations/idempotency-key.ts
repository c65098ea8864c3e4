import type { InputFieldBuilder } from '@pothos/core';
import type { Types } from '../../builder.js';

type InputFields = InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<Types>, 'InputObject'>;

/** The field that every mutation's input begins with. */
export function idempotencyKey(t: InputFields) {
  return t.string({
    required: true,
    description:
      'Yours, 1–255 visible ASCII characters, such as a UUID. The same key with the same input answers the same, and does nothing twice. Keys are remembered for 30 days.',
  });
}
