import * as vscode from 'vscode';
import { variantIn, type Entry, type EntryTarget } from '../../core/model';
import type { Occurrence } from '../../core/python/sourceFile';
import type { FileEntry } from '../../core/symbols/fileEntries';
import { targetIn } from '../../core/symbols/symbolEntry';
import { firstOf } from '../../core/text/shorten';
import type { LibraryService } from '../library/libraryService';
import { DisposableStore } from '../base/disposables';
import { escapeMarkdown } from '../base/escapeMarkdown';
import { entryTooltip, entryTreeItem, type EntryDecorations } from '../sidebar/treeItems';
import { t } from '../base/l10n';

/** Symbols in the row of an entry. */
const MAX_NAMES = 2;
/** Lines below the row of an entry. */
const MAX_OCCURRENCES = 100;
/** Line numbers of each symbol in a tooltip. */
const MAX_LINE_NUMBERS = 5;
/** Characters of a line that a row shows. */
const MAX_EXCERPT_LENGTH = 120;
/** How many of them may precede the first symbol: a sidebar is narrow. */
const MAX_LEADING_LENGTH = 24;

/** An occurrence in a document, which may be a cell of a notebook. */
export interface DocumentOccurrence extends Occurrence {
  readonly document: vscode.TextDocument;
}

/** A line of the file that uses symbols of an entry. */
interface LineNode {
  readonly kind: 'line';
  readonly id: string;
  readonly uri: vscode.Uri;
  /** The range of the first symbol. */
  readonly range: vscode.Range;
  readonly text: string;
  readonly highlights: readonly (readonly [start: number, end: number])[];
}

/** An entry about symbols that the file uses. Its id is the same in every file, so that a row keeps its state. */
interface FileEntryNode {
  readonly kind: 'entry';
  readonly id: string;
  readonly entry: Entry;
  /** Where the entry speaks of the most relevant symbol. */
  readonly target: EntryTarget;
  /** The symbols as they are written, the most relevant first. */
  readonly names: readonly string[];
  /** The same, each with its line numbers, for display. */
  readonly uses: readonly string[];
  readonly lines: readonly LineNode[];
}

/** A row of the view of the file's entries. */
export type FileNode = FileEntryNode | LineNode;

