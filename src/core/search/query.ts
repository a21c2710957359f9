import { codeNamesOf, NO_CODE, type CodeNames } from '../text/codeNames';
import { isPasted, withoutFrames } from './pastedText';
import { FILTERS, type FilterName, type QueryFilter } from './filters';

export interface Query {
  /** As typed, composed and trimmed. */
  readonly text: string;
  /** The words to search for, those of phrases included; without filters and excluded words. */
  readonly words: string;
  /** Quoted words: they must occur side by side. */
  readonly phrases: readonly string[];
  /** Words and phrases that no hit may contain: `-word`, `-"two words"`. */
  readonly excluded: readonly string[];
  readonly filters: readonly QueryFilter[];
  /** Whether it was pasted: a long text, code or terminal output, which nobody types. */
  readonly isPasted: boolean;
  /** What the words are that occur in its code. */
  readonly code: CodeNames;
}

/**
 * A filter with its value, a phrase, or an excluded word or phrase. A quote that is never closed extends to the end. A
 * hyphen excludes only in front of a letter, an underscore or a quote: `thread-safe`, `-5` and `--reload` are words.
 */
const OPERATOR = new RegExp(
  `(?<=^|\\s)(?:(?<name>${FILTERS.join('|')}):(?:["“”](?<quoted>[^"“”]*)(?:["“”]|$)|(?<bare>\\S+))` +
    '|(?<minus>-)?["“”](?<phrase>[^"“”]*)(?:["“”]|$)' +
    '|-(?<word>[\\p{L}_][^\\s"]*)(?=\\s|$))',
  'giu',
);

/** UTF-16 units of a query that are read, about 20,000 words; the rest of a longer one is ignored. */
const MAX_QUERY_LENGTH = 128 * 1024;

/** Parses a query. What is not an operator is a word, so any text is a valid query. */
export function parseQuery(typed: string): Query {
  const text = readText(typed);
  const filters: QueryFilter[] = [];
  const phrases: string[] = [];
  const excluded: string[] = [];
  let words = '';
  let end = 0;
  const pasted = isPasted(text);
  for (const operator of operatorsOf(text, pasted)) {
    const { name, quoted, bare, minus, phrase, word } = operator.groups ?? {};
    const value = (quoted ?? bare ?? phrase ?? word ?? '').trim();
    if (value === '' && name !== undefined) continue;
    words += text.slice(end, operator.index);
    end = operator.index + operator[0].length;
    if (name !== undefined) filters.push({ name: name.toLowerCase() as FilterName, value });
    else if (word !== undefined || minus !== undefined) excluded.push(value);
    else {
      phrases.push(value);
      words += ` ${value} `;
    }
  }
  const rest = text.slice(end);
  return {
    text: text.trim(),
    words: (words + (pasted ? withoutFrames(rest) : rest)).replace(/\s+/g, ' ').trim(),
    phrases: phrases.filter(isNotEmpty),
    excluded: excluded.filter(isNotEmpty),
    filters,
    isPasted: pasted,
    code: pasted ? codeNamesOf(rest) : NO_CODE,
  };
}

function readText(typed: string): string {
  return typed.slice(0, MAX_QUERY_LENGTH).normalize('NFC');
}

/**
 * The operators of a text. Of pasted text only the filters in front of it: its quotes, hyphens and colons are its own.
 */
function operatorsOf(text: string, pasted: boolean): readonly RegExpExecArray[] {
  if (!pasted) return [...text.matchAll(OPERATOR)];
  const leading: RegExpExecArray[] = [];
  let end = 0;
  for (const operator of text.matchAll(OPERATOR)) {
    const isLeading =
      operator.groups?.['name'] !== undefined && text.slice(end, operator.index).trim() === '';
    if (!isLeading) break;
    leading.push(operator);
    end = operator.index + operator[0].length;
  }
  return leading;
}

/** A filter with its place in a query. */
export interface PlacedFilter extends QueryFilter {
  /** Offsets in the composed query. */
  readonly start: number;
  readonly end: number;
}

/** The filters of a query with their places. */
export function placedFilters(typed: string): readonly PlacedFilter[] {
  const text = readText(typed);
  return operatorsOf(text, isPasted(text)).flatMap(({ 0: operator, index, groups = {} }) => {
    const value = (groups['quoted'] ?? groups['bare'] ?? '').trim();
    const name = groups['name']?.toLowerCase() as FilterName | undefined;
    return name === undefined || value === ''
      ? []
      : [{ name, value, start: index, end: index + operator.length }];
  });
}

function isNotEmpty(text: string): boolean {
  return text !== '';
}

/** A filter's name with its colon, wherever it is in a text. */
const FILTER_PREFIX = new RegExp(`(?<![\\p{L}\\p{N}_])(${FILTERS.join('|')}):`, 'giu');

/** A query for the words of a text that was not written as a query, such as a title: without quotes, hyphens and filters. */
export function toPlainQuery(text: string): string {
  return text
    .replace(/["“”]/g, ' ')
    .replace(FILTER_PREFIX, '$1 ')
    .replace(/(?<!\S)-+(?=[\p{L}_])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
