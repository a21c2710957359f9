/** A longer line, in UTF-16 units, is data. */
const MAX_LINE_LENGTH = 100_000;

const BLANK_LINE = `${' '.repeat(99)}\n`;

/** Blanks out very long lines, which would hold the parser up. No offset changes. */
export function withoutLongLines(text: string): string {
  let kept = '';
  let copiedTo = 0;
  for (let start = 0; text.length - start > MAX_LINE_LENGTH;) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    if (end - start > MAX_LINE_LENGTH) {
      kept += text.slice(copiedTo, start) + blanks(end - start);
      copiedTo = end;
    }
    start = end + 1;
  }
  return copiedTo === 0 ? text : kept + text.slice(copiedTo);
}

/** Blank text in short lines, which are quick to parse. */
function blanks(length: number): string {
  return BLANK_LINE.repeat(Math.ceil(length / BLANK_LINE.length)).slice(0, length);
}
