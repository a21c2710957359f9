import { describe, expect, it } from 'vitest';
import { resolveMarked } from './notation';

const IMPORTS =
  'from sqlalchemy.orm import «Session|S», «scoped_session|SS»\nfrom fastapi import «Depends|D»\n';

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('a local name hides an import', () => {
  it.each([
    ['parameter', 'def f(Session): Session()\n'],
    ['parameter with a default', 'def f(Session=«Session|S»): Session()\n'],
    ['parameter with an annotation', 'def f(Session: «Session|S»): Session()\n'],
    ['star parameters', 'def f(*Session, **Depends): Session, Depends, «scoped_session|SS»\n'],
    ['keyword-only parameter', 'def f(*, Session): Session\n'],
    ['positional-only parameter', 'def f(Session, /): Session\n'],
    ['lambda parameter', 'f = lambda Session, *Depends: Session(Depends)\n«Session|S»\n'],
    ['lambda default', 'f = lambda x=«Session|S»: x\n'],
    ['assignment', 'def f():\n    Session = make()\n    Session()\n«Session|S»\n'],
    ['later assignment', 'def f():\n    Session()\n    Session = make()\n'],
    [
      'tuple assignment',
      'def f():\n    Session, (Depends, *scoped_session) = make()\n    Session, Depends, scoped_session\n',
    ],
    ['annotation without a value', 'def f():\n    Session: int\n    Session\n'],
    ['augmented assignment', 'def f():\n    Session += 1\n    Session\n'],
    ['for target', 'def f():\n    for Session in xs: Session\n    Session\n'],
    ['for targets', 'def f():\n    for i, (Session, Depends) in xs: Session(Depends)\n'],
    ['with', 'def f():\n    with open(p) as Session: Session\n'],
    ['async with', 'async def f():\n    async with a() as b, c() as Session: Session\n'],
    ['except', 'def f():\n    try: ...\n    except E as Session: Session\n'],
    ['walrus', 'def f():\n    if (Session := make()): Session\n    Session\n'],
    ['walrus in an argument', 'def f():\n    g(Session := make())\n    Session\n'],
    ['walrus in a comprehension', 'def f():\n    [Session := x for x in xs]\n    Session\n'],
    ['match capture', 'def f(x):\n    match x:\n        case Session: Session\n'],
    [
      'match captures',
      'def f(x):\n    match x:\n        case [Session, *Depends]: Session, Depends\n        case {"a": scoped_session}: scoped_session\n',
    ],
    ['match as', 'def f(x):\n    match x:\n        case int() as Session: Session\n'],
    ['nested def', 'def f():\n    def Session(): ...\n    Session()\n'],
    ['nested class', 'def f():\n    class Session: ...\n    Session()\n'],
    ['local import', 'def f():\n    from requests import Session\n    Session()\n'],
    ['local del', 'def f():\n    del Session\n    Session\n'],
    ['an enclosing function', 'def f(Session):\n    def g():\n        Session()\n    lambda: Session\n'],
    ['an enclosing function, bound later', 'def f():\n    def g():\n        Session()\n    Session = 1\n'],
    [
      'type parameter',
      'def f[Session](x: Session) -> Session: Session\nclass A[Session](Base[Session]): x: Session\n«Session|S»\n',
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('module level', () => {
  it.each([
    ['a class of the file', '«Session|S»\nclass Session: ...\nSession()\ndef f(): Session()\n'],
    ['a class that extends the import', 'class Session(«Session|S»): ...\nSession()\n'],
    ['a function of the file', 'def Depends(): ...\nDepends()\n'],
    ['an assignment', 'Session = make(«Session|S»)\nSession()\ndef f(): Session()\n'],
    ['another import', 'from requests import Session\nSession()\n'],
    [
      'another import of a symbol',
      'from sqlmodel import «Session|sqlmodel.Session»\n«Session|sqlmodel.Session»()\ndef f(): Session()\n',
    ],
    ['del', '«Session|S»\ndel «Session|S»\nSession\n'],
    ['in a branch', 'if x:\n    Session = None\nSession\n'],
    ['in the other branch', 'if x:\n    Session = None\nelse:\n    «Session|S»\n'],
    ['in a loop', 'for Session in xs: ...\nSession\n'],
    [
      'in a clause that does not match',
      'match x:\n    case 1:\n        Session = None\n    case 2:\n        «Session|S»\n',
    ],
    ['in a handler', 'try:\n    «Session|S»\nexcept E:\n    Session = None\nSession\n'],
    ['in finally', 'try: ...\nfinally:\n    Session = None\nSession\n'],
    ['by a global statement', 'def f():\n    global Session\n    Session = None\ndef g(): Session\n'],
    ['by a type statement', 'type Session = int\nSession\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('classes', () => {
  it.each([
    [
      'names of the body are not visible in methods',
      'class A:\n    Session = 1\n    def f(self): «Session|S»()\n    x = Session\n',
    ],
    [
      'the body sees outer names before it binds them',
      'class A:\n    «Session|S» = «Session|S»\n    «y|S» = «Session|S»\n',
    ],
    [
      'the body sees outer names until it binds them',
      'class A:\n    «y|S» = «Session|S»\n    Session = 1\n    z = Session\n',
    ],
    ['a nested class', 'class A:\n    Session = 1\n    class B:\n        «x|S» = «Session|S»\n'],
    ['a comprehension in a class', 'class A:\n    Session = 1\n    x = [«Session|S» for y in Session]\n'],
    ['an attribute named like its type', 'class A:\n    Session: «Session|S»\n    x: Session\n'],
    ['a method named like an import', 'class A:\n    def Depends(self): ...\n    def f(self): «Depends|D»\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('comprehensions', () => {
  it.each([
    ['a list', '[Session for Session in xs]\n«Session|S»\n'],
    ['a set', '{Session for Session in xs if Session}\n'],
    ['a dictionary', '{Session: Depends for Session, Depends in xs}\n'],
    ['a generator', '(Session for Session in xs)\n'],
    ['an argument', 'f(Session for Session in xs)\n«Session|S»\n'],
    ['the first iterable is evaluated outside', '[Session for Session in «Session|S»]\n'],
    ['the second iterable is evaluated inside', '[y for Session in xs for y in Session]\n'],
    ['nested', '[[Session for x in Session] for Session in xs]\n'],
    ['other names', '[«Session|S»() for x in xs if «Depends|D»]\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('global and nonlocal', () => {
  it.each([
    ['global', 'def f(Session):\n    def g():\n        global Session\n        «Session|S»\n    Session\n'],
    [
      'nonlocal',
      'def f():\n    Session = 1\n    def g():\n        nonlocal Session\n        Session = 2\n        Session\n',
    ],
    [
      'nonlocal import',
      'def f():\n    from fastapi import «FastAPI|F»\n    def g():\n        nonlocal FastAPI\n        «FastAPI|F»\n',
    ],
    [
      'global import',
      'def f():\n    global FastAPI\n    from fastapi import «FastAPI|F»\ndef g(): «FastAPI|F»\n',
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
