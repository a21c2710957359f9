import * as vscode from 'vscode';
import { withoutHidden } from '../../core/text/hiddenCharacters';
import type { Library } from '../../core/library/library';
import type { Entry, EntryTarget, Variant } from '../../core/model';
import { plainAnswer } from '../../core/answerLine/plainAnswer';
import { t } from '../base/l10n';
import { archiveTitle, statusIcon, statusLabel, versionLabel } from '../entries/labels';

/** A row of a list: an entry to open, a query to continue with, a text to copy, a filter, or a message. */
export interface SearchItem extends vscode.QuickPickItem {
  readonly entry?: Entry;
  readonly variant?: Variant;
  readonly query?: string;
  /** The post of the variant that the entry was found by, and the words to highlight. */
  readonly target?: EntryTarget;
  /** A text to copy when the row is chosen. */
  readonly copyText?: string;
  /** A query to filter the sidebar by when the row is chosen. */
  readonly sidebarFilter?: string;
}

/** What rows need of the library to name an entry's archive. */
export type ArchiveTitles = Pick<Library, 'archives' | 'archiveOf'>;

/** Rows below a separator; empty without rows. */
export function section(label: string, items: readonly SearchItem[]): readonly SearchItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

/** A row with a message only. */
export function messageItem(text: string, icon: string, detail?: string): SearchItem {
  return {
    label: withoutIcons(text),
    iconPath: new vscode.ThemeIcon(icon),
    alwaysShow: true,
    ...(detail === undefined ? {} : { detail: withoutIcons(detail) }),
  };
}

/**
 * A row that opens a variant of an entry: facts beside its title, and one line of text below it.
 *
 * @param snippet What it was found by; without it, the answer line.
 */
export function entryItem(
  library: ArchiveTitles,
  entry: Entry,
  variant: Variant,
  snippet: string | undefined,
): SearchItem {
  const facts = [
    archiveLabel(library, entry),
    variant.topics[0],
    statusLabel(entry.status),
    versionLabel(entry.versions),
  ];
  const detail = snippet ?? (variant.answer === undefined ? '' : plainAnswer(variant.answer));
  return {
    label: withoutIcons(variant.title),
    description: withoutIcons(facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')),
    ...(detail === '' ? {} : { detail: withoutIcons(detail) }),
    iconPath: statusIcon(entry.status),
    buttons: [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: t('Open to the Side') }],
    alwaysShow: true,
    entry,
    variant,
  };
}

/** The title of an entry's archive, where several archives have entries. */
function archiveLabel(library: ArchiveTitles, entry: Entry): string | undefined {
  const others = library.archives.filter(({ id, entries }) => id !== entry.archive && entries.length > 0);
  const archive = library.archiveOf(entry);
  return others.length === 0 || archive === undefined ? undefined : archiveTitle(archive);
}

/**
 * Text of a row: without hidden characters, and with `$(name)` escaped, which a quick pick renders as an icon: in archive
 * text it may be a shell's `$(pwd)`.
 */
export function withoutIcons(text: string): string {
  return withoutHidden(text).replace(/\$\((?=[\w-]+(~\w+)?\))/g, '\\$(');
}
