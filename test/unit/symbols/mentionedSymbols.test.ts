import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import { memorySource } from '../memory';

/** The symbols of an entry with a given text, as `name from`. */
async function symbolsOf(text: string, title = '질문', frontMatter = ''): Promise<readonly string[]> {
  const source = memorySource({ 'a.md': `---\nid: a\ntitle: ${title}\n${frontMatter}---\n\n${text}\n` });
  const [entry] = (await readArchive(source)).entries;
  return (entry?.symbols ?? []).map(({ name, from }) => `${name} ${from}`);
}

describe('symbols in links', () => {
  it('are the anchors of documentation', async () => {
    const docs = 'https://docs.sqlalchemy.org/en/14/orm/contextual.html';
    expect(
      await symbolsOf(
        `> [문서](${docs}#sqlalchemy.orm.scoping.scoped_session)\n>\n` +
          '> https://fastapi.tiangolo.com/reference/dependencies/#fastapi.Depends\n>\n' +
          `> [인자](${docs}#sqlalchemy.orm.Session.params.bind) [절](${docs}#using-thread-local-scope) [x](#a.b)`,
      ),
    ).toEqual(['sqlalchemy.orm.scoped_session link', 'fastapi.Depends link', 'sqlalchemy.orm.Session link']);
  });
});

describe('symbols in code', () => {
  const fence = (code: string, language = 'python') =>
    `> \`\`\`${language}\n> ${code.replaceAll('\n', '\n> ')}\n> \`\`\``;

  it('are resolved if the code has imports; methods that an example calls are ignored', async () => {
    const code =
      'import sqlalchemy as sa\nfrom fastapi import Depends as D\nclass Session: ...\nsa.orm.Session().add(D(Session))\n# AsyncSession';
    expect(await symbolsOf(fence(code))).toEqual(['fastapi.Depends code', 'sqlalchemy.orm.Session code']);
    expect(await symbolsOf(fence(code, ''))).toHaveLength(2);
    expect(await symbolsOf(fence(code, 'js'))).toEqual([]);
  });

  it('are matched by word if it has none; names that it defines are ignored', async () => {
    expect(await symbolsOf(fence('async with AsyncSession(engine) as s: ...  # scoped_session'))).toEqual([
      'sqlalchemy.ext.asyncio.AsyncSession code',
    ]);
    expect(await symbolsOf(fence('class AsyncSession: ...\nAsyncSession()'))).toEqual([]);
    expect(await symbolsOf(`FastAPI에서:\n\n${fence('def f(s = Depends(get_session)): ...')}`)).toEqual([
      'fastapi.Depends code',
    ]);
  });

  it('are found in inline code', async () => {
    expect(
      await symbolsOf('SQLAlchemy: `select(User)` `selectinload` `Session` `session.execute` `join` `Path`'),
    ).toEqual(['sqlalchemy.select code', 'sqlalchemy.orm.selectinload code', 'sqlalchemy.orm.Session code']);
  });
});

describe('types, constants and names that are gone', () => {
  it.each([
    'Starlette: the Scope, Receive and Send of a Message. Lifespan, Content.',
    'FastAPI와 Starlette에서는 `Send`와 `Receive`, `Scope`, `Message`를 씁니다',
    'Starlette에서 Message를 Send로 보냅니다. `PathLike`도',
    'SQLAlchemy, PostgreSQL: a relation between tables, `relation`, `postgresql`, `dataclasses`, `manage`',
    'SQLAlchemy의 subquery와 LIFESPAN, LOG_LEVELS, LINE, `environ`',
  ])('mean nothing alone: %s', async (text) => {
    expect(await symbolsOf(text)).toEqual([]);
  });

  it('are found by their path, and in code by their import', async () => {
    expect(await symbolsOf('`starlette.types.Send`와 starlette.status.HTTP_404_NOT_FOUND')).toEqual([
      'starlette.types.Send code',
      'starlette.status.HTTP_404_NOT_FOUND prose',
    ]);
    expect(await symbolsOf('`sqlalchemy.orm.relation`, `Engine.execute` of SQLAlchemy')).toEqual([
      'sqlalchemy.orm.relation code',
    ]);
    const code = [
      'from starlette.types import Receive, Send',
      'from fastapi import status',
      'from sqlalchemy.orm import relation',
      'x = status.HTTP_404_NOT_FOUND, relation()',
      'def app(receive: Receive, send: Send): ...',
    ];
    expect(await symbolsOf(`> \`\`\`python\n> ${code.join('\n> ')}\n> \`\`\``)).toEqual([
      'starlette.types.Receive code',
      'starlette.types.Send code',
      'starlette.status code',
      'sqlalchemy.orm.relation code',
    ]);
  });
});

