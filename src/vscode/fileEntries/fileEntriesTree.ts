import * as vscode from 'vscode';
import type { Entry } from '../../core/model';
import type { Occurrence } from '../../core/python/sourceFile';
import type { FileEntry } from '../../core/symbols/fileEntries';
import type { LibraryService } from '../library/libraryService';
import { DisposableStore } from '../base/disposables';
import { escapeMarkdown } from '../base/escapeMarkdown';
import { entryTooltip, entryTreeItem, type EntryDecorations } from '../sidebar/treeItems';
import { t } from '../base/l10n';

/** Most lines of a file that an entry's row unfolds to. */
const MAX_OCCURRENCES = 100;
/** Lines that a tooltip names for each symbol. */
const MAX_LINES = 5;
/** Characters of a line that a row shows, and how many of them before the first name: a sidebar is narrow. */
const WIDTH = 120;
const BEFORE = 24;

/** An occurrence and the document it is in: of a notebook, the cell. */
export interface DocumentOccurrence extends Occurrence {
  readonly document: vscode.TextDocument;
}

/** A line of the file in which symbols of an entry are used. */
interface LineNode {
  readonly kind: 'place';
  readonly id: string;
  readonly uri: vscode.Uri;
  /** The first of the symbols. */
  readonly range: vscode.Range;
  readonly text: string;
  readonly highlights: readonly (readonly [start: number, end: number])[];
}

/** An entry for what the file uses. Its id is the same in every file, so that a row stays what it is. */
interface FileEntryNode {
  readonly kind: 'entry';
  readonly id: string;
  readonly entry: Entry;
  /** The symbols as they are written, the most telling first. */
  readonly names: readonly string[];
  /** The same, each with the lines it is used in. */
  readonly uses: readonly string[];
  readonly places: readonly LineNode[];
}

/** A row of the view of a file's answers. */
export type FileNode = FileEntryNode | LineNode;

/** The rows of the view, as they were shown last. */
export class FileEntriesTree implements vscode.TreeDataProvider<FileNode>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  #nodes: readonly FileEntryNode[] = [];
  #markReady: () => void = () => undefined;
  /** Until something is known, the view is loading, not empty. */
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

  /** Shows other rows; rows like those that are there change nothing. */
  show(nodes: readonly FileEntryNode[]): void {
    this.#markReady();
    if (areEqual(nodes, this.#nodes)) return;
    this.#nodes = nodes;
    this.#changed.fire(undefined);
  }

  /** Ends the loading, where there is nothing to show. */
  settle(): void {
    this.#markReady();
  }

  dispose(): void {
    this.#markReady();
    this.#disposables.dispose();
  }

  getTreeItem(node: FileNode): vscode.TreeItem {
    return node.kind === 'place' ? lineTreeItem(node) : fileEntryTreeItem(node, this.decorations);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: FileNode): Promise<vscode.TreeItem> {
    if (node.kind === 'place') return item;
    const tooltip = await entryTooltip(node.entry, await this.libraryService.library(), this.decorations);
    const uses = t('In this file, by line: {0}', node.uses.join(' · '));
    item.tooltip = tooltip.appendMarkdown(`\n\n${escapeMarkdown(uses)}`);
    return item;
  }

  async getChildren(node?: FileNode): Promise<FileNode[]> {
    if (node !== undefined) return node.kind === 'entry' ? [...node.places] : [];
    await this.#ready;
    return [...this.#nodes];
  }

  getParent(node: FileNode): FileNode | undefined {
    return node.kind === 'place' ? this.#nodes.find(({ places }) => places.includes(node)) : undefined;
  }
}

/** An entry's row: what leads to it is beside its title, where that is used is below. */
function fileEntryTreeItem(node: FileEntryNode, marks: EntryDecorations): vscode.TreeItem {
  const item = entryTreeItem(node, marks);
  const names = node.names.join(', ');
  item.description = names;
  item.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
  item.accessibilityInformation = { label: `${item.accessibilityInformation?.label ?? ''}, ${names}` };
  return item;
}

/** A line's row: Enter shows it in the editor. */
function lineTreeItem({ id, uri, range, text, highlights }: LineNode): vscode.TreeItem {
  const item = new vscode.TreeItem({
    label: text,
    highlights: highlights.map(([start, end]): [number, number] => [start, end]),
  });
  const line = String(range.start.line + 1);
  item.id = id;
  item.description = line;
  item.contextValue = 'place';
  const place = t('Line {0}: {1}', line, text);
  item.tooltip = place;
  item.accessibilityInformation = { label: place };
  item.command = {
    command: 'archiveAnswers.showPlace',
    title: t('Open'),
    arguments: [uri, range],
  };
  return item;
}

/** The row of an answer. Its documents are read as they are now: they have to be those that were searched. */
export function fileEntryNode({ entry, symbols }: FileEntry<DocumentOccurrence>): FileEntryNode {
  const id = `file\n${entry.id}`;
  return {
    kind: 'entry',
    id,
    entry,
    names: [...new Set(symbols.map(({ name }) => name))],
    uses: symbols.map(({ name, uses }) => `${name}: ${lineNumbers(uses).join(', ')}`),
    places: lineNodes(
      id,
      symbols.flatMap(({ uses }) => uses.slice(0, MAX_OCCURRENCES)),
    ),
  };
}

/** Lines counted from one, those of a notebook within their cells. */
function lineNumbers(uses: readonly DocumentOccurrence[]): readonly string[] {
  const lines = uses
    .slice(0, MAX_OCCURRENCES)
    .map(({ document, span }) => document.positionAt(span.start).line + 1);
  const distinct = [...new Set(lines)];
  const first = distinct.slice(0, MAX_LINES).map(String);
  return distinct.length > first.length ? [...first, '…'] : first;
}

/** One place for each line, document by document. */
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
    const place = { kind: 'place', id: `${id}\n${String(at)}`, uri: document.uri, range } as const;
    return [{ ...place, ...excerptOf(document.lineAt(range.start.line).text, range, sorted) }];
  });
}

/** A line without its indentation, cut where it says much before the first name. */
function excerptOf(
  line: string,
  { start }: vscode.Range,
  names: readonly vscode.Range[],
): Pick<LineNode, 'text' | 'highlights'> {
  const indentation = line.length - line.trimStart().length;
  const isCut = start.character - indentation > BEFORE;
  const from = isCut ? start.character - BEFORE : indentation;
  const mark = isCut ? '…' : '';
  const text = mark + line.slice(from, from + WIDTH).trimEnd();
  const at = ({ character }: vscode.Position): number => character - from + mark.length;
  const highlights = names
    .map((range) => [at(range.start), at(range.end)] as const)
    .filter(([first, end]) => first >= 0 && end <= text.length);
  return { text, highlights };
}

/** Whether rows look the same and mean the same; an archive that was read again has other entries. */
function areEqual(a: readonly FileEntryNode[], b: readonly FileEntryNode[]): boolean {
  const facts = (nodes: readonly FileEntryNode[]): string =>
    JSON.stringify(
      nodes.map(({ names, uses, places }) => [
        names,
        uses,
        places.map((place) => ({ ...place, uri: place.uri.toString() })),
      ]),
    );
  return a.length === b.length && a.every(({ entry }, at) => entry === b[at]?.entry) && facts(a) === facts(b);
}
