/** A notebook's code as one text: what a cell defines, those below it see. */
export interface JoinedCells {
  readonly text: string;
  /** Where each cell begins in it. */
  readonly starts: readonly number[];
}

/** Joins the texts of a notebook's Python cells in their order. No offset inside of a cell changes. */
export function joinCells(cells: readonly string[]): JoinedCells {
  const starts: number[] = [];
  let text = '';
  for (const cell of cells) {
    starts.push(text.length);
    text += `${commentOutMagics(cell)}\n`;
  }
  return { text, starts };
}

/** Lines that IPython reads itself become comments: `%time f()`, `!pip install x`, `f?`; of `%%bash` the whole cell. */
function commentOutMagics(cell: string): string {
  if (/^\s*%%/.test(cell)) return cell.replace(/^./gm, '#');
  return cell.replace(/^([ \t]*)[%!?](?=.)|^([ \t]*)[\w.](?=[\w.]*\?{1,2}[ \t]*$)/gm, '$1$2#');
}
