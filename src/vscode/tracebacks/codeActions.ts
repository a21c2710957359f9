import * as vscode from 'vscode';
import { withoutHidden } from '../../core/text/hiddenCharacters';
import { variantIn } from '../../core/model';
import { formatFilter } from '../../core/search/filters';
import type { Library } from '../../core/library/library';
import { targetIn, type SymbolEntry } from '../../core/symbols/symbolEntry';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import { errorsIn, namingDiagnostics, symbolsNamedIn, type NamingDiagnostic } from './diagnosticNames';
import { errorName, errorQuery } from './errorText';
import { t } from '../base/l10n';

const KIND = vscode.CodeActionKind.QuickFix.append('archiveAnswers');
/** Actions for one range. */
const MAX_ACTIONS = 3;

/** An action for a symbol or an error in a diagnostic: it shows entries, or offers a search where there are none. */
interface Suggestion {
  /** The name of the symbol or error. */
  readonly subject: string;
  readonly hasEntries: boolean;
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

interface Offer {
  readonly suggestion: Suggestion;
  /** The diagnostics that it is for. */
  readonly diagnostics: vscode.Diagnostic[];
}

/** Offers entries where a diagnostic in Python code names a library symbol or an exception. */
export class ErrorCodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [KIND] };

  constructor(private readonly libraryService: LibraryService) {}

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics, triggerKind }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): vscode.ProviderResult<vscode.CodeAction[]> {
    const naming = namingDiagnostics(diagnostics);
    if (naming.length === 0) return undefined;
    // A light bulb for a mere search would appear everywhere.
    const isInvoked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    return this.#actions(document, naming, isInvoked, token);
  }

  async #actions(
    document: vscode.TextDocument,
    naming: readonly NamingDiagnostic[],
    withSearch: boolean,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const bySubject = new Map<string, Offer>();
    for (const namingDiagnostic of naming) {
      for (const suggestion of await this.#suggestionsFor(namingDiagnostic, document, token)) {
        const offer = bySubject.get(suggestion.subject) ?? { suggestion, diagnostics: [] };
        bySubject.set(suggestion.subject, offer);
        offer.diagnostics.push(namingDiagnostic.diagnostic);
      }
      if (token.isCancellationRequested) return [];
    }
    const offers = [...bySubject.values()];
    const withEntries = offers.filter(({ suggestion }) => suggestion.hasEntries).slice(0, MAX_ACTIONS);
    const chosen = withEntries.length > 0 || !withSearch ? withEntries : offers.slice(0, 1);
    return chosen.map(({ suggestion: { title, command, arguments: args }, diagnostics }) => {
      const action = new vscode.CodeAction(withoutHidden(title), KIND);
      action.command = { title, command: `archiveAnswers.${command}`, arguments: [...args] };
      action.diagnostics = diagnostics;
      return action;
    });
  }

  async #suggestionsFor(
    naming: NamingDiagnostic,
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<readonly Suggestion[]> {
    const bundle = await import('../lazy/library');
    const symbols = symbolsNamedIn(naming, document, bundle);
    const errors = errorsIn(naming, bundle);
    // Otherwise the archives need not be opened.
    if ((symbols.length === 0 && errors.length === 0) || token.isCancellationRequested) return [];
    const library = await this.libraryService.library();
    const suggestions: Suggestion[] = [];
    const [error] = errors;
    if (error !== undefined) {
      const matches = await bundle.entriesForErrors(errors, library, { maybeYield: createYielder() });
      const strong = matches.filter(({ confidence }) => confidence === 'strong');
      const name = errorName(error);
      suggestions.push(
        suggest(name, strong.length, 'findForError', [naming.message], errorQuery(error, bundle)),
      );
    }
    for (const symbol of symbols) {
      const answers = library.strongEntriesForSymbol(symbol);
      const [answer] = answers;
      const query = formatFilter('symbol', symbol);
      const name = symbol.slice(symbol.lastIndexOf('.') + 1);
      const suggestion =
        answers.length === 1 && answer !== undefined
          ? suggest(
              name,
              1,
              'open',
              [answer.entry.id, targetIn(answer, variantIn(answer.entry, vscode.env.language).language)],
              name,
            )
          : suggest(name, await countOf(library, query, answers), 'search', [`${query} `], name);
      suggestions.push(suggestion);
    }
    return suggestions;
  }
}

/** How many entries a search lists for a symbol that several entries are about; none where none is. */
async function countOf(
  library: Pick<Library, 'matching'>,
  query: string,
  about: readonly SymbolEntry[],
): Promise<number> {
  return about.length === 0 ? 0 : (await library.matching(query)).length;
}

/** Suggests a command that shows `count` entries; a search for `query` where there are none. */
function suggest(
  subject: string,
  count: number,
  command: string,
  args: readonly unknown[],
  query: string,
): Suggestion {
  if (count > 0) {
    const title = t('Answers about {0} ({1})', subject, count);
    return { subject, hasEntries: true, title, command, arguments: args };
  }
  const title = t('Search the archives for “{0}”', subject);
  return { subject, hasEntries: false, title, command: 'search', arguments: [query] };
}
