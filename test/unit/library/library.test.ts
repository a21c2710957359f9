import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { formatFilter } from '../../../src/core/search/filters';
import { problemMessage } from '../../../src/core/archive/problems';
import { SourceError } from '../../../src/core/archive/archiveSource';
import { memorySource } from '../memory';

const open = (...sources: Parameters<typeof openLibrary>[0][number][]) =>
  openLibrary(sources, { createIndex: createInvertedIndex });

const FILES = {
  'session.md':
    '---\nid: session\ntitle: 세션은 언제 닫나요?\nsymbols: [sqlalchemy.orm.Session]\n---\n\n> 요청이 끝날 때 세션을 닫습니다. `scoped_session`은 remove를 부릅니다.\n',
  'session.en.md':
    '---\ntitle: When do I close a session?\n---\n\n> Close the session promptly when the request ends. With `scoped_session` call remove.\n',
  'pool.md':
    '---\nid: pool\ntitle: 커넥션 풀 크기\n---\n\n> 풀 크기는 동시 요청 수로 정합니다. 세션은 커넥션을 빌립니다.\n',
};

describe('search', () => {
  let library: Library;
  beforeAll(async () => {
    library = await open(memorySource(FILES));
  });
  const ids = async (query: string) => (await library.search(query)).map(({ entry }) => entry.id);

  it('finds a Korean word with any particle', async () => {
    expect((await ids('세션에서'))[0]).toBe('room/session');
    expect((await ids('세션'))[0]).toBe('room/session');
  });

  it('finds a half-typed word', async () => {
    expect((await ids('커넥'))[0]).toBe('room/pool');
  });

  it('finds an identifier by its parts and by its declared symbol', async () => {
    expect((await ids('scoped session'))[0]).toBe('room/session');
    expect((await ids('scopedsession'))[0]).toBe('room/session');
    expect((await ids('sqlalchemy.orm.Session'))[0]).toBe('room/session');
  });

  it('finds an entry by its other names', async () => {
    const tags = await open(
      memorySource({ 'a.md': '---\naliases: [splat]\nembed: {title: Stars}\n---\nText.\n' }),
    );
    const [hit] = await tags.search('splat');
    expect([hit?.entry.title, hit?.why.fields]).toEqual(['Stars', ['title']]);
  });

  it('tolerates a typing error', async () => {
    expect((await ids('sesion'))[0]).toBe('room/session');
  });

  it('returns one hit for each entry, in the language that matched', async () => {
    const english = await library.search('close session');
    expect(english.map(({ entry }) => entry.id)).toEqual(['room/session', 'room/pool']);
    expect(english[0]?.variant.language).toBe('en');
    expect((await library.search('세션 닫나요'))[0]?.variant.language).toBe('ko');
  });

  it("prefers the reader's language where it matches as fully, without changing the order", async () => {
    const language = async (query: string, reader: string) =>
      (await library.search(query, { language: reader }))[0]?.variant.language;
    expect(await language('scoped_session', 'ko')).toBe('ko');
    expect(await language('scoped_session', 'en-GB')).toBe('en');
    expect(await language('close session', 'ko')).toBe('ko');
    expect(await language('promptly close', 'ko')).toBe('en');
  });

  it('explains hits by terms, fields, and a passage with the matched words', async () => {
    const [hit] = await library.search('remove scoped_session');
    expect(hit?.why.fields).toContain('answers');
    expect(hit?.why.terms).toContain('remove');
    const passage = hit?.why.passage;
    const matched = passage?.ranges.map(({ start, end }) => passage.text.slice(start, end));
    expect(matched).toContain('remove');
    expect(matched).toContain('scoped_session');
  });

  it('finds nothing for an empty query', async () => {
    expect(await ids('')).toEqual([]);
    expect(await ids('?!')).toEqual([]);
    expect(await ids('qqqqqq')).toEqual([]);
  });

  it('finds nothing when the search is cancelled', async () => {
    expect(await library.search('세션', { signal: { aborted: true } })).toEqual([]);
  });

  it('returns at most as many hits as asked for', async () => {
    expect(await library.search('세션', { limit: 1 })).toHaveLength(1);
  });
});

