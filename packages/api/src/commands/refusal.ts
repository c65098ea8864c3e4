import { InvalidInput, OrphanedLeads, WrongMove } from '@leadstage/core';

/** An error of a command as data, so that a repeated call is refused in the same words. */
export type Refusal = { readonly name: string; readonly message: string } & Readonly<Record<string, unknown>>;

/** The classes of refusal that carry more than a code, by name. */
const CLASSES: Readonly<Record<string, { readonly prototype: InvalidInput }>> = { OrphanedLeads, WrongMove };

export function refusalOf(error: InvalidInput): Refusal {
  return { ...error, name: error.name, message: error.message };
}

export function thrown({ message, ...properties }: Refusal): InvalidInput {
  const { prototype } = CLASSES[properties.name] ?? InvalidInput;
  const error = Object.create(prototype) as InvalidInput;
  return Object.assign(error, properties, { message, stack: `${properties.name}: ${message}` });
}
