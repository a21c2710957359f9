import * as vscode from 'vscode';
import type { Library } from '../core/library';
import type { Occurrence } from '../core/python/sourceFile';
import type { SymbolAnswer } from '../core/symbols/answers';
import type { Answers } from './answers';
import { hoverText } from './hoverText';
import type { PythonFiles } from './pythonFiles';
import { hoverMatches, setting } from './settings';
import type { ProjectVersionFiles } from './versions';
import { comparisonWords } from './words';

/** Tells, over a name in Python code, which entries speak of what it stands for. Silent everywhere else. */
export class AnswerHover implements vscode.HoverProvider {
  constructor(
    private readonly answers: Answers,
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
    const library = await this.answers.library();
    const answers = answersFor(occurrence, library);
    if (answers.length === 0) return undefined;
    const { SYMBOLS, compareNotes, withOlderBelow } = await import('./lazy/library');
    const versions = await this.versions.of(document.uri);
    const sorted = withOlderBelow(answers, ({ entry }) => entry.versions, versions);
    const versionsOf = ({ entry }: SymbolAnswer): string =>
      comparisonWords(compareNotes(entry.versions, versions));
    const { symbol, span } = occurrence;
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    const name = occurrence.keyword === undefined ? (symbol.split('.').at(-1) ?? symbol) : occurrence.name;
    const subject = { symbol, name, docs: SYMBOLS.resolve(symbol)?.docs };
    return new vscode.Hover(hoverText(subject, sorted, versionsOf), range);
  }
}

function answersFor({ symbol, keyword, name }: Occurrence, library: Library): readonly SymbolAnswer[] {
  const all =
    keyword === undefined ? library.answersFor(symbol) : library.answersForArgument(symbol, keyword, name);
  return hoverMatches() === 'all' ? all : all.filter(({ confidence }) => confidence === 'strong');
}
