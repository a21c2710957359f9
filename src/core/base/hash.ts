/** The FNV-1a hash of a text's UTF-16 units, as an unsigned 32-bit integer. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Characters of a short hash: 30 bits. Among 10,000 texts, one new text in 100,000 collides with one of them. */
export const SHORT_HASH_LENGTH = 5;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The hash of a text in `SHORT_HASH_LENGTH` characters that need no escaping in URLs and JSON. */
export function shortHash(text: string): string {
  let hash = fnv1a(text);
  // FNV-1a mixes its low bits poorly; this finaliser is of the MurmurHash3 family.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  let short = '';
  for (let digit = 0; digit < SHORT_HASH_LENGTH; digit += 1) {
    short += DIGITS.charAt((hash >>> (digit * 6)) & 63);
  }
  return short;
}
