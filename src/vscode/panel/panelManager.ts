import * as vscode from 'vscode';
import { openingTarget } from '../../core/library/openingTarget';
import { samePostIn } from '../../core/library/samePost';
import { variantIn, type Entry, type EntryTarget, type Variant } from '../../core/model';
import { readPanelState, type Visit, type VisitTarget } from '../../protocol';
import { LatestRun } from '../base/cancellation';
import { DisposableStore } from '../base/disposables';
import type { Bookmarks } from '../entries/bookmarks';
import type { Recents } from '../entries/recents';
import { EntryPanel, VIEW_TYPE, type PanelMessage, type PanelServices } from './entryPanel';
import type { NavigationHistory } from './navigationHistory';
import { referenceTo } from './pageRendering';
import { PanelContextKeys } from './panelContextKeys';
import { PanelNavigation, type EntryReference } from './panelNavigation';
import type { PinnedTitles } from './pinnedTitles';
import { PreviewController, type Preview } from './preview';
import { RestoredTabs } from './restoredTabs';
import { defaultColumn, tabTitle, webviewTabs } from './tabs';

interface ShowOptions {
  readonly preserveFocus: boolean;
  /** Beside the active editor, wherever the panel was. */
  readonly toSide: boolean;
  readonly target: VisitTarget;
}

const HEAD: EntryTarget = {};

/** A click on a page that asks for an action, other than to navigate to another entry. */
export type ClickMessage = Exclude<PanelMessage, { readonly type: 'pointerDown' | 'openEntry' }>;

interface PanelClick {
  readonly panel: EntryPanel;
  readonly message: ClickMessage;
}

