import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import { variantIn, type Entry, type Variant } from '../../core/model';
import {
  readPageMessage,
  type HostMessage,
  type PageLabels,
  type PageMessage,
  type PanelState,
  type ShowMessage,
  type Visit,
} from '../../protocol';
import { DisposableStore } from '../base/disposables';
import { t } from '../base/l10n';
import { createYielder } from '../base/timeSlice';
import { withTimeout } from '../base/timeout';
import { missingEntryMessage } from '../entries/missingEntry';
import type { LibraryService } from '../library/libraryService';
import { pageHtml } from './pageHtml';
import { panelLabels, uiLanguage } from './panelLabels';
import type { EntryReference, PanelNavigation } from './panelNavigation';
import { imageRoots, createRenderContext } from './renderContext';
import { tabTitle } from './tabs';
import type { VersionLabels } from './versionLabels';

/** The view type of the panels, by which the window restores them. */
export const VIEW_TYPE = 'archiveAnswers.panel';

export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly libraryService: LibraryService;
  readonly versions: VersionLabels;
  readonly report: (error: unknown) => void;
}

/** The messages of a page that its panel passes on. */
export type PanelMessage = Exclude<
  PageMessage,
  { readonly type: 'ready' | 'chooseLanguage' | 'focused' | 'pong' }
>;

/** Milliseconds to wait for a page that may hang. */
const PONG_TIMEOUT = 2_000;

/** The entry of a panel as its archive has it now. */
export interface ShownEntry {
  readonly library: Library;
  readonly entry: Entry;
  readonly variant: Variant;
}

const NO_HIGHLIGHTS: readonly string[] = [];

/** One webview panel: its navigation history, and the page that shows the current entry. */
export class EntryPanel {
  readonly #disposables = new DisposableStore();
  readonly #received = this.#disposables.add(new vscode.EventEmitter<PanelMessage>());
  readonly onDidReceiveMessage = this.#received.event;
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when the panel shows another entry, becomes visible or hidden, gains or loses the focus, and is closed. */
  readonly onDidChange = this.#changed.event;
  readonly #ponged = this.#disposables.add(new vscode.EventEmitter<void>());
  #isPinned: boolean;
  #isFocused = false;
  /** Whether the page is loaded and listens. */
  #isReady = false;
  #isDisposed = false;
  /** Counts renderings: only the chunks of the latest one are sent. */
  #run = 0;

  /** @param navigation Has a current visit already. */
  constructor(
    readonly webviewPanel: vscode.WebviewPanel,
    private readonly navigation: PanelNavigation,
    isPinned: boolean,
    private readonly services: PanelServices,
  ) {
    const { extensionUri, report } = services;
    const { webview } = webviewPanel;
    this.#isPinned = isPinned;
    webviewPanel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    webview.onDidReceiveMessage((message: unknown) => {
      const read = readPageMessage(message);
      if (read !== undefined) this.#receive(read).catch(report);
    });
    webviewPanel.onDidChangeViewState(() => {
      // A hidden page is destroyed; it loads again when it becomes visible.
      if (!webviewPanel.visible) this.#isReady = false;
      if (!webviewPanel.active) this.#isFocused = false;
      this.#changed.fire();
    });
    webviewPanel.onDidDispose(() => {
      this.#isDisposed = true;
      this.#isReady = false;
      this.#run += 1;
      this.#changed.fire();
      this.#ponged.fire();
      this.#disposables.dispose();
    });
    webview.options = { enableScripts: true, localResourceRoots: imageRoots(extensionUri) };
    webview.html = pageHtml(webview, extensionUri);
  }

  get visit(): Visit {
    return this.navigation.current;
  }

  get isPreviewing(): boolean {
    return this.navigation.isPreviewing;
  }

  get isPinned(): boolean {
    return this.#isPinned;
  }

