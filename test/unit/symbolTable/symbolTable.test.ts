import { describe, expect, it } from 'vitest';
import { FACTS } from '../../../src/core/symbolTable/symbolFacts';
import { SYMBOLS, SymbolTable } from '../../../src/core/symbolTable/symbolTable';

describe('SymbolTable.resolve', () => {
  it.each([
    ['sqlalchemy.orm.Session', 'sqlalchemy.orm.Session', 'class'],
    ['sqlalchemy.orm.session.Session', 'sqlalchemy.orm.Session', 'class'],
    ['sqlalchemy.ext.asyncio.session.Session', 'sqlalchemy.orm.Session', 'class'],
    ['sqlalchemy.future.select', 'sqlalchemy.select', 'function'],
    ['sqlmodel.main.BaseConfig', 'pydantic.ConfigDict', 'class'],
    ['sqlalchemy.orm.session.Session.execute', 'sqlalchemy.orm.Session.execute', 'member'],
    ['fastapi.FastAPI.add_middleware', 'fastapi.FastAPI.add_middleware', 'member'],
    ['fastapi.status', 'starlette.status', 'module'],
    ['alembic.plugins.Plugin', 'alembic.autogenerate.compare.Plugin', 'class'],
    ['alembic.plugins.Plugin.remove', 'alembic.autogenerate.compare.Plugin.remove', 'member'],
    ['sqlalchemy.orm.mapper', 'sqlalchemy.orm.mapper', 'function'],
    ['sqlalchemy.orm.mapperlib', 'sqlalchemy.orm.mapper', 'module'],
    ['fastapi.applications.FastAPI.dependency_overrides', 'fastapi.FastAPI.dependency_overrides', 'member'],
    ['pydantic.ValidationError.errors', 'pydantic.ValidationError.errors', 'member'],
    ['sqlalchemy.exc.IntegrityError.orig', 'sqlalchemy.exc.IntegrityError.orig', 'member'],
    ['sqlalchemy.orm.interfaces.MANYTOONE', 'sqlalchemy.orm.MANYTOONE', 'data'],
    ['starlette.middleware.ASGIApp', 'starlette.types.ASGIApp', 'alias'],
    ['fastapi.status.HTTP_404_NOT_FOUND', 'starlette.status.HTTP_404_NOT_FOUND', 'constant'],
    [
      'starlette.websockets.WebSocketState.CONNECTED',
      'starlette.websockets.WebSocketState.CONNECTED',
      'member',
    ],
  ])('resolves %s', (path, name, kind) => {
    expect(SYMBOLS.resolve(path)).toMatchObject({ name, kind });
  });

  it.each([
    '',
    'Session',
    'sqlalchemy',
    'sqlalchemy.orm',
    'sqlalchemy.orm.Nothing',
    'sqlalchemy.orm.Session.nothing',
    'sqlalchemy.orm.Session.execute.nothing',
    'sqlalchemy.select.where',
    'sqlalchemy.orm.constructor',
    'constructor.name',
    '__proto__.toString',
    'sqlalchemy.orm.Session.',
    '.Session',
    `a${'.a'.repeat(100_000)}`,
  ])('returns undefined for %.40s', (path) => {
    expect(SYMBOLS.resolve(path)).toBeUndefined();
  });

  it('returns the URL of the documentation; of a member, that of its class', () => {
    const page = 'https://docs.sqlalchemy.org/en/20/orm/session_api.html#sqlalchemy.orm.Session';
    expect(SYMBOLS.resolve('sqlalchemy.orm.Session')?.docs).toBe(page);
    expect(SYMBOLS.resolve('sqlalchemy.orm.Session.execute')?.docs).toBe(page);
    expect(SYMBOLS.resolve('fastapi.Depends')?.docs).toBe(
      'https://fastapi.tiangolo.com/reference/dependencies/#fastapi.Depends',
    );
    // The anchor may have another path or another name.
    expect(SYMBOLS.resolve('sqlalchemy.select')?.docs).toMatch(/#sqlalchemy\.sql\.expression\.select$/);
    expect(SYMBOLS.resolve('sqlalchemy.DDLElement')?.docs).toMatch(
      /#sqlalchemy\.schema\.ExecutableDDLElement$/,
    );
    expect(SYMBOLS.resolve('pydantic.BaseModel')).not.toHaveProperty('docs');
  });
});

describe('what SQLAlchemy no longer has', () => {
  it.each([
    ['sqlalchemy.orm.relation', 'sqlalchemy.orm.relation', 'function', '1.4'],
    ['sqlalchemy.orm.mapper', 'sqlalchemy.orm.mapper', 'function', '1.4'],
    ['sqlalchemy.sql.subquery', 'sqlalchemy.subquery', 'function', '1.4'],
    ['sqlalchemy.engine.LegacyRow', 'sqlalchemy.engine.LegacyRow', 'class', '1.4'],
    ['sqlalchemy.engine.base.Engine.execute', 'sqlalchemy.Engine.execute', 'member', '1.4'],
    ['sqlalchemy.engine.Connectable.scalar', 'sqlalchemy.engine.Connectable.scalar', 'member', '1.4'],
    ['sqlalchemy.Select.c', 'sqlalchemy.Select.c', 'member', '2.0'],
    ['sqlalchemy.orm.Session.close_all', 'sqlalchemy.orm.Session.close_all', 'member', '2.0'],
    ['sqlalchemy.ext.mypy.plugin', 'sqlalchemy.ext.mypy.plugin', 'module', '2.0'],
  ])('resolves %s, and says since when', (path, name, kind, version) => {
    expect(SYMBOLS.resolve(path)).toMatchObject({ name, kind, until: { package: 'sqlalchemy', version } });
  });

  it('has no documentation any more', () => {
    expect(SYMBOLS.resolve('sqlalchemy.Engine.connect')).toHaveProperty('docs');
    expect(SYMBOLS.resolve('sqlalchemy.Engine.execute')).not.toHaveProperty('docs');
  });

  it('is no member of a class, and means nothing by its last name', () => {
    expect(SYMBOLS.members('sqlalchemy.Engine').has('execute')).toBe(false);
    expect(SYMBOLS.hasName('relation')).toBe(false);
    expect(SYMBOLS.symbolsNamed('AttributeEvent').map(({ name }) => name)).not.toContain(
      'sqlalchemy.orm.AttributeEvent',
    );
    expect(SYMBOLS.pathOnlyNamed('LegacyRow')).toMatchObject([{ name: 'sqlalchemy.engine.LegacyRow' }]);
    // The name that is still there is meant.
    expect(SYMBOLS.symbolsNamed('mapper')).toMatchObject([
      { name: 'sqlalchemy.orm.mapper', kind: 'function' },
    ]);
  });

  it('changes nothing else: every other name leads where it does without', () => {
    const without = new SymbolTable({ ...FACTS, removed: {} });
    const changed: string[] = [];
    let count = 0;
    const compare = (path: string): void => {
      count += 1;
      const info = SYMBOLS.resolve(path);
      const { until, ...rest } = info ?? {};
      if (until !== undefined && info?.name !== 'sqlalchemy.orm.mapper') changed.push(path);
      if (JSON.stringify(rest) !== JSON.stringify(without.resolve(path))) changed.push(path);
    };
    for (const path of storedPaths()) {
      compare(path);
      for (const member of SYMBOLS.members(path)) compare(`${path}.${member}`);
    }
    expect(changed).toEqual([]);
    expect(count).toBeGreaterThan(20_000);
  });
});

/** Every path to a name that is still there. */
function storedPaths(): readonly string[] {
  const words = (stored: string) => stored.split(' ');
  const pathsIn = (module: string, stored: string) => words(stored).map((last) => `${module}.${last}`);
  return [
    ...Object.values(FACTS.names).flatMap((byModule) =>
      Object.entries(byModule).flatMap(([module, stored]) => pathsIn(module, stored)),
    ),
    ...Object.entries(FACTS.alsoIn).flatMap(([module, others]) =>
      Object.values(others).flatMap((stored) => pathsIn(module, stored)),
    ),
    ...Object.keys(FACTS.renamed),
  ];
}

describe('SymbolTable', () => {
  it('includes inherited members', () => {
    expect(SYMBOLS.members('fastapi.FastAPI').has('url_path_for')).toBe(true);
    expect(SYMBOLS.members('sqlalchemy.orm.Session').size).toBe(59);
    expect(SYMBOLS.members('sqlalchemy.select').size).toBe(0);
  });

  it('finds symbols by the last name of any path', () => {
    const names = (last: string) => SYMBOLS.symbolsNamed(last).map(({ name }) => name);
    expect(names('Session')).toEqual(['sqlalchemy.orm.Session', 'sqlmodel.Session']);
    expect(names('BaseConfig')).toEqual(['pydantic.BaseConfig', 'pydantic.ConfigDict']);
    expect(names('nothing')).toEqual([]);
  });

  it('returns the title and page of error codes', () => {
    expect(SYMBOLS.errorCode('3o7r')).toEqual({
      title: expect.stringContaining('QueuePool limit') as string,
      docs: 'https://sqlalche.me/e/20/3o7r',
    });
    expect(SYMBOLS.errorCode('toString')).toBeUndefined();
    expect(Object.keys(FACTS.errorCodes.titles)).toHaveLength(40);
  });

  it('returns what is raised with an error code', () => {
    const coded = SYMBOLS.codedErrors();
    const of = (code: string) => coded.filter((error) => error.code === code);
    expect(of('gkpj')).toEqual([{ code: 'gkpj', className: 'sqlalchemy.exc.IntegrityError', messages: [] }]);
    expect(of('3o7r')).toEqual([
      {
        code: '3o7r',
        className: 'sqlalchemy.exc.TimeoutError',
        messages: ['QueuePool limit of size {} overflow {} reached, connection timed out, timeout {}'],
      },
    ]);
    expect(of('isce').map(({ className }) => className)).toEqual([
      'sqlalchemy.exc.IllegalStateChangeError',
      'sqlalchemy.exc.InvalidRequestError',
    ]);
    expect(of('2afi')[0]).not.toHaveProperty('className');
    // A message that was worded differently in an older version is there in both wordings.
    expect(of('8s2b')[0]?.messages).toHaveLength(2);
    expect(new Set(coded.map(({ code }) => code))).toEqual(new Set(Object.keys(FACTS.errorCodes.titles)));
  });

  it('lists its packages', () => {
    expect(Object.keys(SYMBOLS.packages)).toEqual(
      'sqlalchemy fastapi starlette pydantic pydantic-settings sqlmodel uvicorn alembic'.split(' '),
    );
  });

  it('is consistent: every path leads to a symbol, every page and list of members belongs to one', () => {
    const words = (stored: string) => (stored === '' ? [] : stored.split(' '));
    const lost: string[] = [];
    const names = new Set<string>();
    let count = 0;
    for (const byModule of Object.values(FACTS.names)) {
      for (const [module, stored] of Object.entries(byModule)) {
        for (const last of words(stored)) {
          names.add(`${module}.${last}`);
          count += 1;
        }
      }
    }
    const check = (path: string, name: string | undefined): void => {
      const found = SYMBOLS.resolve(path)?.name;
      if (found === undefined || found !== name || !names.has(found)) lost.push(path);
    };
    for (const name of names) check(name, name);
    for (const [other, byModule] of Object.entries(FACTS.alsoIn)) {
      for (const [module, stored] of Object.entries(byModule)) {
        for (const last of words(stored)) check(`${other}.${last}`, `${module}.${last}`);
      }
    }
    for (const [path, target] of Object.entries(FACTS.renamed)) check(path, target.split(' ')[0]);
    for (const byModule of Object.values(FACTS.pages)) {
      for (const [key, stored] of Object.entries(byModule)) {
        for (const word of words(stored)) {
          const name = `${key.split(' as ')[0] ?? ''}.${word.split(':')[0] ?? ''}`;
          if (SYMBOLS.resolve(name)?.docs === undefined) lost.push(name);
        }
      }
    }
    for (const [module, byClass] of Object.entries(FACTS.members)) {
      for (const last of Object.keys(byClass)) {
        check(`${module}.${last}`, `${module}.${last}`);
        if (SYMBOLS.members(`${module}.${last}`).size === 0) lost.push(`${module}.${last}: no members`);
      }
    }
    expect(lost).toEqual([]);
    expect(count).toBe(2751);
  });
});
