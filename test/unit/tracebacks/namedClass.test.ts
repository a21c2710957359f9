import { describe, expect, it } from 'vitest';
import { namedClass } from '../../../src/core/tracebacks/namedClass';

describe('namedClass', () => {
  it.each([
    ['저장하고 나면 DetachedInstanceError가 나요', 'DetachedInstanceError'],
    ['배포 뒤로 `MissingGreenlet` 오류가 계속 뜹니다', 'MissingGreenlet'],
    ['PendingRollbackError 때문에 배치가 멈춰요', 'PendingRollbackError'],
    ['NoForeignKeysError???', 'NoForeignKeysError'],
    ['We get a DetachedInstanceError as soon as the view renders', 'DetachedInstanceError'],
    ['the job dies with sqlalchemy.exc.MissingGreenlet on Fridays', 'sqlalchemy.exc.MissingGreenlet'],
    ['MissingGreenletが発生します', 'MissingGreenlet'],
  ])('is the one that occurs: %s', (text, type) => {
    const error = namedClass(text);
    expect(error?.type).toBe(type);
    expect(text.slice(error?.span.start, error?.span.end)).toBe(type);
  });

  it.each([
    'Raises DetachedInstanceError if the session is closed.',
    'except MissingGreenlet:',
    'from sqlalchemy.exc import MissingGreenlet',
    'We get MissingGreenlet here and DetachedInstanceError there',
    'we get an IntegrityError for the second file',
    'we get a KeyError',
    'we get a StockError',
    'OperationalError가 나요',
    '',
    `we get a MissingGreenlet ${'x'.repeat(3000)}`,
  ])('is none where it is not one, occurs in no sentence, or says little: %s', (text) => {
    expect(namedClass(text)).toBeUndefined();
  });
});
