import type { Token } from '../markdown/markdown';
import { markdown } from '../parse/markdownParser';
import { oneLine } from '../text/shorten';
import { textWithCode } from './answerText';

/** A sentence of a post's prose. */
export interface Sentence {
  /** One line of plain text, with code between single backticks. */
  readonly text: string;
  /** Index of its paragraph or list item in the post. */
  readonly block: number;
  /** Whether it begins its paragraph or list item. */
  readonly isFirst: boolean;
  readonly isListItem: boolean;
  /** Whether the author has set it in bold, whole or for the most part. */
  readonly isBold: boolean;
  /** The heading above it in the post. */
  readonly heading?: string;
}

/** Blocks whose text is no statement of the author's. */
const SKIPPED = new Set(['blockquote', 'table', 'heading', 'box_title', 'footnotes']);
/** Abbreviations that end with a full stop inside a sentence. */
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|no|fig|mr|mrs|dr|st)\.(?=\s)/gi;
/** A line break of the author's, or a Korean sentence that ends with its line, without punctuation. */
const LINE_END = /(?<=[다요죠음함됨임][)\s]{0,16})\n|\u2028/g;
/** Stands for what must not end a sentence: code, abbreviations, addresses. Its capital lets a sentence begin with it. */
const PLACEHOLDER = /X\uE000(\d+)\uE001/g;

/** UTF-16 units of a post that are read: an answer begins with what it says. */
const MAX_READ_LENGTH = 6_000;

/** The first sentences of a post's paragraphs and list items: no headings, titles, quotations, tables, footnotes or code blocks. */
export function sentencesOf(source: string, language: string, limit: number): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const open: string[] = [];
  let block = 0;
  let heading: string | undefined;
  for (const { type, nesting, children } of markdown.parse(source.slice(0, MAX_READ_LENGTH), {})) {
    const name = type.replace(/_(?:open|close)$/, '');
    if (nesting === 1) open.push(name);
    else if (nesting === -1) open.pop();
    else if (type === 'inline' && open.at(-1) === 'heading') heading = oneLine(textWithCode(children ?? []));
    else if (type === 'inline' && !open.some((parent) => SKIPPED.has(parent))) {
      const isListItem = open.includes('list_item');
      const texts = splitSentences(textWithCode(children ?? []), language);
      texts.slice(0, limit - sentences.length).forEach((text, at) => {
        const isBold = isMostlyBold(text, children ?? []);
        sentences.push({
          text,
          block,
          isFirst: at === 0,
          isListItem,
          isBold,
          ...(heading === undefined ? {} : { heading }),
        });
      });
      block += 1;
      if (sentences.length >= limit) break;
    }
  }
  return sentences;
}

function splitSentences(text: string, language: string): readonly string[] {
  const kept: string[] = [];
  const keep = (part: string): string => `X\uE000${String(kept.push(part) - 1)}\uE001`;
  const masked = text
    .replace(/[\uE000\uE001]/g, '')
    .replace(/`[^`]*`|https?:\/\/\S+/g, keep)
    .replace(ABBREVIATION, keep);
  return masked
    .split(LINE_END)
    .flatMap((lines) => [...segmenterOf(language).segment(oneLine(lines))])
    .map(({ segment }) => oneLine(segment.replace(PLACEHOLDER, (_, at: string) => kept[Number(at)] ?? '')))
    .filter((sentence) => sentence !== '');
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const segmenter = createSegmenter(language);
  segmenters.set(language, segmenter);
  return segmenter;
}

/** Archives may declare a language tag that is none. */
function createSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

function isMostlyBold(sentence: string, tokens: readonly Token[]): boolean {
  let isBold = false;
  let length = 0;
  for (const { type, content } of tokens) {
    if (type === 'strong_open') isBold = true;
    else if (type === 'strong_close') isBold = false;
    else if (isBold && content !== '' && sentence.includes(content)) length += content.length;
  }
  return length > sentence.length / 2;
}
