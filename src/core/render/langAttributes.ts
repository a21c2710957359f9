import type { Variant } from '../model';
import type { EntryLabels } from './entryLabels';
import { escapeHtml } from './escapeHtml';

/** The `lang` attribute of an element with labels: a screen reader speaks each text in its own language. */
export function labelLang({ language }: EntryLabels): string {
  return ` lang="${escapeHtml(language)}"`;
}

/** The `lang` attribute of an archive's own text inside an element with labels. */
export function textLang({ language }: Variant): string {
  return ` lang="${escapeHtml(language)}"`;
}
