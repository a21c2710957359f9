import { describe, expect, it } from 'vitest';
import { isExceptionName } from '../../../src/core/tracebacks/exceptionNames';

describe('isExceptionName', () => {
  it.each([
    'KeyError',
    'MyException',
    'SAWarning',
    'KeyboardInterrupt',
    'ExceptionGroup',
    'ReadTimeout',
    'UserNotFound',
    'ForeignKeyViolation',
    'WebSocketDisconnect',
    'StopIteration',
    'SystemExit',
    '_PrivateError',
    '__DoublyPrivateError',
    'app.Error',
    'requests.Timeout',
    'app.exc.Refused',
    'exceptions.Refused',
    'app.errors.Refused',
    'httpcore._exceptions.Refused',
    'app.error.Refused',
    'app.exception.Refused',
    'app._exception.Refused',
    'socket.gaierror',
    'MissingGreenlet',
    'sqlalchemy.exc.NoResultFound',
    'shop.MissingGreenlet',
    'CycleDetected',
    `${'a'.repeat(194)}.Error`,
  ])('accepts %s', (name) => {
    expect(isExceptionName(name)).toBe(true);
  });

  it.each([
    'Error',
    'Warning',
    'Exit',
    'Timeout',
    'NotFound',
    'Violation',
    'Disconnect',
    'Interrupt',
    'Session',
    'sqlalchemy.orm.Session',
    'gaierror',
    'socket.error',
    'socket.os_error',
    'app.myerrors',
    'app.xerror.Value',
    'app.exc.CONSTANT',
    'app.exc.function',
    'app.exc._Refused',
    'app.excel.Refused',
    'keyError',
    'app.keyError',
    'Errors',
    'KeyErrors',
    'Empty1',
    'greenlet',
    `${'a'.repeat(195)}.Error`,
    '',
  ])('rejects %j', (name) => {
    expect(isExceptionName(name)).toBe(false);
  });
});
