import * as vscode from 'vscode';
import type { VersionNote } from '../../core/model';
import type { Library } from '../../core/library/library';
import type { Occurrence } from '../../core/python/sourceFile';
import type { SymbolEntry } from '../../core/symbols/symbolEntry';
import { formatFilter } from '../../core/search/filters';
import type { ProjectVersions } from '../../core/versions/projectVersion';
import type { LibraryService } from '../library/libraryService';
import { hoverMarkdown } from './hoverMarkdown';
import { withTimeout } from '../base/timeout';
import type { PythonFiles } from '../python/pythonFiles';
import { hoverMatches, setting } from '../base/settings';
import type { ProjectVersionFiles } from '../versions/projectVersionFiles';
import { comparisonLabel } from '../entries/labels';

/** Shows the entries about the symbol under the cursor in Python code; no hover without any. */
export class HoverProvider implements vscode.HoverProvider {
  constructor(
    private readonly libraryService: LibraryService,
    private readonly files: PythonFiles,
    private readonly versions: ProjectVersionFiles,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!setting('hover.enabled') || document.getWordRangeAtPosition(position) === undefined)
      return undefined;
    const occurrence = await this.files.occurrenceAt(document, position, token);
    if (occurrence === undefined || token.isCancellationRequested) return undefined;
    const library = await this.libraryService.library();
    const entries = entriesFor(occurrence, library);
    if (entries.length === 0) return undefined;
    const { SYMBOLS, compareEntryVersions, notesOnPackageOf, sortOlderMajorsLast } =
      await import('../lazy/library');
    const versions = await withTimeout(this.versions.of(document.uri), VERSIONS_TIMEOUT, NO_VERSIONS);
    const { symbol, span } = occurrence;
    const notesOf = ({ entry }: SymbolEntry): readonly VersionNote[] =>
      notesOnPackageOf(symbol, entry.versions);
    const sorted = sortOlderMajorsLast(entries, notesOf, versions);
    const versionsOf = ({ entry }: SymbolEntry): string => {
      const comparisons = compareEntryVersions(entry.versions, versions);
      // An entry for the project's versions is the normal case.
      return comparisons.every(({ relation }) => relation === 'same') ? '' : comparisonLabel(comparisons);
    };
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    const info = SYMBOLS.resolve(symbol);
    const subject = { ...searchFor(occurrence, info !== undefined), docs: info?.docs, until: info?.until };
    return new vscode.Hover(hoverMarkdown(subject, sorted, versionsOf), range);
  }
}

/** The label and the query of the "more" link. */
function searchFor(
  { symbol, keyword, name }: Occurrence,
  isInTable: boolean,
): { readonly name: string; readonly query: string } {
  if (keyword !== undefined) return { name: `${keyword}="${name}"`, query: `${keyword} ${name} ` };
  const last = symbol.split('.').at(-1) ?? symbol;
  // Entries list the symbols of the table; others are found by their words.
  return { name: last, query: isInTable ? `${formatFilter('symbol', symbol)} ` : `${last} ` };
}

/** Milliseconds that a hover waits for the versions of the project: the next hover will have them. */
const VERSIONS_TIMEOUT = 300;
const NO_VERSIONS: ProjectVersions = new Map();

function entriesFor({ symbol, keyword, name }: Occurrence, library: Library): readonly SymbolEntry[] {
  const isAll = hoverMatches() === 'all';
  if (keyword === undefined)
    return isAll ? library.entriesForSymbol(symbol) : library.strongEntriesForSymbol(symbol);
  const all = library.entriesForArgument(symbol, keyword, name);
  return isAll ? all : all.filter(({ confidence }) => confidence === 'strong');
}
