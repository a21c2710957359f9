import type { StateBlock } from 'markdown-it';
import { lineStart, lineText } from './blockLines';
import { boxKindOf } from './boxKinds';
import { makeBox, type BoxHead } from './boxes';
import { isTooDeep, pushBox } from './pushBox';

const ADMONITION = /^(?:!!!|\?\?\?(\+?)) ?((?:[\w-]+(?: +[\w-]+)*)?)(?: *"(.*)")?\s*$/;
const TAB = /^===[!+]{0,2} +(["'])(.+)\1\s*$/;
const MAX_INDENT = 4;

/**
 * Tokenises the boxes of MkDocs, whose content is indented: `!!! note "Title"`, folded `??? question "Title"` and open
 * `???+`, and the tabs `=== "Title"`.
 */
export function indentedBoxRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const character = state.src.charCodeAt(lineStart(state, startLine));
  if (character !== 0x21 && character !== 0x3f && character !== 0x3d) return false;
  if (state.sCount[startLine]! - state.blkIndent >= 4 || isTooDeep(state)) return false;
  const head = headOf(lineText(state, startLine));
  if (head === undefined) return false;
  const indent = contentIndent(state, startLine, endLine);
  // Without content or a title, only a known type tells a box from an exclamation.
  if (indent === 0 && head.title === '' && boxKindOf(head.type) === undefined) return false;
  if (silent) return true;
  const contentLine = startLine + 1;
  const contentEnd = indent === 0 ? contentLine : endOfContent(state, contentLine, endLine, indent);
  const place = { form: 'indented', contentLine, contentEnd, indent: state.blkIndent + indent } as const;
  pushBox(state, startLine, makeBox(head, place), contentEnd);
  return true;
}

function headOf(text: string): BoxHead | undefined {
  const tab = TAB.exec(text);
  if (tab !== null) return { type: 'tab', title: tab[2] ?? '' };
  const [whole, sign, types, title = ''] = ADMONITION.exec(text) ?? [];
  if (whole === undefined || types === undefined) return undefined;
  const names = types.split(/ +/);
  const isFolded = text.startsWith('?');
  const type = names.find((name) => boxKindOf(name) !== undefined) ?? names[0] ?? '';
  return {
    type: type === '' && isFolded ? 'details' : type,
    title,
    fold: isFolded ? (sign === '+' ? 'open' : 'closed') : undefined,
  };
}

/** Columns by which the first line of the content is indented, at most `MAX_INDENT`; 0 where there is no content. */
function contentIndent(state: StateBlock, startLine: number, endLine: number): number {
  let line = startLine + 1;
  while (line < endLine && state.isEmpty(line)) line += 1;
  if (line >= endLine) return 0;
  const columns = state.sCount[line]! - state.blkIndent;
  // Below a blank line, text indented by less may be anything.
  const isContent = columns >= MAX_INDENT || (columns >= 2 && line === startLine + 1);
  return isContent ? Math.min(columns, MAX_INDENT) : 0;
}

function endOfContent(state: StateBlock, contentLine: number, endLine: number, indent: number): number {
  let end = contentLine;
  for (let line = contentLine; line < endLine; line += 1) {
    if (state.isEmpty(line)) continue;
    if (state.sCount[line]! - state.blkIndent < indent) break;
    end = line + 1;
  }
  return end;
}
