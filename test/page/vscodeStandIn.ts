/** The part of VS Code's API that the panel's modules use; the `page` project resolves the module `vscode` to this file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Translations = Readonly<Record<string, string>>;
export type DisplayLanguage = 'en' | 'ko';

const FOLDER = join(import.meta.dirname, '..', '..', 'l10n');
const KOREAN = JSON.parse(readFileSync(join(FOLDER, 'bundle.l10n.ko.json'), 'utf8')) as Translations;

/** @public Imported as part of `vscode`. */
export const env: { language: string } = { language: 'en' };

/** @public Imported as part of `vscode`. */
export const l10n = {
  bundle: undefined as Translations | undefined,
  t: (text: string): string => l10n.bundle?.[text] ?? text,
};

export function setDisplayLanguage(language: DisplayLanguage): void {
  env.language = language;
  l10n.bundle = language === 'ko' ? KOREAN : undefined;
}

/**
 * URIs reduced to their paths.
 *
 * @public Imported as part of `vscode`.
 */
export const Uri = {
  joinPath: (base: { readonly path: string }, ...segments: readonly string[]): { readonly path: string } => ({
    path: [base.path, ...segments].join('/'),
  }),
};
