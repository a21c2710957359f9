import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';

type Texts = Readonly<Record<string, string>>;

const open = (files: Texts, name = 'room'): Promise<Library> =>
  openLibrary([memorySource(files, { name })], { createIndex: createInvertedIndex });

/** One file per entry: id → front matter, `|`, text. */
const filesOf = (entries: Texts): Texts =>
  Object.fromEntries(
    Object.entries(entries).map(([id, text]) => {
      const [facts = '', body = ''] = text.includes('|') ? text.split('|', 2) : ['', text];
      return [
        `${id}.md`,
        `---\nid: ${id}\n${facts.includes('title:') ? '' : `title: ${id}\n`}${facts.trim()}\n---\n\n> ${body.trim()}\n`,
      ];
    }),
  );

const weakIn = (library: Library, symbol: string): readonly string[] =>
  library
    .entriesForSymbol(symbol)
    .filter(({ confidence }) => confidence === 'weak')
    .map(({ entry, reason = '' }) => `${entry.id.replace(/^.*\//, '')} ${reason}`);

/** Threads as in a chat room: concepts instead of symbols, half of the library's name. */
const CHAT = `## 파이썬 백엔드 방

### 비동기 SQLAlchemy에서 조인한 자식 데이터가 비어 있어요

> 혹시 LazyLoading 쓰고 계신가요?

> 네, 지연 로딩이 기본값이라 그대로 뒀습니다.

> 그럼 eager loading 으로 바꿔 보세요. Select in 방식이 무난합니다.

### 알케미 세션 팩토리는 어디에 두나요?

> 앱 시작할 때 한 번 만들고 세션팩토리를 주입받아요.

### 점심 뭐 드세요?

> 국밥이요. 세션 끝나고 갑니다.
`;

describe('weak matches', () => {
  it('are found by words for the concept, in any spelling of the glossary', async () => {
    const library = await open({ 'room.md': CHAT });
    const [loading, factory] = library.entries().map(({ id }) => id);
    const matches = (symbol: string) =>
      library.entriesForSymbol(symbol).map(({ entry, confidence }) => [entry.id, confidence]);
    for (const name of [
      'selectinload',
      'joinedload',
      'subqueryload',
      'lazyload',
      'raiseload',
      'relationship',
    ]) {
      expect(matches(`sqlalchemy.orm.${name}`).at(0)?.[0], name).toBe(loading);
    }
    expect(matches('sqlalchemy.orm.sessionmaker')).toEqual([[factory, 'weak']]);
    expect(matches('sqlalchemy.ext.asyncio.async_sessionmaker')).toEqual([[factory, 'weak']]);
  });

  it('need a title or several posts if the concept is broad', async () => {
    const library = await open(
      filesOf({
        passing: 'SQLAlchemy 얘기인데 트랜잭션도 봤어요',
        session: 'SQLAlchemy 세션이 session 이고 세션입니다',
        titled: 'title: 트랜잭션은 어디서 시작하나요|SQLAlchemy 씁니다',
        often: 'SQLAlchemy 트랜잭션을요\n\n> 트랜잭션이 둘\n\n> transaction 하나',
      }),
    );
    expect(weakIn(library, 'sqlalchemy.orm.Session.begin')).toEqual(['titled concept', 'often concept']);
    expect(library.entriesForSymbol('sqlalchemy.orm.Session')).toEqual([]);
  });

  it('need the words of a phrase next to each other, in prose', async () => {
    const library = await open(
      filesOf({
        apart: 'SQLAlchemy session 을 만드는 factory',
        sentences: 'SQLAlchemy session. factory.',
        code: 'SQLAlchemy\n>\n> ```\n> session_factory = 1\n> ```',
        together: 'SQLAlchemy session factories',
        hyphen: 'SQLAlchemy session-factory',
        identifier: 'SQLAlchemy session_factory 요',
      }),
    );
    expect(weakIn(library, 'sqlalchemy.orm.sessionmaker').toSorted()).toEqual([
      'hyphen concept',
      'identifier concept',
      'together concept',
    ]);
  });

  it('are not returned if no entry is about the package', async () => {
    const browser = await open(
      filesOf({ images: '이미지 lazy loading, eager loading', page: 'DI, 의존성 주입' }),
    );
    for (const symbol of ['sqlalchemy.orm.selectinload', 'fastapi.Depends']) {
      expect(browser.entriesForSymbol(symbol)).toEqual([]);
    }
  });

  it('rank a title before posts, and several posts before one', async () => {
    const library = await open(
      filesOf({
        once: 'SQLAlchemy eager loading',
        thrice: 'SQLAlchemy eager loading\n\n> 즉시 로딩\n\n> eager loading',
        title: 'title: 즉시 로딩이 뭔가요|SQLAlchemy 에서요',
      }),
    );
    expect(weakIn(library, 'sqlalchemy.orm.subqueryload')).toEqual([
      'title concept',
      'thrice concept',
      'once concept',
    ]);
  });

  it('include entries about the class of a member and the members of a class', async () => {
    const library = await open(
      filesOf({
        class: 'symbols: [sqlalchemy.orm.Session]|답',
        member: 'symbols: [sqlalchemy.orm.Session.execute]|답',
        other: 'symbols: [sqlalchemy.orm.Session.scalars]|답',
      }),
    );
    expect(weakIn(library, 'sqlalchemy.orm.Session.execute')).toEqual(['class class']);
    expect(weakIn(library, 'sqlalchemy.orm.Session.scalar')).toEqual(['class class']);
    expect(weakIn(library, 'sqlalchemy.orm.Session').toSorted()).toEqual(['member member', 'other member']);
  });

  it('include entries about related symbols, closest first', async () => {
    const library = await open(
      filesOf({
        selectin: 'symbols: [sqlalchemy.orm.selectinload]|답',
        scoped: 'symbols: [sqlalchemy.orm.scoped_session]|답',
        execute: 'symbols: [sqlalchemy.orm.Session.execute]|답',
      }),
    );
    expect(weakIn(library, 'sqlalchemy.orm.joinedload')).toEqual(['selectin relative']);
    expect(weakIn(library, 'sqlalchemy.ext.asyncio.async_scoped_session')).toEqual(['scoped relative']);
    expect(weakIn(library, 'sqlalchemy.ext.asyncio.AsyncSession.execute')).toEqual(['execute relative']);
    expect(weakIn(library, 'fastapi.Depends')).toEqual([]);
  });

  it('ignore related symbols that have many other uses', async () => {
    const library = await open(filesOf({ engine: 'symbols: [sqlalchemy.create_engine]|답' }));
    expect(weakIn(library, 'sqlalchemy.NullPool')).toEqual([]);
    expect(weakIn(library, 'sqlalchemy.ext.asyncio.create_async_engine')).toEqual(['engine relative']);
  });

  it('are limited to five', async () => {
    const many = Array.from(
      { length: 9 },
      (_, at) => [`e${String(at)}`, 'SQLAlchemy eager loading'] as const,
    );
    const library = await open(filesOf(Object.fromEntries(many)));
    expect(weakIn(library, 'sqlalchemy.orm.joinedload')).toHaveLength(5);
  });

  it('include mentions in an archive that has more explicit entries', async () => {
    const library = await open(
      filesOf({
        declared: 'symbols: [sqlalchemy.orm.selectinload]|답',
        mention: 'SQLAlchemy `selectinload` 요',
      }),
    );
    expect(weakIn(library, 'sqlalchemy.orm.selectinload')).toEqual(['mention mention']);
  });
});

