import { SourceError } from '../core/archive/archiveSource';
import { decodeCp949 } from './cp949';
import { LEGACY_ENCODINGS } from './legacyEncodings';

/** Bytes from which UTF-16 without a byte order mark is told. */
const SAMPLE_LENGTH = 4096;
/** Share of zero bytes in UTF-16 of any language: the upper halves of spaces, line feeds and ASCII. */
const MIN_ZEROS = 0.005;
/** Share of zero bytes in UTF-16 that is valid UTF-8 as well: it is nearly all ASCII. */
const MIN_ASCII_ZEROS = 0.3;
/** How many times more zero bytes the upper halves have than the lower ones, which few characters have. */
const MIN_ZERO_RATIO = 4;
/** Characters that no text has. */
const NO_TEXT = /(?![\t\n\f\r\u{85}\u{feff}])[\p{Cc}\p{Cn}\p{Co}]/u;
/** What Windows has for the bytes from 0x80 on, which some runtimes decode as control characters. */
const WINDOWS_MARKS = '€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ';

/**
 * Decodes a text file: UTF-8, else UTF-16, else the likeliest of the encodings that were common before. A byte order
 * mark of UTF-8 is kept.
 *
 * @throws {SourceError} when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf8 = decodeAs('utf-8', bytes);
  const utf16 = utf16Of(bytes, utf8 === undefined ? MIN_ZEROS : MIN_ASCII_ZEROS);
  if (utf8 !== undefined && utf16 === undefined) return utf8;
  const text = utf16 === undefined ? decodeLegacy(bytes) : asText(decodeAs(utf16, bytes));
  if (text === undefined) throw new SourceError({ why: 'notUtf8' });
  return text;
}

/** The kind of UTF-16 by its byte order mark, else by the zero bytes, which are in one half of each character. */
function utf16Of(bytes: Uint8Array, minZeros: number): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_LENGTH);
  const [even, odd] = [0, 1].map((half) => sample.filter((byte, at) => byte === 0 && at % 2 === half).length);
  if (Math.max(even!, odd!) <= minZeros * sample.length) return undefined;
  if (odd! > even! * MIN_ZERO_RATIO) return 'utf-16le';
  return even! > odd! * MIN_ZERO_RATIO ? 'utf-16be' : undefined;
}

function decodeLegacy(bytes: Uint8Array): string | undefined {
  for (const { label, isLikely } of LEGACY_ENCODINGS) {
    const decoded = label === 'euc-kr' ? decodeCp949(bytes) : decodeAs(label, bytes);
    const text = asText(label === 'windows-1252' ? decoded?.replace(/[\x80-\x9f]/g, windowsMark) : decoded);
    if (text !== undefined && isLikely(text)) return text;
  }
  return undefined;
}

function windowsMark(control: string): string {
  return WINDOWS_MARKS[control.charCodeAt(0) - 0x80] ?? control;
}

function asText(decoded: string | undefined): string | undefined {
  return decoded === undefined || NO_TEXT.test(decoded) ? undefined : decoded;
}

/** The text; `undefined` where the bytes are not valid, or the runtime does not know the encoding. */
function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: label === 'utf-8' }).decode(bytes);
  } catch {
    return undefined;
  }
}
