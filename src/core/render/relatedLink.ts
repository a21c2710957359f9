import type { Related } from '../library/relatedEntries';
import { variantIn, type Variant } from '../model';
import { escapeHtml } from './escapeHtml';

/** A link to a related entry, titled in the language of the variant shown where the entry has that language. */
export function relatedLink({ entry }: Related, shown: Variant): string {
  const { title, language } = variantIn(entry, shown.language);
  return `<a href="#" data-entry="${escapeHtml(entry.id)}" lang="${escapeHtml(language)}" dir="auto">${escapeHtml(title)}</a>`;
}
