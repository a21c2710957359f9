import * as vscode from 'vscode';
import { current, moved, restated, visited, type History } from '../../core/history';
import type { Library } from '../../core/library';
import { variantIn, type Entry, type Variant } from '../../core/model';
import {
  readPageMessage,
  type HostMessage,
  type PageMessage,
  type PanelState,
  type Visit,
} from '../../protocol';
import type { Answers } from '../answers';
import { breather } from '../breather';
import { t } from '../l10n';
import { panelWords } from '../panelWords';
import { pageHtml } from './pageHtml';
import { contextOf, imageRoots } from './renderContext';
import type { VersionWords } from './versionWords';

/** The type of our panels, by which the window knows them. */
export const VIEW_TYPE = 'archiveAnswers.panel';

/** What a page needs of the extension. */
export interface PageServices {
  readonly extensionUri: vscode.Uri;
  readonly answers: Answers;
  readonly versions: VersionWords;
  readonly report: (error: unknown) => void;
}

/** What a reader asks for that a page cannot do by itself. */
export type Intent = Exclude<PageMessage, { readonly type: 'ready' | 'chooseLanguage' | 'focused' }>;

/** A page's entry as its archive has it now. */
export interface ShownEntry {
  readonly library: Library;
  readonly entry: Entry;
  readonly variant: Variant;
}

const NO_MARKS: readonly string[] = [];

/** One panel of the window: the entries that were read in it, and the one it shows. */
export class EntryPage implements vscode.Disposable {
  readonly #intended = new vscode.EventEmitter<Intent>();
  /** Fires with what the reader asks for. */
  readonly onIntent = this.#intended.event;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when the page shows another entry, is seen or hidden, gets or loses the focus. */
  readonly onDidChange = this.#changed.event;
  #history: History<Visit>;
  /** An entry shown for a look: it stands in no history. */
  #look: Visit | undefined;
  #isKept: boolean;
  #isFocused = false;
  #isReady = false;
  #isDisposed = false;
  /** Counts showings: only the latest one's pieces are sent. */
  #run = 0;
  /** Words by which a search found what a visit shows. */
  readonly #marks = new Map<number, readonly string[]>();

