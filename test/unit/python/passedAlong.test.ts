import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy import «create_engine|sqlalchemy.create_engine», «select|sqlalchemy.select»
  from sqlalchemy.orm import «Session|S», «sessionmaker|SM»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS», «async_sessionmaker|ASM»
  Local = «sessionmaker|SM»()
  Remote = «async_sessionmaker|ASM»()
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('context managers made by calls', () => {
  it.each([
    [
      'contextmanager',
      python`
        import contextlib
        from contextlib import contextmanager
        def sessions():
            with Local() as db:
                yield db
        opened = contextmanager(sessions)
        with opened() as one, contextmanager(sessions)() as two:
            one.«add|S.add»(1), two.«add|S.add»(1)
        with contextlib.contextmanager(sessions)() as three: three.«add|S.add»(1)
      `,
    ],
    [
      'asynccontextmanager',
      python`
        from collections.abc import AsyncGenerator, AsyncIterator
        from contextlib import asynccontextmanager
        async def plain():
            async with Remote() as db: yield db
        async def typed() -> AsyncGenerator[«AsyncSession|AS», None]: ...
        async def iterated() -> AsyncIterator[«AsyncSession|AS»]: ...
        async def f():
            async with asynccontextmanager(plain)() as a: await a.«flush|AS.flush»()
            async with asynccontextmanager(typed)() as b: await b.«flush|AS.flush»()
            opened = asynccontextmanager(iterated)
            async with opened() as c: await c.«flush|AS.flush»()
      `,
    ],
    [
      'closing and stacks',
      python`
        from contextlib import AsyncExitStack, ExitStack, aclosing, closing
        async def f():
            with closing(Local()) as db, ExitStack() as stack:
                db.«add|S.add»(1)
                stack.enter_context(Local()).«add|S.add»(1)
                other = stack.enter_context(Local.«begin|SM.begin»())
                other.«add|S.add»(1)
            async with AsyncExitStack() as stack, aclosing(Remote()) as remote:
                await remote.«flush|AS.flush»()
                session = await stack.enter_async_context(Remote())
                await session.«flush|AS.flush»()
      `,
    ],
    [
      'of what is unknown',
      python`
        from contextlib import contextmanager
        from elsewhere import sessions
        with contextmanager(sessions)() as db, contextmanager(lambda: 1)() as other: db.add(1), other.add(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('context variables', () => {
  it.each([
    [
      'annotated',
      python`
        import contextvars
        from contextvars import ContextVar, Token
        current: ContextVar[«AsyncSession|AS»] = ContextVar("current")
        optional: contextvars.ContextVar[«Session|S» | None] = contextvars.ContextVar("optional", default=None)
        async def f():
            await current.get().«commit|AS.commit»()
            db = current.get(None)
            db.«add|AS.add»(1)
            if (found := optional.get()) is not None: found.«add|S.add»(1)
      `,
    ],
    [
      'by their default, and by type argument',
      python`
        from contextvars import ContextVar
        current = ContextVar("current", default=«Session|S»())
        current.get().«add|S.add»(1)
        other = ContextVar["AsyncSession"]("other")
        other.get().«flush|AS.flush»()
        unknown = ContextVar("unknown", default=None)
        unknown.get().add(1)
      `,
    ],
    [
      'tokens',
      python`
        from contextvars import ContextVar
        current: ContextVar[«Session|S»] = ContextVar("current")
        token = current.set(1)
        token.old_value.«add|S.add»(1), token.var.get().«add|S.add»(1)
      `,
    ],
    [
      'circular ones',
      python`
        from contextvars import ContextVar
        a = ContextVar("a", default=b.get())
        b = ContextVar("b", default=a.get())
        def f(): a.get().add(1), b.get().add(1)
        def g(): c.get().add(1)
        c = ContextVar("c", default=c)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('types with other names', () => {
  it.each([
    [
      'NewType',
      python`
        import typing
        from typing import NewType
        ReadSession = NewType("ReadSession", «AsyncSession|AS»)
        Quoted = typing.NewType("Quoted", "Session")
        async def f(read: ReadSession, quoted: Quoted, maybe: ReadSession | None):
            await read.«scalar|AS.scalar»(1)
            quoted.«add|S.add»(1), maybe.«add|AS.add»(1)
            ReadSession(read).«add|AS.add»(1)
      `,
    ],
    [
      'cast',
      python`
        from typing import Optional, cast
        def f(x):
            cast(«Session|S», x).«add|S.add»(1)
            cast("«Session|S»", x).«add|S.add»(1)
            a = cast(Optional[«Session|S»], x)
            a.«add|S.add»(1)
            cast(list[«Session|S»], x)[0].«add|S.add»(1)
            cast(Unknown, x).add(1)
      `,
    ],
    [
      'aliases',
      python`
        from typing import Annotated, TypeAlias, TypeAliasType
        «Db|S»: TypeAlias = «Session|S»
        type Remote2 = «AsyncSession|AS» | None
        Both: TypeAlias = "dict[str, Session]"
        def f(a: «Db|S», b: Remote2, c: Both):
            a.«add|S.add»(1), b.«flush|AS.flush»(), c["x"].«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('results that are passed through', () => {
  it.each([
    [
      'asyncio',
      python`
        import asyncio
        async def local() -> «Session|S»: ...
        async def remote() -> «AsyncSession|AS»: ...
        async def f(many):
            a, b = await asyncio.gather(local(), remote())
            a.«add|S.add»(1), b.«flush|AS.flush»()
            for each in await asyncio.gather(*[local() for _ in many]): each.«add|S.add»(1)
            async with asyncio.TaskGroup() as group:
                task = group.create_task(remote())
            (await asyncio.wait_for(local(), 3)).«add|S.add»(1)
            (await asyncio.create_task(local())).«add|S.add»(1)
            (await task).«flush|AS.flush»()
        asyncio.run(local()).«add|S.add»(1)
        with asyncio.Runner() as runner: runner.run(remote()).«flush|AS.flush»()
      `,
    ],
    [
      'functools',
      python`
        from functools import cache, cached_property, lru_cache, partial, wraps
        @lru_cache(maxsize=1)
        def one() -> «Session|S»: ...
        @cache
        def two(): return Local()
        class Unit:
            @cached_property
            def db(self): return Local()
            @classmethod
            def create(cls): return cls()
        def three(a, b): return Local()
        one().«add|S.add»(1), two().«add|S.add»(1), Unit.create().db.«add|S.add»(1)
        partial(three, 1, b=2)().«add|S.add»(1), partial(three, b=2)(1).«add|S.add»(1)
        make = partial(«Session|S», autoflush=False)
        make().«add|S.add»(1)
      `,
    ],
    [
      'iterators and containers',
      python`
        def sessions():
            yield Local()
        async def remotes():
            yield Remote()
        async def f(names: list[str]):
            next(sessions()).«add|S.add»(1), list(sessions())[0].«add|S.add»(1)
            (await anext(remotes())).«flush|AS.flush»()
            pool = {"a": Local(), "b": Local()}
            pool["a"].«add|S.add»(1), pool.get("b").«add|S.add»(1)
            for key, db in pool.items(): db.«add|S.add»(1)
            made = {name: Remote() for name in names}
            made["x"].«flush|AS.flush»()
            mixed = {"a": Local(), "b": 1}
            mixed["a"].add(1)
            for a, b, c in zip(sessions(), names, sessions()): a.«add|S.add»(1), c.«add|S.add»(1), b.add(1)
            for index, db in enumerate(reversed(list(sessions()))): db.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('defaults of parameters', () => {
  it.each([
    [
      'an object',
      python`
        engine = «create_engine|sqlalchemy.create_engine»("")
        def f(engine=engine, *, db=Local()): engine.«connect|E.connect»(), db.«add|S.add»(1)
      `,
    ],
    [
      'None, a class and what is annotated',
      python`
        from elsewhere import Db
        engine = «create_engine|sqlalchemy.create_engine»("")
        def f(db=None, cls=«Session|S», other: Db = Local()): db.add(1), other.add(1), cls
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
