import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import { variantIn, type Entry, type Variant } from '../../core/model';
import type { EntryName, Visit, Navigation } from './navigation';
import {
  readPageMessage,
  type HostMessage,
  type PageLabels,
  type PageMessage,
  type PanelState,
} from '../../protocol';
import type { LibraryService } from '../library/libraryService';
import { DisposableStore } from '../base/disposables';
import { withTimeout } from '../base/timeout';
import { createYielder } from '../base/timeSlice';
import { missingEntryMessage } from '../entries/missingEntry';
import { t } from '../base/l10n';
import { panelLabels, wordsLanguage } from './panelLabels';
import { pageHtml } from './pageHtml';
import { contextOf, imageRoots } from './renderContext';
import { tabTitle } from './tabs';
import type { VersionLabels } from './versionLabels';

/** The type of our panels, by which the window knows them. */
export const VIEW_TYPE = 'archiveAnswers.panel';

/** What a page needs of the extension. */
export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly libraryService: LibraryService;
  readonly versions: VersionLabels;
  readonly report: (error: unknown) => void;
}

/** What a reader asks for that a page cannot do by itself. */
export type Intent = Exclude<PageMessage, { readonly type: 'ready' | 'chooseLanguage' | 'focused' | 'pong' }>;

/** Milliseconds for which a page is waited for that may hang. */
const PATIENCE = 2_000;

/** A page's entry as its archive has it now. */
export interface ShownEntry {
  readonly library: Library;
  readonly entry: Entry;
  readonly variant: Variant;
}

const NO_MARKS: readonly string[] = [];

/** One panel of the window: the entries that were read in it, and the one it shows. */
export class EntryPanel {
  readonly #disposables = new DisposableStore();
  readonly #intended = this.#disposables.add(new vscode.EventEmitter<Intent>());
  /** Fires with what the reader asks for. */
  readonly onIntent = this.#intended.event;
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when the page shows another entry, is seen or hidden, gets or loses the focus, and when it is closed. */
  readonly onDidChange = this.#changed.event;
  /** Fires when the page has answered that it is there. */
  readonly #answered = this.#disposables.add(new vscode.EventEmitter<void>());
  #isKept: boolean;
  #isFocused = false;
  #isReady = false;
  #isDisposed = false;
  /** Counts showings: only the latest one's pieces are sent. */
  #run = 0;

