import { replaceFencedCode } from '../text/fencedCode';
import { withoutTrailing } from '../text/trailing';
/** A sentence of a post, without links' targets, images and code blocks. */
export interface Sentence {
  /** Plain text; each inline code is one character, a key of `codes`. */
  readonly text: string;
  readonly codes: ReadonlyMap<string, string>;
  /** `row`: a line of a table. */
  readonly block: 'paragraph' | 'heading' | 'item' | 'row';
  /** Whether it is the first one of its post. */
  readonly isFirst: boolean;
  /** Whether it is the first one of its block. */
  readonly opensBlock: boolean;
  /** Whether all of it is bold, as the statement that a note begins with. */
  readonly isBold: boolean;
  /** Whether it only refers elsewhere: sources, further reading. */
  readonly isReference: boolean;
  /** Whether it is Korean, at least in part. */
  readonly hasHangul: boolean;
}

type BlockKind = Sentence['block'];

interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly isReference: boolean;
}

const INLINE_CODE = /(?<![`\\])(`{1,2})(?!`)([^`\n]{1,200}|[^\n]{1,200}?)\1(?!`)/g;
/** Characters that stand for inline code. */
const FIRST_CODE = 0xe000;
const MAX_CODES = 6_000;
/** Whether a character stands for inline code. */
export function isCode(character: string): boolean {
  return character >= '\uE000' && character <= '\uF8FF';
}

/** Characters of a post that are read. */
const MAX_POST_LENGTH = 50_000;

/** The sentences of a post's prose. */
export function sentencesOf(markdown: string): readonly Sentence[] {
  const codes = new Map<string, string>();
  const withoutBlocks = replaceFencedCode(markdown.slice(0, MAX_POST_LENGTH), '\n\n', 8);
  const masked = withoutBlocks
    .replace(/[\uE000-\uF8FF]/g, ' ')
    .replace(INLINE_CODE, (_, _ticks, code: string) => {
      if (codes.size >= MAX_CODES) return ' ';
      const character = String.fromCharCode(FIRST_CODE + codes.size);
      codes.set(character, code.trim());
      return character;
    });
  const sentences: Sentence[] = [];
  for (const { kind, text, isReference } of blocksOf(plainLinks(masked))) {
    text.split(SENTENCE_END).forEach((sentence, at) => {
      const trimmed = sentence.trim();
      if (trimmed === '') return;
      sentences.push({
        text: trimmed.replace(/\*\*|__/g, ''),
        codes,
        block: kind,
        isFirst: sentences.length === 0,
        opensBlock: at === 0,
        isBold: /^(?:\*\*|__)[^*]{12,}(?:\*\*|__)$/.test(trimmed),
        isReference,
        hasHangul: /[가-힣]/.test(trimmed),
      });
    });
  }
  return sentences;
}

/** A full stop that ends a sentence; those of abbreviations have been removed. */
const SENTENCE_END = /(?<=[^.(\s][.!?。][)"'”’*_\]]{0,4})\s+/;
const ABBREVIATION = /\b(e\.?g|i\.?e|cf|vs|etc)\.(?=\s|,)/gi;

function plainLinks(text: string): string {
  return text
    .replace(/!\[[^\][\n]{0,300}\](?:\([^()\n]{0,500}\)|\[[^\][\n]{0,100}\])/g, ' ')
    .replace(/\[([^\][\n]{0,300})\](?:\((?:[^()\n]|\([^()\n]{0,100}\)){0,500}\)|\[[^\][\n]{0,100}\])/g, '$1')
    .replace(/\bhttps?:\/\/[^\s)>\]]+/g, ' ')
    .replace(/<\/?[A-Za-z][^<>\n]{0,200}>/g, ' ')
    .replace(ABBREVIATION, '$1');
}

const ITEM = /^\s*(?:[-*+•]|\(?\d{1,3}[.)])\s+(?=\S)/;
const HEADING = /^\s{0,3}#{1,6}\s+/;
const ROW = /^\s*\|/;

/** UTF-16 units of a block that may be the title of a list of references. */
const MAX_TITLE_LENGTH = 200;

/** Paragraphs, headings, list items and table rows. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let kind: BlockKind = 'paragraph';
  let listsReferences = false;
  const close = (): void => {
    const content = lines.join(' ').trim();
    lines = [];
    if (content === '') return;
    const start = content.slice(0, MAX_TITLE_LENGTH).replace(/^[*_#\s]+/, '');
    const bare = withoutTrailing(start, /[*_#:：\s]/);
    // "See also:" alone is about the list below; before something on the same line, about that.
    if (REFERENCE_TITLE.test(bare)) listsReferences = true;
    else if (kind !== 'item') listsReferences = false;
    const isReference = REFERENCE.test(bare) || (listsReferences && kind === 'item');
    blocks.push({ kind, text: content, isReference });
  };
  for (const raw of text.split('\n')) {
    const line = raw.replace(/^(?:\s*>)+ ?/, '');
    const next = HEADING.test(line)
      ? 'heading'
      : ITEM.test(line)
        ? 'item'
        : ROW.test(line)
          ? 'row'
          : undefined;
    const isBlank = line.trim() === '';
    if (isBlank || next !== undefined || kind === 'heading' || kind === 'row') close();
    if (isBlank) continue;
    if (lines.length === 0) kind = next ?? 'paragraph';
    lines.push(line.replace(HEADING, '').replace(ITEM, ''));
  }
  close();
  return blocks;
}

const REFERENCE_WORDS =
  '(?:출처|참고(?: ?자료| ?문서| ?링크)?|관련 ?링크|함께 남긴 링크|더 읽을거리|see also|more info(?:rmation)?|further reading|references?|resources|sources?|documentation|official documentation|links?|read more|additional resources)';
const REFERENCE_TITLE = new RegExp(`^${REFERENCE_WORDS}$`, 'i');
const REFERENCE = new RegExp(`^${REFERENCE_WORDS}\\**\\s*[:：]|^\\*?(?:see|for more)\\b`, 'i');
