import { expect } from 'chai';
import type { Library } from '../../src/core/library/library';
import type { Entry } from '../../src/core/model';
import type { Confidence } from '../../src/core/search/confidence';
import type { SearchHit } from '../../src/core/tracebacks/searchErrors';
import * as vscode from 'vscode';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { searchItems } from '../../src/vscode/search/searchItems';
import { silentLog } from './sidebarView';
import { extension, setSources } from './workspace';

const REQUEST = 'How do I tie one request to one session and one transaction in async SQLAlchemy?';
const LIFECYCLE = 'FastAPI request handling: which steps does a request go through inside?';
const NOT_ABORTED = { aborted: false };

describe('what the search lists', () => {
  const answers = new LibraryService(extension().extensionUri, silentLog);
  before(() => setSources(undefined));
  after(() => {
    answers.dispose();
  });

  /** The rows for what is typed, those that separate others left out. */
  const rows = async (typed: string, recents: readonly string[] = []) => {
    const items = await searchItems(await answers.whole(), typed, recents, NOT_ABORTED);
    return items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  };
  const labels = async (typed: string, recents?: readonly string[]): Promise<readonly string[]> =>
    (await rows(typed, recents)).map(({ label }) => label);

  it('is what was opened last, all of a few threads, the topics and the filters before anything is typed', async () => {
    const all = await labels('', ['fastapi-user-group/async-session-per-request', 'another/gone']);
    expect(all[0]).to.equal(REQUEST);
    const library = await answers.whole();
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
      const [first] = await searchItems(await answers.whole(), typed, [], NOT_ABORTED);
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

  it('says that no answer is found, and offers similar threads and a question', async () => {
    expect(await labels('qqqqzzzz')).to.deep.equal([
      'No answer found for “qqqqzzzz”',
      'Copy a question for the room',
    ]);
    const excluded = 'starlette middleware order topic:LINE';
    const all = await listed(await answers.whole(), excluded);
    expect(all.slice(0, 4)).to.deep.equal([
      '— ',
      `No answer found for “${excluded}”`,
      '— Similar threads',
      LIFECYCLE,
    ]);
    const copied = (await rows(excluded)).at(-1)?.copyText;
    expect(copied).to.match(/^Question: starlette middleware order topic:LINE\n/);
    expect(copied).to.contain(`did not help:\n- ${LIFECYCLE}\n`);
  });
});

describe('how sure the search is of what it lists', () => {
  const strong = hit('Pool size', 'strong');
  const possible = hit('Pool timeout', 'possible');
  const weak = hit('Pool party', 'weak');

  it('lists the best matches, then those that match in part, the possible ones first', async () => {
    expect(await listed(hitLibrary([strong, possible, weak]), 'pool')).to.deep.equal([
      '— Best matches',
      'Pool size',
      '— Partial matches',
      'Pool timeout',
      'Pool party',
    ]);
  });

  it('lists possible answers where none is sure, then similar threads and how to ask', async () => {
    expect(await listed(hitLibrary([possible, weak]), 'pool')).to.deep.equal([
      '— Possible answers',
      'Pool timeout',
      '— Similar threads',
      'Pool party',
      '— Ask the room',
      'Copy a question for the room',
    ]);
  });

  it('says that there is no answer where hits only share words', async () => {
    expect(await listed(hitLibrary([weak]), 'pool')).to.deep.equal([
      '— ',
      'No answer found for “pool”',
      '— Similar threads',
      'Pool party',
      '— Ask the room',
      'Copy a question for the room',
    ]);
  });

  it('opens a possible answer, and copies a question that does not call it unhelpful', async () => {
    const items = await searchItems(hitLibrary([possible, weak]), 'pool', [], NOT_ABORTED);
    expect(items[1]).to.include({ entry: possible.entry, variant: possible.variant });
    expect(items[1]?.target).to.deep.equal({ language: 'en', words: ['pool'] });
    const copied = items.at(-1)?.copyText;
    expect(copied).to.contain('Related threads that did not help:\n- Pool party\n');
    expect(copied).not.to.contain('Pool timeout');
    const alone = await searchItems(hitLibrary([possible]), 'pool', [], NOT_ABORTED);
    expect(alone.at(-1)?.copyText).to.contain('The archive has nothing similar.');
  });

  it('names an unknown filter value rather than possible answers', async () => {
    const unknown = { name: 'status', value: 'foo', values: [] } as const;
    const library = hitLibrary([possible], { unknownFilters: () => [unknown] });
    expect(await listed(library, 'pool status:foo')).to.include('No entry has the status “foo”.');
    expect(await listed(library, 'pool status:foo')).not.to.include('— Ask the room');
  });

  it('is not told of a search that was cancelled', async () => {
    const cancelled = { aborted: true };
    const library = hitLibrary([], { nearest: () => Promise.reject(new Error('asked in vain')) });
    expect(await searchItems(library, 'pool', [], cancelled)).to.deep.equal([]);
  });
});

/** The labels of all rows, those of separators after a dash. */
async function listed(library: Library, typed: string): Promise<readonly string[]> {
  const items = await searchItems(library, typed, [], NOT_ABORTED);
  return items.map(({ kind, label }) => (kind === vscode.QuickPickItemKind.Separator ? `— ${label}` : label));
}

function hit(title: string, confidence: Confidence): SearchHit {
  const [entry] = fakeLibrary(1, { title }).entries();
  if (entry === undefined) throw new Error('The library has no entry.');
  const why = { terms: [], words: [], fields: [], title: [] };
  const score = 1;
  return { entry, variant: entry, confidence, probability: 0.4, score, why, highlights: ['pool'] };
}

/** A library that finds these hits, and whose nearest threads are all of them that are not listed yet. */
function hitLibrary(hits: readonly SearchHit[], more: Partial<Library> = {}): Library {
  const nearest: Library['nearest'] = (_query, _limit, _language, known = []) =>
    Promise.resolve(hits.filter(({ entry }) => !known.includes(entry)));
  return {
    ...fakeLibrary(1),
    completions: () => [],
    unknownFilters: () => [],
    search: () => Promise.resolve(hits),
    nearest,
    ...more,
  };
}

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
