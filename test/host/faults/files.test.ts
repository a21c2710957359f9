import { expect } from 'chai';
import * as vscode from 'vscode';
import { LibraryService } from '../../../src/vscode/library/libraryService';
import { workspaceFileSystem } from '../../../src/vscode/library/workspaceFileSystem';
import { replaceFunctions } from '../hostApi';
import { silentLog } from '../sidebarView';
import { extension, fixtures, setSources } from '../workspace';
import { observe } from './outcome';

const { fs } = vscode.workspace;
const folder = fixtures('..', '..', '.test-out', `changed-${vscode.env.uiKind.toString()}`);
const at = (...path: readonly string[]): vscode.Uri => vscode.Uri.joinPath(folder, ...path);
const write = (uri: vscode.Uri, text: string): Thenable<void> =>
  fs.writeFile(uri, new TextEncoder().encode(text));
const remove = (uri: vscode.Uri): Thenable<void> => fs.delete(uri, { recursive: true });

interface Change {
  readonly name: string;
  readonly change: () => Promise<unknown>;
  /** What the user is told: kinds of problems of that archive. */
  readonly problems: readonly string[];
}

const CHANGES: readonly Change[] = [
  { name: 'a file is deleted', change: async () => remove(at('b.md')), problems: ['unreadable'] },
  { name: 'a file is emptied', change: async () => write(at('b.md'), ''), problems: ['emptyDocument'] },
  {
    name: 'a file is renamed',
    change: async () => fs.rename(at('b.md'), at('c.md')),
    problems: ['unreadable'],
  },
  {
    name: 'a file becomes a folder',
    change: async () => {
      await remove(at('b.md'));
      await fs.createDirectory(at('b.md'));
    },
    problems: ['unreadable'],
  },
  {
    name: 'a file becomes something else than text',
    change: async () => fs.writeFile(at('b.md'), Uint8Array.from([0, 255, 254, 0, 200, 0, 216])),
    problems: ['unreadable'],
  },
  {
    name: 'the folder is deleted',
    change: async () => remove(folder),
    problems: ['unreadable', 'unreadable'],
  },
  {
    name: 'the folder becomes a file',
    change: async () => {
      await remove(folder);
      await write(folder, 'A file.');
    },
    problems: ['unreadable', 'unreadable'],
  },
];

describe('an archive that changes while it is read', () => {
  const list = workspaceFileSystem.list.bind(workspaceFileSystem);
  let restore: () => void;
  before(async () => {
    await extension().activate();
  });
  beforeEach(async () => {
    // Otherwise the change itself would have the archive read again.
    const nothing = (): vscode.Disposable => new vscode.Disposable(() => undefined);
    restore = replaceFunctions('workspace', {
      createFileSystemWatcher: () => ({
        onDidCreate: nothing,
        onDidChange: nothing,
        onDidDelete: nothing,
        dispose: () => undefined,
      }),
    });
    await write(at('a.md'), '# Where are the keys?\n\n> Under the doormat.\n');
    await write(at('b.md'), '# Who feeds the parrot?\n\n> The neighbour.\n');
  });
  afterEach(async () => {
    workspaceFileSystem.list = list;
    restore();
    await setSources(undefined);
    await Promise.resolve(remove(folder)).catch(() => undefined);
  });

  for (const { name, change, problems } of CHANGES) {
    it(`loses what is gone and nothing else: ${name}`, async () => {
      const { stop } = observe();
      await setSources([folder.path, 'room']);
      const answers = new LibraryService(extension().extensionUri, silentLog);
      let isChanged = false;
      // The documents are listed, and none is read yet.
      workspaceFileSystem.list = async (...args: Parameters<typeof list>) => {
        const items = await list(...args);
        if (!isChanged && args[0].includes('changed-')) {
          isChanged = true;
          await change();
        }
        return items;
      };
      const library = await answers.whole();
      expect(isChanged).to.equal(true);
      const own = library.problems.filter(({ location }) => location.includes('changed-'));
      expect(own.map(({ kind }) => kind)).to.deep.equal(problems);
      expect(library.archives.map(({ id, entries }) => `${id} ${String(entries.length)}`)).to.include.members(
        ['fastapi-user-group 8', 'room 4'],
      );
      answers.dispose();
      expect((await stop()).failures).to.deep.equal([]);
    });
  }
});
