import { expect } from 'chai';
import * as vscode from 'vscode';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { searchItems } from '../../src/vscode/search/searchItems';
import { silentLog } from './sidebarView';
import { extension, setSources } from './workspace';

const REQUEST = 'How do I tie one request to one session and one transaction in async SQLAlchemy?';
const NOT_ABORTED = { aborted: false };

describe('what the search lists', () => {
  const answers = new LibraryService(extension().extensionUri, silentLog);
  before(() => setSources(undefined));
  after(() => {
    answers.dispose();
  });

  /** The rows for what is typed, those that separate others left out. */
  const rows = async (typed: string, recents: readonly string[] = []) => {
    const items = await searchItems(await answers.library(), typed, recents, NOT_ABORTED);
    return items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  };
  const labels = async (typed: string, recents?: readonly string[]): Promise<readonly string[]> =>
    (await rows(typed, recents)).map(({ label }) => label);

  it('is what was opened last, the topics and the filters before anything is typed', async () => {
    const all = await labels('', ['fastapi-user-group/async-session-per-request', 'another/gone']);
    expect(all[0]).to.equal(REQUEST);
    expect(all).to.include.members(['SQLAlchemy', 'FastAPI', 'symbol:', 'status:']);
  });

  it('begins with a separator, whatever is typed', async () => {
    for (const typed of ['', 'session', 'qqqqzzzz', 'status:dis']) {
      const [first] = await searchItems(await answers.library(), typed, [], NOT_ABORTED);
      expect(first?.kind, typed).to.equal(vscode.QuickPickItemKind.Separator);
    }
  });

  it('tells of a result its topic, its status and the passage', async () => {
    const [first] = await rows('멀티스레드 세션');
    expect(first?.detail).to.match(/SQLAlchemy · Self-answered — .*세션/s);
    expect(first?.entry?.id).to.equal('fastapi-user-group/scoped-session-threads');
  });

  it('completes the value of the filter that is typed', async () => {
    const [first] = await rows('session status:dis');
    expect(first?.label).to.equal('status:disputed');
    expect(first?.query).to.equal('session status:disputed ');
  });

  it('says that nothing is found, and offers the nearest titles and a question', async () => {
    expect(await labels('qqqqzzzz')).to.deep.equal([
      'Nothing found for “qqqqzzzz”',
      'Copy a question for the room',
    ]);
    const all = await rows('trasnactoin requset');
    expect(all[0]?.label).to.equal('Nothing found for “trasnactoin requset”');
    expect(all.map(({ label }) => label)).to.include(REQUEST);
    expect(all.at(-1)?.copyText).to.match(/^Question: trasnactoin requset\n/);
    expect(all.at(-1)?.copyText).to.contain(`- ${REQUEST}`);
  });
});
