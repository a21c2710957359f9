import type { StateBlock, StateInline } from 'markdown-it';

const BREAK = /^<br\s*\/?>/i;
const IMAGE = /^<img\b((?:[^>"']|"[^"]*"|'[^']*')*)>/i;
const COMMENT = /^<!--([\s\S]*?)-->/;

/** Inline `<br>`, `<img>` and comments: the first two become the tokens Markdown itself would make. */
export function inlineTagRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const rest = state.src.slice(state.pos, state.posMax);
  const found = BREAK.exec(rest) ?? IMAGE.exec(rest) ?? COMMENT.exec(rest);
  if (!found) return false;
  if (!silent) {
    if (BREAK.test(found[0])) state.push('hardbreak', 'br', 0);
    else if (found[0].startsWith('<!--'))
      state.push('archive_comment', '', 0).content = (found[1] ?? '').trim();
    else pushImage(state, found[1] ?? '');
  }
  state.pos += found[0].length;
  return true;
}

function pushImage(state: StateInline, attributes: string): void {
  const source = attribute(attributes, 'src');
  const alt = attribute(attributes, 'alt');
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', state.md.validateLink(source) ? state.md.normalizeLink(source) : ''],
    ['alt', ''],
  ];
  token.content = alt;
  const text = new state.Token('text', '', 0);
  text.content = alt;
  token.children = [text];
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** A comment that begins a line, over as many lines as it takes. */
export function commentRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.sCount[startLine]! - state.blkIndent >= 4 || !state.src.startsWith('<!--', start)) return false;
  for (let line = startLine; line < endLine; line += 1) {
    const close = state.src.slice(
      line === startLine ? start + 4 : lineStart(state, line),
      state.eMarks[line],
    );
    const at = close.indexOf('-->');
    if (at === -1) continue;
    // Text behind the comment makes it an inline one.
    if (close.slice(at + 3).trim() !== '') return false;
    if (silent) return true;
    const token = state.push('archive_comment', '', 0);
    const end = (line === startLine ? start + 4 : lineStart(state, line)) + at;
    token.content = state.src.slice(start + 4, end).trim();
    token.map = [startLine, line + 1];
    state.line = line + 1;
    return true;
  }
  return false;
}

/** Offset of the first character of `line` that belongs to the current container. */
export function lineStart(state: StateBlock, line: number): number {
  return state.bMarks[line]! + state.tShift[line]!;
}
