import * as vscode from 'vscode';
import type { Library } from '../core/library';
import { variantIn, type Entry, type EntryId, type Variant } from '../core/model';
import { readPageMessage, type HostMessage, type PageMessage } from '../protocol';
import type { Answers } from './answers';
import { panelWords } from './words';

const VIEW_TYPE = 'archiveAnswers.panel';

/** The panel to read an entry in. There is one; opening another entry replaces what it shows. */
export class AnswerPanel implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  #shown: { readonly entry: Entry; readonly variant: Variant } | undefined;
  #pageReady = false;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly answers: Answers,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Shows one language's variant of an entry, beside the code when an editor is open. */
  async open(entry: Entry, variant: Variant): Promise<void> {
    this.#shown = { entry, variant };
    const library = await this.answers.library();
    const panel = this.#panel ?? this.#create(library, variant.title);
    this.#allowImagesOf(panel, library);
    panel.title = variant.title;
    panel.reveal(undefined, false);
    await this.#render();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #create(library: Library, title: string): vscode.WebviewPanel {
    const column =
      vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, title, column, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: this.#resourceRoots(library),
    });
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.svg');
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = readPageMessage(message);
      if (read !== undefined) this.#receive(read).catch(this.report);
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#shown = undefined;
      this.#pageReady = false;
    });
    panel.webview.html = pageHtml(panel.webview, this.extensionUri);
    this.#panel = panel;
    this.#pageReady = false;
    return panel;
  }

  /** Our own folders, and those that the archives' images come from. */
  #resourceRoots(library: Library): readonly vscode.Uri[] {
    const own = [['dist', 'webview'], ['media']].map((path) =>
      vscode.Uri.joinPath(this.extensionUri, ...path),
    );
    return [...own, ...library.archives.map(({ root }) => vscode.Uri.parse(root))];
  }

  /** Archives may have come since the panel was made; new options reload the page, which asks for its entry again. */
  #allowImagesOf(panel: vscode.WebviewPanel, library: Library): void {
    const roots = this.#resourceRoots(library);
    const texts = (uris: readonly vscode.Uri[] | undefined): string => (uris ?? []).map(String).join('\n');
    if (texts(panel.webview.options.localResourceRoots) === texts(roots)) return;
    panel.webview.options = { ...panel.webview.options, localResourceRoots: roots };
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#pageReady = true;
        return this.#render();
      case 'openEntry': {
        const entry = (await this.answers.library()).entry(message.id);
        if (entry !== undefined)
          await this.open(entry, variantIn(entry, this.#shown?.variant.language ?? ''));
        return;
      }
      case 'chooseLanguage':
        if (this.#shown === undefined) return;
        return this.open(this.#shown.entry, variantIn(this.#shown.entry, message.language));
    }
  }

  /** Sends what is shown to the page; before the page is ready, its `ready` message will ask for it. */
  async #render(): Promise<void> {
    if (!this.#pageReady || this.#shown === undefined) return;
    const shown = this.#shown;
    const library = await this.answers.library();
    const { renderEntry } = await import('./lazy/render');
    if (this.#panel === undefined || this.#shown !== shown) return;
    const { webview } = this.#panel;
    const { entry, variant } = shown;
    const root = library.archiveOf(entry)?.root;
    const html = renderEntry(entry, variant, {
      words: panelWords(),
      image: (path) =>
        root === undefined
          ? undefined
          : webview.asWebviewUri(vscode.Uri.joinPath(vscode.Uri.parse(root), ...path.split('/'))).toString(),
      entryAt: (document) => entryAt(library, entry, document),
      titleOf: (id) => {
        const related = library.entry(id);
        return related === undefined ? undefined : variantIn(related, variant.language).title;
      },
    });
    const message: HostMessage = { type: 'show', html, entry: entry.id, language: variant.language };
    await webview.postMessage(message);
  }
}

function entryAt(library: Library, from: Entry, document: string): EntryId | undefined {
  const target = library
    .entries()
    .find((entry) => entry.archive === from.archive && entry.source.document === document);
  return target?.id;
}

/** The page around the entries: no script and no style but our own files, nothing from elsewhere. */
function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = createNonce();
  const script = webview
    .asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', 'panel.js'))
    .toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'panel.css')).toString();
  const policy = [
    `default-src 'none'`,
    `img-src ${webview.cspSource}`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Archive Answers</title>
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
