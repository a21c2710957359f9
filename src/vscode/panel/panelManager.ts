import * as vscode from 'vscode';
import type { History } from './history';
import { variantIn, type Entry, type Variant } from '../../core/model';
import { Navigation, type EntryName, type Visit } from './navigation';
import { readPanelState } from '../../protocol';
import type { Bookmarks } from '../entries/bookmarks';
import type { Recents } from '../entries/recents';
import { DisposableStore } from '../base/disposables';
import { EntryPanel, nameOf, VIEW_TYPE, type Intent, type PanelServices } from './entryPanel';
import type { PinnedTitles } from './pinnedTitles';
import { PanelContextKeys } from './panelContextKeys';
import { PointerActivity } from './pointerActivity';
import { activeTabIn, bringBack, defaultColumn, tabTitle, webviewTabs } from './tabs';

interface ShowOptions {
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
  restore(): Promise<void>;
}

/** What was there before the first look. */
interface Covered {
  /** The page that showed an entry; without it the looks have made one. */
  readonly page: EntryPanel | undefined;
  /** The tab above that page. */
  readonly tab: vscode.Tab | undefined;
}

/** What a reader asks for on a page, other than to go to another entry. */
export type PageIntent = Exclude<Intent, { readonly type: 'pressed' | 'openEntry' }>;

