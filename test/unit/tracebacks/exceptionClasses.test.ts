import { describe, expect, it } from 'vitest';
import {
  classOf,
  isCatchAll,
  isCatchAllCode,
  isSameClass,
} from '../../../src/core/tracebacks/exceptionClasses';

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
    expect({ ...result, symbols: [...result.symbols].sort() }).toMatchObject(expected);
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

describe('isSameClass', () => {
  it.each([
    ['MissingGreenlet', 'sqlalchemy.exc.MissingGreenlet'],
    ['sqlalchemy.exc.MissingGreenlet', 'MissingGreenlet'],
    ['sqlalchemy.exceptions.MissingGreenlet', 'sqlalchemy.exc.MissingGreenlet'],
    ['sqlalchemy.orm.exc.NoResultFound', 'sqlalchemy.exc.NoResultFound'],
    ['sqlalchemy.orm.exc.ConcurrentModificationError', 'sqlalchemy.orm.exc.StaleDataError'],
    ['asyncpg.InterfaceError', 'asyncpg.exceptions._base.InterfaceError'],
    ['InterfaceError', 'asyncpg.exceptions._base.InterfaceError'],
    ['OperationalError', 'pymysql.err.OperationalError'],
    ['UniqueViolation', 'psycopg2.errors.UniqueViolation'],
    ['ValidationError', 'pydantic_core._pydantic_core.ValidationError'],
    ['pydantic.ValidationError', 'pydantic_core._pydantic_core.ValidationError'],
    ['KeyError', 'builtins.KeyError'],
    ['StockError', 'shop.errors.StockError'],
    ['shop.errors.StockError', 'StockError'],
    ['shop.StockError', 'shop.errors.StockError'],
  ])('%s is %s', (declared, raised) => {
    expect(isSameClass(classOf(declared), classOf(raised))).toBe(true);
  });

  it.each([
    ['IllegalStateChangeError', 'game.fsm.IllegalStateChangeError'],
    ['sqlalchemy.exc.IllegalStateChangeError', 'game.fsm.IllegalStateChangeError'],
    ['IntegrityError', 'shop.db.IntegrityError'],
    ['IntegrityError', '__main__.IntegrityError'],
    ['sqlalchemy.exc.InterfaceError', 'asyncpg.exceptions._base.InterfaceError'],
    ['fastapi.HTTPException', 'starlette.exceptions.HTTPException'],
    ['KeyError', 'shop.KeyError'],
    ['shop.errors.StockError', 'game.errors.StockError'],
    ['StockError', 'shop.errors.PriceError'],
    ['xd2s', 'sqlalchemy.exc.MissingGreenlet'],
  ])('%s is not %s', (declared, raised) => {
    expect(isSameClass(classOf(declared), classOf(raised))).toBe(false);
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
