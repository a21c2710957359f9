import { detailsOffset } from '../../markdown/details';
import type { Token } from '../../markdown/markdown';
import type { LineIndex } from '../../text/lines';
import type { Outline, Section } from '../outline';
import { inlineText } from '../titles';
import type { Block } from './block';

/** A `<details>` with a summary. Lines and offsets of the document. */
interface Fold {
  readonly title: string;
  readonly line: number;
  readonly endLine: number;
  /** Offset where its content begins. */
  readonly start: number;
  end: number;
  /** Whether anything but folds stands in it. */
  hasText: boolean;
  readonly folds: Fold[];
}

/** How much of the text folds hold where they are what the document is made of. */
const SHARE_OF_TEXT = 0.5;

/** Folds deeper than this are text of the fold around them. */
const DEEPEST = 8;

/** The folds on the document's own level, with those inside them. */
export function readFolds(
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
        (outer?.folds ?? top).push(fold);
        open.push(fold);
        return;
      }
    }
    if (token.nesting === -1) {
      if (blocks > 0) blocks -= 1;
      else if (outer !== undefined) {
        outer.end = endOfFold(token, outer, firstLine, base, text, index);
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
  const place = { line: line + firstLine, endLine: endLine + firstLine, start: (detailsOffset(token) ?? 0) + base, end: 0 };
  return { title, ...place, hasText: false, folds: [] };
}

function endOfFold(
  close: Token,
  fold: Fold,
  firstLine: number,
  base: number,
  text: string,
  index: LineIndex,
): number {
  const offset = detailsOffset(close);
  if (offset !== undefined) return offset + base;
  const end = index.startOf(firstLine + (close.map?.[1] ?? 0));
  const tag = text.lastIndexOf('</details>', end);
  return tag < fold.start ? Math.max(fold.start, end) : tag;
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
 * nothing but folds is a topic.
 */
export function collapsedBlocks(
  folds: readonly Fold[],
  sections: readonly Section[],
  index: LineIndex,
): readonly Block[] {
  const blocks: Block[] = [];
  let heading = 1;
  const enclosing: Section[] = [];
  const visit = (fold: Fold, topics: readonly string[], nextLine: number): void => {
    if (!fold.hasText && fold.folds.length > 0) {
      fold.folds.forEach((inner, at) => {
        visit(inner, [...topics, fold.title], fold.folds[at + 1]?.line ?? inner.endLine);
      });
      return;
    }
    const startLine = Math.max(fold.line, blocks.at(-1)?.endLine ?? 0);
    blocks.push({
      title: fold.title,
      titleLine: fold.line,
      startLine,
      bodyLine: fold.line,
      body: [
        { start: fold.start, end: fold.end },
        { start: index.startOf(fold.endLine), end: index.startOf(Math.max(fold.endLine, nextLine)) },
      ],
      endLine: Math.max(startLine, nextLine),
      topics: topics.filter((topic) => topic !== ''),
    });
  };
  folds.forEach((fold, at) => {
    for (; (sections[heading]?.line ?? Infinity) < fold.line; heading += 1) {
      const section = sections[heading]!;
      while ((enclosing.at(-1)?.level ?? 0) >= section.level) enclosing.pop();
      enclosing.push(section);
    }
    const next = Math.min(folds[at + 1]?.line ?? index.count, sections[heading]?.line ?? index.count);
    const topics = enclosing.map(({ title }) => title);
    visit(fold, topics, next);
  });
  return blocks;
}
