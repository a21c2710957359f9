import { toPlainQuery } from '../search/query';
import { searchButton } from './buttons';
import type { EntryLabels } from './entryLabels';
import { escapeHtml } from './escapeHtml';
import { labelLang } from './langAttributes';

/** The page shown for an entry that cannot be shown, with the reason and a search for its title. */
export function renderMissingEntry(reason: string, title: string, labels: EntryLabels): string {
  return [
    `<section class="gone"${labelLang(labels)}>`,
    `<h1>${escapeHtml(reason)}</h1>`,
    `<p dir="auto">${escapeHtml(title)}</p>`,
    `<p>${searchButton(toPlainQuery(title), escapeHtml(labels.search(title)), labels)}</p>`,
    '</section>',
  ].join('\n');
}