/** The rows of the view. */
export class FileEntriesTree implements vscode.TreeDataProvider<FileNode>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  #nodes: readonly FileEntryNode[] = [];
  #markReady: () => void = () => undefined;
  /** Until the first rows are known, the view shows that it is loading. */
  readonly #ready = new Promise<void>((resolve) => {
    this.#markReady = resolve;
  });

  constructor(
    private readonly libraryService: Pick<LibraryService, 'library'>,
    private readonly decorations: EntryDecorations,
  ) {
    this.#disposables.add(
      decorations.onDidChange(() => {
        this.#changed.fire(undefined);
      }),
    );
  }

  /** Replaces the rows. Equal rows change nothing. */
  show(nodes: readonly FileEntryNode[]): void {
    this.#markReady();
    if (areEqual(nodes, this.#nodes)) return;
    this.#nodes = nodes;
    this.#changed.fire(undefined);
  }

  /** Ends loading without rows. */
  stopLoading(): void {
    this.#markReady();
  }

  dispose(): void {
    this.#markReady();
    this.#disposables.dispose();
  }

  getTreeItem(node: FileNode): vscode.TreeItem {
    return node.kind === 'line' ? lineTreeItem(node) : fileEntryTreeItem(node, this.decorations);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: FileNode): Promise<vscode.TreeItem> {
    if (node.kind === 'line') return item;
    const tooltip = await entryTooltip(node.entry, await this.libraryService.library(), this.decorations);
    const uses = t('In this file, by line: {0}', node.uses.join(' · '));
    item.tooltip = tooltip.appendMarkdown(`\n\n${escapeMarkdown(uses)}`);
    return item;
  }

  async getChildren(node?: FileNode): Promise<FileNode[]> {
    if (node !== undefined) return node.kind === 'entry' ? [...node.lines] : [];
    await this.#ready;
    return [...this.#nodes];
  }

  getParent(node: FileNode): FileNode | undefined {
    return node.kind === 'line' ? this.#nodes.find(({ lines }) => lines.includes(node)) : undefined;
  }
}

/**
 * The row of an entry: its symbols and then its title, since a narrow sidebar hides the end. The lines that use the
 * symbols are below.
 */
function fileEntryTreeItem(node: FileEntryNode, decorations: EntryDecorations): vscode.TreeItem {
  const item = entryTreeItem(node, decorations);
  const { first, more } = firstOf(node.names, MAX_NAMES);
  if (typeof item.label === 'string') item.description = item.label;
  item.label = more === 0 ? first.join(', ') : `${first.join(', ')} +${String(more)}`;
  item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
  const label = [...node.names, item.accessibilityInformation?.label ?? ''].join(', ');
  item.accessibilityInformation = { label };
  return item;
}

/** The row of a line. Enter shows it in the editor. */
function lineTreeItem({ id, uri, range, text, highlights }: LineNode): vscode.TreeItem {
  const item = new vscode.TreeItem({
    label: text,
    highlights: highlights.map(([start, end]): [number, number] => [start, end]),
  });
  const line = String(range.start.line + 1);
  item.id = id;
  item.description = line;
  item.contextValue = 'place';
  const label = t('Line {0}: {1}', line, text);
  item.tooltip = label;
  item.accessibilityInformation = { label };
  item.command = {
    command: 'archiveAnswers.showPlace',
    title: t('Open'),
    arguments: [uri, range],
  };
  return item;
}

/** Creates the row of an entry. Its documents must not have changed since they were analysed. */
export function fileEntryNode({ entry, symbols, targets }: FileEntry<DocumentOccurrence>): FileEntryNode {
  const id = `file\n${entry.id}`;
  return {
    kind: 'entry',
    id,
    entry,
    target: targetIn({ targets }, variantIn(entry, vscode.env.language).language),
    names: [...new Set(symbols.map(({ name }) => name))],
    uses: symbols.map(({ name, uses }) => `${name}: ${lineNumbers(uses).join(', ')}`),
    lines: lineNodes(
      id,
      symbols.flatMap(({ uses }) => uses.slice(0, MAX_OCCURRENCES)),
    ),
  };
}

/** Line numbers from one; those of a notebook count within their cells. */
function lineNumbers(uses: readonly DocumentOccurrence[]): readonly string[] {
  const lines = uses
    .slice(0, MAX_OCCURRENCES)
    .map(({ document, span }) => document.positionAt(span.start).line + 1);
  const distinct = [...new Set(lines)];
  const first = distinct.slice(0, MAX_LINE_NUMBERS).map(String);
  return distinct.length > first.length ? [...first, '…'] : first;
}

/** One node per line, document by document. */
function lineNodes(id: string, uses: readonly DocumentOccurrence[]): readonly LineNode[] {
  const byDocument = new Map<vscode.TextDocument, Map<number, vscode.Range[]>>();
  for (const { document, span } of uses) {
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    const byLine = byDocument.get(document) ?? new Map<number, vscode.Range[]>();
    byDocument.set(document, byLine);
    const { line } = range.start;
    byLine.set(line, [...(byLine.get(line) ?? []), range]);
  }
  const lines = [...byDocument].flatMap(([document, byLine]) =>
    [...byLine].sort(([a], [b]) => a - b).map(([, ranges]) => ({ document, ranges })),
  );
  return lines.slice(0, MAX_OCCURRENCES).flatMap(({ document, ranges }, at) => {
    const sorted = [...ranges].sort((a, b) => a.start.compareTo(b.start));
    const [range] = sorted;
    if (range === undefined) return [];
    const node = { kind: 'line', id: `${id}\n${String(at)}`, uri: document.uri, range } as const;
    return [{ ...node, ...excerptOf(document.lineAt(range.start.line).text, range, sorted) }];
  });
}

/** A line without its indentation, truncated at both ends, with the ranges of the symbols in it. */
function excerptOf(
  line: string,
  { start }: vscode.Range,
  names: readonly vscode.Range[],
): Pick<LineNode, 'text' | 'highlights'> {
  const indentation = line.length - line.trimStart().length;
  const isTruncated = start.character - indentation > MAX_LEADING_LENGTH;
  const from = isTruncated ? start.character - MAX_LEADING_LENGTH : indentation;
  const ellipsis = isTruncated ? '…' : '';
  const text = ellipsis + line.slice(from, from + MAX_EXCERPT_LENGTH).trimEnd();
  const at = ({ character }: vscode.Position): number => character - from + ellipsis.length;
  const highlights = names
    .map((range) => [at(range.start), at(range.end)] as const)
    .filter(([first, end]) => first >= 0 && end <= text.length);
  return { text, highlights };
}

/** Whether rows look the same and refer to the same entries; reading an archive again creates other entries. */
function areEqual(a: readonly FileEntryNode[], b: readonly FileEntryNode[]): boolean {
  const content = (nodes: readonly FileEntryNode[]): string =>
    JSON.stringify(
      nodes.map(({ names, uses, lines }) => [
        names,
        uses,
        lines.map((line) => ({ ...line, uri: line.uri.toString() })),
      ]),
    );
  return (
    a.length === b.length && a.every(({ entry }, at) => entry === b[at]?.entry) && content(a) === content(b)
  );
}
