/** Something asked for is not there; the message says what, and what to do. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}
