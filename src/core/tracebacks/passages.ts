import type { Entry } from '../model';
import { entryTextOf, TRIGRAM_LENGTH, trigramsOf } from './entryText';
import { namesIn, writtenNamesIn } from './foldedNames';
import { stableWords } from './messageWords';

/** A paragraph or list item of an entry: what it says belongs together. */
export interface Passage {
  readonly text: string;
  /** Names in its text, folded and as written. */
  readonly names: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
  /** Those that it writes as code. */
  readonly code: ReadonlySet<string>;
  /** Sequences of its words, without those that vary. */
  readonly trigrams: ReadonlySet<string>;
}

/** Passages of one entry, and UTF-16 units of one, that are read. */
const MAX_PASSAGES = 400;
const MAX_LENGTH = 3000;
/** Words of a passage. */
const MAX_WORDS = 600;

const QUOTATION = /^[ \t]{0,3}(?:>[ \t]?){1,20}/;
const FENCE = /^[ \t]{0,8}(?:`{3,}|~{3,})/;
const INDENTED = /^(?: {4}|\t)/;
const LIST_ITEM = /^[ \t]{0,8}(?:[-*+]|\d{1,3}[.)])[ \t]/;
/** A link whose text is the name of a file only says where to read on. */
const FILE_LINK = /\[[`\w./-]{1,100}\.\w{1,5}`?\]\([^()\s]{1,500}\)/g;
const LINK_TARGET = /\]\([^()\s]{1,500}\)/g;
const URL = /\bhttps?:\/\/\S+/g;
const CODE = /`([^`\n]{1,200})`/g;

const cache = new WeakMap<Entry, readonly Passage[]>();

/** The passages of prose of an entry, in all its languages; sample code and printed output are left out. */
export function passagesOf(entry: Entry): readonly Passage[] {
  const known = cache.get(entry) ?? paragraphsOf(entryTextOf(entry).text()).map(passageOf);
  cache.set(entry, known);
  return known;
}

function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let current = '';
  let isCode = false;
  const end = (): void => {
    if (current.trim() !== '') paragraphs.push(current.slice(0, MAX_LENGTH));
    current = '';
  };
  for (const quoted of text.split('\n')) {
    const line = quoted.replace(QUOTATION, '');
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    const isBreak = isFence || isCode || line.trim() === '' || INDENTED.test(line);
    if (isBreak || LIST_ITEM.test(line)) end();
    if (!isBreak) current += `${line}\n`;
    if (paragraphs.length >= MAX_PASSAGES) return paragraphs;
  }
  end();
  return paragraphs;
}

function passageOf(paragraph: string): Passage {
  const text = paragraph.replaceAll(FILE_LINK, ' ').replaceAll(LINK_TARGET, ']').replaceAll(URL, ' ');
  const code = Array.from(text.matchAll(CODE), ([, inline = '']) => inline).join('\n');
  const { words } = stableWords(text, false, MAX_WORDS);
  return {
    text,
    names: namesIn(text),
    written: writtenNamesIn(text),
    code: namesIn(code),
    trigrams: new Set(words.length < TRIGRAM_LENGTH ? [] : trigramsOf(words)),
  };
}
