import { expect } from 'chai';
import * as vscode from 'vscode';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { removeArchive, renameArchive } from '../../src/vscode/library/manageArchives';
import { nodesOf } from '../../src/vscode/sidebar/rows';
import { groupEntries } from '../../src/vscode/sidebar/groups';
import { silentLog } from './sidebarView';
import { extension, fixtures, setSources } from './workspace';

describe('managing archives', () => {
  const folder = fixtures('..', '..', '.test-out', `managed-${vscode.env.uiKind.toString()}`);
  const room = vscode.Uri.joinPath(folder, 'room');
  const { showQuickPick, showInputBox, showInformationMessage } = vscode.window;
  const answers = new LibraryService(extension().extensionUri, silentLog);
  const configuration = () => vscode.workspace.getConfiguration('archiveAnswers');
  const sources = (): unknown => configuration().inspect('sources')?.globalValue;
  const titles = (): unknown => configuration().inspect('sourceTitles')?.globalValue;
  let told: (readonly string[])[] = [];
  let action: string | undefined;
  let typed: string | undefined;
  let offered: readonly { readonly label: string }[] = [];

  before(async () => {
    const text = new TextEncoder().encode('---\ntitle: Why\nid: why\n---\n\n> Because.\n');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(room, 'a.md'), text);
    Object.assign(vscode.window, {
      showInformationMessage: (...texts: readonly string[]) => {
        told.push(texts);
        return Promise.resolve(action);
      },
      showInputBox: () => Promise.resolve(typed),
      showQuickPick: (items: readonly { readonly label: string }[]) => {
        offered = items;
        return Promise.resolve(items[0]);
      },
    });
  });
  beforeEach(async () => {
    told = [];
    [action, typed, offered] = [undefined, undefined, []];
    // Written with a slash at its end, which its location does not have.
    await setSources(['other/../nowhere', `${room.toString()}/`]);
  });
  after(async () => {
    Object.assign(vscode.window, { showQuickPick, showInputBox, showInformationMessage });
    answers.dispose();
    await setSources(undefined);
    await configuration().update('sourceTitles', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  const loaded = async () =>
    (await answers.whole()).archives.find(({ location }) => location.includes('managed-'));

  it('takes an archive out of the settings, and puts it back where it was', async () => {
    await removeArchive(answers, room.toString());
    expect(sources()).to.deep.equal(['other/../nowhere']);
    expect(told).to.deep.equal([['Removed room. Its files were not changed.', 'Undo']]);
    expect(await loaded()).to.equal(undefined);
    await setSources([`${room.toString()}/`, 'later']);
    action = 'Undo';
    await removeArchive(answers, room.toString());
    expect(sources()).to.deep.equal([`${room.toString()}/`, 'later']);
  });

  it('gives an archive a title of the reader’s own; its id and its entries’ ids stay', async () => {
    typed = ' My \n room ';
    await renameArchive(answers, room.toString());
    expect(titles()).to.deep.equal({ [`${room.toString()}/`]: 'My room' });
    const archive = await loaded();
    expect([archive?.id, archive?.title, archive?.entries[0]?.id]).to.deep.equal([
      'room',
      'My room',
      'room/why',
    ]);
    typed = '';
    await renameArchive(answers, room.toString());
    expect([titles(), (await loaded())?.title]).to.deep.equal([undefined, 'room']);
  });

  it('removes the title with the archive, and restores both', async () => {
    typed = 'Mine';
    await renameArchive(answers, room.toString());
    await removeArchive(answers, room.toString());
    expect(titles()).to.equal(undefined);
    await setSources([room.toString()]);
    await renameArchive(answers, room.toString());
    action = 'Undo';
    await removeArchive(answers, room.toString());
    expect([sources(), titles()]).to.deep.equal([[room.toString()], { [room.toString()]: 'Mine' }]);
    typed = '';
    await renameArchive(answers, room.toString());
  });

  it('asks for the archive where it is called without a row, also one that cannot be read', async () => {
    await answers.whole();
    await removeArchive(answers);
    expect(offered.map(({ label }) => label)).to.deep.equal([fixtures('nowhere').fsPath, 'room']);
    expect(sources()).to.deep.equal([`${room.toString()}/`]);
  });

  it('explains that the bundled archive is turned off elsewhere where there is no other', async () => {
    await setSources(undefined);
    await removeArchive(answers);
    expect(told[0]?.[0]).to.match(/^You have not added an archive\./);
    expect(offered).to.deep.equal([]);
  });

  it('is offered on the row of an archive from the settings, not of the one that ships', async () => {
    const library = await answers.whole();
    const rows = nodesOf(groupEntries('archive', library, library.entries()), 'x', {
      isExpanded: false,
      isByTitle: false,
    });
    const contexts = rows.map((row) => (row.kind === 'group' ? [row.label, row.contextValue] : []));
    expect(contexts).to.deep.equal([
      ['FastAPI User Group (Korea)', 'group'],
      ['room', 'archive'],
    ]);
  });
});
