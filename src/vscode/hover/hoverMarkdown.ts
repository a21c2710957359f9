import * as vscode from 'vscode';
import { variantIn } from '../../core/model';
import type { SymbolEntry } from '../../core/symbols/symbolIndex';
import { escapeMarkdown } from '../base/escapeMarkdown';
import { statusIcon, statusLabel } from '../entries/labels';
import { t } from '../base/l10n';

/** Entries listed in one hover; the others are behind "more…". */
const MAX_ENTRIES = 3;

/** Columns of one line of a hover, so that it does not wrap in an editor of common width. */
const MAX_COLUMNS = 76;
/** Columns of a line that are reserved for the title. */
const MIN_TITLE_COLUMNS = 28;

/** What a hover is about. */
export interface HoverSubject {
  /** The name in the "more" link. */
  readonly name: string;
  /** The query of the "more" link. */
  readonly query: string;
  /** URL of the official documentation. */
  readonly docs: string | undefined;
}

/** The content of a hover: one line per entry with a link that opens it. Only two of the extension's commands are trusted. */
export function hoverMarkdown(
  { name, query, docs }: HoverSubject,
  symbolEntries: readonly SymbolEntry[],
  versionsOf: (symbolEntry: SymbolEntry) => string,
): vscode.MarkdownString {
  const content = new vscode.MarkdownString('', true);
  content.isTrusted = { enabledCommands: ['archiveAnswers.open', 'archiveAnswers.search'] };
  for (const symbolEntry of symbolEntries.slice(0, MAX_ENTRIES)) {
    const { entry, confidence } = symbolEntry;
    const facts = [
      confidence === 'weak' ? t('related') : '',
      statusLabel(entry.status),
      versionsOf(symbolEntry),
    ].filter((fact) => fact !== '');
    const details = truncateToColumns(facts.join(' · '), MAX_COLUMNS - MIN_TITLE_COLUMNS);
    const { title } = variantIn(entry, vscode.env.language);
    const label = truncateToColumns(title, MAX_COLUMNS - columnsOf(details));
    const link = `[${escapeMarkdown(label)}](${commandUri('open', entry.id)})`;
    content.appendMarkdown(`$(${statusIcon(entry.status).id}) ${link} — ${escapeMarkdown(details)}\n\n`);
  }
  const more = escapeMarkdown(t('More about {0}…', name));
  content.appendMarkdown(`$(search) [${more}](${commandUri('search', query)})`);
  if (docs !== undefined) {
    content.appendMarkdown(` · $(book) [${escapeMarkdown(t('documentation'))}](${docs})`);
  }
  return content;
}

/** The width of a text: a Hangul syllable or Han character takes two columns. */
function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (/[\u1100-\uffdc]/.test(letter) ? 2 : 1), 0);
}

function truncateToColumns(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && columnsOf(letters.join('')) >= columns) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function commandUri(name: string, argument: string): string {
  const encoded = encodeURIComponent(JSON.stringify([argument])).replace(
    // A parenthesis would end the link.
    /[()]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return `command:archiveAnswers.${name}?${encoded}`;
}
