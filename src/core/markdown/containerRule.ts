import type { StateBlock } from 'markdown-it';
import { lineStart, lineText } from './blockLines';
import { boxKindOf } from './boxKinds';
import { containerHead } from './boxHeads';
import { pushMark } from './boxMarks';
import { pushParagraph } from './pushParagraph';
import { trailingColons } from './trailingMarks';

const COLONS = /^:{3,}/;
const SLASHES = /^(\/{3,})(?:\s*([\w-]+)(?:\s*\|\s*((?:\S.*)?))?)?$/;
/** An option of a MyST directive, below its opening line. */
const OPTION = /^:[\w-]+:(?:\s|$)/;

/** Tokenises the lines that open and close the containers of VitePress, Docusaurus, MyST and Pandoc: `::: tip Title`. */
export function containerRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (!isMarked(state, startLine, 0x3a)) return false;
  const line = lineText(state, startLine).trimEnd();
  const colons = COLONS.exec(line)?.[0];
  if (colons === undefined) return false;
  const written = line.slice(colons.length).trimStart();
  const text = written.slice(0, written.length - trailingColons(written)).trimEnd();
  const opening = text === '' ? undefined : containerHead(text);
  if (text !== '' && opening === undefined) return false;
  if (silent) return true;
  state.line = startLine + 1;
  const isDirective = text.startsWith('{');
  while (isDirective && state.line < endLine && OPTION.test(lineText(state, state.line))) state.line += 1;
  const mark = { key: colons, contentLine: state.line, unclosed: 'runs' } as const;
  pushMark(state, startLine, opening === undefined ? mark : { ...mark, head: opening.head });
  if (opening !== undefined && opening.rest !== '') pushParagraph(state, startLine, opening.rest);
  if (text !== written) pushMark(state, startLine, mark);
  return true;
}

/** Tokenises the lines that open and close the blocks of PyMdown, which FastAPI uses: `/// note | Title`. */
export function slashBlockRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (!isMarked(state, startLine, 0x2f)) return false;
  const [whole, slashes = '', type, title] = SLASHES.exec(lineText(state, startLine).trimEnd()) ?? [];
  if (whole === undefined) return false;
  const isOpening = type !== undefined;
  // A lone word may be a comment of a programming language.
  if (isOpening && title === undefined && !isSlashBlock(type)) return false;
  if (silent) return true;
  state.line = startLine + 1;
  // Options are indented lines right below the opening.
  while (isOpening && state.line < endLine && isIndentedOption(state, state.line)) state.line += 1;
  const mark = { key: slashes, contentLine: state.line, unclosed: 'runs' } as const;
  pushMark(state, startLine, isOpening ? { ...mark, head: { type, title: title ?? '' } } : mark);
  return true;
}

function isMarked(state: StateBlock, line: number, character: number): boolean {
  const start = lineStart(state, line);
  return (
    state.src.charCodeAt(start) === character &&
    state.src.charCodeAt(start + 1) === character &&
    state.src.charCodeAt(start + 2) === character &&
    state.sCount[line]! - state.blkIndent < 4
  );
}

function isSlashBlock(type: string): boolean {
  return boxKindOf(type) !== undefined || /^(?:admonition|html|define|caption|figure-caption)$/.test(type);
}

function isIndentedOption(state: StateBlock, line: number): boolean {
  return state.sCount[line]! - state.blkIndent >= 4 && /^[\w-]+:(?:\s|$)/.test(lineText(state, line));
}
