import { MUTATIONS } from './_generated/mutation-documents.js';
import type { Mutations } from './_generated/mutations.js';
import { errorFromRefusal, type Refusal } from './error-from-refusal.js';
import type { Exchange, RequestOptions, TypedDocument } from './transport.js';

/** The input of a mutation. Its key, which makes repeating it safe, is made for each call where you give none. */
export type Unkeyed<Input> = Omit<Input, 'idempotencyKey'> & { readonly idempotencyKey?: string | undefined };

/** What a mutation answers when it did something; why it did nothing is thrown. */
export type Done<Result> = Exclude<Result, { readonly refusal: string }>;

export type MutationName = keyof Mutations;

/** What the mutation of this name is given. */
export type MutationInput<Name extends MutationName> = NonNullable<Parameters<Mutations[Name]>[0]>;

/** What it answers. */
export type MutationAnswer<Name extends MutationName> = Awaited<ReturnType<Mutations[Name]>>;

type Given = { readonly idempotencyKey?: string | undefined };
type Answered = Readonly<Record<string, object>>;

export function mutationsOver(exchange: Exchange): Mutations {
  const methodOf =
    (name: string, document: TypedDocument<unknown, never>) => async (input?: Given, options?: RequestOptions) => {
      // Made here, once: whatever is sent again is the same call.
      const keyed = { ...input, idempotencyKey: input?.idempotencyKey ?? crypto.randomUUID() };
      const { data, requestId } = await exchange(
        document as TypedDocument<Answered, object>,
        { input: keyed },
        options,
      );
      const result = data[name] as object;
      if ('refusal' in result) throw errorFromRefusal(result as Refusal, requestId);
      return result;
    };
  const methods = Object.entries(MUTATIONS).map(([name, document]) => [name, methodOf(name, document)]);
  return Object.fromEntries(methods) as Mutations;
}
