import type { RegisterCommand } from '../base/commands';
import type { DisposableStore } from '../base/disposables';
import { bookmarkOf, type Bookmarks } from '../entries/bookmarks';
import { performClick } from './clickActions';
import type { EntryPanel } from './entryPanel';
import { copyPost, openSourceAt, PANEL_ACTIONS, switchLanguage, withShownEntry } from './panelActions';
import type { PanelManager } from './panelManager';

interface PanelCommandServices {
  readonly store: DisposableStore;
  readonly command: RegisterCommand;
  readonly panels: PanelManager;
  readonly bookmarks: Bookmarks;
  readonly report: (error: unknown) => void;
}

/** Registers the commands that act on the current panel, and the handler for clicks on the pages. */
export function registerPanelCommands(services: PanelCommandServices): void {
  const { store, command, panels, bookmarks, report } = services;
  const panelCommand = (
    name: string,
    action: (panel: EntryPanel, context: unknown) => Promise<unknown>,
  ): void => {
    command(`panel.${name}`, async (context) => {
      const { current } = panels;
      if (current !== undefined) await action(current, context);
    });
  };
  for (const [name, action] of Object.entries(PANEL_ACTIONS)) {
    if (name !== 'openSource') panelCommand(name, action);
  }
  panelCommand('openSource', async (panel, context) => {
    const post = postOf(context);
    // Only the page knows which post the reader is at: it answers with a `located` message.
    if (post === undefined && panel.send({ type: 'locate' })) return;
    await openSourceAt(panel, post);
  });
  command('switchLanguage', async () => {
    const { current } = panels;
    if (current !== undefined) await switchLanguage(current);
  });
  panelCommand('copyPost', (panel, context) => copyPost(panel, postOf(context)));
  panelCommand(
    'addBookmark',
    withShownEntry(({ library, entry, variant }) => bookmarks.add([bookmarkOf(library, entry, variant)])),
  );
  panelCommand('removeBookmark', ({ visit }) => bookmarks.remove([visit.entry]));
  command('panel.keepOpen', () => {
    if (panels.current !== undefined) panels.pin(panels.current);
  });
  command('panel.nextPost', () => {
    panels.current?.send({ type: 'moveByPosts', by: 1 });
  });
  command('panel.previousPost', () => {
    panels.current?.send({ type: 'moveByPosts', by: -1 });
  });
  store.add(
    panels.onDidClick(({ panel, message }) => {
      performClick(panel, message).catch(report);
    }),
  );
}

/** The post that a context menu of the page was opened on: see `data-vscode-context`. */
function postOf(context: unknown): number | undefined {
  if (typeof context !== 'object' || context === null) return undefined;
  const { post } = context as { readonly post?: unknown };
  return typeof post === 'number' ? post : undefined;
}
