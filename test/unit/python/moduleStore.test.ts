import { describe, expect, it } from 'vitest';
import { ModuleStore } from '../../../src/core/python/moduleStore';
import { SourceFile } from '../../../src/core/python/sourceFile';
import { STUBS } from '../../../src/core/python/stubs';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';
import { resolveMarkedFiles, projectOf, python, type Project } from './notation';

const PAIR = python`
  # app/db.py
  from sqlalchemy.orm import Session
  db = Session()
  # app/main.py
  from app.db import db
  db.execute(1)
`;

async function symbolsIn(project: Project, path: string): Promise<readonly string[]> {
  return (await project.occurrences(path)).map(({ symbol }) => symbol);
}

describe('changes in other files', () => {
  it('are seen once the file is invalidated', async () => {
    const project = projectOf(PAIR);
    expect(await symbolsIn(project, '/app/main.py')).toEqual(['sqlalchemy.orm.Session.execute']);
    project.files.set('/app/db.py', 'from sqlalchemy.ext.asyncio import AsyncSession\ndb = AsyncSession()\n');
    expect(await symbolsIn(project, '/app/main.py')).toEqual(['sqlalchemy.orm.Session.execute']);
    project.store.forget('/app/db.py');
    expect(await symbolsIn(project, '/app/main.py')).toEqual(['sqlalchemy.ext.asyncio.AsyncSession.execute']);
    project.files.set('/app/db.py', 'db = 1\n');
    project.store.forget('/app/db.py');
    expect(await symbolsIn(project, '/app/main.py')).toEqual([]);
  });

  it('are seen by files that were read before', async () => {
    const project = projectOf(PAIR);
    const file = new SourceFile('/app/main.py', project.store, { symbols: SYMBOLS, declared: new Set() });
    await file.update(project.files.get('/app/main.py') ?? '');
    expect(await file.occurrences()).toHaveLength(1);
    project.files.set('/app/db.py', 'db = 1\n');
    project.store.forget('/app/db.py');
    expect(await file.occurrences()).toEqual([]);
    project.files.set('/app/db.py', 'from sqlalchemy.orm import Session\n\n\ndb: Session\n');
    project.store.forget('/app/db.py');
    expect(await file.occurrences()).toHaveLength(1);
    expect(await file.occurrenceAt(30)).toMatchObject({ symbol: 'sqlalchemy.orm.Session.execute' });
  });

  it('are seen if the file changes while it is being read', async () => {
    const texts = new Map([
      ['/app/db.py', 'from sqlalchemy.orm import Session\ndb = Session()\n'],
      ['/app/main.py', 'from app.db import db\ndb.execute(1)\n'],
    ]);
    let reads = 0;
    const store = new ModuleStore(STUBS, {
      paths: () => Promise.resolve(new Set(texts.keys())),
      read: async (path) => {
        const text = texts.get(path);
        reads += 1;
        if (reads === 1) {
          texts.set(path, 'db = 1\n');
          store.forget(path);
        }
        await Promise.resolve();
        return text;
      },
    });
    const file = new SourceFile('/app/main.py', store, { symbols: SYMBOLS, declared: new Set() });
    await file.update(texts.get('/app/main.py') ?? '');
    expect(await file.occurrences()).toEqual([]);
    expect(reads).toBe(2);
  });

  it('are seen through intermediate files', async () => {
    const project = projectOf(python`
      # app/__init__.py
      from .db import db
      # app/db.py
      from .base import make
      db = make()
      # app/base.py
      from sqlalchemy.orm import Session
      def make(): return Session()
      # main.py
      from app import db
      db.execute(1)
    `);
    expect(await symbolsIn(project, '/main.py')).toEqual(['sqlalchemy.orm.Session.execute']);
    project.files.set('/app/base.py', 'def make(): return 1\n');
    project.store.forget('/app/base.py');
    expect(await symbolsIn(project, '/main.py')).toEqual([]);
    expect(project.read.filter((path) => path !== '/app/base.py')).toHaveLength(2);
  });
});

describe('added and removed files', () => {
  it('are seen once all files are invalidated', async () => {
    const project = projectOf(PAIR);
    const db = project.files.get('/app/db.py') ?? '';
    project.files.delete('/app/db.py');
    expect(await symbolsIn(project, '/app/main.py')).toEqual([]);
    project.files.set('/app/db.py', db);
    expect(await symbolsIn(project, '/app/main.py')).toEqual([]);
    project.store.forget();
    expect(await symbolsIn(project, '/app/main.py')).toEqual(['sqlalchemy.orm.Session.execute']);
    project.files.delete('/app/db.py');
    project.store.forget();
    expect(await symbolsIn(project, '/app/main.py')).toEqual([]);
  });

  it('may be removed before they are read', async () => {
    const store = new ModuleStore(STUBS, {
      paths: () => Promise.resolve(new Set(['/db.py', '/main.py'])),
      read: () => Promise.resolve(undefined),
    });
    const file = new SourceFile('/main.py', store, { symbols: SYMBOLS, declared: new Set() });
    await file.update('from db import db\nfrom fastapi import Depends\ndb.execute(1)\n');
    expect((await file.occurrences()).map(({ name }) => name)).toEqual(['Depends']);
  });
});

