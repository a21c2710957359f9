import { describe, expect, it } from 'vitest';
import { resolveMarked, resolveMarkedFiles, python } from './notation';

const IMPORTS = python`
  from fastapi import «Depends|D», «Request|RQ», «WebSocket|WS»
  from sqlalchemy import «create_engine|sqlalchemy.create_engine», «func|sqlalchemy.func»
  from sqlalchemy.orm import «Session|S»
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('variables that hold the value of a library’s property', () => {
  it.each([
    [
      'assigned',
      python`
        def who(request: «Request|RQ»):
            visitor = request.«user|RQ.user»
            return visitor, visitor.name
      `,
    ],
    [
      'of the same name',
      python`
        def show(request: «Request|RQ»):
            cookies = request.«cookies|RQ.cookies»
            print(cookies)
      `,
    ],
    [
      'a parameter that a dependency gives',
      python`
        def scopes(request: «Request|RQ»):
            return request.«auth|RQ.auth»
        def show(granted=«Depends|D»(scopes)):
            print(granted)
      `,
    ],
    [
      'what a function returns',
      python`
        def verb(request: «Request|RQ»):
            return request.«method|RQ.method»
        def show(request: «Request|RQ»):
            word = verb(request)
            print(word)
      `,
    ],
    [
      'a loop, a walrus, a tuple and a context manager',
      python`
        def show(request: «Request|RQ»):
            for part in request.«cookies|RQ.cookies»: print(part)
            if (found := request.«user|RQ.user»): print(found)
            one, two = request.«method|RQ.method», request.«auth|RQ.auth»
            print(one, two)
            with request.«user|RQ.user» as entered: print(entered)
      `,
    ],
    [
      'either of two',
      python`
        def show(request: «Request|RQ», is_user):
            if is_user:
                value = request.«user|RQ.user»
            else:
                value = request.«user|RQ.user»
            print(value)
      `,
    ],
    [
      'an attribute of the reader’s own',
      python`
        class Page:
            def __init__(self, request: «Request|RQ»):
                self.user = request.«user|RQ.user»
            def show(self):
                viewer = self.user
                return viewer
      `,
    ],
    [
      'a variable that holds such a variable',
      python`
        def show(socket: «WebSocket|WS»):
            first = socket.«user|WS.user»
            second = first
            third = second if second else first
            print(second, third)
      `,
    ],
    [
      'a constant',
      python`
        import pydantic
        version = pydantic.«VERSION|pydantic.VERSION»
        print(version)
      `,
    ],
    [
      'a nested function’s',
      python`
        def outer(request: «Request|RQ»):
            user = request.«user|RQ.user»
            def inner():
                return user
            return lambda: (inner(), user)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });

  it('imported from a module of the reader’s own', async () => {
    const { actual, expected } = await resolveMarkedFiles(python`
      # context.py
      from starlette.requests import «Request|RQ»
      current = «Request|RQ»({})
      user = current.«user|RQ.user»
      # page.py
      import context
      from context import current, user
      print(user, context.user, current.«user|RQ.user»)
      me = user
      print(me)
    `);
    expect(actual).toBe(expected);
  });
});

describe('aliases', () => {
  it.each([
    ['a class', '«Db|S» = «Session|S»\ndef f(db: «Db|S»): db.«add|S.add»(1)\n'],
    [
      'a function',
      '«make|sqlalchemy.create_engine» = «create_engine|sqlalchemy.create_engine»\n«make|sqlalchemy.create_engine»("").«connect|E.connect»()\n',
    ],
    [
      'a method of an object',
      'def f(db: «Session|S»):\n    «run|S.execute» = db.«execute|S.execute»\n    «run|S.execute»(1)\n',
    ],
    [
      'a method whose result is not known',
      'def f(db: «Session|S»):\n    «add|S.add» = db.«add|S.add»\n    «add|S.add»(1)\n',
    ],
    ['a method of a class', '«run|S.execute» = «Session|S».«execute|S.execute»\n'],
    ['an instance', 'db = «Session|S»()\ndb.«add|S.add»(1)\n'],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
