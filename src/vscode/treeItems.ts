import * as vscode from 'vscode';
import type { LocatedProblem } from '../core/library';
import { variantIn, type Entry } from '../core/model';
import { escapeMarkdown } from './markdown';
import type { TreeNode } from './treeNode';
import { problemText, readable, severityWord, statusIcon, statusWord, versionWords } from './words';
import { t } from './l10n';

/** Longest piece of a question in a tooltip, in characters. */
const LONGEST_QUESTION = 400;

/** An entry's row: its title in the reader's language; Enter shows it. */
export function entryTreeItem(node: Extract<TreeNode, { kind: 'entry' }>): vscode.TreeItem {
  const { entry, id } = node;
  const variant = variantIn(entry, vscode.env.language);
  const item = new vscode.TreeItem(variant.title);
  item.id = id;
  item.iconPath = statusIcon(entry.status);
  item.contextValue = 'entry';
  item.accessibilityInformation = { label: `${variant.title}, ${statusWord(entry.status)}` };
  item.command = {
    command: 'archiveAnswers.look',
    title: t('Open'),
    arguments: [node],
  };
  return item;
}

/** The question itself, and what is known of the thread; made when the mouse rests on the row. */
export async function entryTooltip(entry: Entry): Promise<vscode.MarkdownString> {
  const { plainTextOf } = await import('./lazy/render');
  const variant = variantIn(entry, vscode.env.language);
  const asked = variant.posts.find(({ kind }) => kind === 'question')?.markdown ?? '';
  const facts = [
    statusWord(entry.status),
    versionWords(entry.versions),
    entry.date ?? '',
    variant.topics.join(', '),
    entry.archive,
  ];
  const parts = [
    `**${escapeMarkdown(variant.title)}**`,
    escapeMarkdown(shortened(plainTextOf(asked).prose)),
    escapeMarkdown(facts.filter((fact) => fact !== '').join(' · ')),
  ];
  return new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length <= LONGEST_QUESTION ? text : `${letters.slice(0, LONGEST_QUESTION).join('')} …`;
}

/** A problem's row: Enter opens the file at its line. */
export function problemTreeItem(problem: LocatedProblem, id: string): vscode.TreeItem {
  const message = problemText(problem);
  const item = new vscode.TreeItem(message);
  const line = problem.line === undefined ? '' : `:${String(problem.line)}`;
  const place = `${readable(problem.location)}${line}`;
  item.id = id;
  item.description = `${problem.document ?? ''}${line}`;
  item.iconPath = new vscode.ThemeIcon(problem.severity);
  item.contextValue = 'problem';
  item.tooltip = `${message}\n${place}`;
  item.accessibilityInformation = { label: `${severityWord(problem.severity)}: ${message} ${place}` };
  if (problem.document !== undefined) {
    item.command = {
      command: 'archiveAnswers.openProblem',
      title: t('Open'),
      arguments: [problem.location, problem.line ?? 1],
    };
  }
  return item;
}
