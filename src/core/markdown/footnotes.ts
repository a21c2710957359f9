import type { Env, StateBlock, StateInline } from 'markdown-it';
import { lineStart, lineText } from './blockLines';

/** A footnote's definition in a text. */
export interface FootnoteDefinition {
  /** As written, without `^`. */
  readonly label: string;
  /** Its Markdown, without the label and indentation. */
  readonly markdown: string;
  /** First and next line in the text that defines it. */
  readonly lines: readonly [number, number];
}

/** What a text's `env` holds of its footnotes. */
interface FootnoteEnv extends Env {
  /** Definitions by normalised label. */
  footnotes?: Map<string, FootnoteDefinition>;
  /** The footnotes that a rendering refers to, in order, by normalised label or inline text. */
  usedFootnotes?: Map<string, UsedFootnote>;
}

/** A footnote that is referred to. */
export interface UsedFootnote {
  /** From 1. */
  readonly number: number;
  readonly markdown: string;
  /** How often it has been referred to. */
  references: number;
}

/** The `meta` of a `footnote_ref` token. */
export interface FootnoteReference {
  readonly number: number;
  /** From 1: which of the references to the footnote this is. */
  readonly reference: number;
}

const DEFINITION = /^\[\^([^\s[\]^]{1,200})\]:[ \t]*/;
const REFERENCE = /\[\^([^\s[\]^]{1,200})\]/y;
/** In characters; bounds the work on texts that never close an inline footnote. */
const MAX_INLINE_LENGTH = 1_000;

/** The footnotes that a text defines, by normalised label. */
export function footnotesOf(env: Env): ReadonlyMap<string, FootnoteDefinition> {
  return (env as FootnoteEnv).footnotes ?? new Map<string, FootnoteDefinition>();
}

/** The footnotes that a text refers to; `resetUsedFootnotes` empties them. */
export function usedFootnotes(env: Env): Map<string, UsedFootnote> {
  return ((env as FootnoteEnv).usedFootnotes ??= new Map<string, UsedFootnote>());
}

export function resetUsedFootnotes(env: Env): void {
  delete (env as FootnoteEnv).usedFootnotes;
}

/** Reads the definition of a footnote, `[^label]: text` with further lines indented, into the text's `env`. */
export function footnoteDefinitionRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x5b || state.src.charCodeAt(start + 1) !== 0x5e) return false;
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const [head, label] = DEFINITION.exec(lineText(state, startLine)) ?? [];
  if (head === undefined || label === undefined) return false;
  if (silent) return true;
  const end = endOfDefinition(state, startLine, endLine);
  const first = state.src.slice(start + head.length, state.eMarks[startLine]);
  const rest = state.getLines(startLine + 1, end, state.blkIndent + 4, false);
  const definitions = ((state.env as FootnoteEnv).footnotes ??= new Map<string, FootnoteDefinition>());
  const key = state.md.utils.normalizeReference(label);
  const markdown = [first, rest].join('\n').trim();
  if (!definitions.has(key)) definitions.set(key, { label, markdown, lines: [startLine, end] });
  state.line = end;
  return true;
}

function endOfDefinition(state: StateBlock, startLine: number, endLine: number): number {
  const terminators = state.md.block.ruler.getRules('paragraph');
  let end = startLine + 1;
  for (let line = startLine + 1; line < endLine; line += 1) {
    if (state.isEmpty(line)) continue;
    const columns = state.sCount[line]! - state.blkIndent;
    if (columns < 4) {
      // A paragraph may continue without indentation.
      if (end !== line || columns < 0 || terminators.some((rule) => rule(state, line, endLine, true))) break;
    }
    end = line + 1;
  }
  return end;
}

/** Tokenises `[^label]` of a footnote that the text defines. */
export function footnoteReferenceRule(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) return false;
  REFERENCE.lastIndex = state.pos;
  const [whole, label] = REFERENCE.exec(state.src) ?? [];
  if (whole === undefined || label === undefined || state.pos + whole.length > state.posMax) return false;
  const key = state.md.utils.normalizeReference(label);
  const definition = footnotesOf(state.env).get(key);
  if (definition === undefined) return false;
  if (!silent) pushReference(state, key, definition.markdown);
  state.pos += whole.length;
  return true;
}

/** Tokenises `^[text]`, a footnote where it is referred to. */
export function inlineFootnoteRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x5e || src.charCodeAt(pos + 1) !== 0x5b) return false;
  const end = closingBracket(src, pos + 2, Math.min(state.posMax, pos + MAX_INLINE_LENGTH));
  const text = end === -1 ? '' : src.slice(pos + 2, end);
  if (text.trim() === '') return false;
  if (!silent) pushReference(state, `^[${String(pos)}${text}`, text);
  state.pos = end + 1;
  return true;
}

function pushReference(state: StateInline, key: string, markdown: string): void {
  const used = usedFootnotes(state.env);
  const footnote = used.get(key) ?? { number: used.size + 1, markdown, references: 0 };
  footnote.references += 1;
  used.set(key, footnote);
  const meta: FootnoteReference = { number: footnote.number, reference: footnote.references };
  state.push('footnote_ref', '', 0).meta = { ...meta };
}

function closingBracket(text: string, from: number, limit: number): number {
  let depth = 1;
  for (let at = from; at < limit; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
