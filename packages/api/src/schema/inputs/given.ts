/** An input whose fields, where they are there at all, have a value or null. */
type Present<Input> = { [Key in keyof Input]: Exclude<Input[Key], undefined> };

/**
 * A GraphQL input as a command takes it: without the fields that were not given, and without those in `never` that
 * were given as null, for which null means the same. Other nulls stay, since they clear a value.
 */
export function given<Input extends object, Never extends keyof Input>(
  input: Input,
  never: readonly Never[],
): Present<Omit<Input, Never>> & { [Key in Never]?: NonNullable<Input[Key]> } {
  const isGiven = ([key, value]: [string, unknown]) =>
    value !== undefined && !(value === null && (never as readonly PropertyKey[]).includes(key));
  return Object.fromEntries(Object.entries(input).filter(isGiven)) as ReturnType<typeof given<Input, Never>>;
}
