import { expect } from 'chai';
import * as vscode from 'vscode';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { silentLog } from './sidebarView';
import { eventually, extension } from './workspace';

const PANEL = 'archiveAnswers.panel';

const panelTabNow = (): vscode.Tab | undefined =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PANEL));

/** The panel's tab, once it is there. */
const panelTab = (): Promise<vscode.Tab> => eventually('the panel', panelTabNow);

const open = (id: string): Thenable<void> => vscode.commands.executeCommand('archiveAnswers.open', id);

describe('the extension', () => {
  it('activates and contributes its commands', async () => {
    await extension().activate();
    expect(extension().isActive).to.equal(true);
    const { contributes } = extension().packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    const names = contributes.commands.map(({ command }) => command);
    expect(names).to.have.length.greaterThan(10);
    expect(await vscode.commands.getCommands(true)).to.include.members(names);
  });

  it('has commands of its own that no list of commands shows', async () => {
    const all = await vscode.commands.getCommands(true);
    expect(all).to.include.members(['archiveAnswers.look', 'archiveAnswers.showProblems']);
    expect(JSON.stringify(extension().packageJSON)).not.to.contain('showProblems');
  });

  it('copies the threads and the links of several rows, of either view', async function () {
    await vscode.env.clipboard.writeText('before');
    // A browser may keep its clipboard to itself.
    if ((await vscode.env.clipboard.readText()) !== 'before') return this.skip();
    const answers = new LibraryService(extension().extensionUri, silentLog);
    const library = await answers.whole();
    answers.dispose();
    const rows = ['asgi-articles', 'request-lifecycle'].map((name) => {
      const entry = library.entry(`fastapi-user-group/${name}`);
      if (entry === undefined) throw new Error(`No entry ${name}.`);
      return { kind: 'entry', id: name, entry };
    });
    const line = { kind: 'line', id: 'a line of the file' };
    await vscode.commands.executeCommand('archiveAnswers.copyAsMarkdown', rows[0], rows);
    const titles = (await vscode.env.clipboard.readText()).match(/^# .+$/gm);
    expect(titles).to.have.length(2);
    await vscode.commands.executeCommand('archiveAnswers.copyLink', rows[1], [...rows, line]);
    const links = (await vscode.env.clipboard.readText()).split('\n');
    expect(links.map((link) => link.split('/').at(-1))).to.deep.equal(['asgi-articles', 'request-lifecycle']);
  });

  it('opens what the search offers first', async () => {
    const searching = vscode.commands.executeCommand('archiveAnswers.search', 'scoped_session threads');
    let closed = false;
    void searching.then(() => {
      closed = true;
    });
    await eventually('the search to be accepted', () => {
      if (!closed) void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return closed || undefined;
    });
    expect((await panelTab()).label).to.match(/scoped_session/);
  });

  it('opens an entry by its id', async () => {
    await open('fastapi-user-group/asgi-articles');
    await eventually('the entry', () =>
      (panelTabNow()?.label.includes('ASGI') ?? false) ? true : undefined,
    );
    const { label, isActive } = await panelTab();
    expect(isActive).to.equal(true);
    expect(label).to.match(/ASGI/);
  });

  it('opens an entry at a target, and at its head for one that makes no sense', async () => {
    const targets = [
      { post: 1, words: ['fastapi'] },
      { post: 9_000 },
      { post: -1, words: 'all' },
      'post 1',
      null,
    ];
    for (const target of targets) {
      await open('project-structure');
      await vscode.commands.executeCommand('archiveAnswers.open', 'asgi-articles', target);
      expect((await panelTab()).label).to.match(/ASGI/);
    }
  });

  it('switches the language of the thread that is open', async () => {
    await open('asgi-articles');
    const { label } = await panelTab();
    const labelNow = (): string | undefined => panelTabNow()?.label;
    await vscode.commands.executeCommand('archiveAnswers.switchLanguage');
    await eventually('the other language', () => (labelNow() === label ? undefined : true));
    await vscode.commands.executeCommand('archiveAnswers.switchLanguage');
    await eventually('the first language', () => (labelNow() === label ? true : undefined));
  });

  it("opens a link of VS Code's own scheme", async () => {
    await vscode.commands.executeCommand(
      'vscode.open',
      vscode.Uri.parse(`${vscode.env.uriScheme}://${extension().id}/entry?id=class-based-views`),
    );
    await eventually('the entry', () => (panelTabNow()?.label.includes('controllers') ? true : undefined));
  });

  it('reuses the panel', async () => {
    await open('request-lifecycle');
    const panels = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview);
    expect(panels).to.have.length(1);
  });

  it('opens beside the code', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const document = await vscode.workspace.openTextDocument({
      language: 'python',
      content: 'import sqlalchemy\n',
    });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await open('asgi-articles');
    expect((await panelTab()).group.viewColumn).to.equal(vscode.ViewColumn.Two);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
