import * as vscode from 'vscode';
import { variantIn } from '../../core/model';
import type { SymbolInfo } from '../../core/symbolTable/symbolTable';
import { targetIn, type SymbolEntry } from '../../core/symbols/symbolEntry';
import { t } from '../base/l10n';
import { statusIcon, statusLabel } from '../entries/labels';
import { hoverLines, type HoverEntry } from './hoverLines';

/** What a hover is about. */
export interface HoverSubject {
  /** The name in the "more" link. */
  readonly name: string;
  /** The query of the "more" link. */
  readonly query: string;
  /** URL of the official documentation. */
  readonly docs: string | undefined;
  /** The last version that has the name, if its package no longer does. */
  readonly until: SymbolInfo['until'];
}

/** The content of a hover. Only two of the extension's commands are trusted. */
export function hoverMarkdown(
  { name, query, docs, until }: HoverSubject,
  symbolEntries: readonly SymbolEntry[],
  versionsOf: (symbolEntry: SymbolEntry) => string,
): vscode.MarkdownString {
  const footer = {
    ...(until === undefined ? {} : { note: t('In {0} until {1}', until.package, until.version) }),
    more: t('More about {0}…', name),
    query,
    ...(docs === undefined ? {} : { docs: { url: docs, label: t('documentation') } }),
  };
  const entries = symbolEntries.map((symbolEntry) => hoverEntry(symbolEntry, versionsOf(symbolEntry)));
  const content = new vscode.MarkdownString(hoverLines(entries, footer), true);
  content.isTrusted = { enabledCommands: ['archiveAnswers.open', 'archiveAnswers.search'] };
  return content;
}

function hoverEntry(symbolEntry: SymbolEntry, versions: string): HoverEntry {
  const { entry, confidence } = symbolEntry;
  const variant = variantIn(entry, vscode.env.language);
  const facts = [
    confidence === 'weak' ? t('related') : '',
    entry.status === 'answered' ? '' : statusLabel(entry.status),
  ];
  return {
    id: entry.id,
    title: variant.title,
    answer: variant.answer?.text,
    icon: statusIcon(entry.status).id,
    facts: facts.filter((fact) => fact !== ''),
    answerFacts: [variant.answer?.from === 'inferred' ? t('answer found in the thread') : '', versions],
    target: targetIn(symbolEntry, variant.language),
  };
}