describe('symbols in prose', () => {
  it.each([
    ['scoped_session을 쓰면 되나요', ['sqlalchemy.orm.scoped_session']],
    ['AsyncSession이 닫혔어요', ['sqlalchemy.ext.asyncio.AsyncSession']],
    ['sqlalchemy.orm.session.Session을 씁니다', ['sqlalchemy.orm.Session']],
    ['uvicorn.run(...)부터', ['uvicorn.run']],
    ['AsyncSession.execute가', ['sqlalchemy.ext.asyncio.AsyncSession.execute']],
    ['sqlalchemy의 Session은', ['sqlalchemy.orm.Session']],
    ['sqlalchemy에서 lazyload 대신 selectinload', ['sqlalchemy.orm.lazyload', 'sqlalchemy.orm.selectinload']],
    ['FastAPI에서 Depends()는', ['fastapi.Depends']],
    ['FastAPI와 Starlette의 HTTPException', []],
    ['FastAPI의 HTTPException', ['fastapi.HTTPException']],
  ])('%s', async (text, names) => {
    expect(await symbolsOf(`> ${text}`)).toEqual(names.map((name) => `${name} prose`));
  });

  it.each([
    ['a name that several packages have', 'Session이 닫혔어요'],
    ['a name of two packages that are mentioned', 'SQLModel과 SQLAlchemy의 Session'],
    ['a name of another library', 'requests의 Session, selectinload'],
    ['English', 'With SQLAlchemy a request has a relationship to the table. Select a column. Index it.'],
    ['the beginning of an English sentence', 'This is FastAPI. Depends on what you do.'],
    ['packages', 'FastAPI SQLModel SQLAlchemy Starlette Pydantic'],
    ['parts of URLs', 'SQLAlchemy https://example.com/scoped_session#AsyncSession [x](scoped_session.md)'],
    [
      'parts of paths and words',
      'SQLAlchemy: app/scoped_session.py, scoped_session-like, my.scoped_session, scoped_sessions',
    ],
    ['attributes of unknown values', 'SQLAlchemy: session.execute, self.AsyncSession'],
    ['names that could be from any code', 'run_sync, next_value, get_db'],
    ['abbreviations', 'SQLAlchemy JSON URL DATE'],
  ])('are not found in %s', async (_, text) => {
    expect(await symbolsOf(`> ${text}`)).toEqual([]);
  });
});

describe('symbols of an entry', () => {
  it('are listed once each: as declared, or else with the strongest mention', async () => {
    expect(
      await symbolsOf(
        '> `scoped_session` Session selectinload `selectinload`',
        'SQLAlchemy scoped_session',
        'symbols: [sqlalchemy.orm.session.Session, app.db.get_session]\n',
      ),
    ).toEqual([
      'sqlalchemy.orm.session.Session declared',
      'app.db.get_session declared',
      'sqlalchemy.orm.scoped_session code',
      'sqlalchemy.orm.selectinload code',
    ]);
  });

  it('include those of all its languages', async () => {
    const source = memorySource({
      'a.md': '# 세션?\n\n> scoped_session\n',
      'a.en.md': '# Session?\n\n> AsyncSession\n',
    });
    const [entry] = (await readArchive(source)).entries;
    expect(entry?.symbols.map(({ name }) => name)).toEqual([
      'sqlalchemy.orm.scoped_session',
      'sqlalchemy.ext.asyncio.AsyncSession',
    ]);
  });

  it('are found in time slices', async () => {
    let pauses = 0;
    const maybeYield = () => {
      pauses += 1;
      return Promise.resolve();
    };
    await readArchive(memorySource({ 'a.md': '# A?\n\n> scoped_session\n\n> b\n' }), { maybeYield });
    expect(pauses).toBeGreaterThan(3);
  });
});
