import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy import «Engine|E», «create_engine|sqlalchemy.create_engine», «select|sqlalchemy.select», «text|sqlalchemy.text»
  from sqlalchemy.orm import «Session|S», «joinedload|sqlalchemy.orm.joinedload», «selectinload|sqlalchemy.orm.selectinload»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('results of functions in the file', () => {
  it.each([
    [
      'annotated',
      python`
        def make() -> «Session|S»: ...
        make().«add|S.add»(1)
        s = make()
        s.«add|S.add»(1)
      `,
    ],
    [
      'annotated, quoted, optional',
      python`
        def make() -> "«Session|S»": ...
        def maybe() -> «Session|S» | None: ...
        make().«add|S.add»(1), maybe().«add|S.add»(1)
      `,
    ],
    [
      'a coroutine',
      python`
        async def make() -> «Session|S»: ...
        async def f():
            s = await make()
            s.«add|S.add»(1)
            (await make()).«add|S.add»(1)
      `,
    ],
    [
      'inferred',
      python`
        def make():
            return «Session|S»()
        make().«add|S.add»(1)
      `,
    ],
    [
      'inferred through a variable',
      python`
        def make():
            s = «Session|S»()
            s.«add|S.add»(1)
            return s
        make().«add|S.add»(1)
      `,
    ],
    [
      'inferred from several returns',
      python`
        def make(x):
            if x:
                return «Session|S»()
            return «Session|S»(x)
        make(1).«add|S.add»(1)
      `,
    ],
    [
      'inferred, with None',
      python`
        def make(x):
            if x:
                return None
            return «Session|S»()
        make(1).«add|S.add»(1)
      `,
    ],
    [
      'inferred from different types',
      python`
        def make(x):
            if x:
                return «Session|S»()
            return something()
        make(1).add(1)
      `,
    ],
    [
      'through several functions',
      python`
        def a(): return «Session|S»()
        def b(): return a()
        def c(): return b()
        c().«add|S.add»(1)
      `,
    ],
    [
      'used before its definition',
      python`
        def f():
            make().«add|S.add»(1)
        def make() -> «Session|S»: ...
      `,
    ],
    [
      'a method',
      python`
        class A:
            def make(self): return «Session|S»()
            def f(self):
                self.make().«add|S.add»(1)
        A().make().«add|S.add»(1)
      `,
    ],
    [
      'with an unknown decorator',
      python`
        @decorated
        def make() -> «Session|S»: ...
        make().«add|S.add»(1)
      `,
    ],
    [
      'with a caching decorator',
      python`
        from functools import lru_cache, cache
        @lru_cache
        def make() -> «Engine|E»: ...
        @cache
        def other(): return «create_engine|sqlalchemy.create_engine»("")
        make().«dispose|E.dispose»(), other().«dispose|E.dispose»()
      `,
    ],
    [
      'a class',
      python`
        def make() -> type[«Session|S»]: ...
        make()().«add|S.add»(1)
        cls = make()
        cls().«add|S.add»(1)
      `,
    ],
    [
      'a function',
      python`
        def make():
            def inner() -> «Session|S»: ...
            return inner
        make()().«add|S.add»(1)
      `,
    ],
    [
      'without a result',
      python`
        def make(): ...
        def other(): return
        make().add(1), other().add(1)
      `,
    ],
    [
      'a tuple',
      python`
        def other() -> tuple[«Session|S», «AsyncSession|AS»]: ...
        c, d = other()
        c.«add|S.add»(1), d.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a list',
      python`
        def make() -> list[«Session|S»]: ...
        for s in make(): s.«add|S.add»(1)
        make()[0].«add|S.add»(1)
      `,
    ],
    [
      'a lambda',
      python`
        make = lambda: «Session|S»()
        make().«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('recursive functions', () => {
  it.each([
    [
      'direct recursion',
      python`
        def f(): return f()
        f().add(1)
      `,
    ],
    [
      'mutual recursion',
      python`
        def f(): return g()
        def g(): return f()
        f().add(1), g().add(1)
      `,
    ],
    [
      'recursion with a base case',
      python`
        def f(n):
            if n == 0: return «Session|S»()
            return f(n - 1)
        f(1).execute(1)
      `,
    ],
    [
      'a recursive method',
      python`
        class A:
            def f(self): return self.f()
        A().f().add(1)
      `,
    ],
    [
      'a parameter passed on',
      python`
        def f(s=f(1)): s.add(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
