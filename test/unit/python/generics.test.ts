import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from typing import Any, Generic, Optional, Protocol, TypeVar, Union
  from sqlalchemy.orm import «Session|S», «sessionmaker|SM»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('type variables', () => {
  it.each([
    [
      'a generic class',
      python`
        T = TypeVar("T")
        class Box(Generic[T]):
            item: T
            def get(self) -> T: ...
        def f(box: Box[«Session|S»]):
            box.item.«add|S.add»(1), box.get().«add|S.add»(1)
      `,
    ],
    [
      'solved by __init__',
      python`
        T = TypeVar("T")
        class Box(Generic[T]):
            def __init__(self, item: T):
                self.item = item
            def get(self) -> T: ...
        Box(«Session|S»()).get().«add|S.add»(1)
      `,
    ],
    [
      'solved by a class argument',
      python`
        T = TypeVar("T")
        class Repository(Generic[T]):
            def __init__(self, model: type[T]): ...
            def one(self) -> T: ...
            def all(self) -> list[T]: ...
            def maybe(self) -> T | None: ...
        users = Repository(«Session|S»)
        users.one().«add|S.add»(1), users.maybe().«add|S.add»(1)
        for user in users.all(): user.«add|S.add»(1)
      `,
    ],
    [
      'two type variables',
      python`
        K = TypeVar("K")
        V = TypeVar("V")
        class Pair(Generic[K, V]):
            key: K
            value: V
        def f(pair: Pair[«Session|S», «AsyncSession|AS»]):
            pair.key.«add|S.add»(1), pair.value.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a base class with a type argument',
      python`
        T = TypeVar("T")
        class Repository(Generic[T]):
            def one(self) -> T: ...
        class Users(Repository[«Session|S»]):
            def f(self):
                self.one().«add|S.add»(1)
        Users().one().«add|S.add»(1)
      `,
    ],
    [
      'passed on to a base class',
      python`
        T = TypeVar("T")
        class Base(Generic[T]):
            def one(self) -> T: ...
        class Middle(Base[T]): ...
        class Users(Middle[«Session|S»]): ...
        Users().one().«add|S.add»(1)
        def f(x: Middle[«AsyncSession|AS»]): x.one().«get_bind|AS.get_bind»()
      `,
    ],
    [
      'a generic function',
      python`
        T = TypeVar("T")
        def same(x: T) -> T: ...
        def first(xs: list[T]) -> T: ...
        def make(cls: type[T], n: int) -> T: ...
        same(«Session|S»()).«add|S.add»(1), first([«Session|S»()]).«add|S.add»(1), make(«Session|S», 1).«add|S.add»(1), make(n=1, cls=«Session|S»).«add|S.add»(1)
      `,
    ],
    [
      'a function that takes a callable',
      python`
        T = TypeVar("T")
        def run(f: Callable[..., T]) -> T: ...
        def make() -> «Session|S»: ...
        run(make).«add|S.add»(1), run(lambda: «Session|S»()).«add|S.add»(1), run(«Session|S»).«add|S.add»(1)
      `,
    ],
    [
      'a bound',
      python`
        T = TypeVar("T", bound=«Session|S»)
        def f(x: T) -> T:
            x.«add|S.add»(1)
            return x
        U = TypeVar("U", bound="Session")
        def g(x: U): x.«add|S.add»(1)
      `,
    ],
    [
      'a bound, solved by a subclass',
      python`
        T = TypeVar("T", bound=«Session|S»)
        class Mine(«Session|S»):
            other: «AsyncSession|AS»
        def f(x: T) -> T: ...
        f(Mine()).other.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'unsolved',
      python`
        T = TypeVar("T")
        def f() -> T: ...
        class Box(Generic[T]):
            item: T
        def g(box: Box):
            f().add(1), box.item.add(1)
      `,
    ],
    [
      'solved by a default',
      python`
        T = TypeVar("T")
        def f(cls: type[T] = «Session|S») -> T: ...
        f().«add|S.add»(1), f(«AsyncSession|AS»).«get_bind|AS.get_bind»()
      `,
    ],
    [
      'PEP 695 type parameters',
      python`
        class Box[T]:
            item: T
            def get(self) -> T: ...
        def f(box: Box[«Session|S»]): box.item.«add|S.add»(1), box.get().«add|S.add»(1)
      `,
    ],
    [
      'PEP 695 type parameters of a function',
      python`
        def same[T](x: T) -> T: ...
        def bound[T: «Session|S»](x: T) -> T:
            x.«add|S.add»(1)
        same(«Session|S»()).«add|S.add»(1)
      `,
    ],
    [
      'PEP 695 type parameters with a base class',
      python`
        class Repository[M]:
            def one(self) -> M: ...
        class Users(Repository[«Session|S»]): ...
        Users().one().«add|S.add»(1)
      `,
    ],
    [
      'PEP 695 type parameters solved by __init__',
      python`
        class Box[T]:
            def __init__(self, item: T):
                self.item = item
            def get(self) -> T: ...
        Box(«Session|S»()).get().«add|S.add»(1)
      `,
    ],
    [
      'a subscripted constructor',
      python`
        T = TypeVar("T")
        class Box(Generic[T]):
            def get(self) -> T: ...
        Box[«Session|S»]().get().«add|S.add»(1)
        box: Box["«Session|S»"] = Box()
        box.get().«add|S.add»(1)
      `,
    ],
    [
      'within a generic type',
      python`
        T = TypeVar("T")
        class Page(Generic[T]):
            items: list[T]
            by_name: dict[str, T]
        def f(page: Page[«Session|S»]):
            for s in page.items: s.«add|S.add»(1)
            page.by_name["a"].«add|S.add»(1)
      `,
    ],
    [
      'a protocol',
      python`
        class HasSession(Protocol):
            session: «Session|S»
            def get(self) -> «Session|S»: ...
        def f(x: HasSession): x.session.«add|S.add»(1), x.get().«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
