import { describe, expect, it } from 'vitest';
import { marked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy import «Engine|E», «create_engine|sqlalchemy.create_engine», «select|sqlalchemy.select», «text|sqlalchemy.text»
  from sqlalchemy.orm import «Session|S», «joinedload|sqlalchemy.orm.joinedload», «selectinload|sqlalchemy.orm.selectinload»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
`;

async function check(source: string): Promise<void> {
  const { found, wanted } = await marked(IMPORTS + source);
  expect(found).toBe(wanted);
}

describe("results of the file's own functions", () => {
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
      'inferred, through a name',
      python`
        def make():
            s = «Session|S»()
            s.«add|S.add»(1)
            return s
        make().«add|S.add»(1)
      `,
    ],
    [
      'inferred, of several returns',
      python`
        def make(x):
            if x:
                return «Session|S»()
            return «Session|S»(x)
        make(1).«add|S.add»(1)
      `,
    ],
    [
      'inferred, or None',
      python`
        def make(x):
            if x:
                return None
            return «Session|S»()
        make(1).«add|S.add»(1)
      `,
    ],
    [
      'inferred, of what differs',
      python`
        def make(x):
            if x:
                return «Session|S»()
            return something()
        make(1).add(1)
      `,
    ],
    [
      'through several',
      python`
        def a(): return «Session|S»()
        def b(): return a()
        def c(): return b()
        c().«add|S.add»(1)
      `,
    ],
    [
      'used before it is there',
      python`
        def f():
            make().«add|S.add»(1)
        def make() -> «Session|S»: ...
      `,
    ],
    [
      'of a method',
      python`
        class A:
            def make(self): return «Session|S»()
            def f(self):
                self.make().«add|S.add»(1)
        A().make().«add|S.add»(1)
      `,
    ],
    [
      'by a decorator nobody knows',
      python`
        @decorated
        def make() -> «Session|S»: ...
        make().«add|S.add»(1)
      `,
    ],
    [
      'cached',
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
      'of nothing',
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
    await check(source);
  });
});

describe('functions that go round', () => {
  it.each([
    [
      'itself',
      python`
        def f(): return f()
        f().add(1)
      `,
    ],
    [
      'each other',
      python`
        def f(): return g()
        def g(): return f()
        f().add(1), g().add(1)
      `,
    ],
    [
      'itself in the end',
      python`
        def f(n):
            if n == 0: return «Session|S»()
            return f(n - 1)
        f(1).execute(1)
      `,
    ],
    [
      'a method through itself',
      python`
        class A:
            def f(self): return self.f()
        A().f().add(1)
      `,
    ],
    [
      'its own parameter',
      python`
        def f(s=f(1)): s.add(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await check(source);
  });
});
