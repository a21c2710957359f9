import * as vscode from 'vscode';
import type { Library } from '../core/library';
import { variantIn } from '../core/model';
import type { Occurrence } from '../core/python/occurrences';
import type { SymbolAnswer } from '../core/symbols/answers';
import { filterText } from '../core/search/query';
import type { Answers } from './answers';
import { breather } from './breather';
import { escapeMarkdown } from './markdown';
import { setting } from './settings';
import { statusIcon, statusWord, versionWords } from './words';

/** Answers named in one hover; the rest is behind "more…". */
const MOST = 3;

/** Columns of one line of a hover, so that none wraps in an editor of common width. */
const WIDTH = 76;
/** Columns of a line that a title may always have. */
const TITLE = 40;

/** Tells, over a name in Python code, which entries speak of what it stands for. Silent everywhere else. */
export class AnswerHover implements vscode.HoverProvider {
  /** What was read of each document, for as long as its text and the archives stay the same. */
  readonly #read = new WeakMap<vscode.TextDocument, ReadDocument>();

  constructor(private readonly answers: Answers) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!setting('hover.enabled') || document.getWordRangeAtPosition(position) === undefined)
      return undefined;
    const library = await this.answers.library();
    const occurrences = await this.#occurrencesIn(document, library);
    if (token.isCancellationRequested) return undefined;
    const { occurrenceAt } = await import('./lazy/library');
    const occurrence = occurrenceAt(occurrences, document.offsetAt(position));
    if (occurrence === undefined) return undefined;
    const answers = library.answersFor(occurrence.symbol);
    if (answers.length === 0) return undefined;
    const { start, end } = occurrence.span;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return new vscode.Hover(contentOf(occurrence.symbol, answers), range);
  }

  async #occurrencesIn(document: vscode.TextDocument, library: Library): Promise<readonly Occurrence[]> {
    const { version } = document;
    const known = this.#read.get(document);
    if (known?.version === version && known.library === library) return known.occurrences;
    const { readOccurrences, SYMBOLS } = await import('./lazy/library');
    const signal = {
      get aborted() {
        return document.isClosed || document.version !== version;
      },
    };
    const occurrences = readOccurrences(document.getText(), {
      symbols: SYMBOLS,
      declared: library.declaredSymbols(),
      breathe: breather(),
      signal,
    });
    this.#read.set(document, { version, library, occurrences });
    return occurrences;
  }
}

interface ReadDocument {
  readonly version: number;
  readonly library: Library;
  readonly occurrences: Promise<readonly Occurrence[]>;
}

/** One line an entry, each a link that opens it; only our own two commands are trusted. */
function contentOf(symbol: string, answers: readonly SymbolAnswer[]): vscode.MarkdownString {
  const content = new vscode.MarkdownString('', true);
  content.isTrusted = { enabledCommands: ['archiveAnswers.open', 'archiveAnswers.search'] };
  for (const { entry } of answers.slice(0, MOST)) {
    const words = [statusWord(entry.status), versionWords(entry.versions)].filter((word) => word !== '');
    const facts = fitted(words.join(' · '), WIDTH - TITLE);
    const title = fitted(variantIn(entry, vscode.env.language).title, WIDTH - columnsOf(facts));
    const link = `[${escapeMarkdown(title)}](${commandUri('open', entry.id)})`;
    content.appendMarkdown(`$(${statusIcon(entry.status).id}) ${link} — ${escapeMarkdown(facts)}\n\n`);
  }
  const name = symbol.split('.').at(-1) ?? symbol;
  const more = escapeMarkdown(vscode.l10n.t('more on {0}…', name));
  content.appendMarkdown(`$(search) [${more}](${commandUri('search', `${filterText('symbol', symbol)} `)})`);
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
  return `command:archiveAnswers.${name}?${encodeURIComponent(JSON.stringify([argument]))}`;
}