  constructor(
    readonly panel: vscode.WebviewPanel,
    { visits, at, isKept }: PanelState,
    private readonly services: PageServices,
  ) {
    this.#history = { visits, at };
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
      this.#run += 1;
      this.#changed.fire();
      this.#intended.dispose();
      this.#changed.dispose();
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: imageRoots(services.extensionUri) };
    panel.webview.html = pageHtml(panel.webview, services.extensionUri);
  }

  get visit(): Visit {
    return this.#look ?? current(this.#history);
  }

  get state(): PanelState {
    return { ...this.#history, isKept: this.#isKept };
  }

  /** Whether what is shown is shown for a look only. */
  get isLooking(): boolean {
    return this.#look !== undefined;
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

  /** Shows an entry and goes on to it in the history, unless it is shown there already. */
  open(entry: Entry, variant: Variant, marks: readonly string[]): Promise<void> {
    const looked = this.#look;
    this.#look = undefined;
    const now = current(this.#history);
    const visit =
      looked?.entry === entry.id ? { ...looked, ...namesOf(entry, variant) } : this.#visitTo(entry, variant);
    this.#history =
      now.entry === entry.id
        ? restated(this.#history, { ...now, ...namesOf(entry, variant) })
        : visited(this.#history, visit);
    this.#marks.set(current(this.#history).id, marks);
    return this.render();
  }

  /** Shows an entry without going on to it. */
  look(entry: Entry, variant: Variant, marks: readonly string[]): Promise<void> {
    this.#look = this.#visitTo(entry, variant);
    this.#marks.set(this.#look.id, marks);
    return this.render();
  }

  /** Goes on to what is being looked at. */
  acceptLook(): Promise<void> {
    if (this.#look === undefined) return Promise.resolve();
    this.#history = visited(this.#history, this.#look);
    this.#look = undefined;
    return this.render();
  }

  /** Shows again what was there before the look. */
  endLook(): Promise<void> {
    if (this.#look === undefined) return Promise.resolve();
    this.#look = undefined;
    return this.render();
  }

  canGo(by: number): boolean {
    return moved(this.#history, by) !== undefined;
  }

  /** Goes back (negative) or forward in the history. */
  go(by: number): Promise<void> {
    const there = moved(this.#history, by);
    if (there === undefined) return Promise.resolve();
    this.#history = there;
    this.#look = undefined;
    return this.render();
  }

  /** From now on the panel shows this entry only. */
  keep(): Promise<void> {
    this.#history = { visits: [this.visit], at: 0 };
    this.#look = undefined;
    this.#isKept = true;
    return this.render();
  }

  /** What is shown, as its archive has it; `undefined` when it is gone from it. */
  async shown(): Promise<ShownEntry | undefined> {
    const { visit } = this;
    const library = await this.services.answers.library();
    const entry = library.entry(visit.entry);
    return entry === undefined ? undefined : { library, entry, variant: variantIn(entry, visit.language) };
  }

  /** Sends a message; a page that is not there gets what it shows once it is. */
  send(message: HostMessage): void {
    if (this.#isReady) void this.panel.webview.postMessage(message);
  }

  /** Sends what is shown to the page; before the page is ready, its `ready` message will ask for it. */
  async render(): Promise<void> {
    const run = (this.#run += 1);
    const { visit } = this;
    this.panel.title = visit.title;
    this.#changed.fire();
    if (!this.#isReady) return;
    const { answers, versions } = this.services;
    const library = await answers.library();
    const { renderEntry, renderGone } = await import('../lazy/render');
    const entry = library.entry(visit.entry);
    const comparison = entry === undefined ? '' : await versions.of(entry);
    if (run !== this.#run || this.allowImagesOf(library)) return;
    const show = {
      type: 'show',
      run,
      visit,
      state: this.state,
      labels: { close: t('Close'), copied: t('Copied') },
    } as const;
    if (entry === undefined) {
      this.send({ ...show, shell: renderGone(visit.title, panelWords()), part: '', marks: NO_MARKS });
      this.send({ type: 'end', run });
      return;
    }
    const variant = variantIn(entry, visit.language);
    const context = contextOf(library, entry, this.panel.webview, comparison);
    const { shell, parts } = renderEntry(entry, variant, context);
    this.#restate(entry, variant);
    const pieces = parts[Symbol.iterator]();
    const marks = this.#marks.get(visit.id) ?? NO_MARKS;
    this.send({ ...show, visit: this.visit, state: this.state, shell, part: nextOf(pieces) ?? '', marks });
    const breathe = breather();
    for (let html = nextOf(pieces); html !== undefined; html = nextOf(pieces)) {
      this.send({ type: 'part', run, html });
      await breathe();
      if (run !== this.#run) return;
    }
    this.send({ type: 'end', run });
  }

  /** The names that the archive has for it now. */
  #restate(entry: Entry, variant: Variant): void {
    const now = { ...this.visit, ...namesOf(entry, variant) };
    if (this.#look === undefined) this.#history = restated(this.#history, now);
    else this.#look = now;
    this.panel.title = now.title;
  }

  /** Archives may have come since the panel was made; new options reload the page, which asks for its entry again. */
  allowImagesOf(library: Library): boolean {
    const { webview } = this.panel;
    const roots = imageRoots(this.services.extensionUri, library);
    const texts = (uris: readonly vscode.Uri[] | undefined): string => (uris ?? []).map(String).join('\n');
    if (texts(webview.options.localResourceRoots) === texts(roots)) return false;
    this.#isReady = false;
    webview.options = { ...webview.options, localResourceRoots: roots };
    return true;
  }

  dispose(): void {
    this.panel.dispose();
  }

  #visitTo(entry: Entry, variant: Variant): Visit {
    const ids = [...this.#history.visits, this.visit].map(({ id }) => id);
    return { id: Math.max(...ids) + 1, ...namesOf(entry, variant) };
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return this.render();
      case 'chooseLanguage': {
        const now = { ...this.visit, language: message.language };
        // The words were found in the other language.
        this.#marks.delete(now.id);
        if (this.#look === undefined) this.#history = restated(this.#history, now);
        else this.#look = now;
        return this.render();
      }
      case 'focused':
        this.#isFocused = message.isFocused;
        this.#changed.fire();
        return;
      default:
        this.#intended.fire(message);
    }
  }
}

function namesOf(entry: Entry, { language, title }: Variant): Omit<Visit, 'id'> {
  return { entry: entry.id, language, title };
}

function nextOf(pieces: Iterator<string>): string | undefined {
  const next: IteratorResult<string, unknown> = pieces.next();
  return next.done === true ? undefined : next.value;
}
