import { expect } from 'chai';
import * as vscode from 'vscode';
import { openFirstEditors } from '../../scripts/start/welcome/extension.mjs';
import { eventually, extension, fixtures } from './workspace';

const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');
const labels = (): string[][] =>
  vscode.window.tabGroups.all.map(({ tabs }) => tabs.map(({ label }) => label));

/** What our hover at the first place of `code` says, without the hovers of others. */
async function hoverText(document: vscode.TextDocument, code: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(document.getText().indexOf(code) + 1),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .filter((text) => text.includes('command:archiveAnswers.'))
    .join('\n');
}

describe('the example', () => {
  before(async () => {
    await extension().activate();
    await closeAll();
  });
  afterEach(closeAll);

  const open = async (): Promise<vscode.TextDocument> => {
    await vscode.commands.executeCommand('archiveAnswers.openExample');
    return eventually('the example', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.path === '/example.py' ? document : undefined;
    });
  };

  it('is a Python file whose names have answers', async () => {
    const document = await open();
    expect([document.languageId, document.isUntitled]).to.deep.equal(['python', false]);
    expect(await hoverText(document, 'AsyncSession, ')).to.contain('async-session-per-request');
    expect(await hoverText(document, 'selectinload(')).to.contain('async-join-missing-rows');
  });

  it('can be neither edited nor replaced', async () => {
    const { uri } = await open();
    expect(vscode.workspace.fs.isWritableFileSystem(uri.scheme)).to.equal(false);
    const outcome = await vscode.workspace.fs.writeFile(uri, new Uint8Array()).then(
      () => 'written',
      () => 'refused',
    );
    expect(outcome).to.equal('refused');
    expect((await open()).isDirty).to.equal(false);
  });

  it('opens in one tab, however often it is asked for', async () => {
    await open();
    await open();
    expect(labels()).to.deep.equal([['example.py']]);
  });
});

describe('the window of npm start', () => {
  before(closeAll);
  afterEach(closeAll);

  it('begins with a Python file and the walkthrough beside it', async () => {
    await openFirstEditors(fixtures('hover', 'names.py'));
    expect(labels()).to.deep.equal([['names.py'], ['Welcome']]);
    // Kept, so that an entry does not take its place.
    await eventually('the walkthrough to be kept', () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      return tabs.every(({ isPreview }) => !isPreview) ? true : undefined;
    });
  });

  it('keeps what was restored', async () => {
    await vscode.window.showTextDocument(fixtures('hover', 'names.py'));
    await openFirstEditors(fixtures('hover', 'other.py'));
    expect(labels()).to.deep.equal([['names.py']]);
  });
});
