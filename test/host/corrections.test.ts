import { expect } from 'chai';
import * as vscode from 'vscode';
import { Log } from '../../src/vscode/base/log';
import type { Archive } from '../../src/core/archive/readArchive';
import type { Library } from '../../src/core/library/library';
import type { Entry } from '../../src/core/model';
import { LibraryService } from '../../src/vscode/library/libraryService';
import {
  correctionChoices,
  proposeCorrection,
  type CorrectionChoice,
} from '../../src/vscode/entries/corrections';
import { extension, fixtures } from './workspace';

const entry = {
  id: 'room/a',
  archive: 'room',
  title: 'Is $(bug) 100% & safe?',
  language: 'en',
  status: 'answered',
  versions: [],
  source: { document: 'room.md', startLine: 4, endLine: 9 },
} as unknown as Entry;

/** A library of that one entry, in a file at `location`. */
const libraryOf = (archive: Partial<Archive>, location: vscode.Uri): Library =>
  ({ archiveOf: () => archive, locate: () => location.toString() }) as unknown as Library;

const READ_ONLY = 'archive-answers-read-only';
const nowhere = (): never => {
  throw vscode.FileSystemError.FileNotFound();
};
const readOnly: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => new vscode.Disposable(() => undefined),
  stat: nowhere,
  readDirectory: nowhere,
  readFile: nowhere,
  createDirectory: nowhere,
  writeFile: nowhere,
  delete: nowhere,
  rename: nowhere,
};

describe('what can be done about an entry that is outdated or wrong', () => {
  const opened: string[] = [];
  const open = (address: string): Promise<void> => {
    opened.push(address);
    return Promise.resolve();
  };
  const icons = (choices: readonly CorrectionChoice[]): readonly (string | undefined)[] =>
    choices.map(({ iconPath }) => (iconPath instanceof vscode.ThemeIcon ? iconPath.id : undefined));
  const choose = (choices: readonly CorrectionChoice[], icon: string): Promise<void> => {
    const chosen = choices[icons(choices).indexOf(icon)];
    if (chosen === undefined) throw new Error(`There is no ${icon}.`);
    return chosen.run();
  };
  const closeEditors = (): Thenable<unknown> =>
    vscode.commands.executeCommand('workbench.action.closeAllEditors');

  let provider: vscode.Disposable;
  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(READ_ONLY, readOnly, { isReadonly: true });
  });
  beforeEach(() => {
    opened.length = 0;
  });
  after(async () => {
    provider.dispose();
    await closeEditors();
  });

  it('is everything for an archive of one’s own that says where its editors and its people are', async () => {
    const corrections = 'https://example.org/new?t={title}&b={body}';
    const archive = { corrections, web: 'https://chat.example.org/room' };
    const choices = correctionChoices(libraryOf(archive, fixtures('room', 'room.md')), entry, entry, open);
    expect(icons(choices)).to.deep.equal(['mail', 'go-to-file', 'comment-discussion', 'copy']);
    expect(choices.slice(0, 3).map(({ description }) => description)).to.deep.equal([
      'example.org',
      'room.md:4',
      'chat.example.org',
    ]);

    await choose(choices, 'mail');
    const { searchParams } = new URL(opened[0] ?? '');
    expect(searchParams.get('t')).to.equal(entry.title);
    expect(searchParams.get('b')).to.contain('room/a').and.contain('room.md:4');

    await choose(choices, 'go-to-file');
    const editor = vscode.window.activeTextEditor;
    expect(editor?.document.uri.path).to.match(/\/room\/room\.md$/);
    expect(editor?.selection.active.line).to.equal(3);

    await choose(choices, 'comment-discussion');
    expect(opened[1]).to.equal('https://chat.example.org/room');
  });

  it('opens the source in the group of editors that is asked for', async () => {
    const library = libraryOf({}, fixtures('room', 'room.md'));
    await choose(correctionChoices(library, entry, entry, open, vscode.ViewColumn.Two), 'go-to-file');
    expect(vscode.window.activeTextEditor?.viewColumn).to.equal(vscode.ViewColumn.Two);
    await closeEditors();
  });

  it('names whom a mail is for', () => {
    const archive = { corrections: 'mailto:editors@example.org?subject={title}' };
    const [first] = correctionChoices(libraryOf(archive, fixtures('room', 'room.md')), entry, entry, open);
    expect(first?.description).to.equal('editors@example.org');
  });

  it('is a copy at least, where nothing can be written and nobody is named', () => {
    const library = libraryOf({}, vscode.Uri.from({ scheme: READ_ONLY, path: '/room.md' }));
    expect(icons(correctionChoices(library, entry, entry, open))).to.deep.equal(['copy']);
  });

  it('copies the details that find the entry', async function () {
    const library = libraryOf({}, vscode.Uri.from({ scheme: READ_ONLY, path: '/room.md' }));
    await vscode.env.clipboard.writeText('before');
    // A browser may keep its clipboard to itself.
    if ((await vscode.env.clipboard.readText()) !== 'before') return this.skip();
    const state = { isDone: false };
    const proposal = proposeCorrection(library, entry, entry).then(() => {
      state.isDone = true;
    });
    while (!state.isDone) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await proposal;
    expect(await vscode.env.clipboard.readText())
      .to.contain(entry.title)
      .and.contain('room/a');
  });

  it('is its community for the archive that ships, whose files are the extension’s own', async () => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const answers = new LibraryService(
      extension().extensionUri,
      new Log(log as unknown as vscode.LogOutputChannel),
    );
    const library = await answers.whole();
    const shipped = library.entry('fastapi-user-group/scoped-session-threads');
    if (shipped === undefined) throw new Error('The archive that ships is not there.');
    const choices = correctionChoices(library, shipped, shipped, open);
    expect(icons(choices)).to.deep.equal(['comment-discussion', 'copy']);
    answers.dispose();
  });
});
