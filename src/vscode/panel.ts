import * as vscode from 'vscode';
import type { Library } from '../core/library';
import { variantIn, type Entry, type EntryId, type Variant } from '../core/model';
import {
  readPageMessage,
  readPanelState,
  type HostMessage,
  type PageMessage,
  type PanelState,
} from '../protocol';
import type { Answers } from './answers';
import { pageHtml } from './panelPage';
import { Press } from './press';
import type { Recents } from './recents';
import { activeTabIn, bringBack, webviewTabs } from './tabs';
import { panelWords } from './words';

const VIEW_TYPE = 'archiveAnswers.panel';

interface ShowOptions {
  readonly place: HostMessage['place'];
  readonly preserveFocus: boolean;
  /** Beside the editor in use, wherever the panel was. */
  readonly toSide: boolean;
  readonly marks: readonly string[];
}

const NO_MARKS: readonly string[] = [];

/** Entries shown for a look while the reader moves through a list. */
export interface Preview {
  /** Never rejects: a failure is reported. */
  show(entry: Entry, variant: Variant, marks: readonly string[]): Promise<void>;
  /** Puts back what was there before the first look, unless the reader has gone into the page to read on. */
  end(): Promise<void>;
}

/** The panel to read an entry in. There is one; opening another entry replaces what it shows. */
export class AnswerPanel implements vscode.Disposable {
  readonly #subscriptions: readonly vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #state: PanelState | undefined;
  #place: HostMessage['place'] = 'top';
  /** Words by which a search found what is shown. */
  #marks = NO_MARKS;
  #pageReady = false;
  /** Tabs that the window kept over a reload and that nobody has looked at since: their pages are not made yet. */
  #kept: readonly vscode.Tab[] = [];
  readonly #press = new Press();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly answers: Answers,
    private readonly recents: Recents,
    private readonly report: (error: unknown) => void,
  ) {
    this.#subscriptions = [
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state: unknown) => this.#restore(panel, state),
      }),
      // The entry may have changed, or be gone.
      answers.onDidChange(() => {
        this.#render().catch(this.report);
      }),
    ];
  }

  /** Opens one language's variant of an entry, with words marked: in the panel there is, else beside the code. */
  async open(
    entry: Entry,
    variant: Variant,
    { toSide = false, preserveFocus = false, marks = NO_MARKS } = {},
  ): Promise<void> {
    await this.#show(stateOf(entry, variant), { place: 'top', preserveFocus, toSide, marks });
    await this.#closeKept();
    await this.recents.add(entry.id);
  }

  /** Whether the reader sees that entry now. */
  isShowing(entry: Entry): boolean {
    return this.#panel?.visible === true && this.#state?.entry === entry.id;
  }

  /** Begins a series of looks at entries that leaves no trace when it is not followed by an opening. */
  preview(): Preview {
    const before = this.#panel === undefined ? undefined : this.#state;
    const marksBefore = this.#marks;
    const covered = this.#panel?.visible === false ? activeTabIn(this.#panel.viewColumn) : undefined;
    let looked = false;
    return {
      show: async (entry, variant, marks) => {
        looked = true;
        const look = { place: 'top', preserveFocus: true, toSide: false, marks } as const;
        await this.#show(stateOf(entry, variant), look).catch(this.report);
      },
      end: async () => {
        const panel = this.#panel;
        if (!looked || panel === undefined) return;
        if (await this.#press.isNow()) {
          if (this.#state !== undefined) await this.recents.add(this.#state.entry);
          return;
        }
        if (before === undefined) {
          panel.dispose();
          return;
        }
        await this.#show(before, {
          place: 'back',
          preserveFocus: true,
          toSide: false,
          marks: marksBefore,
        });
        if (covered !== undefined) await bringBack(covered);
      },
    };
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel?.dispose();
    this.#press.dispose();
  }

  /** There is one panel: what is opened takes the place of what the window kept. */
  async #closeKept(): Promise<void> {
    const kept = webviewTabs(VIEW_TYPE).filter((tab) => this.#kept.includes(tab));
    this.#kept = [];
    if (kept.length > 0) await vscode.window.tabGroups.close(kept, true);
  }

  async #show(state: PanelState, { place, preserveFocus, toSide, marks }: ShowOptions): Promise<void> {
    this.#state = state;
    this.#marks = marks;
    this.#place = place;
    const library = await this.answers.library();
    // Something else was asked for in the meantime, or no entry at all.
    if (this.#state !== state) return;
    const column = toSide ? vscode.ViewColumn.Beside : undefined;
    if (this.#panel === undefined) this.#create(state.title, column ?? defaultColumn(), preserveFocus);
    else this.#panel.reveal(column, preserveFocus);
    this.#allowImagesOf(library);
    await this.#render();
  }

  #create(title: string, viewColumn: vscode.ViewColumn, preserveFocus: boolean): void {
    const show = { viewColumn, preserveFocus };
    this.#kept = webviewTabs(VIEW_TYPE);
    this.#attach(
      vscode.window.createWebviewPanel(VIEW_TYPE, title, show, {
        enableFindWidget: true,
        enableScripts: true,
      }),
    );
  }

  /** A panel that the window kept over a reload. */
  async #restore(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const state = readPanelState(kept);
    if (state === undefined) {
      panel.dispose();
      return;
    }
    const other = this.#panel;
    this.#panel = undefined;
    other?.dispose();
    this.#state = state;
    this.#marks = NO_MARKS;
    this.#attach(panel);
    try {
      this.#allowImagesOf(await this.answers.library());
    } catch (error) {
      this.report(error);
    }
  }

  #attach(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#pageReady = false;
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.svg');
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = readPageMessage(message);
      if (read !== undefined) this.#receive(read).catch(this.report);
    });
    // A page that is hidden is gone; when it is seen again it loads anew.
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#pageReady = false;
    });
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#state = undefined;
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: this.#ownRoots() };
    panel.webview.html = pageHtml(panel.webview, this.extensionUri);
  }

  #ownRoots(): readonly vscode.Uri[] {
    return [['dist', 'webview'], ['media']].map((path) => vscode.Uri.joinPath(this.extensionUri, ...path));
  }

  /** Archives may have come since the panel was made; new options reload the page, which asks for its entry again. */
  #allowImagesOf(library: Library): boolean {
    if (this.#panel === undefined) return false;
    const { webview } = this.#panel;
    const roots = [...this.#ownRoots(), ...library.archives.map(({ root }) => vscode.Uri.parse(root))];
    const texts = (uris: readonly vscode.Uri[] | undefined): string => (uris ?? []).map(String).join('\n');
    if (texts(webview.options.localResourceRoots) === texts(roots)) return false;
    this.#pageReady = false;
    webview.options = { ...webview.options, localResourceRoots: roots };
    return true;
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#pageReady = true;
        return this.#render();
      case 'pressed':
        this.#press.tell();
        return;
      case 'openEntry': {
        const entry = (await this.answers.library()).entry(message.id);
        if (entry !== undefined) await this.open(entry, variantIn(entry, this.#state?.language ?? ''));
        return;
      }
      case 'chooseLanguage':
        if (this.#state === undefined) return;
        this.#state = { ...this.#state, language: message.language };
        // The words were found in the other language.
        this.#marks = NO_MARKS;
        return this.#render();
      case 'search':
        await vscode.commands.executeCommand('archiveAnswers.search', message.query);
    }
  }

  /** Sends what is shown to the page; before the page is ready, its `ready` message will ask for it. */
  async #render(): Promise<void> {
    if (!this.#pageReady || this.#state === undefined) return;
    const state = this.#state;
    const library = await this.answers.library();
    const { renderEntry, renderGone } = await import('./lazy/render');
    if (this.#panel === undefined || this.#state !== state) return;
    if (this.#allowImagesOf(library)) return;
    const { webview } = this.#panel;
    const entry = library.entry(state.entry);
    const place = this.#place;
    // What comes next for the same entry, such as a page that loads anew, keeps the reader's place.
    this.#place = 'back';
    if (entry === undefined) {
      this.#panel.title = state.title;
      await this.#post({
        type: 'show',
        html: renderGone(state.title, panelWords()),
        state,
        place,
        marks: NO_MARKS,
      });
      return;
    }
    const variant = variantIn(entry, state.language);
    const archive = library.archiveOf(entry);
    const root = vscode.Uri.parse(archive?.root ?? '');
    const html = renderEntry(entry, variant, {
      words: panelWords(),
      image: (path) => webview.asWebviewUri(vscode.Uri.joinPath(root, ...path.split('/'))).toString(),
      entryAt: (document) => entryAt(library, entry, document),
      related: library.relatedTo(entry),
    });
    this.#panel.title = variant.title;
    await this.#post({ type: 'show', html, state: stateOf(entry, variant), place, marks: this.#marks });
  }

  async #post(message: HostMessage): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}

function stateOf(entry: Entry, { language, title }: Variant): PanelState {
  return { entry: entry.id, language, title };
}

function defaultColumn(): vscode.ViewColumn {
  return vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}

function entryAt(library: Library, from: Entry, document: string): EntryId | undefined {
  const target = library
    .entries()
    .find((entry) => entry.archive === from.archive && entry.source.document.normalize('NFC') === document);
  return target?.id;
}
