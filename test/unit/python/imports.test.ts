import { describe, expect, it } from 'vitest';
import { resolveMarked } from './notation';

async function expectResolved(source: string, declared?: readonly string[]): Promise<void> {
  const { actual, expected } = await resolveMarked(source, declared);
  expect(actual).toBe(expected);
}

describe('imports', () => {
  it.each([
    ['a module', 'import sqlalchemy.orm\nsqlalchemy.orm.«Session|S»()\nsqlalchemy.nothing\n'],
    ['a module under another name', 'import sqlalchemy as sa\nsa.orm.«scoped_session|SS»\n'],
    ['a submodule under another name', 'import sqlalchemy.orm as o, os\no.«Session|S»\nos.Session\n'],
    ['several modules', 'import os, sqlalchemy.orm\nsqlalchemy.orm.«Session|S»\n'],
    [
      'two submodules of one package',
      'import sqlalchemy.orm\nimport sqlalchemy.ext.asyncio\nsqlalchemy.orm.«Session|S»\n',
    ],
    ['a name', 'from sqlalchemy.orm import «Session|S»\n«Session|S»()\n'],
    ['a name by another path', 'from sqlalchemy.orm.session import «Session|S»\n«Session|S»\n'],
    [
      'a name under another name',
      'from sqlalchemy.orm import «scoped_session|SS» as «ss|SS»\n«ss|SS»()\nscoped_session\n',
    ],
    [
      'names in parentheses',
      'from sqlalchemy.orm import (\n    «scoped_session|SS» as «ss|SS»,  # why\n    «Session|S»,\n)\n«ss|SS»(«Session|S»)\n',
    ],
    ['a module from its package', 'from sqlalchemy import orm\norm.«Session|S»\n'],
    ['inside a function', 'def f():\n    from fastapi import «Depends|D»\n    «Depends|D»()\nDepends()\n'],
    [
      'inside a class',
      'class A:\n    from fastapi import «Depends|D»\n    x = «Depends|D»()\n    def f(self):\n        Depends()\n',
    ],
    [
      'for type checkers only',
      'if TYPE_CHECKING:\n    from sqlalchemy.orm import «Session|S»\ndef f(s: «Session|S»): ...\n',
    ],
    [
      'either of two paths',
      'try:\n    from sqlalchemy.orm import «Session|S»\nexcept ImportError:\n    from sqlalchemy.orm.session import «Session|S»\n«Session|S»\ndef f():\n    «Session|S»\n',
    ],
    [
      'a known or an unknown path',
      'try:\n    from sqlalchemy.orm import «Session|S»\nexcept ImportError:\n    from compat import Session\n«Session|S»\ndef f():\n    «Session|S»\n',
    ],
    [
      'a fallback class defined in the file',
      'try:\n    from sqlalchemy.orm import «Session|S»\nexcept ImportError:\n    class Session: ...\nSession\ndef f():\n    Session\n',
    ],
    [
      'relative imports',
      'from .deps import Session\nfrom . import Depends\nfrom ..sqlalchemy.orm import scoped_session\nfrom ...fastapi import FastAPI\nSession, Depends, scoped_session, FastAPI\n',
    ],
    ["the user's own module", 'from app.db import Session\nSession()\n'],
    ['a class of the same name in another library', 'from requests import Session\nSession()\n'],
    [
      'a module that is a symbol',
      'from fastapi import «status|starlette.status»\n«status|starlette.status».«HTTP_200_OK|starlette.status.HTTP_200_OK»\n',
    ],
    [
      'a module without an alias',
      'import fastapi.status\nfrom starlette.status import «HTTP_200_OK|starlette.status.HTTP_200_OK»\n',
    ],
    ['an unknown name', 'from sqlalchemy.orm import nothing\nnothing\n'],
    ['on one line', 'import fastapi; fastapi.«Depends|D»()\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });

  it('does not resolve a name used before its import', async () => {
    await expectResolved('Session()\nfrom sqlalchemy.orm import «Session|S»\n«Session|S»()\n');
  });

  it('resolves names that archives declare, by the path they are imported from', async () => {
    const declared = [
      'django.db.models.Model',
      'linebot.v3.messaging.AsyncApiClient',
      'linebotx',
      'app.db.get_session',
    ];
    await expectResolved(
      'from django.db import models\nclass A(models.«Model|django.db.models.Model»): ...\n' +
        'from linebot.v3.messaging import «AsyncApiClient|linebot.v3.messaging.AsyncApiClient»\n' +
        'import «linebotx|linebotx»\n«linebotx|linebotx».x\n' +
        'from app.db import «get_session|app.db.get_session»\nfrom .db import get_session\n',
      declared,
    );
    await expectResolved('from django.db import models\nmodels.Model\n');
  });

  describe('star imports', () => {
    it.each([
      ['a known module', 'from sqlalchemy.orm import *\n«Session|S»()\nnothing\n'],
      ['before the import', 'Session()\nfrom sqlalchemy.orm import *\n'],
      ['in a function', 'from sqlalchemy.orm import *\ndef f():\n    «Session|S»()\n'],
      ['an explicit name wins', 'from requests import Session\nfrom sqlalchemy.orm import *\nSession()\n'],
      ["the file's own wins", 'class Session: ...\nfrom sqlalchemy.orm import *\nSession()\n'],
      ['a parameter wins', 'from sqlalchemy.orm import *\ndef f(Session): Session()\n'],
      [
        'the later wins',
        'from sqlalchemy.orm import *\nfrom sqlmodel import *\n«Session|sqlmodel.Session»\n',
      ],
      ['an unknown module', 'from .models import *\nSession()\n'],
      ['a module of one name only', 'from sqlalchemy import *\norm.Session\n'],
    ])('%s', async (_, source) => {
      await expectResolved(source);
    });
  });
});
