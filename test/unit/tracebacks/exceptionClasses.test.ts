import { describe, expect, it } from 'vitest';
import { classOf, isCatchAll, isCatchAllCode } from '../../../src/core/tracebacks/exceptionClasses';

describe('classOf', () => {
  const known = { isBuiltin: false, isSpecific: true, isIdentifiedByValues: false, isDatabaseError: false };
  it.each([
    [
      'sqlalchemy.exc.MissingGreenlet',
      {
        ...known,
        name: 'MissingGreenlet',
        package: 'sqlalchemy',
        symbols: ['sqlalchemy.exc.MissingGreenlet'],
      },
    ],
    [
      'MissingGreenlet',
      { ...known, name: 'MissingGreenlet', package: '', symbols: ['sqlalchemy.exc.MissingGreenlet'] },
    ],
    [
      'sqlalchemy.orm.exc.MissingGreenlet',
      {
        ...known,
        name: 'MissingGreenlet',
        package: 'sqlalchemy',
        symbols: ['sqlalchemy.exc.MissingGreenlet'],
      },
    ],
    [
      'WebSocketException',
      {
        ...known,
        name: 'WebSocketException',
        package: '',
        symbols: ['fastapi.WebSocketException', 'starlette.exceptions.WebSocketException'],
        isSpecific: false,
      },
    ],
    [
      'starlette.x.WebSocketException',
      {
        ...known,
        name: 'WebSocketException',
        package: 'starlette',
        symbols: ['starlette.exceptions.WebSocketException'],
        isSpecific: false,
      },
    ],
    [
      'IntegrityError',
      {
        ...known,
        name: 'IntegrityError',
        package: '',
        symbols: ['sqlalchemy.exc.IntegrityError'],
        isDatabaseError: true,
      },
    ],
    [
      'InvalidRequestError',
      {
        ...known,
        name: 'InvalidRequestError',
        package: '',
        symbols: ['sqlalchemy.exc.InvalidRequestError'],
        isSpecific: false,
      },
    ],
    [
      'shop.MissingGreenlet',
      { ...known, name: 'MissingGreenlet', package: 'shop', symbols: [], isSpecific: false },
    ],
    [
      'sqlalchemyx.MissingGreenlet',
      { ...known, name: 'MissingGreenlet', package: 'sqlalchemyx', symbols: [], isSpecific: false },
    ],
    ['Session', { ...known, name: 'Session', package: '', isSpecific: false, symbols: [] }],
    [
      'KeyError',
      {
        name: 'KeyError',
        package: '',
        symbols: [],
        isBuiltin: true,
        isSpecific: false,
        isIdentifiedByValues: true,
        isDatabaseError: false,
      },
    ],
    [
      'builtins.RuntimeError',
      {
        name: 'RuntimeError',
        package: 'builtins',
        symbols: [],
        isBuiltin: true,
        isSpecific: false,
        isIdentifiedByValues: false,
        isDatabaseError: false,
      },
    ],
    ['shop.KeyError', { ...known, name: 'KeyError', package: 'shop', symbols: [], isSpecific: false }],
  ])('%s', (type, expected) => {
    const result = classOf(type);
    expect({ ...result, symbols: [...result.symbols].sort() }).toEqual(expected);
  });

  it('resolves a name that a package exports again', () => {
    expect(classOf('fastapi.WebSocketDisconnect').symbols).toEqual([
      'starlette.websockets.WebSocketDisconnect',
    ]);
  });

  it('takes a qualified TimeoutError of a library for the class of that library', () => {
    expect(classOf('asyncio.TimeoutError').isBuiltin).toBe(true);
    expect(classOf('sqlalchemy.exc.TimeoutError')).toMatchObject({
      isBuiltin: false,
      symbols: ['sqlalchemy.exc.TimeoutError'],
    });
  });
});

describe('catch-all classes', () => {
  it.each([
    ['InvalidRequestError', true],
    ['MissingGreenlet', false],
  ])('%s: %s', (name, expected) => {
    expect(isCatchAll(name)).toBe(expected);
  });

  it.each([
    ['dbapi', true],
    ['e3q8', true],
    ['xd2s', false],
    ['gkpj', false],
    ['3o7r', false],
    ['none', false],
  ])('the code %s: %s', (code, expected) => {
    expect(isCatchAllCode(code)).toBe(expected);
  });
});