describe('the library', () => {
  it('finds an entry by its id, with or without the archive', async () => {
    const library = await open(memorySource(FILES));
    expect(library.entry('room/pool')?.title).toBe('커넥션 풀 크기');
    expect(library.resolveEntry('room/pool')?.id).toBe('room/pool');
    expect(library.resolveEntry('pool')?.id).toBe('room/pool');
    // What was kept by its id is that entry or none, never one whose id ends like it.
    expect(library.entry('pool')).toBeUndefined();
    expect(library.resolveEntry('nothing')).toBeUndefined();
  });

  it('does not choose between two archives', async () => {
    const library = await open(memorySource(FILES), memorySource(FILES, { name: 'other' }));
    expect(library.resolveEntry('pool')).toBeUndefined();
    expect(library.entry('other/pool')?.archive).toBe('other');
    const three = await open(
      ...['room', 'other', 'third'].map((name) => memorySource(FILES, { name })),
      memorySource({ 'a.md': '---\nid: own\ntitle: A\n---\n\n> x\n' }, { name: 'fourth' }),
    );
    expect(three.resolveEntry('pool')).toBeUndefined();
    expect(three.resolveEntry('own')?.id).toBe('fourth/own');
    expect(three.resolveEntry('wn')).toBeUndefined();
  });

  it('gives an archive another id where an earlier one has it', async () => {
    const see = {
      'a.md': '---\nid: a\ntitle: A\nsee: [b]\n---\n> x\n',
      'b.md': '---\nid: b\ntitle: B\n---\n> y\n',
    };
    const library = await open(memorySource(FILES), memorySource(see));
    expect(library.archives.map(({ id }) => id)).toEqual(['room', 'room-2']);
    expect(library.problems).toMatchObject([{ kind: 'duplicateArchive', args: ['room', 'room-2'] }]);
    const entry = library.entry('room-2/a');
    expect([entry?.archive, entry?.see]).toEqual(['room-2', ['room-2/b']]);
    expect(library.locate(entry!, entry!)).toBe('memory/room/a.md');
  });

  it('advises a single file to take another name, since it has no archive.json', async () => {
    const file = { ...memorySource({ 'a.md': '# Q?\n\n> x\n' }), isFile: true as const };
    const { problems } = await open(memorySource(FILES), file);
    expect(problems).toMatchObject([{ kind: 'duplicateFile', args: ['room', 'room-2'] }]);
    expect(problemMessage(problems[0]!)).not.toContain('archive.json');
  });

  it('opens the other archives when one cannot be read', async () => {
    const broken = {
      ...memorySource({}, { name: 'gone' }),
      list: () => Promise.reject(new SourceError({ why: 'missing' })),
    };
    const library = await open(broken, memorySource(FILES));
    expect(library.archives.map(({ id }) => id)).toEqual(['room']);
    expect(library.problems).toEqual([
      { kind: 'sourceUnreadable', severity: 'error', args: [{ why: 'missing' }], location: 'memory/gone' },
    ]);
  });
});

describe('a narrowed search', () => {
  const files = {
    'a.md':
      '---\nid: a\ntitle: 세션\nlanguage: ko\ntopics: [Lazy Loading]\nstatus: disputed\nsymbols: [sqlalchemy.orm.Session]\n---\n> 세션 풀\n',
    'a.en.md': '---\ntitle: Session\ntopics: [lazy]\n---\n> session pool zebra\n',
    'b.md': '---\nid: b\ntitle: Pool\ntopics: [db]\n---\n> session pool\n',
  };
  const ids = async (query: string) => {
    const library = await open(memorySource(files), memorySource(files, { name: 'other' }));
    return (await library.search(query)).map(({ entry, variant }) => `${entry.id} ${variant.language}`);
  };

  it.each([
    ['archive:room session', ['room/a en', 'room/b en']],
    ['archive:room topic:"lazy loading"', ['room/a ko']],
    ['archive:room topic:lazy pool', ['room/a en']],
    ['archive:room status:disputed', ['room/a ko']],
    ['archive:room symbol:Session', ['room/a ko']],
    ['archive:room symbol:sqlalchemy.orm.session', ['room/a ko']],
    ['archive:room symbol:ssion', []],
    ['archive:other zebra', ['other/a en']],
    ['archive:other lang:ko zebra', []],
    ['archive:other lang:ko pool', ['other/a ko']],
    ['archive:other lang:ko 세션', ['other/a ko']],
    ['archive:other archive:room topic:db', ['other/b en', 'room/b en']],
    ['archive:nowhere pool', []],
  ])('%s finds %j', async (query, expected) => {
    expect((await ids(query)).sort()).toEqual(expected);
  });
});

describe('filters of archives', () => {
  const manifest = { id: 'room', title: '모임 방', titles: { en: 'The “Old” Room (Korea)' } };
  const find = async (query: string) => {
    const library = await open(
      memorySource({ 'archive.json': JSON.stringify(manifest), 'a.md': '# Pool\n\n> x\n' }),
      memorySource({ 'b.md': '# Pool\n\n> x\n' }, { name: 'other' }),
    );
    return (await library.search(query)).map(({ entry }) => entry.archive);
  };

  it.each([
    'archive:ROOM',
    'archive:"모임 방"',
    `archive:"${'모임 방'.normalize('NFD')}" pool`,
    'archive:"the old room (korea)"',
    formatFilter('archive', manifest.titles.en),
  ])('know one by its id and by its titles: %s', async (query) => {
    expect(await find(query)).toEqual(['room']);
  });

  it('compare names whole', async () => {
    expect(await find('archive:모임')).toEqual([]);
    expect(await find('archive:other archive:room')).toHaveLength(2);
  });
});

