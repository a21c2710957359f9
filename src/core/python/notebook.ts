/** A notebook's code as one text: cells see what the cells above them define. */
export interface JoinedCells {
  readonly text: string;
  /** Offset at which each cell begins. */
  readonly starts: readonly number[];
}

/** Joins the texts of a notebook's Python cells in order. Offsets within a cell do not change. */
export function joinCells(cells: readonly string[]): JoinedCells {
  const starts: number[] = [];
  let text = '';
  for (const cell of cells) {
    starts.push(text.length);
    text += `${commentOutMagics(cell)}\n`;
  }
  return { text, starts };
}

/** Turns IPython's own lines (`%time f()`, `!pip install x`, `f?`) into comments, and whole cells of `%%bash` and the like. */
function commentOutMagics(cell: string): string {
  if (/^\s*%%/.test(cell)) return cell.replace(/^./gm, '#');
  return cell.replace(/^([ \t]*)[%!?](?=.)|^([ \t]*)[\w.](?=[\w.]*\?{1,2}[ \t]*$)/gm, '$1$2#');
}
