/** The marks of an opening fence; longer ones are as good as their beginning. */
const FENCE = /^( {0,8})(`{3,20}|~{3,20})/;
/** In characters, behind the marks. */
const MAX_INFO_LENGTH = 300;

/**
 * A text with each block of fenced code replaced, an unclosed one to its end. Any line that begins with a fence's marks
 * closes it.
 *
 * @param maxIndent Spaces before a fence, at most 8.
 */
export function replaceFencedCode(text: string, replacement: string, maxIndent: number): string {
  const kept: string[] = [];
  const lines = text.split('\n');
  let open: string | undefined;
  for (const [at, line] of lines.entries()) {
    const [whole = '', indent = '', marks = ''] = FENCE.exec(line) ?? [];
    const isFence = whole !== '' && indent.length <= maxIndent;
    if (open !== undefined) {
      if (isFence && marks.startsWith(open)) open = undefined;
    } else if (isFence && at < lines.length - 1 && line.length - whole.length <= MAX_INFO_LENGTH) {
      open = marks;
      kept.push(replacement);
    } else kept.push(line);
  }
  return kept.join('\n');
}
