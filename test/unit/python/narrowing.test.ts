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

describe('unions', () => {
  it.each([
    [
      'members that both have',
      python`
        class Mine(«Session|S»): ...
        class Yours(«Session|S»): ...
        def f(s: Mine | Yours): s.«execute|S.execute»(1), s.nothing
      `,
    ],
    [
      'members that only one has',
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
      'a class and a subclass of it',
      python`
        from fastapi import «Response|RS»
        from fastapi.responses import «JSONResponse|starlette.responses.JSONResponse», «HTMLResponse|starlette.responses.HTMLResponse»
        def f(x: «Response|RS» | «JSONResponse|starlette.responses.JSONResponse», y: «HTMLResponse|starlette.responses.HTMLResponse» | «JSONResponse|starlette.responses.JSONResponse»):
            x.«set_cookie|RS.set_cookie»("a"), y.set_cookie("a")
      `,
    ],
    [
      'members that differ',
      python`
        def f(x: «Session|S» | «AsyncSession|AS», y: Union[«Session|S», «AsyncSession|AS»]): x.add(1), y.execute(1)
      `,
    ],
    [
      'the same type twice',
      python`
        def f(x: «Session|S» | "«Session|S»" | None): x.«add|S.add»(1)
      `,
    ],
    [
      'with an unknown type',
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
      'lists of unions',
      python`
        def f(xs: list[«Session|S» | None]):
            for x in xs: x.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
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
      'one option of a union',
      python`
        def f(x: «Session|S» | «AsyncSession|AS»):
            if isinstance(x, «AsyncSession|AS»):
                x.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'the other branch',
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
      'with a further condition',
      python`
        def f(x, y):
            if isinstance(x, «Session|S») and y and isinstance(y, «AsyncSession|AS»):
                x.«add|S.add»(1), y.«get_bind|AS.get_bind»()
      `,
    ],
    [
      'with an alternative condition',
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
      'a name bound again',
      python`
        def f(x):
            if isinstance(x, «Session|S»):
                x = make()
                x.add(1)
      `,
    ],
    [
      'a nested loop',
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
            error.«orig|sqlalchemy.exc.IntegrityError.orig»
        except («IntegrityError|sqlalchemy.exc.IntegrityError», «OperationalError|sqlalchemy.exc.OperationalError») as error:
            error.statement
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('deferred annotations and TYPE_CHECKING', () => {
  it.each([
    [
      'annotations with names defined later',
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
      'without the __future__ import',
      python`
        def f(a: A):
            a.session.add(1)
        class A:
            session: «Session|S»
      `,
    ],
    [
      'an import under TYPE_CHECKING',
      python`
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from sqlalchemy import «Engine|E»
        def f(e: "«Engine|E»"): e.«dispose|E.dispose»()
      `,
    ],
    [
      'an import under TYPE_CHECKING, or a fallback',
      python`
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from sqlalchemy import «Engine|E»
        else:
            Engine = Any
        def f(e: "«Engine|E»"): e.«dispose|E.dispose»()
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
    await expectResolved(source);
  });
});
