/** The column after a text that begins at `column`; a tab advances to the next multiple of four. */
export function columnAfter(text: string, column: number): number {
  let at = column;
  for (const character of text) at += character === '\t' ? 4 - (at % 4) : 1;
  return at;
}
