import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import { variantIn, type Entry, type Variant } from '../../core/model';
import { samePostIn } from '../../core/library/samePost';
import {
  readPageMessage,
  type HostMessage,
  type PageMessage,
  type PanelState,
  type Visit,
  type VisitTarget,
} from '../../protocol';
import { DisposableStore } from '../base/disposables';
import { createYielder } from '../base/timeSlice';
import { withTimeout } from '../base/timeout';
import { missingEntryMessage } from '../entries/missingEntry';
import type { LibraryService } from '../library/libraryService';
import { pageHtml } from './pageHtml';
import { pageMessages, renderPage, type RenderedPage } from './pageRendering';
import type { EntryReference, PanelNavigation } from './panelNavigation';
import { createRenderContext, imageRoots } from './renderContext';
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
  { readonly type: 'ready' | 'chooseLanguage' | 'followLink' | 'focused' | 'pong' }
>;

/** Milliseconds to wait for a page that may hang. */
const PONG_TIMEOUT = 2_000;

/** The entry of a panel as its archive has it now. */
export interface ShownEntry {
  readonly library: Library;
  readonly entry: Entry;
  readonly variant: Variant;
}

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
  #hasLanguages = false;
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

  /** Whether the entry that was rendered last has several languages. */
  get hasLanguages(): boolean {
    return this.#hasLanguages;
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  get isVisible(): boolean {
    return !this.#isDisposed && this.webviewPanel.visible;
  }

  /** Navigates to an entry, unless it is the current one, and to a post where the target names one. */
  open(reference: EntryReference, target: VisitTarget): Promise<void> {
    this.navigation.open(reference, target);
    return this.render();
  }

  /** Shows an entry without adding it to the history. */
  preview(reference: EntryReference, target: VisitTarget): Promise<void> {
    this.navigation.preview(reference, target);
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

  /** Shows the entry in another of its languages, where the reader stays at the same post. */
  async showLanguage(language: string): Promise<void> {
    const { visit } = this;
    const shown = await this.shownEntry();
    if (shown === undefined || visit !== this.visit) return;
    // The words were found in the other text.
    const post = samePostIn(variantIn(shown.entry, language), visit.target?.post, shown.variant);
    this.navigation.updateCurrent({ ...visit, language }, post === undefined ? {} : { post });
    await this.render();
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
    const library = await this.services.libraryService.libraryWith(visit.entry);
    const bundle = await import('../lazy/render');
    if (run !== this.#run || this.allowImagesOf(library)) return;
    const maybeYield = createYielder();
    const page = renderPage(visit, library.entry(visit.entry), {
      renderer: bundle,
      contextOf: (entry) => createRenderContext(library, entry, this.webviewPanel.webview, bundle),
      missingReason: () => missingEntryMessage(library, visit.entry),
    });
    this.#updateReference(page);
    const context = { run, visit: this.visit, state: this.#state };
    for (const message of pageMessages(page, context)) {
      this.send(message);
      if (message.type === 'show') this.updateComparison().catch(this.services.report);
      await maybeYield();
      if (!this.#isSending(run)) return;
    }
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

  /** Takes over the language and the title that the entry has now, and the target without a post that is gone. */
  #updateReference({ reference, target, hasLanguages }: RenderedPage): void {
    const before = `${this.visit.title} ${String(this.#hasLanguages)}`;
    this.#hasLanguages = hasLanguages;
    if (reference !== undefined) this.navigation.updateCurrent(reference, target);
    this.webviewPanel.title = tabTitle(this.visit.title);
    if (`${this.visit.title} ${String(hasLanguages)}` !== before) this.#changed.fire();
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return this.render();
      case 'chooseLanguage':
        return this.showLanguage(message.language);
      case 'followLink':
        // The link may belong to an entry that was replaced meanwhile.
        if (message.visit !== this.visit.id) return;
        this.navigation.moveTo(message.post);
        this.send({ type: 'moved', visit: this.visit, state: this.#state });
        this.#changed.fire();
        return;
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