describe('loading', () => {
  it('reads what names lead to, once each', async () => {
    const project = projectOf(python`
      # app/db.py
      from sqlalchemy.orm import Session
      from app.other import x
      db = Session()
      # app/other.py
      x = 1
      # app/unused.py
      y = 1
      # app/main.py
      from app.db import db
      import app.unused
      db.execute(1)
      # app/again.py
      from app.db import db
      db.execute(1)
    `);
    await project.occurrences('/app/main.py');
    await project.occurrences('/app/main.py');
    await project.occurrences('/app/again.py');
    expect(project.read.filter((path) => path === '/app/db.py')).toHaveLength(1);
    expect(project.read).not.toContain('/app/other.py');
    expect(project.read).not.toContain('/app/main.py');
  });

  it('reads nothing if a file imports libraries only', async () => {
    const project = projectOf(python`
      # fastapi/__init__.py
      class Depends: ...
      # main.py
      from fastapi import Depends
      import sqlalchemy.orm
      Depends()
    `);
    await project.occurrences('/main.py');
    expect(project.read).toEqual([]);
  });

  it('is limited per query', async () => {
    const many = Array.from({ length: 200 }, (_, at) => at);
    const modules = many.map(
      (at) => `# m${String(at)}.py\nfrom sqlalchemy.orm import Session\ns = Session()\n`,
    );
    const main = many.map((at) => `from m${String(at)} import s as s${String(at)}\ns${String(at)}.add(1)\n`);
    const project = projectOf(`${modules.join('')}# main.py\n${main.join('')}`);
    const actual = await project.occurrences('/main.py');
    expect(project.read.length).toBeGreaterThan(0);
    expect(project.read.length).toBeLessThan(100);
    expect(actual.length).toBe(project.read.length);
    // Modules that were read are cached: the next query gets further.
    expect((await project.occurrences('/main.py')).length).toBeGreaterThan(actual.length);
  });

  it('ends in a long chain of imports', async () => {
    const row = Array.from(
      { length: 150 },
      (_, at) => `# m${String(at)}.py\nfrom m${String(at + 1)} import s\n`,
    );
    const project = projectOf(`${row.join('')}# main.py\nfrom m0 import s\ns.add(1)\n`);
    expect(await project.occurrences('/main.py')).toEqual([]);
    expect(project.read.length).toBeLessThan(100);
  });

  it('is shared by concurrent queries', async () => {
    const project = projectOf(`${PAIR}# app/again.py\nfrom app.db import db\ndb.execute(1)\n`);
    const [main, again] = await Promise.all([
      symbolsIn(project, '/app/main.py'),
      symbolsIn(project, '/app/again.py'),
    ]);
    expect(main).toEqual(['sqlalchemy.orm.Session.execute']);
    expect(again).toEqual(main);
    expect(project.read).toEqual(['/app/db.py']);
  });

  it('reads what a cancelled query left out in the next one', async () => {
    const project = projectOf(PAIR);
    const file = new SourceFile('/app/main.py', project.store, { symbols: SYMBOLS, declared: new Set() });
    await file.update(project.files.get('/app/main.py') ?? '');
    expect(await file.occurrences({ signal: { aborted: true } })).toEqual([]);
    expect(await file.occurrences()).toHaveLength(1);
  });

  it('survives files that are not Python', async () => {
    const { actual, expected } = await resolveMarkedFiles(
      `# app/db.py\n\0\0(((("""\n# app/main.py\nfrom app.db import db\nfrom fastapi import «Depends|D»\ndb.add(«Depends|D»)\n`,
    );
    expect(actual).toBe(expected);
  });
});

describe('stubs', () => {
  const STUB = {
    builtins: STUBS['builtins'] ?? [],
    fastapi: [
      'from typing import Generic, Self, TypeVar',
      'from sqlalchemy.orm import Session',
      'T = TypeVar("T")',
      'class FastAPI:',
      '    state: Session',
      '    def get(self) -> Self: ...',
      'class APIRouter(FastAPI): ...',
      'class BackgroundTasks(Generic[T]):',
      '    def __init__(self, of: type[T]): ...',
      '    def __call__(self) -> T: ...',
      'def Depends() -> APIRouter: ...',
      'broken(',
    ],
    'sqlalchemy.orm': ['class Session:', '    def get(self) -> Session: ...'],
  };

  it.each([
    [
      'an attribute',
      'from fastapi import «FastAPI|F»\n«FastAPI|F»().«state|fastapi.FastAPI.state».«add|S.add»(1)\n',
    ],
    [
      'a result',
      'from fastapi import «FastAPI|F»\n«FastAPI|F»().«get|F.get»(1).«get|F.get»(2).«state|fastapi.FastAPI.state».«add|S.add»(1)\n',
    ],
    [
      'a function',
      'from fastapi import «Depends|D»\n«Depends|D»().«get|fastapi.APIRouter.get»().«state|fastapi.FastAPI.state».«add|S.add»(1)\n',
    ],
    [
      'a base class',
      'from fastapi import «APIRouter|fastapi.APIRouter»\n«APIRouter|fastapi.APIRouter»().«state|fastapi.FastAPI.state».«get|S.get»(1).«add|S.add»(1)\n',
    ],
    [
      'a type variable',
      'from fastapi import «BackgroundTasks|fastapi.BackgroundTasks», «FastAPI|F»\nclass A:\n    app: «FastAPI|F»\n«BackgroundTasks|fastapi.BackgroundTasks»(A)().app.«state|fastapi.FastAPI.state».«add|S.add»(1)\n',
    ],
    [
      'a type from another library',
      'from sqlalchemy.orm import «Session|S»\n«Session|S»().«get|S.get»(1).«get|S.get»(2)\n',
    ],
  ])('%s', async (_, source) => {
    const { actual, expected } = await resolveMarkedFiles(`# main.py\n${source}`, STUB);
    expect(actual).toBe(expected);
  });

  it('are optional', async () => {
    const source =
      '# main.py\nfrom sqlalchemy.orm import «Session|S»\n«Session|S»().«get|S.get»(1).add(1)\ndef f(s: «Session|S» | None): s.«add|S.add»(1)\n';
    const { actual, expected } = await resolveMarkedFiles(source, {});
    expect(actual).toBe(expected);
  });
});
