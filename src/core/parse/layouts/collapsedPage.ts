import { detailsOffset } from '../../markdown/detailsRule';
import type { Token } from '../../markdown/markdown';
import type { LineIndex } from '../../text/lineIndex';
import type { Outline, Section } from '../outline';
import { inlineText } from '../titles';
import { sectionBlock, type EntryBlock } from './block';

/** A `<details>` with a summary. Lines and offsets of the document. */
interface Fold {
  readonly title: string;
  readonly line: number;
  readonly endLine: number;
  /** Offset where its content begins. */
  readonly start: number;
  /** Offset where its content ends, and where the text behind it begins. */
  end: number;
  after: number;
  /** Whether anything but folds stands in it. */
  hasText: boolean;
  readonly folds: Fold[];
}

/** How much of the text folds hold where they are what the document is made of. */
const SHARE_OF_TEXT = 0.5;

/** Folds deeper than this are text of the fold around them. */
const DEEPEST = 8;

/** The folds on the document's own level, with those inside them. */
export function readDetails(
  { tokens }: Outline,
  firstLine: number,
  text: string,
  index: LineIndex,
): readonly Fold[] {
  const base = index.startOf(firstLine);
  const top: Fold[] = [];
  const open: Fold[] = [];
  /** How many blocks are open inside the innermost fold, folds in lists and quotes among them. */
  let blocks = 0;
  tokens.forEach((token, at) => {
    const outer = open.at(-1);
    if (token.type === 'details_open' && blocks === 0 && open.length < DEEPEST) {
      const fold = foldAt(tokens, at, firstLine, base);
      if (fold !== undefined) {
        // Of several on one line the first has the line, and the others are text behind it.
        const neighbours = outer?.folds ?? top;
        if (fold.line >= (neighbours.at(-1)?.endLine ?? 0)) neighbours.push(fold);
        open.push(fold);
        return;
      }
    }
    if (token.nesting === -1) {
      if (blocks > 0) blocks -= 1;
      else if (outer !== undefined) {
        Object.assign(outer, endOfFold(token, outer, firstLine, text, index));
        open.pop();
      }
      return;
    }
    if (token.nesting === 1) blocks += 1;
    const isSummary = token.type === 'summary_open' || tokens[at - 1]?.type === 'summary_open';
    if (outer !== undefined && !isSummary && token.type !== 'archive_comment' && token.type !== 'hr') {
      outer.hasText = true;
    }
  });
  return top;
}

function foldAt(tokens: readonly Token[], at: number, firstLine: number, base: number): Fold | undefined {
  const token = tokens[at];
  if (token === undefined || token.map === null || tokens[at + 1]?.type !== 'summary_open') return undefined;
  const title = inlineText(tokens[at + 2]?.content ?? '');
  const [line, endLine] = token.map;
  const place = {
    line: line + firstLine,
    endLine: endLine + firstLine,
    start: (detailsOffset(token) ?? 0) + base,
    end: 0,
    after: 0,
  };
  return { title, ...place, hasText: false, folds: [] };
}

function endOfFold(
  close: Token,
  fold: Fold,
  firstLine: number,
  text: string,
  index: LineIndex,
): Pick<Fold, 'end' | 'after'> {
  const [line, endLine] = close.map ?? [0, 0];
  const offset = detailsOffset(close);
  const lineEnd = index.startOf(endLine + firstLine);
  // One that its author did not close ends where a line begins; a tag behind text on the same line has no offset.
  if (offset === undefined && line === endLine) return { end: Math.max(fold.start, lineEnd), after: lineEnd };
  const lineStart = index.startOf(line + firstLine);
  const end =
    offset === undefined
      ? lineStart + text.slice(lineStart, lineEnd).lastIndexOf('</details>')
      : offset + index.startOf(firstLine);
  return { end: Math.max(fold.start, end), after: text.indexOf('>', end) + 1 };
}

/**
 * Whether the document is a collapsed page: folds with titles of their own hold most of its text. Folds that all
 * say the same (`Answer`, `코드`) hide a part of the section they stand in.
 */
export function isCollapsed(folds: readonly Fold[], sections: readonly Section[], index: LineIndex): boolean {
  const titles = new Set(folds.map(({ title }) => title.toLowerCase()));
  if (folds.length === 0 || titles.size * 2 <= folds.length) return false;
  const size = folds.reduce(
    (sum, { line, endLine }) => sum + index.startOf(endLine) - index.startOf(line),
    0,
  );
  return size >= SHARE_OF_TEXT * sections.reduce((sum, section) => sum + section.size, 0);
}

/**
 * A collapsed page: each fold is an entry, with what follows it up to the next fold or heading. A fold that holds
 * nothing but folds is a topic. A section without folds is an entry as on a page of prose.
 */
export function collapsedBlocks(
  folds: readonly Fold[],
  sections: readonly Section[],
  index: LineIndex,
): readonly EntryBlock[] {
  const blocks: EntryBlock[] = [];
  const enclosing: Section[] = [];
  let next = 0;
  sections.forEach((section, at) => {
    while ((enclosing.at(-1)?.level ?? -1) >= section.level) enclosing.pop();
    const outer = enclosing.map(({ title }) => title);
    const end = sections[at + 1]?.line ?? index.count;
    const isLeaf = (sections[at + 1]?.level ?? 0) <= section.level;
    if ((folds[next]?.line ?? Infinity) >= end && at > 0) {
      const isEntry = section.text === 'prose' || (isLeaf && section.size > 0);
      if (isEntry) blocks.push(sectionBlock(sections, at, at + 1, outer, index.count));
    }
    enclosing.push(section);
    const topics = [...outer, section.title];
    for (let fold = folds[next]; fold !== undefined && fold.line < end; fold = folds[next]) {
      next += 1;
      addFold(blocks, fold, topics, Math.min(folds[next]?.line ?? end, end), index);
    }
  });
  return blocks;
}

function addFold(
  blocks: EntryBlock[],
  fold: Fold,
  topics: readonly string[],
  nextLine: number,
  index: LineIndex,
): void {
  if (!fold.hasText && fold.folds.length > 0) {
    fold.folds.forEach((inner, at) => {
      addFold(blocks, inner, [...topics, fold.title], fold.folds[at + 1]?.line ?? inner.endLine, index);
    });
    return;
  }
  const endLine = Math.max(fold.line + 1, nextLine);
  blocks.push({
    title: fold.title,
    titleLine: fold.line,
    startLine: fold.line,
    bodyLine: fold.line,
    body: [
      { start: fold.start, end: fold.end },
      { start: fold.after, end: Math.max(fold.after, index.startOf(endLine)) },
    ],
    endLine,
    topics: topics.filter((topic) => topic !== ''),
  });
}
