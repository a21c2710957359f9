/** The part of VS Code's API that the panel's modules use; the `page` project resolves the module `vscode` to this file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Translations = Readonly<Record<string, string>>;
export type DisplayLanguage = 'en' | 'ko';

const FOLDER = join(import.meta.dirname, '..', '..', 'l10n');
const KOREAN = JSON.parse(readFileSync(join(FOLDER, 'bundle.l10n.ko.json'), 'utf8')) as Translations;

/** @public Imported as part of `vscode`. */
export const env: { language: string; uriScheme: string } = { language: 'en', uriScheme: 'vscode' };

/** @public Imported as part of `vscode`. */
export const l10n = {
  bundle: undefined as Translations | undefined,
  t: (text: string, ...args: readonly (string | number)[]): string =>
    (l10n.bundle?.[text] ?? text).replace(/\{(\d+)\}/g, (whole, at: string) =>
      String(args[Number(at)] ?? whole),
    ),
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

/** @public Imported as part of `vscode`. */
export class MarkdownString {
  isTrusted: unknown;
  supportHtml = false;
  constructor(
    public value: string,
    readonly supportThemeIcons = false,
  ) {}
}

/** @public Imported as part of `vscode`. */
export class TreeItem {
  constructor(
    readonly label: string,
    readonly collapsibleState = 0,
  ) {}
}

/** @public Imported as part of `vscode`. */
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };

/** @public Imported as part of `vscode`. */
export class ThemeIcon {
  constructor(readonly id: string) {}
}

/** @public Imported as part of `vscode`. */
export class ThemeColor {
  constructor(readonly id: string) {}
}

/** @public Imported as part of `vscode`. */
export const QuickPickItemKind = { Separator: -1, Default: 0 };

/** @public Imported as part of `vscode`. */
export class TerminalLink {
  constructor(
    readonly startIndex: number,
    readonly length: number,
    readonly tooltip?: string,
  ) {}
}

/** The latest notification. */
export let notification = '';
const showMessage = (message: string): Promise<undefined> => {
  notification = message;
  return Promise.resolve(undefined);
};

/** @public Imported as part of `vscode`. */
export const window = {
  showInformationMessage: showMessage,
  showWarningMessage: showMessage,
  showErrorMessage: showMessage,
};

/** @public Imported as part of `vscode`. */
export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };
