import type { Token } from '../markdown/markdown';
import type { MappedLine } from './mappedText';

/**
 * A block that begins a section, or that is part of one without being its text: a list item (`1. ### What is it?`), the
 * definition of a term, or a box. Its lines have marks or indentation of their own.
 */
export interface Container {
  /** First line, counted from zero in the document. */
  readonly line: number;
  /** The line below it. */
  readonly endLine: number;
  readonly kind: 'indented' | 'definition' | 'quote' | 'fenced';
  /** Columns by which its text is indented; zero where it is not. */
  readonly indent: number;
}

const QUOTE_MARK = /^ {0,3}> ?/;
const DEFINITION_MARK = /^ {0,3}[:~][ \t]+/;
const CLOSING_FENCE = /^\s*(?::{3,}|\/{3,}|`{3,}|~{3,}|\{\{[%<].*[%>]\}\}|\{%.*%\})\s*$/;

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
    const isLast = mapped.line === container.endLine - 1;
    if (container.kind === 'fenced' && isLast && CLOSING_FENCE.test(mapped.text)) return [];
    const count = markLength(mapped, container);
    return [{ ...mapped, text: mapped.text.slice(count), offset: mapped.offset + count }];
  });
}

/** How many characters at the start of a line belong to its container. */
function markLength({ text, line }: MappedLine, container: Container): number {
  if (container.kind === 'quote') return QUOTE_MARK.exec(text)?.[0].length ?? 0;
  const mark = container.kind === 'definition' && line === container.line ? DEFINITION_MARK.exec(text) : null;
  return mark?.[0].length ?? Math.min(container.indent, text.search(/[^ ]|$/));
}

/** The list item that a token opens. */
export function listItemContainer(open: Token, line: string, firstLine: number): Container {
  const [start, end] = open.map ?? [0, 0];
  const indent = /^ *(?:\d+[.)]|[-*+])\s+/.exec(line)?.[0].length ?? 0;
  return { line: start + firstLine, endLine: end + firstLine, kind: 'indented', indent };
}

/** The definition that a `dd_open` token opens. */
export function definitionContainer(open: Token, line: string, firstLine: number): Container {
  const [start, end] = open.map ?? [0, 0];
  const indent = DEFINITION_MARK.exec(line)?.[0].length ?? 0;
  return { line: start + firstLine, endLine: end + firstLine, kind: 'definition', indent };
}
