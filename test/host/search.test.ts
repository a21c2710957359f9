import { expect } from 'chai';
import type { Library } from '../../src/core/library/library';
import type { Entry } from '../../src/core/model';
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

  it('is what was opened last, all of a few threads, the topics and the filters before anything is typed', async () => {
    const all = await labels('', ['fastapi-user-group/async-session-per-request', 'another/gone']);
    expect(all[0]).to.equal(REQUEST);
    const library = await answers.library();
    expect(all.slice(1, 9)).to.have.members(
      library.entries().map(({ translations: [english] }) => english?.title),
    );
    const many = {
      ...fakeLibrary(1),
      entries: () => Array.from({ length: 31 }, () => fakeLibrary(1).entries()[0]),
    };
    const rows31 = await searchItems(many as unknown as Library, '', [], NOT_ABORTED);
    expect(rows31.map(({ label }) => label)).not.to.include('All threads');
    expect(all).to.include.members(['SQLAlchemy', 'FastAPI', 'symbol:', 'status:']);
  });

  it('begins with a separator, whatever is typed', async () => {
    for (const typed of ['', 'session', 'qqqqzzzz', 'status:dis']) {
      const [first] = await searchItems(await answers.library(), typed, [], NOT_ABORTED);
      expect(first?.kind, typed).to.equal(vscode.QuickPickItemKind.Separator);
    }
  });

  it('tells of a result its topic and its status beside the title, and one line below it', async () => {
    const [first] = await rows('멀티스레드 세션');
    expect(first?.description).to.match(/^SQLAlchemy · Self-answered/);
    expect(first?.detail).to.match(/\S/);
    expect(first?.detail).not.to.contain('Self-answered');
    expect(first?.entry?.id).to.equal('fastapi-user-group/scoped-session-threads');
  });

  it('completes the value of the filter that is typed', async () => {
    const [first] = await rows('session status:dis');
    expect(first?.label).to.equal('status:disputed');
    expect(first?.query).to.equal('session status:disputed ');
  });

  it('tells the archive of a result only where several have entries', async () => {
    const described = async (archives: number): Promise<string | undefined> => {
      const items = await searchItems(fakeLibrary(archives), '', [], NOT_ABORTED);
      return items.find(({ entry }) => entry !== undefined)?.description;
    };
    expect(await described(1)).to.equal('Pools · Answered');
    expect(await described(2)).to.equal('Room 0 · Pools · Answered');
  });

  it('has the answer line of an entry below its title, as plain text', async () => {
    const text = 'Use `$(pwd)`, not <b>that</b>.';
    const library = fakeLibrary(1, { answer: { text, from: 'declared' } });
    const items = await searchItems(library, '', [], NOT_ABORTED);
    expect(items.find(({ entry }) => entry !== undefined)?.detail).to.equal('Use \\$(pwd), not <b>that</b>.');
  });

  it('names a filter value that no entry has, and offers those there are', async () => {
    const all = await rows('session status:foo');
    expect(all[0]?.label).to.equal('No entry has the status “foo”.');
    expect(all.map(({ query }) => query)).to.include('session status:disputed ');
    expect(await labels('topic:zzz')).to.include.members(['No entry has the topic “zzz”.', 'topic:FastAPI']);
    expect((await labels('archive:x'))[0]).to.equal('No archive is named “x”.');
    expect((await labels('lang:xx'))[0]).to.equal('No entry is in the language “xx”.');
    expect((await labels('symbol:Zzz9'))[0]).to.equal('No entry is about the symbol “Zzz9”.');
  });

  it('offers the sidebar where more match than are listed', async () => {
    const hit = { entry: fakeLibrary(1).entries()[0], confidence: 'strong', why: { terms: [] } };
    const library = {
      ...fakeLibrary(1),
      completions: () => [],
      search: (_query: string, { limit }: { limit: number }) =>
        Promise.resolve(Array.from({ length: limit }, () => ({ ...hit, variant: hit.entry }))),
      matching: () => Promise.resolve(fakeLibrary(35).entries()),
    };
    const items = await searchItems(library as unknown as Library, 'pool', [], NOT_ABORTED);
    expect(items.at(-1)).to.include({ label: 'Show all 35 in the sidebar', sidebarFilter: 'pool' });
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

/** A library of several archives with one entry each. */
function fakeLibrary(count: number, more: Partial<Entry> = {}): Library {
  const archives = Array.from({ length: count }, (_, at) => {
    const id = `room${String(at)}`;
    const entry = {
      id: `${id}/a`,
      archive: id,
      title: 'A',
      language: 'en',
      topics: ['Pools'],
      status: 'answered',
    };
    const entries = [{ ...entry, versions: [], translations: [], ...more }];
    return { id, title: `Room ${String(at)}`, titles: {}, entries };
  });
  const library = {
    archives,
    entries: () => archives.flatMap(({ entries }) => entries),
    entry: () => undefined,
    archiveOf: ({ archive }: Entry) => archives.find(({ id }) => id === archive),
  };
  return library as unknown as Library;
}
