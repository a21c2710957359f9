import { describe, expect, it } from 'vitest';
import { marked, python } from './notation';

const IMPORTS = python`
  from typing import Any, Generic, Optional, Protocol, TypeVar, Union
  from sqlalchemy.orm import «Session|S», «sessionmaker|SM»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
`;

async function check(source: string): Promise<void> {
  const { found, wanted } = await marked(IMPORTS + source);
  expect(found).toBe(wanted);
}

describe('unions', () => {
  it.each([
    [
      'what both have',
      python`
        class Mine(«Session|S»): ...
        class Yours(«Session|S»): ...
        def f(s: Mine | Yours): s.«execute|S.execute»(1), s.nothing
      `,
    ],
    [
      'what only one has',
      python`
        class Mine:
            session: «Session|S»
        class Yours:
            session: «Session|S»
            other: «Session|S»
        def f(x: Mine | Yours, y: Union[Mine, Yours]):
            x.session.«add|S.add»(1), y.session.«add|S.add»(1), x.other.add(1)
      `,
    ],
    [
      'what differs',
      python`
        def f(x: «Session|S» | «AsyncSession|AS», y: Union[«Session|S», «AsyncSession|AS»]): x.add(1), y.execute(1)
      `,
    ],
    [
      'twice the same',
      python`
        def f(x: «Session|S» | "«Session|S»" | None): x.«add|S.add»(1)
      `,
    ],
    [
      'with what nobody knows',
      python`
        def f(x: «Session|S» | Unknown, y: Unknown | None): x.add(1), y.add(1)
      `,
    ],
    [
      'Any and object',
      python`
        def f(x: Any, y: object, z: «Session|S» | Any): x.add(1), y.add(1), z.add(1)
      `,
    ],
    [
      'lists of them',
      python`
        def f(xs: list[«Session|S» | None]):
            for x in xs: x.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await check(source);
  });
});

describe('narrowing', () => {
  it.each([
    [
      'isinstance',
      python`
        def f(x):
            if isinstance(x, «Session|S»):
                x.«add|S.add»(1)
            x.add(1)
      `,
    ],
    [
      'of one of several',
      python`
        def f(x: «Session|S» | «AsyncSession|AS»):
            if isinstance(x, «AsyncSession|AS»):
                x.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'the other arm',
      python`
        def f(x):
            if isinstance(x, «Session|S»):
                x.«add|S.add»(1)
            elif isinstance(x, «AsyncSession|AS»):
                x.«get_bind|AS.get_bind»()
            else:
                x.add(1)
      `,
    ],
    [
      'with more',
      python`
        def f(x, y):
            if isinstance(x, «Session|S») and y and isinstance(y, «AsyncSession|AS»):
                x.«add|S.add»(1), y.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'with more, of which one holds',
      python`
        def f(x, y):
            if isinstance(x, «Session|S») or y:
                x.add(1)
      `,
    ],
    [
      'several classes',
      python`
        def f(x):
            if isinstance(x, («Session|S», «AsyncSession|AS»)):
                x.add(1)
        class Mine(«Session|S»): ...
        def g(x):
            if isinstance(x, (Mine, «Session|S»)):
                x.«add|S.add»(1)
      `,
    ],
    [
      'not',
      python`
        def f(x):
            if not isinstance(x, «Session|S»):
                x.add(1)
      `,
    ],
    [
      'bound anew',
      python`
        def f(x):
            if isinstance(x, «Session|S»):
                x = make()
                x.add(1)
      `,
    ],
    [
      'a loop inside',
      python`
        def f(x):
            if isinstance(x, «Session|S»):
                for y in x: x.«add|S.add»(y)
      `,
    ],
    [
      'is not None',
      python`
        def f(x: «Session|S» | None, y: Optional[«Session|S»]):
            if x is not None:
                x.«add|S.add»(1)
            if y is None: return
            y.«add|S.add»(1)
      `,
    ],
    [
      'exceptions',
      python`
        from sqlalchemy.exc import «IntegrityError|sqlalchemy.exc.IntegrityError», «OperationalError|sqlalchemy.exc.OperationalError»
        try: ...
        except «IntegrityError|sqlalchemy.exc.IntegrityError» as error:
            error.orig
        except («IntegrityError|sqlalchemy.exc.IntegrityError», «OperationalError|sqlalchemy.exc.OperationalError») as error:
            error.statement
      `,
    ],
  ])('%s', async (_, source) => {
    await check(source);
  });
});

describe('future and type checkers', () => {
  it.each([
    [
      'annotations that come later',
      python`
        from __future__ import annotations
        def f(a: A):
            a.session.«add|S.add»(1)
        class A:
            session: «Session|S»
            def other(self) -> B: ...
        class B:
            session: «Session|S»
        A().other().session.«add|S.add»(1)
      `,
    ],
    [
      'without the import from the future',
      python`
        def f(a: A):
            a.session.add(1)
        class A:
            session: «Session|S»
      `,
    ],
    [
      'for type checkers',
      python`
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from sqlalchemy import «Engine|E»
        def f(e: "«Engine|E»"): e.«dispose|E.dispose»()
      `,
    ],
    [
      'for type checkers, or something else',
      python`
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from sqlalchemy import «Engine|E»
        else:
            Engine = Any
        def f(e: "Engine"): e.dispose()
      `,
    ],
    [
      'type[X]',
      python`
        def f(cls: type[«Session|S»], other: Type[«Session|S»], quoted: "type[«Session|S»]"):
            cls().«add|S.add»(1), cls.«add|S.add», quoted().«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await check(source);
  });
});
