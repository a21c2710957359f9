import * as vscode from 'vscode';
import { variantIn } from '../../core/model';
import type { SymbolEntry } from '../../core/symbols/symbolIndex';
import { escapeMarkdown } from '../base/escapeMarkdown';
import { statusIcon, statusLabel } from '../entries/labels';
import { t } from '../base/l10n';

/** Answers named in one hover; the rest is behind "more…". */
const MAX_ENTRIES = 3;

/** Columns of one line of a hover, so that none wraps in an editor of common width. */
const WIDTH = 76;
/** Columns of a line that a title may always have. */
const TITLE = 28;

/** What a hover speaks of. */
export interface HoverSubject {
  /** What "more" is about. */
  readonly name: string;
  /** What finds more. */
  readonly query: string;
  /** Address of the official documentation. */
  readonly docs: string | undefined;
}

/** One line an entry, each a link that opens it; only our own two commands are trusted. */
export function hoverMarkdown(
  { name, query, docs }: HoverSubject,
  answers: readonly SymbolEntry[],
  versionsOf: (answer: SymbolEntry) => string,
): vscode.MarkdownString {
  const content = new vscode.MarkdownString('', true);
  content.isTrusted = { enabledCommands: ['archiveAnswers.open', 'archiveAnswers.search'] };
  for (const answer of answers.slice(0, MAX_ENTRIES)) {
    const { entry, confidence } = answer;
    const words = [
      confidence === 'weak' ? t('perhaps') : '',
      statusLabel(entry.status),
      versionsOf(answer),
    ].filter((word) => word !== '');
    const facts = fitted(words.join(' · '), WIDTH - TITLE);
    const title = fitted(variantIn(entry, vscode.env.language).title, WIDTH - columnsOf(facts));
    const link = `[${escapeMarkdown(title)}](${commandUri('open', entry.id)})`;
    content.appendMarkdown(`$(${statusIcon(entry.status).id}) ${link} — ${escapeMarkdown(facts)}\n\n`);
  }
  const more = escapeMarkdown(t('more on {0}…', name));
  content.appendMarkdown(`$(search) [${more}](${commandUri('search', query)})`);
  if (docs !== undefined) {
    content.appendMarkdown(` · $(book) [${escapeMarkdown(t('documentation'))}](${docs})`);
  }
  return content;
}

/** A Hangul syllable or a Han character is as wide as two Latin letters. */
function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (/[\u1100-\uffdc]/.test(letter) ? 2 : 1), 0);
}

/** The text, shortened to that many columns. */
function fitted(text: string, columns: number): string {
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