describe('strong matches', () => {
  const BODIES = [
    'SQLAlchemy `selectinload` 요',
    'SQLAlchemy selectinload 요',
    'SQLAlchemy eager loading',
    'symbols: [sqlalchemy.orm.selectinload]|답',
    'symbols: [sqlalchemy.orm.Session.execute]|답',
    'SQLAlchemy `Session` 이요',
    '점심이요',
  ];
  const SYMBOLS = ['sqlalchemy.orm.selectinload', 'sqlalchemy.orm.Session', 'sqlalchemy.orm.Session.execute'];
  const strong = (library: Library, symbol: string): readonly string[] =>
    library
      .entriesForSymbol(symbol)
      .flatMap(({ entry, confidence }) => (confidence === 'strong' ? [entry.id] : []));
  const named = (bodies: readonly string[]): Texts =>
    filesOf(Object.fromEntries(bodies.map((body, at) => [`e${String(at)}`, body])));

  it('remain when another archive is added, and in their own unless a more explicit entry is added', async () => {
    const anyBodies = fc.array(fc.constantFrom(...BODIES), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(anyBodies, fc.constantFrom(...BODIES), async (bodies, added) => {
        const before = await open(named(bodies));
        const files = named(bodies);
        const beside = await openLibrary(
          [memorySource(files), memorySource(named([added]), { name: 'other' })],
          { createIndex: createInvertedIndex },
        );
        const within = await open(named([...bodies, added]));
        for (const symbol of SYMBOLS) {
          const had = strong(before, symbol);
          expect(strong(beside, symbol)).toEqual(expect.arrayContaining([...had]));
          if (!added.includes(`[${symbol}]`))
            expect(strong(within, symbol)).toEqual(expect.arrayContaining([...had]));
        }
      }),
      { numRuns: 40 },
    );
  });
});
