import { describe, expect, it } from 'vitest';
import { markedFiles, python } from './notation';

async function check(source: string): Promise<void> {
  const { found, wanted } = await markedFiles(source);
  expect(found).toBe(wanted);
}

describe('packages', () => {
  it.each([
    [
      'a package by its name',
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
      'exported again',
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
      'exported again, by everything',
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
      'exported again, several times',
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
      'a module below',
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
      'folders without __init__',
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
    await check(source);
  });
});

describe('names of other files', () => {
  it.each([
    [
      'by a condition',
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
      'for type checkers',
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
      'within a function',
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
      'what is not there',
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
      'what a file does not have',
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
      'a value that is overwritten in the end',
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
    await check(source);
  });
});
