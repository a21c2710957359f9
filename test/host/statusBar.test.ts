import { expect } from 'chai';
import * as vscode from 'vscode';
import { Log } from '../../src/vscode/base/log';
import type { Library, LocatedProblem } from '../../src/core/library/library';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { ArchiveStatusBarItem, statusBarContent } from '../../src/vscode/library/statusBar';
import { eventually, extension, fixtures, setSources } from './workspace';

const problem = (severity: LocatedProblem['severity'], line: number): LocatedProblem => ({
  kind: 'manifestSyntax',
  severity,
  line,
  args: [],
  location: fixtures('room', 'archive.json').toString(),
});

/** An item of the status bar that only remembers what it would show. */
class KeptItem {
  text = '';
  tooltip = '';
  command = '';
  backgroundColor: vscode.ThemeColor | undefined;
  shown = false;
  show(): void {
    this.shown = true;
  }
  hide(): void {
    this.shown = false;
  }
  dispose(): void {
    this.shown = false;
  }
}
const asItem = (item: KeptItem): vscode.StatusBarItem => item as unknown as vscode.StatusBarItem;

describe('what the status bar says', () => {
  it('is nothing without work and without errors', () => {
    expect(statusBarContent(false, [])).to.equal(undefined);
    expect(statusBarContent(false, [problem('warning', 1), problem('info', 2)])).to.equal(undefined);
  });

  it('is the number of errors, and the first three as text', () => {
    const lines = [1, 2, 3, 4, 5];
    const status = statusBarContent(false, [
      problem('warning', 9),
      ...lines.map((line) => problem('error', line)),
    ]);
    expect(status).to.include({ kind: 'trouble', text: '$(warning) Archive Answers 5' });
    expect(status?.label).to.contain('5').and.not.contain('$(');
    const told = status?.tooltip.split('\n') ?? [];
    expect(told.map((line) => /archive\.json:(\d):/.exec(line)?.[1])).to.deep.equal([
      undefined,
      '1',
      '2',
      '3',
      undefined,
    ]);
    expect(told.at(-1)).to.contain('2');
  });

  it('is work before it is trouble', () => {
    expect(statusBarContent(true, [problem('error', 1)])).to.include({
      text: '$(sync~spin) Archive Answers',
    });
  });
});

describe('the item of the status bar', () => {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const log = new Log(silent as unknown as vscode.LogOutputChannel);
  after(() => setSources(undefined));

  it('waits before it tells of work, and goes with it', async () => {
    const changed = new vscode.EventEmitter<void>();
    const work = {
      isLoading: false,
      loadedLibrary: undefined as Library | undefined,
      onDidChangeState: changed.event,
      readings: [],
    };
    const item = new KeptItem();
    const status = new ArchiveStatusBarItem(work, asItem(item));
    const set = (isLoading: boolean): void => {
      work.isLoading = isLoading;
      changed.fire();
    };
    set(true);
    expect(item.shown).to.equal(false);
    await eventually('the item', () => item.shown || undefined);
    expect([item.text, item.command]).to.deep.equal([
      '$(sync~spin) Archive Answers',
      'archiveAnswers.entries.focus',
    ]);
    expect(item.backgroundColor).to.equal(undefined);
    set(false);
    expect(item.shown).to.equal(false);
    set(true);
    expect(item.shown, 'further work has its time as well').to.equal(false);
    status.dispose();
    changed.dispose();
  });

  it('opens nothing, tells of an archive that cannot be read, and hides with the next library', async () => {
    await setSources(['nowhere']);
    const answers = new LibraryService(extension().extensionUri, log);
    const item = new KeptItem();
    const status = new ArchiveStatusBarItem(answers, asItem(item));
    expect([answers.isLoading, answers.loadedLibrary, item.shown]).to.deep.equal([false, undefined, false]);
    const opening = answers.library();
    expect(answers.isLoading).to.equal(true);
    await opening;
    await eventually('the end of reading', () => (answers.isLoading ? undefined : true));
    const library = await answers.whole();
    expect(answers.loadedLibrary).to.equal(library);
    expect([item.shown, item.text]).to.deep.equal([true, '$(warning) Archive Answers 1']);
    expect(item.tooltip).to.contain('nowhere');
    expect(item.command).to.equal('archiveAnswers.showProblems');
    expect(item.backgroundColor).to.be.instanceOf(vscode.ThemeColor);
    await setSources(undefined);
    await eventually('other sources', () => (answers.loadedLibrary === undefined ? true : undefined));
    expect(item.shown).to.equal(false);
    await answers.whole();
    await eventually('the end of reading', () => (answers.isLoading ? undefined : true));
    expect(item.shown).to.equal(false);
    status.dispose();
    answers.dispose();
  });

  it('hides when opening fails', async () => {
    const answers = new LibraryService(fixtures('nowhere'), log);
    const item = new KeptItem();
    const status = new ArchiveStatusBarItem(answers, asItem(item));
    const failure = await answers.library().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Error);
    await eventually('the end of reading', () => (answers.isLoading ? undefined : true));
    expect([answers.loadedLibrary, item.shown]).to.deep.equal([undefined, false]);
    status.dispose();
    answers.dispose();
  });
});
