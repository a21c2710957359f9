import type { MappedLine } from '../../mappedLine';
import type { MappedText } from '../../mappedText';
import { isNameShaped } from './speakerNames';
import { maskLine } from './maskedLine';
import { trimmed } from './trimmed';

/** What is above the first turn of a talk. */
export interface Preface {
  readonly preface: MappedText;
  /** Whether a heading says that it is what was asked (`Description`). */
  readonly isOpening: boolean;
  /** Who asked, where a line says so (`Author: x`). */
  readonly asker?: string;
}

/** A property of the thread, in a line, a list or a table. */
const PROPERTY = /^\s*(?:\|\s*)?(\p{L}[\p{L} ]{0,30}?)\s*[:：|](.{0,400})$/u;
const ASKER =
  /^(?:author|opened by|created by|asked by|posted by|reporter|reported by|asker|user|작성자|글쓴이|질문자|投稿者|質問者|作者|提问者|автор|autor|auteur)$/i;
/** The farthest line that a property is looked for in. */
const MAX_LINES = 40;

/**
 * Reads the lines above the first turn. Where they hold nothing but headings and properties of the thread above the heading of what
 * was asked, these are left out.
 *
 * @param linesAboveOpening How many lines are above that heading; `undefined` where there is none.
 */
export function readPreface(lines: readonly MappedLine[], linesAboveOpening: number | undefined): Preface {
  const asker = lines
    .slice(0, MAX_LINES)
    .map(askerIn)
    .find((name) => name !== undefined);
  const above = trimmed(lines.slice(0, linesAboveOpening ?? 0)).lines;
  const isOnlyProperties = above.every(
    ({ text }) => /^[\s|:-]*$|^ {0,3}#{1,6}\s/.test(text) || propertyOf(text) !== undefined,
  );
  return {
    preface: trimmed(isOnlyProperties ? lines.slice(linesAboveOpening ?? 0) : lines),
    isOpening: linesAboveOpening !== undefined,
    ...(asker === undefined ? {} : { asker }),
  };
}

function askerIn({ text }: MappedLine): string | undefined {
  const [key, value] = propertyOf(text) ?? [];
  if (key === undefined || value === undefined || !ASKER.test(key)) return undefined;
  const handle = /^(?:@|u\/)(\S+)/.exec(value)?.[1];
  const name = handle ?? value;
  return isNameShaped(name) ? name : undefined;
}

function propertyOf(text: string): readonly [string, string] | undefined {
  const plain = maskLine(text).plain.replace(/^\s*[-*+]\s/, ' ');
  const [, key, value] = PROPERTY.exec(plain.replace(/\|\s*$/, '')) ?? [];
  return key === undefined || value === undefined ? undefined : [key, value.replace(/\s+/g, ' ').trim()];
}
