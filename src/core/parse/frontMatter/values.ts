import { MAX_ANSWER_LENGTH } from '../../model';
import { answerText } from '../../answerLine/answerText';
import { titleText } from '../plainTitles';

/** One line of text; `undefined` for anything else, and for nothing. */
export function oneText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** Whether a value says nothing: no text, or a list of nothing. An empty list says that there is none. */
export function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isNothing);
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** A title is shown as plain text everywhere. */
export function headline(value: unknown): string | undefined {
  const text = oneText(value);
  return text === undefined ? undefined : titleText(text);
}

/** Markup is reduced to plain text and code spans. */
export function answerLine(value: unknown): string | undefined {
  const text = answerText(oneText(value) ?? '');
  return text !== '' && text.length <= MAX_ANSWER_LENGTH ? text : undefined;
}

/** One text or several, of which empty ones are left out. */
export function texts(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const read = list.filter((item) => !isNothing(item)).map(oneText);
  return read.every((text) => text !== undefined) ? read : undefined;
}

/** Other names; Hugo has the page's former addresses under the same key. */
export function names(value: unknown): readonly string[] | undefined {
  return texts(value)?.filter((text) => !/^(?:\/|https?:)/.test(text));
}

/** Values of one key. */
export const MAX_VALUES = 500;
/** UTF-16 units of one value. */
export const MAX_VALUE_LENGTH = 1000;
/** UTF-16 units of an id, of which links and paths have several. */
export const MAX_ID_LENGTH = 200;

/** Whether a value has more texts, or longer ones, than anybody writes. */
export function isTooLong(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > MAX_VALUES || value.some(isTooLong);
  return typeof value === 'string' && value.length > MAX_VALUE_LENGTH;
}

/** A pinned id is part of links and paths, so it consists of characters that need no escaping there. */
export function pinnedId(value: unknown): string | undefined {
  const text = isTooLong(value) ? undefined : oneText(value);
  return text !== undefined && text.length <= MAX_ID_LENGTH && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text)
    ? text
    : undefined;
}

export function languageTag(value: unknown): string | undefined {
  const tag = oneText(value)?.replaceAll('_', '-');
  return tag !== undefined && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}

/**
 * Tags or categories: a list, also a nested one, or a text. A text is divided at commas; one without, at spaces, as
 * Jekyll does, unless it is written as a name (`Getting Started`). A `#` before a tag is left out.
 */
export function tags(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value.flat(3) : dividedTags(value);
  const read = list.filter((item) => !isNothing(item)).map(oneText);
  if (!read.every((text) => text !== undefined)) return undefined;
  return [...new Set(read.map((text) => text.replace(/^#(?=\S)/, '')))];
}

function dividedTags(value: unknown): readonly unknown[] {
  const text = oneText(value);
  if (text === undefined) return [value];
  if (text.includes(',')) return text.split(',');
  const words = text.split(' ');
  return words.every((word) => !/^\p{Lu}/u.test(word)) ? words : [text];
}