describe('filters of symbols and topics', () => {
  const find = async (query: string) => {
    const library = await open(
      memorySource({
        'a.md': '---\nid: a\ntitle: A\nsymbols: [sqlalchemy.orm.session.Session]\n---\n> x\n',
        'b.md': '---\nid: b\ntitle: B\nsymbols: [sqlalchemy.orm.Session.commit]\n---\n> x\n',
        'c.md': '---\nid: c\ntitle: C\ntopics: [\'"detached" error\']\n---\n> x\n',
      }),
    );
    return (await library.search(query)).map(({ entry }) => entry.id);
  };

  it('know a symbol by all its paths, and a class by its members, as hovers do', async () => {
    expect(await find('symbol:sqlalchemy.orm.Session')).toEqual(['room/a', 'room/b']);
    expect(await find('symbol:sqlalchemy.orm.session.Session')).toEqual(['room/a', 'room/b']);
    expect(await find('symbol:Session.commit')).toEqual(['room/b']);
  });

  it('find a topic with quotes in it as the topic list writes it', async () => {
    expect(await find(formatFilter('topic', '"detached" error'))).toEqual(['room/c']);
  });
});

describe('matching', () => {
  it('returns all strong hits of a query', async () => {
    const zebra = (at: number) => `# Zebra number ${String(at)}\n\n> Stripes.\n`;
    const files = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`${String(at)}.md`, zebra(at)]));
    const library = await open(memorySource(files), memorySource(FILES, { name: 'other' }));
    expect(await library.matching('zebra')).toHaveLength(150);
    expect(await library.search('zebra')).toHaveLength(20);
    const many = await library.search('zebra', { limit: 120 });
    expect(many).toHaveLength(120);
    expect(many.every(({ why }) => why.terms.join() === 'zebra')).toBe(true);
    expect(await library.matching('zebra', { aborted: true })).toEqual([]);
    expect(await library.matching('')).toEqual([]);
  });
});

describe('the id of an entry', () => {
  it('is composed, also where its file name is not', async () => {
    const name = '세션.md'.normalize('NFD');
    const library = await open(memorySource({ [name]: '# 제목\n\n> x\n' }));
    const [entry] = library.entries();
    expect(entry?.id).toBe('room/세션.md#제목');
    expect(entry?.source.document).toBe(name);
    expect(library.entry(entry?.id ?? '')).toBe(entry);
  });
});

describe('nearest titles', () => {
  let library: Library;
  beforeAll(async () => {
    library = await open(memorySource(FILES));
  });
  const nearest = async (query: string) =>
    (await library.nearest(query, 3, 'ko')).map(({ variant }) => variant.title);

  it.each([
    ['커낵숀 풀', '커넥션 풀 크기'],
    ['커넠셧 푸 클기', '커넥션 풀 크기'],
    ['sqlalchmey sesion', '세션은 언제 닫나요?'],
    ['symbol:커낵션', '커넥션 풀 크기'],
  ])('look like the query, whatever its endings and typing errors: %s', async (query, title) => {
    expect((await nearest(query))[0]).toBe(title);
  });

  it('leave out what is listed as a possible answer, and only that', async () => {
    const query = '세션은 언제 닫나요?';
    const [first, ...others] = await library.nearest(query, 3, 'ko');
    expect(first?.variant.title).toBe(query);
    const listed = first === undefined ? [] : [first.entry];
    expect(await library.nearest(query, 3, 'ko', listed)).toEqual(others);
  });

  it('have what the filters of the query exclude', async () => {
    const query = '세션은 언제 닫나요? lang:fr';
    expect(await library.search(query)).toEqual([]);
    expect((await nearest(query))[0]).toBe('세션은 언제 닫나요?');
  });

  it('are none for a query that looks like no title', async () => {
    expect(await nearest('zzzz')).toEqual([]);
    expect(await nearest('')).toEqual([]);
  });
});

describe('locate', () => {
  it('tells where the document of a language is', async () => {
    const library = await open(memorySource(FILES));
    const entry = library.resolveEntry('session');
    if (entry === undefined) throw new Error('no entry');
    expect(library.locate(entry, entry)).toBe('memory/room/session.md');
    expect(library.locate(entry, entry.translations[0] ?? entry)).toBe('memory/room/session.en.md');
  });
});