  /** @param visits What was read; it holds what is to be shown first. */
  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly visits: Navigation,
    isKept: boolean,
    private readonly services: PanelServices,
  ) {
    this.#isKept = isKept;
    panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.svg');
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = readPageMessage(message);
      if (read !== undefined) this.#receive(read).catch(services.report);
    });
    panel.onDidChangeViewState(() => {
      // A page that is hidden is gone; when it is seen again it loads anew.
      if (!panel.visible) this.#isReady = false;
      if (!panel.active) this.#isFocused = false;
      this.#changed.fire();
    });
    panel.onDidDispose(() => {
      this.#isDisposed = true;
      this.#isReady = false;
      this.#run += 1;
      this.#changed.fire();
      this.#answered.fire();
      this.#disposables.dispose();
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: imageRoots(services.extensionUri) };
    panel.webview.html = pageHtml(panel.webview, services.extensionUri);
  }

  get visit(): Visit {
    return this.visits.now;
  }

  /** Whether what is shown is shown for a look only. */
  get isLooking(): boolean {
    return this.visits.isLooking;
  }

  get isKept(): boolean {
    return this.#isKept;
  }

  get isFocused(): boolean {
    return this.#isFocused;
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  get isVisible(): boolean {
    return !this.#isDisposed && this.panel.visible;
  }

  /** Shows an entry and goes on to it in the history, unless it is shown there already. */
  open(name: EntryName, marks: readonly string[]): Promise<void> {
    this.visits.open(name, marks);
    return this.render();
  }

  /** Shows an entry without going on to it. */
  look(name: EntryName, marks: readonly string[]): Promise<void> {
    this.visits.look(name, marks);
    return this.render();
  }

  /** Goes on to what is being looked at. */
  acceptLook(): Promise<void> {
    this.visits.acceptLook();
    return this.render();
  }

  /** Shows again what was there before the look. */
  endLook(): Promise<void> {
    this.visits.endLook();
    return this.render();
  }

  canGo(by: number): boolean {
    return this.visits.canGo(by);
  }

  /** Goes back (negative) or forward in the history. */
  async go(by: number): Promise<void> {
    if (this.visits.go(by)) await this.render();
  }

  /** From now on the panel shows this entry only. Returns what was read before it. */
  keep(): ReturnType<Navigation['keep']> {
    const before = this.visits.keep();
    this.#isKept = true;
    this.render().catch(this.services.report);
    return before;
  }

  /** What is shown, as its archive has it; `undefined` when it is gone from it. */
  async shown(): Promise<ShownEntry | undefined> {
    const { visit } = this;
    const library = await this.services.libraryService.library();
    const entry = library.entry(visit.entry);
    return entry === undefined ? undefined : { library, entry, variant: variantIn(entry, visit.language) };
  }

  /** Resolves once all that the page has told by now has arrived: messages keep their order. */
  async heard(): Promise<void> {
    if (!this.#isReady) return;
    const listener = new DisposableStore();
    const answer = new Promise<void>((resolve) => {
      listener.add(this.#answered.event(resolve));
    });
    this.send({ type: 'ping' });
    await withTimeout(answer, PATIENCE, undefined);
    listener.dispose();
  }

  /** Why what is shown is not to be had. */
  async whyGone(): Promise<string> {
    return missingEntryMessage(await this.services.libraryService.library(), this.visit.entry);
  }

  /** Sends a message. Returns whether there is a page to get it; one that is not there gets what it shows once it is. */
  send(message: HostMessage): boolean {
    if (this.#isReady) void this.panel.webview.postMessage(message);
    return this.#isReady;
  }

  /** Tells the project's versions anew. */
  async compare(): Promise<void> {
    const run = this.#run;
    const shown = this.#isReady ? await this.shown() : undefined;
    const text = shown === undefined ? '' : await this.services.versions.of(shown.entry);
    if (run === this.#run) this.send({ type: 'compare', run, text });
  }

  /** Sends what is shown to the page; before the page is ready, its `ready` message will ask for it. */
  async render(): Promise<void> {
    if (this.#isDisposed) return;
    const run = (this.#run += 1);
    const { visit } = this;
    this.panel.title = tabTitle(visit.title);
    this.#changed.fire();
    if (!this.#isReady) return;
    const library = await this.services.libraryService.library();
    const { renderEntry, renderGone } = await import('../lazy/render');
    if (run !== this.#run || this.allowImagesOf(library)) return;
    const entry = library.entry(visit.entry);
    const labels = pageLabels();
    if (entry === undefined) {
      const shell = renderGone(missingEntryMessage(library, visit.entry), visit.title, panelLabels());
      const gone = { visit, state: this.#state, shell, part: '', marks: NO_MARKS, labels };
      this.send({ type: 'show', run, ...gone });
      this.send({ type: 'end', run });
      return;
    }
    const variant = variantIn(entry, visit.language);
    const { shell, parts } = renderEntry(entry, variant, contextOf(library, entry, this.panel.webview));
    this.#restate(entry, variant);
    const pieces = parts[Symbol.iterator]();
    const first = { shell, part: nextOf(pieces) ?? '', marks: this.visits.marks, labels };
    this.send({ type: 'show', run, visit: this.visit, state: this.#state, ...first });
    this.compare().catch(this.services.report);
    const maybeYield = createYielder();
    for (let html = nextOf(pieces); html !== undefined; html = nextOf(pieces)) {
      this.send({ type: 'part', run, html });
      await maybeYield();
      if (!this.#isSending(run)) return;
    }
    this.send({ type: 'end', run });
  }

  #isSending(run: number): boolean {
    return run === this.#run && this.#isReady;
  }

  /** Archives may have come since the panel was made; new options reload the page, which asks for its entry again. */
  allowImagesOf(library: Library): boolean {
    if (this.#isDisposed) return true;
    const { webview } = this.panel;
    const roots = imageRoots(this.services.extensionUri, library);
    const texts = (uris: readonly vscode.Uri[] | undefined): string => (uris ?? []).map(String).join('\n');
    if (texts(webview.options.localResourceRoots) === texts(roots)) return false;
    this.#isReady = false;
    this.#isFocused = false;
    webview.options = { ...webview.options, localResourceRoots: roots };
    return true;
  }

  get #state(): PanelState {
    return { ...this.visits.history, isKept: this.#isKept };
  }

  /** The names that the archive has for it now. */
  #restate(entry: Entry, variant: Variant): void {
    const before = this.visit.title;
    this.visits.restate(nameOf(entry, variant));
    this.panel.title = tabTitle(this.visit.title);
    if (this.visit.title !== before) this.#changed.fire();
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return this.render();
      case 'chooseLanguage':
        this.visits.restate({ ...this.visit, language: message.language });
        this.visits.forgetMarks();
        return this.render();
      case 'focused':
        this.#isFocused = message.isFocused;
        this.#changed.fire();
        return;
      case 'pong':
        this.#answered.fire();
        return;
      default:
        this.#intended.fire(message);
    }
  }
}

/** What one language's variant of an entry is called. */
export function nameOf(entry: Entry, { language, title }: Variant): EntryName {
  return { entry: entry.id, language, title };
}

function pageLabels(): PageLabels {
  return { language: wordsLanguage(), close: t('Close'), copied: t('Copied'), zoom: t('Zoom') };
}

function nextOf(pieces: Iterator<string>): string | undefined {
  const next: IteratorResult<string, unknown> = pieces.next();
  return next.done === true ? undefined : next.value;
}
