/** A credential that gives nothing; the message says what would. */
export class Unauthenticated extends Error {
  override readonly name: string = 'Unauthenticated';
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' = 'UNAUTHENTICATED';
  readonly status: 401 | 403 = 401;
}

/** A genuine token on a web page that it is not for. */
export class WrongOrigin extends Unauthenticated {
  override readonly name = 'WrongOrigin';
  override readonly code = 'FORBIDDEN';
  override readonly status = 403;
}
