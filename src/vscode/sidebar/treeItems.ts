import * as vscode from 'vscode';
import { showHidden, withoutHidden } from '../../core/text/hiddenCharacters';
import type { Library } from '../../core/library/library';
import { listTitle, variantIn, type Entry } from '../../core/model';
import { oneLine, shortenAtWord } from '../../core/text/shorten';
import { answerMarkdown } from '../base/answerMarkdown';
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

/** UTF-16 units of a question or an answer line in a tooltip. */
const MAX_TOOLTIP_LENGTH = 400;

/** What rows show about entries beyond their content: bookmarks, and which are new. */
export interface EntryDecorations {
  /** Fires when decorations have changed. */
  readonly onDidChange: vscode.Event<void>;
  isBookmarked(entry: Entry): boolean;
  isNew(entry: Entry): boolean;
  countNew(entries: readonly Entry[]): number;
  /** The resource URI that decorates a new entry's row. */
  uriOf(entry: Entry): vscode.Uri;
}

/** The row of an entry: its title in the reader's language, the short one if there is one. Enter shows the entry. */
export function entryTreeItem(
  node: Pick<EntryNode, 'kind' | 'id' | 'entry'>,
  decorations: EntryDecorations,
): vscode.TreeItem {
  const { entry, id } = node;
  const variant = variantIn(entry, vscode.env.language);
  const isBookmarked = decorations.isBookmarked(entry);
  const isNew = decorations.isNew(entry);
  const item = new vscode.TreeItem(withoutHidden(listTitle(variant)));
  item.id = id;
  item.iconPath = statusIcon(entry.status);
  item.contextValue = isBookmarked ? 'entry bookmarked' : 'entry';
  if (isNew) item.resourceUri = decorations.uriOf(entry);
  const facts = [withoutHidden(variant.title), statusLabel(entry.status)];
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

/** The whole title, the answer line or else the question, and facts; created when the user hovers over the row. */
export async function entryTooltip(
  entry: Entry,
  library: Library,
  decorations: EntryDecorations,
): Promise<vscode.MarkdownString> {
  const { plainTextOf } = await import('../lazy/render');
  const archive = library.archiveOf(entry);
  const variant = variantIn(entry, vscode.env.language);
  const question = variant.posts.find(({ kind }) => kind === 'question')?.markdown ?? '';
  const summary =
    variant.answer === undefined
      ? escapeMarkdown(shortenAtWord(oneLine(plainTextOf(question).prose), MAX_TOOLTIP_LENGTH))
      : answerMarkdown(variant.answer.text, MAX_TOOLTIP_LENGTH);
  const facts = [
    statusLabel(entry.status),
    decorations.isNew(entry) ? t('New since your last visit') : '',
    decorations.isBookmarked(entry) ? t('Bookmarked') : '',
    versionLabel(entry.versions),
    entry.date ?? '',
    variant.topics.join(', '),
    archive === undefined ? entry.archive : archiveTitle(archive),
  ];
  const parts = [
    `**${escapeMarkdown(variant.title)}**`,
    summary,
    escapeMarkdown(facts.filter((fact) => fact !== '').join(' · ')),
  ];
  return new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
}

/** The row of a group, with the number of its entries and of new ones among them. */
export function groupTreeItem(node: GroupNode, decorations: EntryDecorations): vscode.TreeItem {
  const { id, icon, count, entries, isExpanded, contextValue } = node;
  const label = withoutHidden(node.label);
  const detail = withoutHidden(node.detail ?? '');
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isExpanded ? Expanded : Collapsed);
  const newCount = decorations.countNew(entries);
  const newLabel = newCount === 0 ? '' : t('{0} new', newCount);
  item.id = id;
  item.description = [String(count), newLabel, detail].filter((part) => part !== '').join(' · ');
  item.iconPath = icon;
  item.contextValue = contextValue;
  item.tooltip = withoutHidden(node.tooltip ?? label, '\n');
  const countLabel =
    entries.length === 0 ? String(count) : count === 1 ? t('1 entry') : t('{0} entries', count);
  item.accessibilityInformation = {
    label: [label, countLabel, newLabel, detail].filter((part) => part !== '').join(', '),
  };
  return item;
}

/** The row of a bookmark whose entry is missing. It can only be removed. */
export function missingEntryTreeItem({ id, bookmark }: MissingEntryNode): vscode.TreeItem {
  const title = withoutHidden(bookmark.title);
  const item = new vscode.TreeItem(title);
  const description = t('no longer in its archive');
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon('circle-slash');
  item.contextValue = 'gone bookmarked';
  item.tooltip = `${title}\n${description}\n${withoutHidden(bookmark.id)}`;
  item.accessibilityInformation = { label: `${title}, ${description}` };
  return item;
}

/** The row of a problem. Enter opens the file at its line, or the setting where a source could not be read at all. */
export function problemTreeItem({ problem, id }: ProblemNode): vscode.TreeItem {
  const message = problemText(problem);
  const item = new vscode.TreeItem(message);
  const line = problem.line === undefined ? '' : `:${String(problem.line)}`;
  const location = problemLocation(problem);
  item.id = id;
  item.description = `${showHidden(problem.document ?? '')}${line}`;
  item.iconPath = new vscode.ThemeIcon(problem.severity);
  item.contextValue = 'problem';
  item.tooltip = `${message}\n${location}`;
  item.accessibilityInformation = { label: `${severityLabel(problem.severity)}: ${message} ${location}` };
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
