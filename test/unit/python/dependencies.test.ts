import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from typing import Annotated
  from fastapi import «Depends|D», «Security|fastapi.Security»
  from sqlalchemy.orm import «Session|S», «sessionmaker|SM»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('parameters with Depends', () => {
  it.each([
    [
      'a function with an annotated result',
      python`
        def get_db() -> «Session|S»: ...
        def f(db=«Depends|D»(get_db)):
            db.«add|S.add»(1)
      `,
    ],
    [
      'a function with an inferred result',
      python`
        def get_db():
            return «Session|S»()
        def f(db=«Depends|D»(get_db)):
            db.«add|S.add»(1)
      `,
    ],
    [
      'a generator',
      python`
        def get_db():
            db = «Session|S»()
            try:
                yield db
            finally:
                db.«close|S.close»()
        def f(db=«Depends|D»(get_db)):
            db.«add|S.add»(1)
      `,
    ],
    [
      'an annotated generator',
      python`
        def get_db() -> Generator[«Session|S», None, None]: yield make()
        async def get_async() -> AsyncIterator[«AsyncSession|AS»]: yield make()
        def f(db=«Depends|D»(get_db), other=«Depends|D»(get_async)):
            db.«add|S.add»(1), other.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a generator with a with statement',
      python`
        SessionLocal = «sessionmaker|SM»()
        def get_db():
            with SessionLocal() as db:
                yield db
        def f(db=«Depends|D»(get_db)):
            db.«add|S.add»(1)
      `,
    ],
    [
      'an annotation, which wins',
      python`
        def get_db() -> «AsyncSession|AS»: ...
        def f(db: «Session|S» = «Depends|D»(get_db)):
            db.«add|S.add»(1)
      `,
    ],
    [
      'the type in Annotated',
      python`
        def f(db: Annotated[«Session|S», «Depends|D»(get_db)]):
            db.«add|S.add»(1)
      `,
    ],
    [
      'an alias of Annotated',
      python`
        def get_db(): yield «Session|S»()
        SessionDep = Annotated[«Session|S», «Depends|D»(get_db)]
        def f(db: SessionDep):
            db.«add|S.add»(1)
      `,
    ],
    [
      'Annotated with an unknown type',
      python`
        def get_db(): yield «Session|S»()
        def f(db: Annotated[Any, «Depends|D»(get_db)]):
            db.«add|S.add»(1)
      `,
    ],
    [
      'the dependency as a keyword argument',
      python`
        def get_db() -> «Session|S»: ...
        def f(db=«Depends|D»(dependency=get_db), other=«Depends|D»(use_cache=False, dependency=get_db)):
            db.«add|S.add»(1), other.«add|S.add»(1)
      `,
    ],
    [
      'a class',
      python`
        class Repository:
            def __init__(self, db: «Session|S» = «Depends|D»(get_db)):
                self.db = db
        def f(repository=«Depends|D»(Repository)):
            repository.db.«add|S.add»(1)
      `,
    ],
    [
      'the annotated class, without an argument',
      python`
        class Repository:
            def __init__(self, db: «Session|S»):
                self.db = db
        def f(repository: Repository = «Depends|D»(), other: Annotated[Repository, «Depends|D»()] = 1):
            repository.db.«add|S.add»(1), other.db.«add|S.add»(1)
      `,
    ],
    [
      'a callable instance',
      python`
        class Provider:
            def __call__(self) -> «Session|S»: ...
        provide = Provider()
        def f(db=«Depends|D»(provide), other=«Depends|D»(Provider())):
            db.«add|S.add»(1), other.«add|S.add»(1)
      `,
    ],
    [
      'a method',
      python`
        class Database:
            def get(self):
                yield «Session|S»()
        database = Database()
        def f(db=«Depends|D»(database.get)):
            db.«add|S.add»(1)
      `,
    ],
    [
      'a lambda',
      python`
        def f(db=«Depends|D»(lambda: «Session|S»())):
            db.«add|S.add»(1)
      `,
    ],
    [
      'Security',
      python`
        def get_db() -> «Session|S»: ...
        def f(db=«Security|fastapi.Security»(get_db, scopes=["a"])):
            db.«add|S.add»(1)
      `,
    ],
    [
      'Depends through its module',
      python`
        import fastapi
        def get_db() -> «Session|S»: ...
        def f(db=fastapi.«Depends|D»(get_db)):
            db.«add|S.add»(1)
      `,
    ],
    [
      'a dependency of a dependency',
      python`
        def get_db():
            yield «Session|S»()
        def get_user(db=«Depends|D»(get_db)):
            return db.«get|S.get»(1)
        class Service:
            def __init__(self, db=«Depends|D»(get_db)):
                self.db = db
        def f(service: Annotated[Service, «Depends|D»()]):
            service.db.«add|S.add»(1)
      `,
    ],
    [
      'a Depends from another library',
      python`
        def Depends_(x): ...
        def get_db() -> «Session|S»: ...
        def f(db=Depends_(get_db)):
            db.add(1)
      `,
    ],
    [
      'an unknown dependency',
      python`
        def f(db=«Depends|D»(get_db), other=«Depends|D»()):
            db.add(1), other.add(1)
      `,
    ],
    [
      'a function defined later',
      python`
        def f(db=«Depends|D»(get_db)):
            db.add(1)
        def get_db() -> «Session|S»: ...
      `,
    ],
    [
      'an optional result',
      python`
        def get_db() -> «Session|S» | None: ...
        def f(db=«Depends|D»(get_db)):
            db.«add|S.add»(1)
      `,
    ],
    [
      'a partial',
      python`
        from functools import partial
        def get_db(name) -> «Session|S»: ...
        def f(db=«Depends|D»(partial(get_db, "a"))):
            db.«add|S.add»(1)
      `,
    ],
    [
      'a factory of dependencies',
      python`
        def by_name(name):
            def get_db() -> «Session|S»: ...
            return get_db
        def f(db=«Depends|D»(by_name("a"))):
            db.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
