import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy.orm import «Session|S»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('annotated instances', () => {
  it.each([
    [
      'quoted',
      python`
        def f(s: "«Session|S»"):
            s.«add|S.add»(1)
      `,
    ],
    [
      'Optional',
      python`
        def f(s: Optional[«Session|S»] = None):
            s.«add|S.add»(1)
      `,
    ],
    [
      'Optional through its module',
      python`
        import typing as t
        def f(s: t.Optional[«Session|S»], u: t.Union[None, «Session|S»]):
            s.«add|S.add»(1), u.«add|S.add»(1)
      `,
    ],
    [
      'a quoted union with None',
      python`
        def f(s: "«Session|S» | None" = None):
            s.«add|S.add»(1)
      `,
    ],
    [
      'a partly quoted union',
      python`
        def f(s: Optional["«Session|S»"], u: list["«Session|S»"]):
            s.«add|S.add»(1), u[0].«add|S.add»(1)
      `,
    ],
    [
      'Annotated',
      python`
        def f(s: Annotated[«Session|S», "a note"], u: Annotated[«Session|S» | None, 1]):
            s.«add|S.add»(1), u.«add|S.add»(1)
      `,
    ],
    [
      'an alias of Annotated',
      python`
        Db = Annotated[«Session|S», 1]
        def f(s: Db, u: Db | None):
            s.«add|S.add»(1), u.«add|S.add»(1)
      `,
    ],
    [
      'an alias of an optional type',
      python`
        MaybeSession = «Session|S» | None
        def f(s: MaybeSession):
            s.«add|S.add»(1)
      `,
    ],
    [
      'a type statement',
      python`
        type Db = «Session|S»
        type Rows[T] = list[T]
        def f(s: Db):
            s.«add|S.add»(1)
      `,
    ],
    [
      'ClassVar and Final',
      python`
        class A:
            s: ClassVar[«Session|S»]
            u: Final[«Session|S»] = make()
            def f(self):
                self.s.«add|S.add»(1), self.u.«add|S.add»(1)
      `,
    ],
    [
      'Final without a type',
      python`
        s: Final = «Session|S»()
        s.«add|S.add»(1)
      `,
    ],
    [
      'an annotation without a value',
      python`
        s: «Session|S»
        s.«add|S.add»(1)
      `,
    ],
    [
      'the annotation rather than the value',
      python`
        s: «Session|S» = «AsyncSession|AS»()
        s.«add|S.add»(1)
      `,
    ],
    [
      'an alias declared with TypeAlias',
      python`
        Db: TypeAlias = "Session"
        def f(s: Db):
            s.«add|S.add»(1)
      `,
    ],
    [
      'a string that is not a type',
      python`
        def f(s: Literal["Session"], u: "not a type", v: ""):
            s.add(1), u.add(1), v.add(1)
      `,
    ],
    [
      'variadic parameters',
      python`
        def f(*args: «Session|S», **kwargs: «Session|S»):
            args.add(1), kwargs.add(1)
      `,
    ],
    [
      'parameters of a lambda',
      python`
        f = lambda s: s.add(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('instances created by calls', () => {
  it.each([
    [
      'a constructor',
      python`
        s = «Session|S»()
        s.«add|S.add»(1)
        «Session|S»(bind=1).«add|S.add»(1)
      `,
    ],
    [
      'a constructor through its module',
      python`
        import sqlalchemy.orm as orm
        s = orm.«Session|S»(1)
        s.«add|S.add»(1)
      `,
    ],
    [
      'a constructor through an alias',
      python`
        «S|S» = «Session|S»
        s = «S|S»()
        s.«add|S.add»(1)
      `,
    ],
    [
      'a conditional class',
      python`
        cls = «Session|S» if x else «AsyncSession|AS»
        s = cls()
        s.add(1), s.begin()
      `,
    ],
    [
      'a conditional instance',
      python`
        s = «Session|S»() if x else None
        s.«add|S.add»(1)
        u = make() or «Session|S»()
        v = None or «Session|S»()
        u.add(1), v.«add|S.add»(1)
      `,
    ],
    [
      'an attribute of a new instance',
      python`
        s = x.Session()
        s.add(1)
      `,
    ],
    [
      'a walrus',
      python`
        if (s := «Session|S»()) is not None:
            s.«add|S.add»(1)
        while s := «Session|S»():
            s.«add|S.add»(1)
      `,
    ],
    [
      'a walrus in a condition',
      python`
        [s for x in xs if (s := «Session|S»()) and s.«new|S.new»]
        s.«add|S.add»(1)
      `,
    ],
    [
      'chained assignment',
      python`
        a = b = «Session|S»()
        a.«add|S.add»(1), b.«add|S.add»(1)
      `,
    ],
    [
      'None first, set later',
      python`
        s = None
        def f():
            global s
            s = «Session|S»()
        def g():
            s.«add|S.add»(1)
      `,
    ],
    [
      'None in one branch',
      python`
        if x:
            s = «Session|S»()
        else:
            s = None
        s.«add|S.add»(1)
      `,
    ],
    [
      'a deleted name',
      python`
        s = «Session|S»()
        del s
        s.add(1)
      `,
    ],
    [
      'a name overwritten in a loop',
      python`
        s = «Session|S»()
        for s in unknown: ...
        s.add(1)
      `,
    ],
    [
      'cast',
      python`
        from typing import cast
        s = cast(«Session|S», x)
        s.«add|S.add»(1)
      `,
    ],
    [
      'partial',
      python`
        from functools import partial
        make = partial(«Session|S», bind=1)
        make().«add|S.add»(1)
      `,
    ],
    [
      'copy',
      python`
        from copy import copy, deepcopy
        copy(«Session|S»()).«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
