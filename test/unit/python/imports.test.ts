import { describe, expect, it } from 'vitest';
import { marked } from './notation';

async function check(source: string, declared?: readonly string[]): Promise<void> {
  const { found, wanted } = await marked(source, declared);
  expect(found).toBe(wanted);
}

describe('imports', () => {
  it.each([
    ['a module', 'import sqlalchemy.orm\nsqlalchemy.orm.«Session|S»()\nsqlalchemy.nothing\n'],
    ['a module under another name', 'import sqlalchemy as sa\nsa.orm.«scoped_session|SS»\n'],
    ['a submodule under another name', 'import sqlalchemy.orm as o, os\no.«Session|S»\nos.Session\n'],
    ['several modules', 'import os, sqlalchemy.orm\nsqlalchemy.orm.«Session|S»\n'],
    [
      'two parts of one package',
      'import sqlalchemy.orm\nimport sqlalchemy.ext.asyncio\nsqlalchemy.orm.«Session|S»\n',
    ],
    ['a name', 'from sqlalchemy.orm import «Session|S»\n«Session|S»()\n'],
    ['a name by another path', 'from sqlalchemy.orm.session import «Session|S»\n«Session|S»\n'],
    [
      'a name under another name',
      'from sqlalchemy.orm import «scoped_session|SS» as «ss|SS»\n«ss|SS»()\nscoped_session\n',
    ],
    [
      'a list in parentheses',
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
      'one way or another',
      'try:\n    from sqlalchemy.orm import «Session|S»\nexcept ImportError:\n    from sqlalchemy.orm.session import «Session|S»\n«Session|S»\ndef f():\n    «Session|S»\n',
    ],
    [
      'one way, or one that is not known',
      'try:\n    from sqlalchemy.orm import «Session|S»\nexcept ImportError:\n    from compat import Session\n«Session|S»\ndef f():\n    «Session|S»\n',
    ],
    [
      'with a stand-in of its own',
      'try:\n    from sqlalchemy.orm import «Session|S»\nexcept ImportError:\n    class Session: ...\nSession\ndef f():\n    Session\n',
    ],
    [
      'relative',
      'from .deps import Session\nfrom . import Depends\nfrom ..sqlalchemy.orm import scoped_session\nfrom ...fastapi import FastAPI\nSession, Depends, scoped_session, FastAPI\n',
    ],
    ["the workspace's own", 'from app.db import Session\nSession()\n'],
    ['a look-alike', 'from requests import Session\nSession()\n'],
    [
      'a module that is a symbol',
      'from fastapi import «status|starlette.status»\n«status|starlette.status».HTTP_200_OK\n',
    ],
    ['a module by its place', 'import fastapi.status\nfrom starlette.status import HTTP_200_OK\n'],
    ['nothing it knows', 'from sqlalchemy.orm import nothing\nnothing\n'],
    ['on one line', 'import fastapi; fastapi.«Depends|D»()\n'],
  ])('%s', async (_, source) => {
    await check(source);
  });

  it('needs the import to come first', async () => {
    await check('Session()\nfrom sqlalchemy.orm import «Session|S»\n«Session|S»()\n');
  });

  it('resolves what an archive declares, by the path it is imported from', async () => {
    const declared = [
      'django.db.models.Model',
      'linebot.v3.messaging.AsyncApiClient',
      'linebotx',
      'app.db.get_session',
    ];
    await check(
      'from django.db import models\nclass A(models.«Model|django.db.models.Model»): ...\n' +
        'from linebot.v3.messaging import «AsyncApiClient|linebot.v3.messaging.AsyncApiClient»\n' +
        'import «linebotx|linebotx»\n«linebotx|linebotx».x\n' +
        'from app.db import «get_session|app.db.get_session»\nfrom .db import get_session\n',
      declared,
    );
    await check('from django.db import models\nmodels.Model\n');
  });

  describe('of everything', () => {
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
      await check(source);
    });
  });
});
