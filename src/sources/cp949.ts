/** All syllables of Unicode. */
const [FIRST_SYLLABLE, LAST_SYLLABLE] = [0xac00, 0xd7a3];
/** The rows of EUC-KR with syllables, and the columns of each row. */
const [FIRST_ROW, LAST_ROW] = [0xb0, 0xc8];
const [FIRST_COLUMN, LAST_COLUMN] = [0xa1, 0xfe];
/** Rows of the syllables that CP949 adds before and beside those of EUC-KR. */
const [FIRST_ADDED_ROW, LAST_ADDED_ROW] = [0x81, 0xc6];

/** The syllables that CP949 adds to EUC-KR, by their two bytes. */
let added: ReadonlyMap<number, string> | undefined;

/**
 * Decodes CP949, the encoding of Korean Windows: EUC-KR with the syllables that it lacks. Some runtimes decode EUC-KR
 * alone.
 *
 * @returns `undefined` where the bytes are not valid.
 */
export function decodeCp949(bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder('euc-kr', { fatal: true });
    added ??= addedSyllables((code) => decoder.decode(code));
    let text = '';
    let start = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at]! < FIRST_ADDED_ROW) continue;
      const syllable = added.get(bytes[at]! * 256 + (bytes[at + 1] ?? 0));
      if (syllable !== undefined) {
        text += decoder.decode(bytes.subarray(start, at)) + syllable;
        start = at + 2;
      }
      at += 1;
    }
    return text + decoder.decode(bytes.subarray(start));
  } catch {
    return undefined;
  }
}

/** The added syllables are those that EUC-KR lacks, in the order of Unicode, in the columns that it leaves free. */
function addedSyllables(decode: (code: Uint8Array) => string): ReadonlyMap<number, string> {
  const standard = new Set<string>();
  for (let row = FIRST_ROW; row <= LAST_ROW; row += 1) {
    for (let column = FIRST_COLUMN; column <= LAST_COLUMN; column += 1) {
      standard.add(decode(Uint8Array.of(row, column)));
    }
  }
  const codes = addedCodes();
  const syllables = new Map<number, string>();
  for (let code = FIRST_SYLLABLE; code <= LAST_SYLLABLE; code += 1) {
    const syllable = String.fromCharCode(code);
    if (!standard.has(syllable)) syllables.set(codes.next().value ?? 0, syllable);
  }
  return syllables;
}

function* addedCodes(): Generator<number, undefined> {
  for (let row = FIRST_ADDED_ROW; row <= LAST_ADDED_ROW; row += 1) {
    const last = row < FIRST_COLUMN ? LAST_COLUMN : FIRST_COLUMN - 1;
    for (let column = 0x41; column <= last; column += 1) {
      const isFree = column <= 0x5a || (column >= 0x61 && column <= 0x7a) || column >= 0x81;
      if (isFree) yield row * 256 + column;
    }
  }
  return undefined;
}
