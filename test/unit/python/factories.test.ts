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

describe('factories', () => {
  it.each([
    [
      'an engine',
      python`
        engine = «create_engine|sqlalchemy.create_engine»("sqlite://")
        engine.«begin|E.begin»(), engine.«dispose|E.dispose»()
      `,
    ],
    [
      'an async engine',
      python`
        engine = «create_async_engine|sqlalchemy.ext.asyncio.create_async_engine»(url, echo=True)
        engine.«begin|sqlalchemy.ext.asyncio.AsyncEngine.begin»(), engine.«sync_engine|sqlalchemy.ext.asyncio.AsyncEngine.sync_engine».«dispose|E.dispose»()
      `,
    ],
    [
      'a connection',
      python`
        with «create_engine|sqlalchemy.create_engine»(url).«connect|E.connect»() as conn:
            conn.«execute|C.execute»(1)
      `,
    ],
    [
      'a transaction',
      python`
        engine = «create_engine|sqlalchemy.create_engine»(url)
        with engine.«begin|E.begin»() as conn:
            conn.«execute|C.execute»(1)
      `,
    ],
    [
      'an async transaction',
      python`
        engine = «create_async_engine|sqlalchemy.ext.asyncio.create_async_engine»(url)
        async def f():
            async with engine.«begin|sqlalchemy.ext.asyncio.AsyncEngine.begin»() as conn:
                await conn.«run_sync|sqlalchemy.ext.asyncio.AsyncConnection.run_sync»(1)
            async with engine.«connect|sqlalchemy.ext.asyncio.AsyncEngine.connect»() as conn:
                await conn.«execute|sqlalchemy.ext.asyncio.AsyncConnection.execute»(1)
      `,
    ],
    [
      'a session factory',
      python`
        SessionLocal = «sessionmaker|SM»(bind=1, autoflush=False)
        db = SessionLocal()
        db.«add|S.add»(1)
        SessionLocal().«query|S.query»(1)
      `,
    ],
    [
      'a factory called immediately',
      python`
        «sessionmaker|SM»(engine)().«add|S.add»(1)
      `,
    ],
    [
      'a factory in a with statement',
      python`
        SessionLocal = «sessionmaker|SM»(engine)
        with SessionLocal() as db:
            db.«add|S.add»(1)
      `,
    ],
    [
      'a transaction of a factory in a with statement',
      python`
        SessionLocal = «sessionmaker|SM»(engine)
        with SessionLocal.«begin|SM.begin»() as db:
            db.«add|S.add»(1)
      `,
    ],
    [
      'an async session factory',
      python`
        make = «async_sessionmaker|ASM»(engine, expire_on_commit=False)
        async def f():
            async with make() as db:
                await db.«execute|AS.execute»(1)
            async with make.«begin|ASM.begin»() as db:
                await db.«execute|AS.execute»(1)
      `,
    ],
    [
      'a factory with a class argument',
      python`
        make = «sessionmaker|SM»(engine, class_=«AsyncSession|AS», expire_on_commit=False)
        async def f():
            async with make() as db:
                await db.«execute|AS.execute»(1)
      `,
    ],
    [
      'a factory with a class of the file',
      python`
        class MySession(«AsyncSession|AS»):
            def own(self): ...
        make = «async_sessionmaker|ASM»(engine, class_=MySession)
        async def f():
            db = make()
            await db.«execute|AS.execute»(db.own())
      `,
    ],
    [
      'a subscripted factory',
      python`
        make: «sessionmaker|SM»[«Session|S»] = build()
        make().«add|S.add»(1)
        made = «async_sessionmaker|ASM»[«AsyncSession|AS»](engine)
        made().«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a factory configured later',
      python`
        Session_ = «sessionmaker|SM»()
        Session_.«configure|SM.configure»(bind=engine)
        Session_().«add|S.add»(1)
      `,
    ],
    [
      'a scoped session',
      python`
        db = «scoped_session|SS»(«sessionmaker|SM»(engine))
        db.«query|SS.query»(1), db().«add|S.add»(1), db.«remove|SS.remove»()
      `,
    ],
    [
      'an async scoped session',
      python`
        db = «async_scoped_session|sqlalchemy.ext.asyncio.async_scoped_session»(«async_sessionmaker|ASM»(engine), scopefunc=task)
        async def f():
            await db.«execute|sqlalchemy.ext.asyncio.async_scoped_session.execute»(1)
            db().«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a factory as an attribute',
      python`
        class Database:
            def __init__(self, url):
                self.engine = «create_engine|sqlalchemy.create_engine»(url)
                self.make = «sessionmaker|SM»(self.engine)
            def session(self):
                return self.make()
            def f(self):
                with self.make() as db: db.«add|S.add»(self.engine.«dispose|E.dispose»())
        Database(url).session().«add|S.add»(1)
      `,
    ],
    [
      'a function that returns a factory',
      python`
        def make():
            factory = «sessionmaker|SM»(engine)
            return factory()
        make().«add|S.add»(1)
      `,
    ],
    [
      'a factory as a parameter',
      python`
        def f(make: «sessionmaker|SM»[«Session|S»], other: «async_sessionmaker|ASM»[«AsyncSession|AS»]):
            make().«add|S.add»(1), other().«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a callable as a parameter',
      python`
        def f(make: Callable[[], «Session|S»], other: Callable[..., «Session|S»]):
            make().«add|S.add»(1), other(1).«add|S.add»(2)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
