import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Library } from '../../src/core/library/library';
import { Log } from '../../src/vscode/base/log';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { extension, fixtures, setSources } from './workspace';

/** A log that keeps its lines. */
function keptLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const add =
    (level: string) =>
    (message: string | Error): void => {
      lines.push(`${level} ${String(message)}`);
    };
  const log = { info: add('info'), warn: add('warn'), error: add('error') };
  return { log: new Log(log as unknown as vscode.LogOutputChannel), lines };
}

describe('the library in the extension', () => {
  const { log, lines } = keptLog();
  const answers = new LibraryService(extension().extensionUri, log);
  after(async () => {
    answers.dispose();
    await setSources(undefined);
  });

  /** Resolves when the library has changed after this call. */
  const nextChange = (): Promise<void> =>
    new Promise((resolve) => {
      const subscription = answers.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });

  it('opens the archive that ships and searches it in Korean and English', async () => {
    const library = await answers.whole();
    expect(library.entries()).to.have.length(8);
    expect(library.problems).to.deep.equal([]);
    const [korean] = await library.search('멀티스레드 세션');
    expect(korean?.entry.id).to.equal('fastapi-user-group/scoped-session-threads');
    const [english] = await library.search('project structure');
    expect(english?.entry.id).to.equal('fastapi-user-group/project-structure');
    expect(english?.variant.language).to.equal('en');
  });

  it('opens the same library once', async () => {
    expect(await answers.whole()).to.equal(await answers.whole());
  });

  it('reads the archives of the settings, relative and absolute, anew when they change', async () => {
    await setSources(['room', fixtures('encodings').path, 'room/room.md']);
    const library = await answers.whole();
    expect(library.archives.map(({ id, entries }) => `${id} ${String(entries.length)}`)).to.deep.equal([
      'fastapi-user-group 8',
      'room 4',
      'encodings 3',
      'room-2 4',
    ]);
    expect((await library.search('작업 큐'))[0]?.entry.archive).to.equal('room');
  });

  it('knows which pictures are there, and their sizes', async () => {
    const pictures = (await answers.whole())
      .entries()
      .filter(({ archive }) => archive === 'room')
      .flatMap(({ images }) => images);
    const { size } = await vscode.workspace.fs.stat(fixtures('room', 'images', 'there.png'));
    expect(pictures.find(({ path }) => path === 'images/there.png')).to.include({
      state: 'present',
      bytes: size,
    });
    expect(pictures.find(({ path }) => path === 'images/lost.png')).to.include({ state: 'missing' });
  });

  it('reads a file anew when it has changed, and tells so', async () => {
    const folder = fixtures('..', '..', '.test-out', `edited-${vscode.env.uiKind.toString()}`);
    const file = vscode.Uri.joinPath(folder, 'note.md');
    const write = (text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await write('# Where are the keys?\n\n> Under the doormat.\n');
    await setSources([folder.path]);
    const entries = async (): Promise<readonly string[]> =>
      (await (await answers.whole()).search('archive:' + folder.path.split('/').at(-1)!)).map(
        ({ variant }) => variant.title,
      );
    expect(await entries()).to.deep.equal(['Where are the keys?']);
    const changed = nextChange();
    await write('# Who feeds the parrot?\n\n> The neighbour.\n');
    await changed;
    expect(await entries()).to.deep.equal(['Who feeds the parrot?']);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('follows files and folders whatever their names', async () => {
    const folder = fixtures('..', '..', '.test-out', `named-${vscode.env.uiKind.toString()}`);
    const write = (text: string, ...path: readonly string[]): Thenable<void> =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, ...path), new TextEncoder().encode(text));
    const counts = async (): Promise<readonly number[]> =>
      (await answers.whole()).archives.slice(1).map(({ entries }) => entries.length);
    await write('# Where are the keys?\n\n> Here.\n', 'room', 'first.md');
    await write('# Who waters the ferns?\n\n> Nobody.\n', 'FAQ [x].md');
    await setSources([`${folder.path}/room`, `${folder.path}/FAQ [x].md`]);
    expect(await counts()).to.deep.equal([1, 1]);
    let changed = nextChange();
    await write('# Who winds the clock?\n\n> The cook.\n', 'room', 'v0.1', 'second.md');
    await changed;
    expect(await counts()).to.deep.equal([2, 1]);
    changed = nextChange();
    await write('# Who waters the ferns?\n\n> I.\n\n# Who waters the palms?\n\n> You.\n', 'FAQ [x].md');
    await changed;
    expect(await counts()).to.deep.equal([2, 2]);
    changed = nextChange();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'room', 'v0.1'), { recursive: true });
    await changed;
    expect(await counts()).to.deep.equal([1, 2]);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('names every problem with file and line, and keeps the rest', async () => {
    lines.length = 0;
    await setSources(['broken', 'nowhere']);
    const library = await answers.whole();
    expect(library.entry('broken/fine')).to.not.equal(undefined);
    const problems = lines.filter((line) => !line.startsWith('info'));
    const places = problems.map((line) =>
      line.replaceAll('\\', '/').replace(/^(\w+) .*\/(\w+\/[\w.-]+(?::\d+)?): .*$/, '$1 $2'),
    );
    expect(places.slice(0, -1)).to.deep.equal([
      'error broken/archive.json:3',
      'error broken/front-matter.md:3',
      'error broken/picture.md',
      'warn broken/values.md:3',
      'warn broken/values.md:8',
      'warn broken/values.md:10',
      'warn broken/values.md:11',
    ]);
    expect(problems.at(-1)).to.match(/^error .*nowhere: The archive cannot be read: /);
  });

  describe('with a source that takes its time', () => {
    const slow = vscode.Uri.parse('vscode-vfs://slow/archive');
    const stat: vscode.FileStat = { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const unsupported = (): never => {
      throw vscode.FileSystemError.NoPermissions();
    };
    /** Answers the requests for the listing of the folder, which nothing else answers. */
    let release: () => void = () => undefined;
    let held: Promise<void>;
    const hold = (): void => {
      held = new Promise((resolve) => {
        release = resolve;
      });
    };
    let provider: vscode.Disposable;
    before(() => {
      provider = vscode.workspace.registerFileSystemProvider('vscode-vfs', {
        onDidChangeFile: () => new vscode.Disposable(() => undefined),
        watch: () => new vscode.Disposable(() => undefined),
        stat: ({ path }) => (path.endsWith('.md') ? { ...stat, type: vscode.FileType.File } : stat),
        async readDirectory() {
          await held;
          return [['a.md', vscode.FileType.File]];
        },
        readFile: () => new TextEncoder().encode('# Who was late?\n\n> I was.\n'),
        createDirectory: unsupported,
        writeFile: unsupported,
        delete: unsupported,
        rename: unsupported,
      });
    });
    beforeEach(async () => {
      hold();
      // What is read already is not read again.
      await setSources(['room']);
      await answers.whole();
      await setSources([slow.toString(), 'room']);
    });
    afterEach(() => {
      release();
    });
    after(() => {
      provider.dispose();
    });
    const ids = ({ archives }: Library): readonly string[] => archives.map(({ id }) => id);

    it('searches the others meanwhile, and it when it is there', async () => {
      const first = await answers.library();
      expect(ids(first)).to.deep.equal(['fastapi-user-group', 'room']);
      expect((await first.search('작업 큐'))[0]?.entry.archive).to.equal('room');
      expect(answers.isLoading).to.equal(true);
      expect(answers.readings.map(({ source }) => source.location)).to.deep.equal([slow.toString()]);
      const changed = nextChange();
      const late = answers.libraryWith('archive/a.md#who-was-late');
      release();
      await changed;
      expect(ids(await answers.library())).to.deep.equal(['fastapi-user-group', 'archive', 'room']);
      expect((await late).entry('archive/a.md#who-was-late')?.title).to.equal('Who was late?');
      await answers.whole();
      expect([answers.isLoading, answers.readings]).to.deep.equal([false, []]);
    });

    it('leaves it out where its reading is cancelled, until all are read again', async () => {
      await answers.library();
      for (const reading of answers.readings) reading.cancel();
      const library = await answers.whole();
      expect(ids(library)).to.deep.equal(['fastapi-user-group', 'room']);
      expect(library.problems.map(({ kind, location }) => `${kind} ${location}`)).to.include(
        `readingCancelled ${slow.toString()}`,
      );
      release();
      await answers.readAgain();
      expect(ids(await answers.whole())).to.deep.equal(['fastapi-user-group', 'archive', 'room']);
    });
  });
});
