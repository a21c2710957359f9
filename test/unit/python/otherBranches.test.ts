import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy import «Connection|C», «Engine|E»
  from sqlalchemy.orm import «Session|S»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('the other branch of a condition', () => {
  it.each([
    [
      'else',
      python`
        def f(db: «Session|S» | «AsyncSession|AS»):
            if isinstance(db, «AsyncSession|AS»):
                db.«add|AS.add»(1)
            else:
                db.«add|S.add»(1)
            db.add(1)
      `,
    ],
    [
      'elif',
      python`
        def f(x: «Session|S» | «Engine|E» | «Connection|C» | None):
            if isinstance(x, «Session|S»): x.«connection|S.connection»()
            elif isinstance(x, «Engine|E»): x.«connect|E.connect»()
            else: x.«closed|C.closed»
      `,
    ],
    [
      'after a branch that leaves',
      python`
        def f(x: «Session|S» | «Engine|E» | «Connection|C»):
            if isinstance(x, («Session|S», «Connection|C»)):
                return x
            x.«connect|E.connect»()
        def g(xs: list[«Session|S» | «Engine|E»]):
            for x in xs:
                if isinstance(x, «Session|S»): continue
                x.«connect|E.connect»()
            for y in xs:
                if isinstance(y, «Session|S»): print(y)
                y.connect()
        def h(x: «Session|S» | «Engine|E» | «Connection|C»):
            if isinstance(x, «Session|S»):
                raise ValueError
            elif isinstance(x, «Connection|C»):
                return
            x.«connect|E.connect»()
        def i(x):
            if isinstance(x, «Session|S»): pass
            else: raise TypeError
            x.«add|S.add»(1)
      `,
    ],
    [
      'not, and, or',
      python`
        def f(x: «Session|S» | «Engine|E» | «Connection|C», ok):
            if not isinstance(x, «Session|S»): x.add(1)
            else: x.«add|S.add»(1)
            if isinstance(x, «Session|S») or isinstance(x, «Engine|E»): x.connect()
            else: x.«closed|C.closed»
            if isinstance(x, («Session|S», «Connection|C»)) and ok: x.connect()
            else: x.connect()
            if not (isinstance(x, «Session|S») or ok): x.connect()
            if not (isinstance(x, «Session|S») or isinstance(x, «Connection|C»)): x.«connect|E.connect»()
      `,
    ],
    [
      'of a subclass, and of what is no union',
      python`
        class Own(«Session|S»): ...
        def f(x: Own | «Engine|E», y: «Session|S», z):
            if isinstance(x, «Session|S»): x.«add|S.add»(1)
            else: x.«connect|E.connect»()
            if isinstance(y, Own): y.«add|S.add»(1)
            else: y.«add|S.add»(1)
            if isinstance(z, «Session|S»): z.«add|S.add»(1)
            else: z.add(1)
      `,
    ],
    [
      'assigned in between',
      python`
        def f(x: «Session|S» | «Engine|E», y):
            z = x
            if isinstance(z, «Session|S»):
                z = y
                z.add(1)
            else:
                z.«connect|E.connect»()
                z = y
                z.connect()
            z.connect()
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('match', () => {
  it.each([
    [
      'patterns of classes',
      python`
        import sqlalchemy
        def f(x):
            match x:
                case «Session|S»():
                    x.«add|S.add»(1)
                case sqlalchemy.«Engine|E»() as engine:
                    engine.«connect|E.connect»(), x.«connect|E.connect»()
                case «AsyncSession|AS»(bind=bound) | «Connection|C»() as either:
                    either.in_transaction(), bound.connect()
                case _:
                    x.add(1)
      `,
    ],
    [
      'what is left',
      python`
        def f(x: «Session|S» | «Engine|E» | «Connection|C», y: «Session|S» | «Engine|E»):
            match x:
                case «Session|S»(): pass
                case «Connection|C»(): pass
                case other: other.«connect|E.connect»(), x.«connect|E.connect»()
            match y:
                case «Session|S»() if y.«new|S.new»: pass
                case rest: rest.connect()
            match y:
                case «Session|S»(bind=None): pass
                case _: y.connect()
            match f(x, y):
                case «Session|S»() as db: db.«add|S.add»(1)
                case [«Engine|E»() as first, *more]: first.«connect|E.connect»(), more.connect()
                case {"a": «Engine|E»()}: x.connect()
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('TYPE_CHECKING and exceptions', () => {
  it.each([
    [
      'the branch for types',
      python`
        import typing
        if typing.TYPE_CHECKING:
            «Db|S» = «Session|S»
        else:
            Db = object
            Db.add
        def f(db: «Db|S»): db.«add|S.add»(1)
      `,
    ],
    [
      'groups',
      python`
        from sqlalchemy.exc import «IntegrityError|sqlalchemy.exc.IntegrityError»
        try: pass
        except* «IntegrityError|sqlalchemy.exc.IntegrityError» as errors: errors.args
        try: pass
        except «IntegrityError|sqlalchemy.exc.IntegrityError» as error: error.args
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
