/** A CRM value as it is compared: without outer blanks and case. */
export function valueKey(value: string): string {
  return value.trim().toLowerCase();
}
