import * as vscode from 'vscode';
import type { Library } from '../core/library';
import { variantIn, type Entry, type Variant } from '../core/model';
import type { Cancellation } from '../core/search/index';
import type { Answers } from './answers';
import { statusIcon, statusWord } from './words';

interface EntryItem extends vscode.QuickPickItem {
  readonly entry?: Entry;
  readonly variant?: Variant;
}

export type OpenEntry = (entry: Entry, variant: Variant) => Promise<void>;

/** The search: a quick pick that asks the library on every keystroke and keeps the library's order. */
export async function showSearch(answers: Answers, open: OpenEntry): Promise<void> {
  const pick = vscode.window.createQuickPick<EntryItem>();
  // Not in the API's types yet: without it the list is sorted anew by where the label matches.
  (pick as { sortByLabel?: boolean }).sortByLabel = false;
  pick.title = vscode.l10n.t('Archive Answers: Search');
  pick.placeholder = vscode.l10n.t('Type a question, an error or a name, in Korean or English');
  pick.busy = true;
  let chosen: EntryItem | undefined;
  const closed = new Promise<void>((resolve) => {
    pick.onDidHide(() => {
      pick.dispose();
      resolve();
    });
  });
  pick.show();

  let library: Library;
  try {
    library = await answers.library();
  } catch (error) {
    pick.hide();
    throw error;
  }

  let latest = 0;
  const update = async (): Promise<void> => {
    const run = (latest += 1);
    const signal = {
      get aborted() {
        return run !== latest;
      },
    };
    const items = await itemsFor(library, pick.value.trim(), signal);
    if (!signal.aborted) pick.items = items;
  };
  pick.onDidChangeValue(() => void update());
  void update();
  pick.onDidAccept(() => {
    chosen = pick.selectedItems[0];
    if (chosen?.entry !== undefined) pick.hide();
  });
  pick.busy = false;
  await closed;
  if (chosen?.entry !== undefined && chosen.variant !== undefined) await open(chosen.entry, chosen.variant);
}

/** What the list shows for a query; never rejects, a failure is an item. */
async function itemsFor(library: Library, query: string, signal: Cancellation): Promise<EntryItem[]> {
  if (query === '') return allEntries(library);
  try {
    const hits = await library.search(query, { signal, language: vscode.env.language });
    return hits.length === 0
      ? [nothingFound(query)]
      : hits.map(({ entry, variant, why }) => itemOf(entry, variant, why.passage?.text));
  } catch (error) {
    const label = vscode.l10n.t('The search failed: {0}', String(error));
    return [{ label: withoutIcons(label), iconPath: new vscode.ThemeIcon('error'), alwaysShow: true }];
  }
}

function nothingFound(query: string): EntryItem {
  return {
    label: withoutIcons(vscode.l10n.t('Nothing found for “{0}”', query)),
    detail: vscode.l10n.t('Try fewer or other words, in Korean or English.'),
    iconPath: new vscode.ThemeIcon('info'),
    alwaysShow: true,
  };
}

/** What is shown before anything is typed: every entry, in the reader's language where there is one. */
function allEntries(library: Library): EntryItem[] {
  return library.entries().map((entry) => {
    const variant = variantIn(entry, vscode.env.language);
    return itemOf(entry, variant, undefined);
  });
}

function itemOf(entry: Entry, variant: Variant, passage: string | undefined): EntryItem {
  // Below the title, not beside it: a long question would push them out of sight.
  const facts = [variant.topics[0], statusWord(entry.status)]
    .filter((fact) => fact !== undefined)
    .join(' · ');
  return {
    label: withoutIcons(variant.title),
    detail: withoutIcons(passage === undefined || passage === '' ? facts : `${facts} — ${passage}`),
    iconPath: statusIcon(entry.status),
    alwaysShow: true,
    entry,
    variant,
  };
}

/** A quick pick draws `$(name)` as an icon; in text of others it is a shell's `$(pwd)`. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