/** The panel to read an entry in. There is one that shows whatever is opened, and those that keep their entry. */
export class PanelManager implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #intended = this.#disposables.add(
    new vscode.EventEmitter<{ readonly page: EntryPanel; readonly intent: PageIntent }>(),
  );
  /** Fires with what a reader asks for on a page. */
  readonly onIntent = this.#intended.event;
  readonly #shown = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when another entry is in sight to be read, not for a look. */
  readonly onDidShow = this.#shown.event;
  #shownEntry: string | undefined;
  readonly #press = new PointerActivity();
  readonly #context: PanelContextKeys;
  readonly #pages = new Set<EntryPanel>();
  /** The page in use, or that was in use last. */
  #current: EntryPanel | undefined;
  /** Tabs that the window kept over a reload and that nobody has looked at since: their pages are not made yet. */
  #unseen: readonly vscode.Tab[] = [];
  /** What was read before an entry was kept: the next page goes on from there. */
  #before: History<Visit> | undefined;
  /** What the looks of a preview have covered, until it is put back or something is opened. */
  #covered: Covered | undefined;
  /** Counts what asks for the reused page: only the latest is shown. */
  #run = 0;

  constructor(
    private readonly services: PanelServices,
    private readonly recents: Recents,
    bookmarks: Bookmarks,
    private readonly keptTitles: PinnedTitles,
  ) {
    this.#context = new PanelContextKeys(bookmarks);
    this.#disposables.addAll(
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state: unknown) => this.#restore(panel, state),
      }),
      // The entry may have changed, or be gone.
      services.libraryService.onDidChange(() => {
        for (const page of this.#pages) page.render().catch(services.report);
      }),
      services.versions.onDidChange(() => {
        for (const page of this.#pages) page.compare().catch(services.report);
      }),
      // Another project of the window may be in use.
      vscode.window.onDidChangeActiveTextEditor(() => {
        for (const page of this.#pages) page.compare().catch(services.report);
      }),
      bookmarks.onDidChange(() => {
        this.#context.show(this.page);
      }),
    );
  }

  /**
   * Opens an entry with words marked: in the panel that keeps it, else in the one there is. Without a variant, in the
   * language that it is read in already, else in the window's.
   */
  async open(
    entry: Entry,
    variant: Variant | undefined,
    { toSide = false, preserveFocus = false, marks = NO_MARKS } = {},
  ): Promise<void> {
    const keeping = [...this.#pages].find((page) => page.isKept && page.visit.entry === entry.id);
    const reading = (keeping ?? this.#reused())?.visit;
    const language = reading?.entry === entry.id ? reading.language : vscode.env.language;
    const name = nameOf(entry, variant ?? variantIn(entry, language));
    if (keeping === undefined) {
      const isShown = await this.#show({ preserveFocus, toSide, marks }, name, 'open');
      if (!isShown) return;
      await this.#closeUnseen();
    } else {
      this.#run += 1;
      await this.#putBack();
      this.#current = keeping;
      keeping.panel.reveal(undefined, preserveFocus);
      await keeping.open(name, marks);
    }
    await this.recents.add(entry.id);
  }

  /** The entry that the panel in sight shows. */
  visibleEntry(): { readonly id: string } | undefined {
    return this.page?.isVisible === true ? this.openEntry() : undefined;
  }

  /** The entry that the panel shows, even where another tab covers it. */
  openEntry(): { readonly id: string } | undefined {
    return this.page === undefined ? undefined : { id: this.page.visit.entry };
  }

  /** Whether the reader sees that entry now. */
  isShowing(entry: Entry): boolean {
    return [...this.#pages].some(({ isVisible, visit }) => isVisible && visit.entry === entry.id);
  }

  /** The page that commands are meant for: the one in use, else one that is in sight. */
  get page(): EntryPanel | undefined {
    if (this.#current?.isVisible === true) return this.#current;
    return [...this.#pages].find(({ isVisible }) => isVisible) ?? this.#current;
  }

  /** Lets a page keep its entry; what is opened next gets another one. */
  keep(page: EntryPanel): void {
    this.#covered = undefined;
    this.#before = page.keep();
  }

  /** Begins a series of looks at entries that leaves no trace when it is not followed by an opening. */
  preview(): Preview {
    const page = this.#reused();
    const tab = page?.isVisible === false ? activeTabIn(page.panel.viewColumn) : undefined;
    const covered: Covered = { page, tab };
    const wasPressed = this.#press.watch();
    return {
      show: async (entry, variant, marks) => {
        this.#covered = covered;
        const options = { preserveFocus: true, toSide: false, marks };
        await this.#show(options, nameOf(entry, variant), 'look').catch(this.services.report);
      },
      restore: async () => {
        const run = (this.#run += 1);
        if (this.#covered !== covered) return;
        // The press that has closed the list may not have been told yet.
        await this.#reused()?.heard();
        // What has closed the list may have opened something by now.
        if (run !== this.#run) return;
        await (wasPressed() ? this.#accept() : this.#putBack());
      },
    };
  }

  /** The panels themselves stay: the window keeps them over a reload. */
  dispose(): void {
    this.#disposables.dispose();
  }

  /** Goes on to what is looked at. */
  async #accept(): Promise<void> {
    this.#covered = undefined;
    const page = this.#reused();
    if (page?.isLooking !== true) return;
    await page.acceptLook();
    await this.#closeUnseen();
    await this.recents.add(page.visit.entry);
  }

  /** Ends the looks, where there are any. */
  async #putBack(): Promise<void> {
    const covered = this.#covered;
    this.#covered = undefined;
    const page = this.#reused();
    if (page?.isLooking !== true) return;
    if (page === covered?.page) {
      const ended = page.endLook();
      // A page that is covered again sends no more of a long thread.
      if (covered.tab !== undefined) await bringBack(covered.tab);
      await ended;
    } else {
      page.panel.dispose();
      this.#unseen = [];
    }
  }

  #reused(): EntryPanel | undefined {
    return [...this.#pages].find(({ isKept }) => !isKept);
  }

  /** Shows an entry in the reused panel. Returns whether nothing else was asked for meanwhile. */
  async #show(
    { preserveFocus, toSide, marks }: ShowOptions,
    name: EntryName,
    how: 'open' | 'look',
  ): Promise<boolean> {
    const run = (this.#run += 1);
    const library = await this.services.libraryService.library();
    // Something else was asked for in the meantime, or no entry at all.
    if (run !== this.#run) return false;
    if (how === 'open') this.#covered = undefined;
    const column = toSide ? vscode.ViewColumn.Beside : undefined;
    const page = this.#reused();
    if (page === undefined) {
      const visits = new Navigation(this.#before);
      visits[how](name, marks);
      const created = this.#create(visits, column ?? defaultColumn(), preserveFocus);
      if (how === 'open') this.#current = created;
      created.allowImagesOf(library);
      await created.render();
      return true;
    }
    if (how === 'open') this.#current = page;
    // In use and alone in its group, it has nothing to be beside.
    const isAlone = page.panel.active && vscode.window.tabGroups.activeTabGroup.tabs.length === 1;
    page.panel.reveal(isAlone ? undefined : column, preserveFocus);
    page.allowImagesOf(library);
    await page[how](name, marks);
    return true;
  }

  #create(visits: Navigation, viewColumn: vscode.ViewColumn, preserveFocus: boolean): EntryPanel {
    const known = [...this.keptTitles.list(), ...[...this.#pages].map(({ panel }) => panel.title)];
    this.#unseen = webviewTabs(VIEW_TYPE).filter(({ label }) => !known.includes(label));
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      tabTitle(visits.now.title),
      { viewColumn, preserveFocus },
      { enableFindWidget: true, enableScripts: true },
    );
    return this.#attach(panel, visits, false);
  }

  /** There is one panel for what is opened: it takes the place of the one that the window kept. */
  async #closeUnseen(): Promise<void> {
    const unseen = webviewTabs(VIEW_TYPE).filter((tab) => this.#unseen.includes(tab));
    this.#unseen = [];
    if (unseen.length > 0) await vscode.window.tabGroups.close(unseen, true);
  }

  /** A panel that the window kept over a reload. */
  async #restore(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const state = readPanelState(kept);
    if (state === undefined) {
      panel.dispose();
      return;
    }
    if (!state.isKept) this.#reused()?.panel.dispose();
    this.#unseen = [];
    const page = this.#attach(panel, new Navigation(state), state.isKept);
    try {
      page.allowImagesOf(await this.services.libraryService.library());
    } catch (error) {
      this.services.report(error);
    }
  }

  #attach(panel: vscode.WebviewPanel, visits: Navigation, isKept: boolean): EntryPanel {
    panel.onDidChangeViewState(() => {
      if (panel.active) this.#current = page;
    });
    const page = new EntryPanel(panel, visits, isKept, this.services);
    this.#pages.add(page);
    // Of panels that come back together, the one in use counts, whichever comes last.
    if (panel.active || this.#current?.isVisible !== true) this.#current = page;
    page.onDidChange(() => {
      if (page.isDisposed) this.#forget(page);
      else if (page.isFocused) this.#current = page;
      // What was read before goes on here for good; a look may still be taken back.
      if (!page.isDisposed && !page.isKept && !page.isLooking) this.#before = undefined;
      this.#context.show(this.page);
      this.#tellShown();
      this.#rememberKept();
    });
    page.onIntent((intent) => {
      if (intent.type === 'pressed') this.#press.tell();
      else if (intent.type === 'openEntry') this.#openById(intent.id, page).catch(this.services.report);
      else this.#intended.fire({ page, intent });
    });
    return page;
  }

  #forget(page: EntryPanel): void {
    this.#pages.delete(page);
    if (this.#current === page) this.#current = undefined;
    this.#shownEntry = undefined;
  }

  #tellShown(): void {
    const { page } = this;
    if (page?.isVisible !== true || page.isLooking || page.visit.entry === this.#shownEntry) return;
    this.#shownEntry = page.visit.entry;
    this.#shown.fire();
  }

  #rememberKept(): void {
    const titles = [...this.#pages].filter(({ isKept }) => isKept).map(({ visit }) => tabTitle(visit.title));
    const tabs = webviewTabs(VIEW_TYPE).map(({ label }) => label);
    this.keptTitles.update(titles, tabs).then(undefined, this.services.report);
  }

  async #openById(id: string, from: EntryPanel): Promise<void> {
    const entry = (await this.services.libraryService.library()).entry(id);
    if (entry !== undefined) await this.open(entry, variantIn(entry, from.visit.language));
  }
}
