import type { StateBlock } from 'markdown-it';
import { lineStart, lineText } from './blockLines';
import { shortcodeHead } from './boxHeads';
import { pushMark, type BoxMark } from './boxMarks';
import { pushParagraph } from './pushParagraph';
import { shortcodeAt, type Shortcode } from './shortcodes';

const CODE = /^(?:highlight|code)/;
const HIDDEN = /^comment$/;
const IMAGE = /^(?:figure|image|img)$/;

/** The shortcodes that a line consists of or begins with. */
interface ShortcodeLine {
  readonly codes: readonly Shortcode[];
  /** The text behind them. */
  readonly rest: string;
}

/**
 * Tokenises lines with nothing but shortcodes of Hugo and tags of Liquid: those that name a box open or close one, those
 * that hold code become a code block, all others are hidden. A box may begin with text on its own line.
 */
export function shortcodeRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x7b || state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const { codes, rest } = readLine(lineText(state, startLine));
  const [first] = codes;
  if (first === undefined || codes.some(({ name }) => IMAGE.test(name))) return false;
  const marks = codes.map(shortcodeMark);
  if (rest !== '' && !marks.some((mark) => mark !== undefined)) return false;
  if (silent) return true;
  if (rest === '' && pushCode(state, first, startLine, endLine)) return true;
  for (const mark of marks)
    if (mark !== undefined) pushMark(state, startLine, { ...mark, contentLine: startLine + 1 });
  if (rest !== '') pushParagraph(state, startLine, rest);
  state.line = startLine + 1;
  return true;
}

function readLine(text: string): ShortcodeLine {
  const codes: Shortcode[] = [];
  let at = 0;
  for (;;) {
    const code = shortcodeAt(text, at, text.length);
    if (code === undefined) break;
    codes.push(code);
    at += code.length;
    while (/[ \t]/.test(text.charAt(at))) at += 1;
  }
  return { codes, rest: text.slice(at).trim() };
}

/** The mark of a shortcode that opens or closes a box. */
export function shortcodeMark(code: Shortcode): Omit<BoxMark, 'contentLine'> | undefined {
  const head = shortcodeHead(code);
  if (head === undefined) return undefined;
  const mark = { key: code.name, unclosed: 'empty' } as const;
  return code.isClosing ? mark : { ...mark, head };
}

/** Lines in which a closing shortcode was not found; `to` is exclusive. */
interface Searched {
  readonly from: number;
  readonly to: number;
}

/** By parser state and name of a shortcode. */
const searchedLines = new WeakMap<StateBlock, Map<string, Searched>>();
/** How many names of shortcodes are looked for in a text; bounds the work on texts that never close any. */
const MAX_NAMES = 8;

/** Reads lines up to the closing shortcode as code, or hides them where they are a comment. */
function pushCode(state: StateBlock, opening: Shortcode, startLine: number, endLine: number): boolean {
  const { name, isClosing, values, named } = opening;
  const isHidden = HIDDEN.test(name);
  if (isClosing || !(isHidden || CODE.test(name))) return false;
  const last = closingLine(state, name, startLine + 1, endLine);
  if (last === undefined) return false;
  state.line = last + 1;
  if (isHidden) return true;
  const token = state.push('fence', 'code', 0);
  token.info = named.get('lang') ?? named.get('language') ?? values[0] ?? '';
  token.markup = '```';
  token.content = state.getLines(startLine + 1, last, state.sCount[startLine]!, true);
  token.map = [startLine, last + 1];
  return true;
}

function closingLine(state: StateBlock, name: string, from: number, endLine: number): number | undefined {
  const searchedByName = searchedLines.get(state) ?? new Map<string, Searched>();
  searchedLines.set(state, searchedByName);
  const searched = searchedByName.get(name);
  if (searched !== undefined && searched.from <= from && from <= searched.to) return undefined;
  if (searched === undefined && searchedByName.size === MAX_NAMES) return undefined;
  let line = from;
  for (; line < endLine && (state.isEmpty(line) || state.sCount[line]! >= state.blkIndent); line += 1) {
    const text = lineText(state, line);
    const code = text.startsWith('{') ? shortcodeAt(text, 0, text.length) : undefined;
    if (code?.isClosing === true && code.name === name) return line;
  }
  searchedByName.set(name, { from, to: line });
  return undefined;
}
