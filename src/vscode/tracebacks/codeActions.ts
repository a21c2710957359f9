import * as vscode from 'vscode';
import { formatFilter } from '../../core/search/filters';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import { errorsIn, namingDiagnostics, symbolsNamedIn, type NamingDiagnostic } from './diagnosticNames';
import { errorName, errorQuery } from './errorText';
import { t } from '../base/l10n';

const KIND = vscode.CodeActionKind.QuickFix.append('archiveAnswers');
/** Actions for one place: more are no help. */
const MAX_ACTIONS = 3;

/** What a diagnostic leads to: answers, or where there are none a search. */
interface Lead {
  /** What it is about: a symbol, or an error. */
  readonly about: string;
  readonly hasAnswers: boolean;
  readonly title: string;
  readonly command: string;
  readonly argument: string;
}

/** Offers answers where a diagnostic in Python code names a symbol of a library, or an exception. */
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
    // A bulb for what is only a search would be everywhere.
    const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    return this.#actions(document, naming, isAsked, token);
  }

  async #actions(
    document: vscode.TextDocument,
    naming: readonly NamingDiagnostic[],
    withSearch: boolean,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const found = new Map<string, { readonly lead: Lead; readonly diagnostics: vscode.Diagnostic[] }>();
    for (const one of naming) {
      for (const lead of await this.#leadsOf(one, document, token)) {
        const known = found.get(lead.about) ?? { lead, diagnostics: [] };
        found.set(lead.about, known);
        known.diagnostics.push(one.diagnostic);
      }
      if (token.isCancellationRequested) return [];
    }
    const all = [...found.values()];
    const answering = all.filter(({ lead }) => lead.hasAnswers).slice(0, MAX_ACTIONS);
    const offered = answering.length > 0 || !withSearch ? answering : all.slice(0, 1);
    return offered.map(({ lead: { title, command, argument }, diagnostics }) => {
      const action = new vscode.CodeAction(title, KIND);
      action.command = { title, command: `archiveAnswers.${command}`, arguments: [argument] };
      action.diagnostics = diagnostics;
      return action;
    });
  }

  async #leadsOf(
    naming: NamingDiagnostic,
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<readonly Lead[]> {
    const reader = await import('../lazy/library');
    const symbols = symbolsNamedIn(naming, document, reader);
    const errors = errorsIn(naming, reader);
    // Only what names something is worth to open the archives.
    if ((symbols.length === 0 && errors.length === 0) || token.isCancellationRequested) return [];
    const library = await this.libraryService.library();
    const leads: Lead[] = [];
    const [error] = errors;
    if (error !== undefined) {
      const answers = await reader.entriesForErrors(errors, library, { maybeYield: createYielder() });
      const strong = answers.filter(({ confidence }) => confidence === 'strong');
      const name = errorName(error);
      leads.push(leadOf(name, strong.length, 'findForError', naming.message, errorQuery(error, reader)));
    }
    for (const symbol of symbols) {
      const answer = library.answersFor(symbol).find(({ confidence }) => confidence === 'strong');
      const query = formatFilter('symbol', symbol);
      const count = answer === undefined ? 0 : (await library.matching(query)).length;
      const name = symbol.slice(symbol.lastIndexOf('.') + 1);
      const lead =
        count === 1 && answer !== undefined
          ? leadOf(name, count, 'open', answer.entry.id, name)
          : leadOf(name, count, 'search', `${query} `, name);
      leads.push(lead);
    }
    return leads;
  }
}

function leadOf(about: string, count: number, command: string, argument: string, query: string): Lead {
  if (count > 0) {
    const title = t('Answers about {0} ({1})', about, count);
    return { about, hasAnswers: true, title, command, argument };
  }
  const title = t('Search the archives for “{0}”', about);
  return { about, hasAnswers: false, title, command: 'search', argument: query };
}
