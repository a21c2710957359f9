import type { SymbolInfo, SymbolTable } from '../symbolTable/symbolTable';
import { ORDINARY_WORDS, SHARED_NAMES } from './ambiguousNames';

/** What decides, besides a word itself, whether it mentions a symbol. */
export interface MentionContext {
  readonly symbols: SymbolTable;
  /** Qualified names that archives declare; they resolve even if the symbol table lacks them. */
  readonly declared: ReadonlySet<string>;
  /** Packages that the entry mentions, by the first part of their qualified names. */
  readonly packages: ReadonlySet<string>;
}

/** `code`: formatted as code, inline or in a block. */
type Style = 'prose' | 'code';

/** An identifier or a dotted name that is not part of a URL, a path or a hyphenated word. */
const NAME = /(?<![\w.\-/#$\\])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?![\w\-/\\]|\.\w)(?<call>\()?/g;
const URL = /\bhttps?:\/\/\S+/g;
/** A lowercase word this long is a name unless it is an ordinary word: `lazyload`. */
const MIN_LOWERCASE_LENGTH = 8;
/** A name this long belongs to one library: `scoped_session`; a shorter one, `next_value`, could be anyone's. */
const MIN_UNIQUE_LENGTH = 12;

/** The symbols that a text mentions, in order. A wrong one is worse than a missing one. */
export function symbolsInText(text: string, style: Style, context: MentionContext): readonly string[] {
  const symbols: string[] = [];
  for (const match of text.replace(URL, ' ').matchAll(NAME)) {
    const [whole] = match;
    const isCall = match.groups?.['call'] !== undefined;
    const name = isCall ? whole.slice(0, -1) : whole;
    const symbol = name.includes('.')
      ? symbolOfPath(name, context)
      : symbolOfWord(
          name,
          style === 'code' || isCall ? 'code' : beginsSentence(match) ? 'first' : 'prose',
          context,
        );
    if (symbol !== undefined) symbols.push(symbol);
  }
  return symbols;
}

/** A quick test that rules most texts out: false if no word of the text can mention a symbol. */
export function mayNameSymbols(text: string, { symbols }: Pick<MentionContext, 'symbols'>): boolean {
  const mayBeSymbol = (word: string): boolean =>
    word.includes('.')
      ? word.split('.').some((part) => symbols.hasName(part))
      : !SHARED_NAMES.has(word) && symbols.hasName(word);
  return (text.match(/[A-Za-z_][\w.]*/g) ?? []).some(mayBeSymbol);
}

/** Characters before a word in which the end of a sentence is looked for. */
const MAX_SENTENCE_END_LENGTH = 16;

/** Whether a word begins an English sentence, `Depends on the size`, so that its capital means nothing. */
function beginsSentence({ input, index, 0: word }: RegExpExecArray): boolean {
  const before = input.slice(Math.max(0, index - MAX_SENTENCE_END_LENGTH), index);
  const end = index + word.length;
  return (index === 0 || /(?:[.!?:>*]\s+|\n)$/.test(before)) && /^ [a-z]/.test(input.slice(end, end + 2));
}

/** Resolves a dotted name: a path to a symbol, or one that begins with a distinctive name, `AsyncSession.execute`. */
function symbolOfPath(path: string, context: MentionContext): string | undefined {
  const symbol = context.symbols.resolve(path)?.name ?? (context.declared.has(path) ? path : undefined);
  if (symbol !== undefined) return symbol;
  const [head = '', member = ''] = path.split('.');
  if (!isDistinctive(head)) return undefined;
  const owner = symbolOfWord(head, 'code', context);
  return owner === undefined ? undefined : (context.symbols.resolve(`${owner}.${member}`)?.name ?? owner);
}

function symbolOfWord(word: string, position: Style | 'first', context: MentionContext): string | undefined {
  if (SHARED_NAMES.has(word) || isPackageName(word, context) || !isCandidate(word, position))
    return undefined;
  const infos = context.symbols.symbolsNamed(word);
  if (infos.length === 0) return undefined;
  const inContext = infos.filter(({ name }) => context.packages.has(packageOf(name)));
  if (inContext.length > 0) return singleSymbol(inContext);
  // If its package is not mentioned, only a documented name that is unlikely to be anything else counts.
  return isUniqueName(word) ? singleSymbol(infos.filter(({ docs }) => docs !== undefined)) : undefined;
}

/** Whether a word is unlikely to be a name in any other library: `scoped_session`, `AsyncSession`. */
export function isUniqueName(word: string): boolean {
  return isDistinctive(word) && (word.length >= MIN_UNIQUE_LENGTH || /[a-z][A-Z]/.test(word));
}

function isCandidate(word: string, position: Style | 'first'): boolean {
  if (isDistinctive(word)) return true;
  if (/^[A-Z]+\d*$/.test(word)) return false;
  if (position === 'code') return true;
  if (ORDINARY_WORDS.has(word.toLowerCase())) return false;
  return /^[A-Z]/.test(word) ? position === 'prose' : word.length >= MIN_LOWERCASE_LENGTH;
}

/** Whether a word can only be an identifier: `scoped_session`, `AsyncSession`. */
function isDistinctive(word: string): boolean {
  return /[a-z\d]_[a-zA-Z\d]|[a-z\d][A-Z]|[A-Z]{2}[a-z]/.test(word);
}

/** `FastAPI` means the framework much more often than its class. */
function isPackageName(word: string, { symbols }: MentionContext): boolean {
  return Object.hasOwn(symbols.packages, word.toLowerCase());
}

/** The symbol that is meant by an ambiguous name: the only one, or the only documented one of a single package. */
function singleSymbol(infos: readonly SymbolInfo[]): string | undefined {
  if (new Set(infos.map(({ name }) => packageOf(name))).size > 1) return undefined;
  const documented = infos.filter(({ docs }) => docs !== undefined);
  const candidates = infos.length === 1 ? infos : documented;
  return candidates.length === 1 ? candidates[0]?.name : undefined;
}

/** The first part of a qualified name. */
export function packageOf(name: string): string {
  return name.split('.', 1)[0] ?? '';
}
