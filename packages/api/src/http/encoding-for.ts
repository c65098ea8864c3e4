/** What files are kept in, smallest first. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The smallest of them that a client takes. @param accepted its `Accept-Encoding`, such as `gzip, br;q=0` */
export function encodingFor(accepted: string | undefined): Encoding {
  const taken = new Map(
    (accepted ?? '').split(',').map((each) => {
      const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
      return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))] as const;
    }),
  );
  return ENCODINGS.find((encoding) => taken.get(encoding) ?? taken.get('*')) ?? 'identity';
}
