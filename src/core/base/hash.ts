/** Characters of a hash: thirty bits. Of ten thousand entries, one in a hundred thousand newcomers looks like one of them. */
export const HASH_LENGTH = 5;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A short name for a text, always of the same length: FNV-1a over its UTF-16 units, mixed so that all bits count. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  let name = '';
  for (let digit = 0; digit < HASH_LENGTH; digit += 1) {
    name += DIGITS.charAt((hash >>> (digit * 6)) & 63);
  }
  return name;
}
