import { expect, it } from 'vitest';
import { Window, type WindowOptions } from './window';
import { Workspace, type WorkspaceContents } from './workspace';

interface Options extends Omit<WindowOptions, 'folder'> {
  readonly workspace: WorkspaceContents;
  /** A file to open before the extension runs. */
  readonly firstFile?: string;
}

/** Tests that share one window on a temporary workspace. Each finds nothing open but the sidebar, where it was opened. */
export function windowTests({ workspace, firstFile, ...options }: Options) {
  return it
    .extend('contents', { scope: 'file' }, workspace)
    .extend('workspace', { scope: 'file' }, async ({ contents }, { onCleanup }) => {
      const workspace = await Workspace.create(contents);
      onCleanup(() => workspace.dispose());
      return workspace;
    })
    .extend('shared', { scope: 'file' }, async ({ workspace }, { onCleanup }) => {
      const window = await Window.open({ ...options, folder: workspace.folder });
      onCleanup(() => window.close());
      if (firstFile !== undefined) await window.openFile(firstFile);
      return window;
    })
    .extend('window', async ({ shared }, { onCleanup }) => {
      await shared.reset();
      onCleanup(() => {
        expect(shared.outsideRequests).toEqual([]);
      });
      return shared;
    });
}

export type WindowTest = ReturnType<typeof windowTests>;