/** The panels of the window: the reused one, which shows whatever is opened, and those that are pinned to their entry. */
export class PanelManager implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #clicked = this.#disposables.add(new vscode.EventEmitter<PanelClick>());
  readonly onDidClick = this.#clicked.event;
  readonly #shown = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when another entry is in sight, previews aside. */
  readonly onDidShow = this.#shown.event;
  #shownEntry: string | undefined;
  readonly #contextKeys: PanelContextKeys;
  readonly #panels = new Set<EntryPanel>();
  /** The panel that was active last. */
  #lastActive: EntryPanel | undefined;
  readonly #restoredTabs: RestoredTabs;
  /** The history before an entry was pinned, which the next panel continues. */
  #historyBeforePin: NavigationHistory<Visit> | undefined;
  readonly #previews: PreviewController;
  /** Requests for the reused panel: only the latest is shown. */
  readonly #requests = new LatestRun();

  constructor(
    private readonly services: PanelServices,
    private readonly recents: Recents,
    bookmarks: Bookmarks,
    private readonly pinnedTitles: PinnedTitles,
  ) {
    this.#contextKeys = new PanelContextKeys(bookmarks);
    this.#restoredTabs = new RestoredTabs(pinnedTitles);
    this.#previews = new PreviewController(
      {
        reused: () => this.#reused(),
        request: () => this.#requests.start(),
        preview: async (reference, target) => {
          await this.#show({ preserveFocus: true, toSide: false, target }, reference, 'preview');
        },
        committed: async (panel) => {
          await this.#restoredTabs.close();
          await this.recents.add(panel.visit.entry);
        },
        close: (panel) => {
          panel.webviewPanel.dispose();
          this.#restoredTabs.forget();
        },
      },
      services.report,
    );
    const updateComparisons = (): void => {
      for (const panel of this.#panels) panel.updateComparison().catch(services.report);
    };
    this.#disposables.addAll(
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state: unknown) => this.#restore(panel, state),
      }),
      services.libraryService.onDidChange(() => {
        for (const panel of this.#panels) panel.render().catch(services.report);
      }),
      services.versions.onDidChange(updateComparisons),
      // The editor may belong to another project of the window.
      vscode.window.onDidChangeActiveTextEditor(updateComparisons),
      bookmarks.onDidChange(() => {
        this.#contextKeys.update(this.current);
      }),
    );
  }

  /**
   * Opens an entry in the panel that is pinned to it, else in the reused one. Without a variant, in the language that
   * the panel shows it in already, else in that of the target, else in the window's. A target whose post that variant
   * does not have leads to the head.
   */
  async open(
    entry: Entry,
    variant: Variant | undefined,
    { toSide = false, preserveFocus = false, target: wanted = HEAD } = {},
  ): Promise<void> {
    const pinned = [...this.#panels].find((panel) => panel.isPinned && panel.visit.entry === entry.id);
    const visit = (pinned ?? this.#reused())?.visit;
    const own = variantIn(entry, wanted.language ?? variant?.language ?? vscode.env.language);
    const shown = variant ?? (visit?.entry === entry.id ? variantIn(entry, visit.language) : own);
    const reference = referenceTo(entry, shown);
    const { post: wantedPost, words } = wanted;
    const post = samePostIn(shown, wantedPost, own);
    const target = openingTarget(shown, post, words);
    if (pinned === undefined) {
      const isShown = await this.#show({ preserveFocus, toSide, target }, reference, 'open');
      if (!isShown) return;
      await this.#restoredTabs.close();
    } else {
      this.#requests.cancel();
      await this.#previews.restore();
      this.#lastActive = pinned;
      pinned.webviewPanel.reveal(undefined, preserveFocus);
      await pinned.open(reference, target);
    }
    await this.recents.add(entry.id);
  }

  /** Begins a series of previews, which leaves no trace unless an entry is opened. */
  preview(): Preview {
    return this.#previews.begin();
  }

  /** The panel that commands apply to: the one that was active last, unless only another one is visible. */
  get current(): EntryPanel | undefined {
    if (this.#lastActive?.isVisible === true) return this.#lastActive;
    return [...this.#panels].find(({ isVisible }) => isVisible) ?? this.#lastActive;
  }

  /** The entry of the current panel, where that is visible. */
  visibleEntry(): { readonly id: string } | undefined {
    return this.current?.isVisible === true ? this.openEntry() : undefined;
  }

  /** The entry of the current panel, even where another tab covers it. */
  openEntry(): { readonly id: string } | undefined {
    return this.current === undefined ? undefined : { id: this.current.visit.entry };
  }

  /** Whether a visible panel shows an entry. */
  isShowing(entry: Entry): boolean {
    return [...this.#panels].some(({ isVisible, visit }) => isVisible && visit.entry === entry.id);
  }

  /** Pins a panel to its entry; what is opened next gets another panel. */
  pin(panel: EntryPanel): void {
    this.#previews.forget();
    this.#historyBeforePin = panel.pin();
  }

  /** Leaves the panels open, so that the window restores them after a reload. */
  dispose(): void {
    this.#disposables.dispose();
  }

  #reused(): EntryPanel | undefined {
    return [...this.#panels].find(({ isPinned }) => !isPinned);
  }

  /** Shows an entry in the reused panel. Returns whether nothing else was requested meanwhile. */
  async #show(
    { preserveFocus, toSide, target }: ShowOptions,
    reference: EntryReference,
    how: 'open' | 'preview',
  ): Promise<boolean> {
    const request = this.#requests.start();
    const library = await this.services.libraryService.library();
    if (request.aborted) return false;
    if (how === 'open') this.#previews.forget();
    const column = toSide ? vscode.ViewColumn.Beside : undefined;
    const panel = this.#reused();
    if (panel === undefined) {
      const navigation = new PanelNavigation(this.#historyBeforePin);
      navigation[how](reference, target);
      const created = this.#create(navigation, column ?? defaultColumn(), preserveFocus);
      if (how === 'open') this.#lastActive = created;
      created.allowImagesOf(library);
      await created.render();
      return true;
    }
    if (how === 'open') this.#lastActive = panel;
    // A panel that is active and alone in its group is not moved beside itself.
    const isAlone = panel.webviewPanel.active && vscode.window.tabGroups.activeTabGroup.tabs.length === 1;
    panel.webviewPanel.reveal(isAlone ? undefined : column, preserveFocus);
    panel.allowImagesOf(library);
    await panel[how](reference, target);
    return true;
  }

  #create(navigation: PanelNavigation, viewColumn: vscode.ViewColumn, preserveFocus: boolean): EntryPanel {
    this.#restoredTabs.find([...this.#panels].map(({ webviewPanel }) => webviewPanel.title));
    const webviewPanel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      tabTitle(navigation.current.title),
      { viewColumn, preserveFocus },
      { enableFindWidget: true, enableScripts: true },
    );
    return this.#attach(webviewPanel, navigation, false);
  }

  /** Takes over a panel that the window restores after a reload. */
  async #restore(webviewPanel: vscode.WebviewPanel, stored: unknown): Promise<void> {
    const state = readPanelState(stored);
    if (state === undefined) {
      webviewPanel.dispose();
      return;
    }
    if (!state.isKept) this.#reused()?.webviewPanel.dispose();
    this.#restoredTabs.forget();
    const panel = this.#attach(webviewPanel, new PanelNavigation(state), state.isKept);
    try {
      panel.allowImagesOf(await this.services.libraryService.library());
    } catch (error) {
      this.services.report(error);
    }
  }

  #attach(webviewPanel: vscode.WebviewPanel, navigation: PanelNavigation, isPinned: boolean): EntryPanel {
    webviewPanel.onDidChangeViewState(() => {
      if (webviewPanel.active) this.#lastActive = panel;
    });
    const panel = new EntryPanel(webviewPanel, navigation, isPinned, this.services);
    this.#panels.add(panel);
    // Of several panels that are restored together, the active one wins, in whichever order they come.
    if (webviewPanel.active || this.#lastActive?.isVisible !== true) this.#lastActive = panel;
    panel.onDidChange(() => {
      if (panel.isDisposed) this.#forget(panel);
      else if (panel.isFocused) this.#lastActive = panel;
      // The panel has continued the history for good; a preview may still be discarded.
      if (!panel.isDisposed && !panel.isPinned && !panel.isPreviewing) this.#historyBeforePin = undefined;
      this.#contextKeys.update(this.current);
      this.#fireShown();
      this.#storePinnedTitles();
    });
    panel.onDidReceiveMessage((message) => {
      if (message.type === 'pointerDown') this.#previews.notePointer();
      else if (message.type === 'openEntry') this.#openById(message.id, panel).catch(this.services.report);
      else this.#clicked.fire({ panel, message });
    });
    return panel;
  }

  #forget(panel: EntryPanel): void {
    this.#panels.delete(panel);
    if (this.#lastActive === panel) this.#lastActive = undefined;
    this.#shownEntry = undefined;
  }

  #fireShown(): void {
    const { current } = this;
    if (current?.isVisible !== true || current.isPreviewing) return;
    if (current.visit.entry === this.#shownEntry) return;
    this.#shownEntry = current.visit.entry;
    this.#shown.fire();
  }

  #storePinnedTitles(): void {
    const pinned = [...this.#panels].filter(({ isPinned }) => isPinned);
    const titles = pinned.map(({ visit }) => tabTitle(visit.title));
    const tabs = webviewTabs(VIEW_TYPE).map(({ label }) => label);
    this.pinnedTitles.update(titles, tabs).then(undefined, this.services.report);
  }

  async #openById(id: string, from: EntryPanel): Promise<void> {
    const entry = (await this.services.libraryService.library()).entry(id);
    if (entry !== undefined) await this.open(entry, variantIn(entry, from.visit.language));
  }
}
