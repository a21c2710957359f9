import { describe, expect, it } from 'vitest';
import { resolveMarkedFiles, python } from './notation';

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarkedFiles(source);
  expect(actual).toBe(expected);
}

describe('packages', () => {
  it.each([
    [
      'an imported package',
      python`
        # app/__init__.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # main.py
        import app
        from app import db
        app.db.«add|S.add»(1), db.«add|S.add»(1)
      `,
    ],
    [
      'a re-export',
      python`
        # app/__init__.py
        from .db import db, get_db as get
        from .db import «Session|S»
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        def get_db(): yield db
        # main.py
        from app import db, get, «Session|S»
        from fastapi import «Depends|D»
        db.«add|S.add»(1), «Session|S»().«add|S.add»(1)
        def f(s=«Depends|D»(get)): s.«add|S.add»(1)
      `,
    ],
    [
      'a re-export by a star import',
      python`
        # app/__init__.py
        from .db import *
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        _hidden = «Session|S»()
        # main.py
        from app import db, _hidden
        from app import *
        db.«add|S.add»(1), _hidden.add(1), «Session|S»().«add|S.add»(1)
      `,
    ],
    [
      'a chain of re-exports',
      python`
        # a/__init__.py
        from .b import db
        # a/b/__init__.py
        from .c import db
        # a/b/c/__init__.py
        from .d import db
        # a/b/c/d.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # main.py
        from a import db
        db.«add|S.add»(1)
      `,
    ],
    [
      'a submodule',
      python`
        # app/__init__.py
        # app/db/__init__.py
        # app/db/session.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # main.py
        import app.db.session
        import app.db.session as s
        from app.db import session
        from app import db
        app.db.session.db.«add|S.add»(1), s.db.«add|S.add»(1), session.db.«add|S.add»(1), db.session.db.«add|S.add»(1)
      `,
    ],
    [
      'namespace packages',
      python`
        # app/core/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # app/main.py
        from app.core.db import db
        import app.core.db as module
        db.«add|S.add»(1), module.db.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('names of other modules', () => {
  it.each([
    [
      'bound conditionally',
      python`
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        try:
            from app.fast import db
        except ImportError:
            db = «Session|S»()
        # app/fast.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # app/main.py
        from app.db import db
        db.«add|S.add»(1)
      `,
    ],
    [
      'imported under TYPE_CHECKING',
      python`
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        class Database:
            session: «Session|S»
        # app/main.py
        from __future__ import annotations
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from app.db import Database
        def f(d: Database): d.session.«add|S.add»(1)
      `,
    ],
    [
      'imported in a function',
      python`
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # app/main.py
        def f():
            from app.db import db
            db.«add|S.add»(1)
      `,
    ],
    [
      'a missing module',
      python`
        # app/main.py
        from app.db import db
        from .nothing import x
        from . import y
        import app.nothing
        db.add(1), x.add(1), y.add(1), app.nothing.add(1)
      `,
    ],
    [
      'a name that the module lacks',
      python`
        # app/db.py
        x = 1
        # app/main.py
        from app.db import db, x
        import app.db
        db.add(1), x.add(1), app.db.db.add(1)
      `,
    ],
    [
      'a value overwritten later',
      python`
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        db = something()
        # app/main.py
        from app.db import db
        db.add(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
