/** Something that was asked for does not exist; the message says what, and what to do. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}
