import { expect } from 'chai';
import * as vscode from 'vscode';
import { addArchive } from '../../src/vscode/library/addArchive';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { silentLog } from './sidebarView';
import { extension, fixtures, setSources } from './workspace';

describe('adding an archive without entries', () => {
  const folder = fixtures('..', '..', '.test-out', `empty-${vscode.env.uiKind.toString()}`);
  const { showQuickPick, showOpenDialog, showWarningMessage } = vscode.window;
  const { executeCommand } = vscode.commands;
  const answers = new LibraryService(extension().extensionUri, silentLog);

  after(async () => {
    Object.assign(vscode.window, { showQuickPick, showOpenDialog, showWarningMessage });
    Object.assign(vscode.commands, { executeCommand });
    answers.dispose();
    await setSources(undefined);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  let told: (readonly string[])[];
  let run: string[];
  before(async () => {
    const manifest = vscode.Uri.joinPath(folder, 'archive.json');
    await vscode.workspace.fs.writeFile(manifest, new TextEncoder().encode('{'));
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly object[]) => Promise.resolve(items[0]),
      showOpenDialog: () => Promise.resolve([folder]),
      showWarningMessage: (...texts: readonly string[]) => {
        told.push(texts);
        return Promise.resolve('Show Problems');
      },
    });
    Object.assign(vscode.commands, {
      executeCommand: (name: string) => {
        run.push(name);
        return Promise.resolve();
      },
    });
  });
  beforeEach(() => {
    told = [];
    run = [];
  });

  it('says so, and leads to what is wrong', async () => {
    await addArchive(answers);
    expect(told).to.have.length(1);
    expect(told[0]?.[0]).to.match(/^No entries found in .*empty-\d+\.$/);
    expect(told[0]?.slice(1)).to.deep.equal(['Show Problems', 'Undo']);
    expect(run).to.deep.equal(['archiveAnswers.showProblems']);
  });

  it('leaves the list as it is where it is listed, and offers no undo', async () => {
    const sources = (): unknown => vscode.workspace.getConfiguration('archiveAnswers').get('sources');
    const listed = sources();
    expect(listed).to.have.length(1);
    await addArchive(answers);
    expect(told[0]?.slice(1)).to.deep.equal(['Show Problems']);
    expect(sources()).to.deep.equal(listed);
  });
});
