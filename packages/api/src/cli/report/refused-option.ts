import { InvalidInput } from '@leadstage/core';

export function refusedOption(option: string, message: string): InvalidInput {
  return new InvalidInput('INVALID_OPTION', [option], message);
}
