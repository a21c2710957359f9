import { boxOf } from '../markdown/boxes';
import type { Token } from '../markdown/markdown';
import { columnAfter } from './columns';
import { cutLine, type MappedLine } from './mappedLine';

/**
 * A block that begins a section, or that is part of one without being its text: a list item (`1. ### What is it?`), the
 * definition of a term, a box, or a quote. Its lines have marks or indentation of their own.
 */
export interface Container {
  /** First line, counted from zero in the document. */
  readonly line: number;
  /** The line below it. */
  readonly endLine: number;
  readonly kind: 'indented' | 'definition' | 'quote' | 'fenced';
  /** Columns by which its text is indented, with tab stops of four; zero where it is not. */
  readonly indent: number;
  /** The line below its text: that of a closing mark, where it has one. */
  readonly contentEnd: number;
}

const QUOTE_MARK = /^ {0,3}> ?/;
const DEFINITION_MARK = /^ {0,3}:[ \t]+/;
const ITEM_MARK = /^ *(?:\d+[.)]|[-*+])[ \t]+/;

/** The lines of a text as they are inside containers, which are in order. */
export function withinContainers(
  lines: readonly MappedLine[],
  containers: readonly Container[],
): readonly MappedLine[] {
  let next = 0;
  return lines.flatMap((mapped) => {
    while ((containers[next]?.endLine ?? Infinity) <= mapped.line) next += 1;
    const container = containers[next];
    if (container === undefined || container.line > mapped.line) return [mapped];
    if (mapped.line >= container.contentEnd) return [];
    return [withoutMark(mapped, container)];
  });
}

/** A line without what belongs to its container. */
function withoutMark(mapped: MappedLine, container: Container): MappedLine {
  const { text, line } = mapped;
  if (container.kind === 'quote') return cutLine(mapped, QUOTE_MARK.exec(text)?.[0].length ?? 0);
  const mark = container.kind === 'definition' && line === container.line ? DEFINITION_MARK.exec(text) : null;
  if (mark !== null) return cutLine(mapped, mark[0].length);
  let count = 0;
  let column = 0;
  while (column < container.indent && /[ \t]/.test(text.charAt(count))) {
    column = columnAfter(text.charAt(count), column);
    count += 1;
  }
  return cutLine(mapped, count, Math.max(0, column - container.indent));
}

/** The list item that a token opens, whose first line is given. */
export function listItemContainer(open: Token, line: string, firstLine: number): Container {
  return containerOf(open, firstLine, 'indented', columnAfter(ITEM_MARK.exec(line)?.[0] ?? '', 0));
}

/** The definition that a `dd_open` token opens, whose first line is given. */
export function definitionContainer(open: Token, line: string, firstLine: number): Container {
  return containerOf(open, firstLine, 'definition', columnAfter(DEFINITION_MARK.exec(line)?.[0] ?? '', 0));
}

/** The quote that a `blockquote_open` token opens. */
export function quoteContainer(open: Token, firstLine: number): Container {
  return containerOf(open, firstLine, 'quote', 0);
}

/** The box that a `box_open` token opens. */
export function boxContainer(open: Token, firstLine: number): Container {
  const { form, indent, contentEnd } = boxOf(open);
  return { ...containerOf(open, firstLine, form, indent), contentEnd: contentEnd + firstLine };
}

function containerOf({ map }: Token, firstLine: number, kind: Container['kind'], indent: number): Container {
  const [start, end] = map ?? [0, 0];
  const endLine = end + firstLine;
  return { line: start + firstLine, endLine, kind, indent, contentEnd: endLine };
}
