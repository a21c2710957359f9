import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy import «create_engine|sqlalchemy.create_engine», «select|sqlalchemy.select»
  from sqlalchemy.orm import «Session|S», «scoped_session|SS», «sessionmaker|SM»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS», «async_scoped_session|sqlalchemy.ext.asyncio.async_scoped_session», «async_sessionmaker|ASM», «create_async_engine|sqlalchemy.ext.asyncio.create_async_engine»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('with statements', () => {
  it.each([
    [
      'a session',
      python`
        with «Session|S»(engine) as db:
            db.«add|S.add»(1)
            db.«begin|S.begin»()
      `,
    ],
    [
      'several managers',
      python`
        with «Session|S»(a) as db, open(p) as file, «Session|S»(b) as other:
            db.«add|S.add»(1), other.«add|S.add»(file.add)
      `,
    ],
    [
      'nested managers',
      python`
        with «Session|S»(a) as db:
            with «Session|S»(b) as other:
                db.«add|S.add»(other.«get_bind|S.get_bind»())
      `,
    ],
    [
      'in parentheses',
      python`
        with («Session|S»(a) as db, «Session|S»(b) as other):
            db.«add|S.add»(1), other.«add|S.add»(1)
      `,
    ],
    [
      'in parentheses, over several lines',
      python`
        with (
            «Session|S»(a) as db,
            open(p) as file,
            «Session|S»(b) as other,
        ):
            db.«add|S.add»(file.add), other.«add|S.add»(1)
      `,
    ],
    [
      'one manager in parentheses',
      python`
        with («Session|S»(a) as db):
            db.«add|S.add»(1)
      `,
    ],
    [
      'in parentheses without a name',
      python`
        with («Session|S»(a)) as db:
            db.«add|S.add»(1)
      `,
    ],
    [
      'async in parentheses',
      python`
        async def f():
            async with (
                «AsyncSession|AS»(engine) as db,
                db.«begin|AS.begin»(),
            ):
                db.«add|AS.add»(1)
      `,
    ],
    [
      'symbols in the manager expression',
      python`
        with «Session|S»(a) as db, db.«begin|S.begin»() as tx:
            db.«add|S.add»(tx.«rollback|sqlalchemy.orm.SessionTransaction.rollback»())
      `,
    ],
    [
      'without a name',
      python`
        with «Session|S»(a): pass
      `,
    ],
    [
      'an instance made earlier',
      python`
        db = «Session|S»(a)
        with db:
            db.«add|S.add»(1)
        with db as same:
            same.«add|S.add»(1)
      `,
    ],
    [
      'a transaction of a session',
      python`
        def f(db: «Session|S»):
            with db.«begin|S.begin»():
                db.«add|S.add»(1)
            with db.«begin_nested|S.begin_nested»() as tx:
                tx.«rollback|sqlalchemy.orm.SessionTransaction.rollback»()
      `,
    ],
    [
      'closing',
      python`
        from contextlib import closing, nullcontext
        with closing(«Session|S»(a)) as db:
            db.«add|S.add»(1)
        with nullcontext(«Session|S»(a)) as other:
            other.«add|S.add»(1)
      `,
    ],
    [
      'an exit stack',
      python`
        from contextlib import ExitStack, AsyncExitStack
        with ExitStack() as stack:
            db = stack.enter_context(«Session|S»(a))
            db.«add|S.add»(1)
        async def f():
            async with AsyncExitStack() as stack:
                db = await stack.enter_async_context(«AsyncSession|AS»(a))
                db.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a context manager class',
      python`
        class Manager:
            def __enter__(self) -> «Session|S»: ...
        class Inferred:
            def __enter__(self):
                return «Session|S»(a)
        class Itself:
            db: «Session|S»
            def __enter__(self):
                return self
        class Async:
            async def __aenter__(self) -> «AsyncSession|AS»: ...
        with Manager() as a, Inferred() as b, Itself() as c:
            a.«add|S.add»(1), b.«add|S.add»(1), c.db.«add|S.add»(1)
        async def f():
            async with Async() as d: d.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a class that is not a context manager',
      python`
        with «Session|S» as db: db.add
      `,
    ],
    [
      'tuple targets',
      python`
        with pair() as (a, b): a.add(b.add)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('generators and context managers defined in the file', () => {
  it.each([
    [
      'a context manager',
      python`
        from contextlib import contextmanager
        @contextmanager
        def session_scope():
            db = «Session|S»(a)
            try:
                yield db
                db.«commit|S.commit»()
            finally:
                db.«close|S.close»()
        with session_scope() as db:
            db.«add|S.add»(1)
      `,
    ],
    [
      'an annotated context manager',
      python`
        import contextlib
        @contextlib.contextmanager
        def scope() -> Iterator[«Session|S»]:
            yield make()
        with scope() as db:
            db.«add|S.add»(1)
      `,
    ],
    [
      'an async context manager',
      python`
        from contextlib import asynccontextmanager
        @asynccontextmanager
        async def scope() -> AsyncIterator[«AsyncSession|AS»]:
            async with «AsyncSession|AS»(a) as db:
                yield db
        async def f():
            async with scope() as db:
                db.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a Generator type with several arguments',
      python`
        from contextlib import asynccontextmanager
        @asynccontextmanager
        async def scope() -> AsyncGenerator[«AsyncSession|AS», None]:
            yield make()
        async def f():
            async with scope() as db: db.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a generator in a loop',
      python`
        def sessions():
            yield «Session|S»(a)
            yield «Session|S»(b)
        for s in sessions(): s.«add|S.add»(1)
      `,
    ],
    [
      'an annotated generator',
      python`
        def sessions() -> Generator[«Session|S», None, None]:
            yield make()
        for s in sessions(): s.«add|S.add»(1)
        next(sessions()).«add|S.add»(1)
      `,
    ],
    [
      'a generator of different types',
      python`
        def sessions():
            yield «Session|S»(a)
            yield 1
        for s in sessions(): s.add(1)
      `,
    ],
    [
      'a generator that iterates over another',
      python`
        def sessions():
            yield from others()
        for s in sessions(): s.add(1)
      `,
    ],
    [
      'a manager as a method',
      python`
        from contextlib import contextmanager
        class Database:
            @contextmanager
            def session(self):
                with «Session|S»(a) as db:
                    yield db
        with Database().session() as db:
            db.«add|S.add»(1)
      `,
    ],
    [
      'the generator itself, which is not an instance of its items',
      python`
        def get_db():
            yield «Session|S»(a)
        get_db().add(1)
        with get_db() as db: db.add(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
