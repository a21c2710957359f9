import { expect } from 'chai';
import * as vscode from 'vscode';
import { HoverProvider } from '../../../src/vscode/hover/hoverProvider';
import { Log } from '../../../src/vscode/base/log';
import { LibraryService } from '../../../src/vscode/library/libraryService';
import type { PanelManager } from '../../../src/vscode/panel/panelManager';
import { PythonFiles } from '../../../src/vscode/python/pythonFiles';
import { SearchQuickPick } from '../../../src/vscode/search/searchQuickPick';
import { EntryFilter } from '../../../src/vscode/sidebar/entryFilter';
import { ProjectVersionFiles } from '../../../src/vscode/versions/projectVersionFiles';
import { live } from '../hostApi';
import { extension, fixtures, setSources } from '../workspace';
import { observe } from './outcome';

/** Everything of a window that the tests begin and dispose of, as deactivating does: the latest first. */
function compose() {
  // A name of its own: VS Code gives the same channel to all that ask for the extension's.
  const log = new Log(vscode.window.createOutputChannel('Deactivated', { log: true }));
  const service = new LibraryService(extension().extensionUri, log);
  const files = new PythonFiles(service);
  const versions = new ProjectVersionFiles();
  const preview = { show: () => Promise.resolve(), restore: () => Promise.resolve() };
  const panels = { preview: () => preview, open: () => Promise.resolve() } as unknown as PanelManager;
  const search = new SearchQuickPick(service, panels, { list: () => [] } as never);
  const failures: unknown[] = [];
  const filter = new EntryFilter(service, (error) => failures.push(error));
  const hovers = new HoverProvider(service, files, versions);
  const dispose = (): void => {
    for (const one of [filter, search, versions, files, service, log]) one.dispose();
  };
  return { service, files, search, filter, hovers, failures, dispose };
}

type Composed = ReturnType<typeof compose>;

/** Work that is in progress when everything is disposed of. */
const WORK: Readonly<Record<string, (composed: Composed) => Promise<unknown>>> = {
  reading: ({ service }) => service.library(),
  searching: ({ search }) => search.show('session'),
  filtering: ({ filter }) => filter.apply('session'),
  'asking for a filter': ({ filter }) => {
    void filter.ask();
    return filter.apply('session');
  },
  hovering: async ({ hovers }) => {
    const document = await vscode.workspace.openTextDocument(fixtures('hover', 'names.py'));
    const name = document.getText().indexOf('registry = ') + 'registry = '.length + 1;
    const { token } = new vscode.CancellationTokenSource();
    return hovers.provideHover(document, document.positionAt(name), token);
  },
  'analysing a file': async ({ files }) =>
    files.occurrences(await vscode.workspace.openTextDocument(fixtures('hover', 'names.py'))),
};

describe('deactivating', () => {
  before(async () => {
    await extension().activate();
    await setSources(['room', 'encodings']);
    await vscode.commands.executeCommand('archiveAnswers.markAllSeen');
    await vscode.workspace.openTextDocument(fixtures('hover', 'names.py'));
  });
  after(() => setSources(undefined));

  for (const [name, work] of Object.entries(WORK)) {
    for (const turns of [0, 1, 5, 50]) {
      it(`in the middle of ${name}, after ${String(turns)} turns, leaves nothing`, async () => {
        const before = live.copy();
        const composed = compose();
        const { stop } = observe();
        const working = work(composed);
        for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
        composed.dispose();
        await working;
        expect(composed.failures).to.deep.equal([]);
        expect((await stop()).messages).to.deep.equal([]);
        expect(live.since(before)).to.deep.equal([]);
      });
    }
  }
});
