import { describe, expect, it } from 'vitest';
import { resolveMarkedFiles, python } from './notation';

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarkedFiles(source);
  expect(actual).toBe(expected);
}

describe("imports of the user's own modules", () => {
  it.each([
    [
      'an absolute import',
      python`
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        def get_db() -> «Session|S»: ...
        # app/main.py
        from app.db import db, get_db
        db.«add|S.add»(1), get_db().«add|S.add»(1)
      `,
    ],
    [
      'from a sibling folder',
      python`
        # db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # main.py
        from db import db
        import db as module
        db.«add|S.add»(1), module.db.«add|S.add»(1)
      `,
    ],
    [
      'under an alias',
      python`
        # app/__init__.py
        # app/db.py
        from sqlalchemy.orm import «Session|S» as «S|S», «sessionmaker|SM»
        make = «sessionmaker|SM»()
        # app/main.py
        from app.db import «S|S» as «Local|S», make as build
        from app import db as other
        «Local|S»().«add|S.add»(1), build().«add|S.add»(1), other.make().«add|S.add»(1), other.«S|S»
      `,
    ],
    [
      'relative, same folder',
      python`
        # app/__init__.py
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # app/main.py
        from .db import db
        from . import db as module
        db.«add|S.add»(1), module.db.«add|S.add»(1)
      `,
    ],
    [
      'relative, one level up',
      python`
        # app/__init__.py
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # app/api/__init__.py
        # app/api/users.py
        from ..db import db
        from .. import db as module
        db.«add|S.add»(1), module.db.«add|S.add»(1)
      `,
    ],
    [
      'relative, two and three levels up',
      python`
        # app/core/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # app/api/v1/users.py
        from ...core.db import db
        db.«add|S.add»(1)
        # app/api/v1/admin/users.py
        from ....core.db import db
        db.«add|S.add»(1)
      `,
    ],
    [
      'relative, above the top package',
      python`
        # db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # app/main.py
        from ..db import db
        db.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('search path', () => {
  it.each([
    [
      'src',
      python`
        # src/app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # src/app/main.py
        from app.db import db
        db.«add|S.add»(1)
        # tests/test_db.py
        from app.db import db
        db.«add|S.add»(1)
      `,
    ],
    [
      'a backend folder',
      python`
        # backend/app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # backend/app/api/users.py
        from app.db import db
        db.«add|S.add»(1)
        # backend/tests/test_db.py
        from app.db import db
        db.«add|S.add»(1)
        # frontend/x.py
        from app.db import db
        db.add(1)
      `,
    ],
    [
      'packages up to the root',
      python`
        # backend/__init__.py
        # backend/app/__init__.py
        # backend/app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # backend/app/main.py
        from app.db import db
        from backend.app.db import db as full
        db.«add|S.add»(1), full.«add|S.add»(1)
      `,
    ],
    [
      'a package before a module',
      python`
        # db.py
        from requests import Session
        db = Session()
        # db/__init__.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # main.py
        from db import db
        db.«add|S.add»(1)
      `,
    ],
    [
      'the nearest module',
      python`
        # db.py
        from requests import Session
        db = Session()
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # app/main.py
        from db import db
        db.«add|S.add»(1)
      `,
    ],
    [
      'a name of a package that is also a submodule',
      python`
        # app/__init__.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        # app/db.py
        from requests import Session
        # main.py
        from app import db
        db.«add|S.add»(1)
      `,
    ],
    [
      'a library rather than a folder of the same name',
      python`
        # fastapi/__init__.py
        class Depends: ...
        # sqlalchemy/orm.py
        class Session: ...
        # main.py
        from fastapi import «Depends|D»
        from sqlalchemy.orm import «Session|S»
        «Depends|D»(), «Session|S»().«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
