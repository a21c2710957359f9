import { describe, expect, it } from 'vitest';
import { resolveMarkedFiles, python } from './notation';

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarkedFiles(source);
  expect(actual).toBe(expected);
}

describe('names that their module binds more than once, as an importer sees them', () => {
  it.each([
    [
      'bound again',
      python`
        # base.py
        from sqlalchemy.orm import «sessionmaker|SM»
        Local = print
        Local = «sessionmaker|SM»()
        # use.py
        from base import Local
        with Local() as db: db.«add|S.add»(1)
      `,
    ],
    [
      'imported, then defined',
      python`
        # base.py
        from elsewhere import Unit
        from sqlalchemy.orm import «Session|S»
        class Unit:
            db: «Session|S»
        # use.py
        import base
        from base import Unit
        Unit().db.«add|S.add»(1), base.Unit().db.«add|S.add»(1)
      `,
    ],
    [
      'the other way around, and deleted',
      python`
        # base.py
        from sqlalchemy.orm import «Session|S»
        class Unit:
            db: «Session|S»
        class Gone:
            db: «Session|S»
        Unit = object()
        del Gone
        # use.py
        from base import Gone, Unit
        Unit().db.add(1), Gone().db.add(1)
      `,
    ],
    [
      'None first',
      python`
        # base.py
        from sqlalchemy import «create_engine|sqlalchemy.create_engine»
        engine = None
        engine = «create_engine|sqlalchemy.create_engine»("")
        # use.py
        from base import engine
        def f(): engine.«connect|E.connect»()
      `,
    ],
    [
      'by a function, with global',
      python`
        # base.py
        from sqlalchemy.orm import «sessionmaker|SM»
        Local = None
        Both = print
        def start():
            global Local, Both
            Local = «sessionmaker|SM»()
            Both = «sessionmaker|SM»()
        # use.py
        import base
        from base import Both
        def f():
            with base.Local() as db: db.«add|S.add»(1)
            with Both() as db: db.add(1)
      `,
    ],
    [
      'in try and except',
      python`
        # base.py
        try:
            from fast import Maker
        except ImportError:
            from sqlalchemy.orm import «sessionmaker|SM» as «Maker|SM»
        # use.py
        from base import «Maker|SM»
        «Maker|SM»()().«add|S.add»(1)
      `,
    ],
    [
      'under a condition',
      python`
        # base.py
        import sys
        from typing import TYPE_CHECKING
        from sqlalchemy.orm import «Session|S», «sessionmaker|SM»
        from sqlalchemy.ext.asyncio import «async_sessionmaker|ASM»
        if TYPE_CHECKING:
            «Db|S» = «Session|S»
        else:
            Db = object
        Local = «sessionmaker|SM»()
        if sys.argv:
            Local = «async_sessionmaker|ASM»()
        # use.py
        from base import «Db|S», Local
        def f(db: «Db|S»): db.«add|S.add»(1)
        Local().add(1)
      `,
    ],
    [
      'in circles',
      python`
        # one.py
        from two import b as a
        from two import a as b
        a = b
        # two.py
        from one import *
        from one import a, b
        a = b
        b = a
        a.add(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
