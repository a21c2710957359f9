import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import { variantIn, type Entry } from '../../core/model';
import { shorten } from '../../core/text/shorten';
import { escapeMarkdown } from '../base/escapeMarkdown';
import {
  archiveTitle,
  problemLocation,
  problemText,
  severityLabel,
  statusIcon,
  statusLabel,
  versionLabel,
} from '../entries/labels';
import type { EntryNode, MissingEntryNode, GroupNode, ProblemNode } from './nodes';
import { t } from '../base/l10n';

/** Longest piece of a question in a tooltip, in characters. */
const MAX_QUESTION_LENGTH = 400;

/** What a row shows of an entry that is the reader's own. */
export interface EntryDecorations {
  /** Fires when rows are marked otherwise. */
  readonly onDidChange: vscode.Event<void>;
  isBookmarked(entry: Entry): boolean;
  isNew(entry: Entry): boolean;
  countNew(entries: readonly Entry[]): number;
  /** The resource by which a new entry's row is decorated. */
  uriOf(entry: Entry): vscode.Uri;
}

/** An entry's row: its title in the reader's language; Enter shows it. */
export function entryTreeItem(
  node: Pick<EntryNode, 'kind' | 'id' | 'entry'>,
  marks: EntryDecorations,
): vscode.TreeItem {
  const { entry, id } = node;
  const { title } = variantIn(entry, vscode.env.language);
  const isBookmarked = marks.isBookmarked(entry);
  const isNew = marks.isNew(entry);
  const item = new vscode.TreeItem(title);
  item.id = id;
  item.iconPath = statusIcon(entry.status);
  item.contextValue = isBookmarked ? 'entry bookmarked' : 'entry';
  if (isNew) item.resourceUri = marks.uriOf(entry);
  const facts = [title, statusLabel(entry.status)];
  if (isNew) facts.push(t('New since your last visit'));
  if (isBookmarked) facts.push(t('Bookmarked'));
  item.accessibilityInformation = { label: facts.join(', ') };
  item.command = {
    command: 'archiveAnswers.look',
    title: t('Open'),
    arguments: [node],
  };
  return item;
}

/** The question itself, and what is known of the thread; made when the mouse rests on the row. */
export async function entryTooltip(
  entry: Entry,
  library: Library,
  marks: EntryDecorations,
): Promise<vscode.MarkdownString> {
  const { plainTextOf } = await import('../lazy/render');
  const archive = library.archiveOf(entry);
  const variant = variantIn(entry, vscode.env.language);
  const asked = variant.posts.find(({ kind }) => kind === 'question')?.markdown ?? '';
  const facts = [
    statusLabel(entry.status),
    marks.isNew(entry) ? t('New since your last visit') : '',
    marks.isBookmarked(entry) ? t('Bookmarked') : '',
    versionLabel(entry.versions),
    entry.date ?? '',
    variant.topics.join(', '),
    archive === undefined ? entry.archive : archiveTitle(archive),
  ];
  const parts = [
    `**${escapeMarkdown(variant.title)}**`,
    escapeMarkdown(shorten(plainTextOf(asked).prose, MAX_QUESTION_LENGTH)),
    escapeMarkdown(facts.filter((fact) => fact !== '').join(' · ')),
  ];
  return new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
}

/** A group's row: how many there are in it, and how many of them are new. */
export function groupTreeItem(node: GroupNode, marks: EntryDecorations): vscode.TreeItem {
  const { id, label, icon, count, entries, detail = '', tooltip = label, isExpanded, contextValue } = node;
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isExpanded ? Expanded : Collapsed);
  const fresh = marks.countNew(entries);
  const newWord = fresh === 0 ? '' : t('{0} new', fresh);
  item.id = id;
  item.description = [String(count), newWord, detail].filter((part) => part !== '').join(' · ');
  item.iconPath = icon;
  item.contextValue = contextValue;
  item.tooltip = tooltip;
  const countWord =
    entries.length === 0 ? String(count) : count === 1 ? t('1 entry') : t('{0} entries', count);
  item.accessibilityInformation = {
    label: [label, countWord, newWord, detail].filter((part) => part !== '').join(', '),
  };
  return item;
}

/** The row of a bookmark without its entry: all there is to do is to remove it. */
export function missingEntryTreeItem({ id, bookmark }: MissingEntryNode): vscode.TreeItem {
  const item = new vscode.TreeItem(bookmark.title);
  const gone = t('no longer in its archive');
  item.id = id;
  item.description = gone;
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.contextValue = 'gone bookmarked';
  item.tooltip = `${bookmark.title}\n${gone}\n${bookmark.id}`;
  item.accessibilityInformation = { label: `${bookmark.title}, ${gone}` };
  return item;
}

/** A problem's row: Enter opens the file at its line, or the setting that names what could not be read at all. */
export function problemTreeItem({ problem, id }: ProblemNode): vscode.TreeItem {
  const message = problemText(problem);
  const item = new vscode.TreeItem(message);
  const line = problem.line === undefined ? '' : `:${String(problem.line)}`;
  const place = problemLocation(problem);
  item.id = id;
  item.description = `${problem.document ?? ''}${line}`;
  item.iconPath = new vscode.ThemeIcon(problem.severity);
  item.contextValue = 'problem';
  item.tooltip = `${message}\n${place}`;
  item.accessibilityInformation = { label: `${severityLabel(problem.severity)}: ${message} ${place}` };
  item.command =
    problem.document === undefined
      ? { command: 'workbench.action.openSettings', title: t('Open'), arguments: ['archiveAnswers.sources'] }
      : {
          command: 'archiveAnswers.openProblem',
          title: t('Open'),
          arguments: [problem.location, problem.line ?? 1],
        };
  return item;
}
