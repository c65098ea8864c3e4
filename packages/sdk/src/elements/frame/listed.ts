/** What an attribute lists with commas, such as `source, owner`; null where it is not given. */
export function listed(text: string | null): string[] | null {
  return text?.split(',').flatMap((each) => each.trim() || []) ?? null;
}