  get isFocused(): boolean {
    return this.#isFocused;
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  get isVisible(): boolean {
    return !this.#isDisposed && this.webviewPanel.visible;
  }

  /** Navigates to an entry, unless it is the current one. */
  open(reference: EntryReference, highlights: readonly string[]): Promise<void> {
    this.navigation.open(reference, highlights);
    return this.render();
  }

  /** Shows an entry without adding it to the history. */
  preview(reference: EntryReference, highlights: readonly string[]): Promise<void> {
    this.navigation.preview(reference, highlights);
    return this.render();
  }

  /** Navigates to the previewed entry. */
  commitPreview(): Promise<void> {
    this.navigation.commitPreview();
    return this.render();
  }

  /** Shows the current entry of the history again. */
  discardPreview(): Promise<void> {
    this.navigation.discardPreview();
    return this.render();
  }

  canGo(by: number): boolean {
    return this.navigation.canGo(by);
  }

  /** Goes back (negative) or forward in the history. */
  async go(by: number): Promise<void> {
    if (this.navigation.go(by)) await this.render();
  }

  /** Pins the panel to its entry. Returns the history before it. */
  pin(): ReturnType<PanelNavigation['pin']> {
    const before = this.navigation.pin();
    this.#isPinned = true;
    this.render().catch(this.services.report);
    return before;
  }

  /** What is shown, as its archive has it now; `undefined` where it is gone. */
  async shownEntry(): Promise<ShownEntry | undefined> {
    const { visit } = this;
    const library = await this.services.libraryService.library();
    const entry = library.entry(visit.entry);
    return entry === undefined ? undefined : { library, entry, variant: variantIn(entry, visit.language) };
  }

  /** Resolves once all messages that the page has sent by now have arrived: they keep their order. */
  async received(): Promise<void> {
    if (!this.#isReady) return;
    const listener = new DisposableStore();
    const pong = new Promise<void>((resolve) => {
      listener.add(this.#ponged.event(resolve));
    });
    this.send({ type: 'ping' });
    await withTimeout(pong, PONG_TIMEOUT, undefined);
    listener.dispose();
  }

  /** Why the entry is unavailable. */
  async missingMessage(): Promise<string> {
    return missingEntryMessage(await this.services.libraryService.library(), this.visit.entry);
  }

  /** Sends a message, unless the page is not loaded: that gets what it shows when it is. Returns whether it was sent. */
  send(message: HostMessage): boolean {
    if (this.#isReady) void this.webviewPanel.webview.postMessage(message);
    return this.#isReady;
  }

  /** Compares the entry's versions with those of the project again. */
  async updateComparison(): Promise<void> {
    const run = this.#run;
    const shown = this.#isReady ? await this.shownEntry() : undefined;
    const text = shown === undefined ? '' : await this.services.versions.of(shown.entry);
    if (run === this.#run) this.send({ type: 'comparison', run, text });
  }

  /** Sends what is shown to the page. A page that is not loaded yet requests it with its `ready` message. */
  async render(): Promise<void> {
    if (this.#isDisposed) return;
    const run = (this.#run += 1);
    const { visit } = this;
    this.webviewPanel.title = tabTitle(visit.title);
    this.#changed.fire();
    if (!this.#isReady) return;
    const library = await this.services.libraryService.library();
    const bundle = await import('../lazy/render');
    if (run !== this.#run || this.allowImagesOf(library)) return;
    const entry = library.entry(visit.entry);
    if (entry === undefined) {
      const shell = bundle.renderMissingEntry(
        missingEntryMessage(library, visit.entry),
        visit.title,
        panelLabels(),
      );
      this.#sendShow({ run, shell, firstChunk: '', highlights: NO_HIGHLIGHTS });
      this.send({ type: 'end', run });
      return;
    }
    const variant = variantIn(entry, visit.language);
    const context = createRenderContext(library, entry, this.webviewPanel.webview, bundle);
    const rendered = bundle.renderEntry(entry, variant, context);
    this.#updateReference(entry, variant);
    const chunks = rendered.chunks[Symbol.iterator]();
    const { highlights } = this.navigation;
    this.#sendShow({ run, shell: rendered.shell, firstChunk: nextOf(chunks) ?? '', highlights });
    this.updateComparison().catch(this.services.report);
    const maybeYield = createYielder();
    for (let html = nextOf(chunks); html !== undefined; html = nextOf(chunks)) {
      this.send({ type: 'chunk', run, html });
      await maybeYield();
      if (!this.#isSending(run)) return;
    }
    this.send({ type: 'end', run });
  }

  #sendShow(page: Pick<ShowMessage, 'run' | 'shell' | 'firstChunk' | 'highlights'>): void {
    this.send({ type: 'show', visit: this.visit, state: this.#state, labels: pageLabels(), ...page });
  }

  #isSending(run: number): boolean {
    return run === this.#run && this.#isReady;
  }

  /**
   * Lets the page load images of archives that were added since. Returns whether that reloads the page, which then
   * requests its entry again.
   */
  allowImagesOf(library: Library): boolean {
    if (this.#isDisposed) return true;
    const { webview } = this.webviewPanel;
    const roots = imageRoots(this.services.extensionUri, library);
    const texts = (uris: readonly vscode.Uri[] | undefined): string => (uris ?? []).map(String).join('\n');
    if (texts(webview.options.localResourceRoots) === texts(roots)) return false;
    this.#isReady = false;
    this.#isFocused = false;
    webview.options = { ...webview.options, localResourceRoots: roots };
    return true;
  }

  get #state(): PanelState {
    return { ...this.navigation.history, isKept: this.#isPinned };
  }

  /** Takes over the language and the title that the entry has now. */
  #updateReference(entry: Entry, variant: Variant): void {
    const before = this.visit.title;
    this.navigation.updateCurrent(referenceTo(entry, variant));
    this.webviewPanel.title = tabTitle(this.visit.title);
    if (this.visit.title !== before) this.#changed.fire();
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return this.render();
      case 'chooseLanguage':
        this.navigation.updateCurrent({ ...this.visit, language: message.language });
        this.navigation.clearHighlights();
        return this.render();
      case 'focused':
        this.#isFocused = message.isFocused;
        this.#changed.fire();
        return;
      case 'pong':
        this.#ponged.fire();
        return;
      default:
        this.#received.fire(message);
    }
  }
}

export function referenceTo(entry: Entry, { language, title }: Variant): EntryReference {
  return { entry: entry.id, language, title };
}

function pageLabels(): PageLabels {
  return { language: uiLanguage(), close: t('Close'), copied: t('Copied'), zoom: t('Zoom') };
}

function nextOf(chunks: Iterator<string>): string | undefined {
  const next: IteratorResult<string, unknown> = chunks.next();
  return next.done === true ? undefined : next.value;
}
