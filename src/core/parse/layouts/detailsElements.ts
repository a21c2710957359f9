import { detailsOffset } from '../../markdown/html/detailsOffset';
import type { Token } from '../../markdown/markdown';
import type { LineIndex } from '../../text/lineIndex';
import { inlineText, shortTitle } from '../plainTitles';
import { namesTableOfContents } from '../tableOfContents';

/** A `<details>` with a summary. Lines and offsets are those of the document. */
export interface DetailsElement {
  readonly title: string;
  /** Whether the title is only the beginning of a summary, all of which is content. */
  readonly hasLongSummary: boolean;
  readonly line: number;
  readonly endLine: number;
  /** Offset of its content. */
  readonly start: number;
  /** Offset of the end of its content. */
  end: number;
  /** Offset of the text after its closing tag. */
  after: number;
  /** Whether it contains anything besides details elements. */
  hasText: boolean;
  readonly inner: DetailsElement[];
}

/** Details elements nested deeper are text of the one around them. */
const MAX_DEPTH = 8;

/**
 * The details elements outside all other blocks, with those inside them.
 *
 * @param tokens Block tokens of the document from `firstLine` on.
 */
export function readDetails(
  tokens: readonly Token[],
  firstLine: number,
  text: string,
  index: LineIndex,
): readonly DetailsElement[] {
  const base = index.startOf(firstLine);
  const top: DetailsElement[] = [];
  const open: DetailsElement[] = [];
  /** How many other blocks are open inside the innermost element. */
  let openBlocks = 0;
  tokens.forEach((token, at) => {
    const outer = open.at(-1);
    if (token.type === 'details_open' && openBlocks === 0 && open.length < MAX_DEPTH) {
      const details = detailsAt(tokens, at, firstLine, base, index);
      if (details !== undefined) {
        // Of several on one line, the first takes the line; the others are text behind it.
        const siblings = outer?.inner ?? top;
        if (details.line >= (siblings.at(-1)?.endLine ?? 0)) siblings.push(details);
        open.push(details);
        return;
      }
    }
    if (token.nesting === -1) {
      if (openBlocks > 0) openBlocks -= 1;
      else if (outer !== undefined) {
        Object.assign(outer, endOfDetails(token, outer, firstLine, text, index));
        open.pop();
      }
      return;
    }
    if (token.nesting === 1) openBlocks += 1;
    const isSummary = token.type === 'summary_open' || tokens[at - 1]?.type === 'summary_open';
    if (outer !== undefined && !isSummary && token.type !== 'archive_comment' && token.type !== 'hr') {
      outer.hasText = true;
    }
  });
  return top;
}

function detailsAt(
  tokens: readonly Token[],
  at: number,
  firstLine: number,
  base: number,
  index: LineIndex,
): DetailsElement | undefined {
  const token = tokens[at];
  if (token === undefined || token.map === null || tokens[at + 1]?.type !== 'summary_open') return undefined;
  const offset = detailsOffset(token);
  if (offset === undefined) return undefined;
  const [line, endLine] = token.map;
  const summary = inlineText(tokens[at + 2]?.content ?? '');
  const title = shortTitle(summary);
  const hasLongSummary = title !== summary;
  if (namesTableOfContents(title)) return undefined;
  return {
    title,
    hasLongSummary,
    line: line + firstLine,
    endLine: endLine + firstLine,
    start: hasLongSummary ? index.startOf(line + firstLine) : offset + base,
    end: 0,
    after: 0,
    hasText: false,
    inner: [],
  };
}

function endOfDetails(
  close: Token,
  details: DetailsElement,
  firstLine: number,
  text: string,
  index: LineIndex,
): Pick<DetailsElement, 'end' | 'after'> {
  const [line, endLine] = close.map ?? [0, 0];
  const offset = detailsOffset(close);
  const lineEnd = index.startOf(endLine + firstLine);
  // An element that its author left open ends at the start of a line; a tag behind text on its line has no offset.
  if (offset === undefined && line === endLine) {
    return { end: Math.max(details.start, lineEnd), after: lineEnd };
  }
  const lineStart = index.startOf(line + firstLine);
  const end =
    offset === undefined
      ? lineStart + text.slice(lineStart, lineEnd).lastIndexOf('</details>')
      : offset + index.startOf(firstLine);
  return { end: Math.max(details.start, end), after: text.indexOf('>', end) + 1 };
}
