import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, extension } from './workspace';

const PANEL = 'archiveAnswers.panel';

/** The panel's tab, once it is there. */
const panelTab = (): Promise<vscode.Tab> =>
  eventually('the panel', () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PANEL)),
  );

/** Opens the search and takes what it offers first; the list fills when the library has been opened. */
async function openFirstEntry(): Promise<void> {
  const searching = vscode.commands.executeCommand('archiveAnswers.search');
  let closed = false;
  void searching.then(() => {
    closed = true;
  });
  await eventually('the search to be accepted', () => {
    if (!closed) void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return closed || undefined;
  });
}

describe('the extension', () => {
  it('activates and contributes its commands', async () => {
    await extension().activate();
    expect(extension().isActive).to.equal(true);
    expect(await vscode.commands.getCommands(true)).to.include.members([
      'archiveAnswers.search',
      'archiveAnswers.showLog',
    ]);
  });

  it('opens the chosen entry in the panel', async () => {
    await openFirstEntry();
    const { label, isActive } = await panelTab();
    expect(isActive).to.equal(true);
    expect(label).to.match(/ASGI/);
  });

  it('reuses the panel', async () => {
    await openFirstEntry();
    await panelTab();
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
    await openFirstEntry();
    expect((await panelTab()).group.viewColumn).to.equal(vscode.ViewColumn.Two);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
