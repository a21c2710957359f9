import * as vscode from 'vscode';
import { openingTarget } from '../../core/library/openingTarget';
import type { Entry, EntryTarget, Variant } from '../../core/model';
import type { Cancellation } from '../../core/base/cancellation';
import type { VisitTarget } from '../../protocol';
import type { EntryPanel } from './entryPanel';
import { referenceTo } from './pageRendering';
import type { EntryReference } from './panelNavigation';
import { PointerActivity } from './pointerActivity';
import { activeTabIn, bringBack } from './tabs';

/** A series of previews, shown while the reader moves through a list. */
export interface Preview {
  /** Previews an entry at a target in that variant. Never rejects: a failure is reported. */
  show(entry: Entry, variant: Variant, target?: EntryTarget): Promise<void>;
  /** Restores what was there before the first preview, unless the reader has gone into the page to read on. */
  restore(): Promise<void>;
}

/** What the previews of a series cover. */
interface CoveredView {
  /** The panel that showed another entry; without it, the previews have created one. */
  readonly panel: EntryPanel | undefined;
  /** The tab that was on top of that panel. */
  readonly tab: vscode.Tab | undefined;
}

/** The panels as previews use them. */
interface PreviewPanels {
  /** The panel that shows whatever is opened next. */
  reused(): EntryPanel | undefined;
  /** Announces a request for that panel, which aborts the requests before it. */
  request(): Cancellation;
  /** Previews an entry in that panel. */
  preview(reference: EntryReference, target: VisitTarget): Promise<void>;
  /** The previewed entry of that panel counts as opened now. */
  committed(panel: EntryPanel): Promise<void>;
  /** Closes a panel that only previews have created. */
  close(panel: EntryPanel): void;
}

/** Shows previews, and decides what Escape restores. */
export class PreviewController {
  /** What the previews that are shown have covered, until it is restored or something is opened. */
  #covered: CoveredView | undefined;
  readonly #pointer = new PointerActivity();

  constructor(
    private readonly panels: PreviewPanels,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Begins a series of previews. It leaves no trace unless an entry is opened. */
  begin(): Preview {
    const panel = this.panels.reused();
    const tab = panel?.isVisible === false ? activeTabIn(panel.webviewPanel.viewColumn) : undefined;
    const covered: CoveredView = { panel, tab };
    const hasPointerActivity = this.#pointer.watch();
    return {
      show: async (entry, variant, { post, words } = {}) => {
        this.#covered = covered;
        await this.panels
          .preview(referenceTo(entry, variant), openingTarget(variant, post, words))
          .catch(this.report);
      },
      restore: async () => {
        const request = this.panels.request();
        if (this.#covered !== covered) return;
        // The click that has closed the list may not have been reported yet.
        await this.panels.reused()?.received();
        // Whatever has closed the list may have opened something by now.
        if (request.aborted) return;
        await (hasPointerActivity() ? this.#commit() : this.restore());
      },
    };
  }

  /** A pointer was pressed on a page. */
  notePointer(): void {
    this.#pointer.note();
  }

  /** Restores what the previews that are shown have covered. */
  async restore(): Promise<void> {
    const covered = this.#covered;
    this.#covered = undefined;
    const panel = this.panels.reused();
    if (panel?.isPreviewing !== true) return;
    if (panel !== covered?.panel) {
      this.panels.close(panel);
      return;
    }
    const restored = panel.discardPreview();
    // Before waiting for the panel: once it is covered, it stops sending a long thread.
    if (covered.tab !== undefined) await bringBack(covered.tab);
    await restored;
  }

  /** Forgets what the previews have covered: something was opened in their place. */
  forget(): void {
    this.#covered = undefined;
  }

  async #commit(): Promise<void> {
    this.forget();
    const panel = this.panels.reused();
    if (panel?.isPreviewing !== true) return;
    await panel.commitPreview();
    await this.panels.committed(panel);
  }
}
