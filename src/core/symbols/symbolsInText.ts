import { ORDINARY_WORDS, SHARED_NAMES } from '../symbolTable/ambiguousNames';
import type { SymbolInfo, SymbolTable } from '../symbolTable/symbolTable';

/** What is known beside the word itself. */
export interface WordContext {
  readonly symbols: SymbolTable;
  /** Qualified names that resolve whether the table has them or not. */
  readonly declared: ReadonlySet<string>;
  /** Packages, by the first part of their qualified names, that are spoken of. */
  readonly packages: ReadonlySet<string>;
}

/** `code`: set as code, inline or in a block. */
type Style = 'prose' | 'code';

/** An identifier or a dotted name; not a piece of an address, a path, or a word with hyphens. */
const NAME = /(?<![\w.\-/#$\\])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?![\w\-/\\]|\.\w)(?<call>\()?/g;
const ADDRESS = /\bhttps?:\/\/\S+/g;
/** Letters from which a plain word in small letters is a name, if it is no ordinary word: `lazyload`. */
const LONG = 8;
/** Letters from which `scoped_session` is one library's, where `next_value` may be anyone's. */
const LONG_ALONE = 12;

/** The symbols that a text names, in its order. A wrong one is worse than a missing one. */
export function symbolsInText(text: string, style: Style, context: WordContext): readonly string[] {
  const found: string[] = [];
  for (const match of text.replace(ADDRESS, ' ').matchAll(NAME)) {
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
    if (symbol !== undefined) found.push(symbol);
  }
  return found;
}

/** Whether it is worth to look closer: a text without any such word names no symbol. */
export function mayNameSymbols(text: string, { symbols }: Pick<WordContext, 'symbols'>): boolean {
  const isNamed = (word: string): boolean =>
    word.includes('.')
      ? word.split('.').some((part) => symbols.isName(part))
      : !SHARED_NAMES.has(word) && symbols.isName(word);
  return (text.match(/[A-Za-z_][\w.]*/g) ?? []).some(isNamed);
}

/** Characters before a word that are looked at for the end of a sentence. */
const SENTENCE_END = 16;

/** Whether English begins a sentence with the word: `Depends on the size`. */
function beginsSentence({ input, index, 0: word }: RegExpExecArray): boolean {
  const before = input.slice(Math.max(0, index - SENTENCE_END), index);
  const end = index + word.length;
  return (index === 0 || /(?:[.!?:>*]\s+|\n)$/.test(before)) && /^ [a-z]/.test(input.slice(end, end + 2));
}

/** A dotted name is a symbol's own, or begins with a name that can only be a symbol's: `AsyncSession.execute`. */
function symbolOfPath(path: string, context: WordContext): string | undefined {
  const symbol = context.symbols.resolve(path)?.name ?? (context.declared.has(path) ? path : undefined);
  if (symbol !== undefined) return symbol;
  const [head = '', member = ''] = path.split('.');
  if (!isDistinctive(head)) return undefined;
  const owner = symbolOfWord(head, 'code', context);
  return owner === undefined ? undefined : (context.symbols.resolve(`${owner}.${member}`)?.name ?? owner);
}

function symbolOfWord(word: string, place: Style | 'first', context: WordContext): string | undefined {
  if (SHARED_NAMES.has(word) || isPackage(word, context) || !isCandidate(word, place)) return undefined;
  const infos = context.symbols.named(word);
  if (infos.length === 0) return undefined;
  const near = infos.filter(({ name }) => context.packages.has(packageOf(name)));
  if (near.length > 0) return onlyOne(near);
  // Where its package is not spoken of, only a documented name that nothing else is likely to have will do.
  const isOwn = isDistinctive(word) && (word.length >= LONG_ALONE || /[a-z][A-Z]/.test(word));
  return isOwn ? onlyOne(infos.filter(({ docs }) => docs !== undefined)) : undefined;
}

function isCandidate(word: string, place: Style | 'first'): boolean {
  if (isDistinctive(word)) return true;
  if (/^[A-Z]+\d*$/.test(word)) return false;
  if (place === 'code') return true;
  if (ORDINARY_WORDS.has(word.toLowerCase())) return false;
  return /^[A-Z]/.test(word) ? place === 'prose' : word.length >= LONG;
}

/** Whether a word is no word of any language: `scoped_session`, `AsyncSession`. */
function isDistinctive(word: string): boolean {
  return /[a-z\d]_[a-zA-Z\d]|[a-z\d][A-Z]|[A-Z]{2}[a-z]/.test(word);
}

/** FastAPI is the framework much more often than its class. */
function isPackage(word: string, { symbols }: WordContext): boolean {
  return Object.hasOwn(symbols.packages, word.toLowerCase());
}

/** The one symbol of several that is meant: the only one, or of one package's the only one with documentation. */
function onlyOne(infos: readonly SymbolInfo[]): string | undefined {
  if (new Set(infos.map(({ name }) => packageOf(name))).size > 1) return undefined;
  const documented = infos.filter(({ docs }) => docs !== undefined);
  const meant = infos.length === 1 ? infos : documented;
  return meant.length === 1 ? meant[0]?.name : undefined;
}

/** The package of a qualified name: its first part. */
export function packageOf(name: string): string {
  return name.split('.', 1)[0] ?? '';
}
