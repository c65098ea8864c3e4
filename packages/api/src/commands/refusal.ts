import { InvalidInput, OrphanedLeads, WrongMove } from '@leadstage/core';
import { storable } from '../storable-text.js';

/** An error of a command as data, so that a repeated call is refused in the same words. */
export type Refusal = { readonly name: string; readonly message: string } & Readonly<Record<string, unknown>>;

/** The classes of refusal that carry more than a code, by name. */
const CLASSES: Readonly<Record<string, { readonly prototype: InvalidInput }>> = { OrphanedLeads, WrongMove };

/** It may quote what was given, which need not be text that the database can keep: what it cannot is shown as U+FFFD. */
export function refusalOf(error: InvalidInput): Refusal {
  const refusal = { ...error, name: error.name, message: error.message };
  return JSON.parse(JSON.stringify(refusal, (_, value) => (typeof value === 'string' ? storable(value) : value)));
}

export function thrown({ message, ...properties }: Refusal): InvalidInput {
  const { prototype } = CLASSES[properties.name] ?? InvalidInput;
  const error = Object.create(prototype) as InvalidInput;
  return Object.assign(error, properties, { message, stack: `${properties.name}: ${message}` });
}
