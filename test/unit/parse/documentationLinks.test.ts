import { describe, expect, it } from 'vitest';
import { errorCodesInLinks, versionsInLinks } from '../../../src/core/parse/documentationLinks';

const link = (target: string) => ({ target, text: '', span: { start: 0, end: 0 } });

describe('links to documentation', () => {
  it.each([
    ['https://docs.sqlalchemy.org/en/14/orm/extensions/asyncio.html#x', 'sqlalchemy 1.4'],
    ['https://docs.pydantic.dev/2.6/concepts/', 'pydantic 2.6'],
    ['https://docs.djangoproject.com/en/4.2/ref/', 'django 4.2'],
    ['https://docs.python.org/ko/3.11/library/', 'python 3.11'],
  ])('%s implies %s', (target, version) => {
    expect(
      versionsInLinks([link(target), link(target)]).map((note) => `${note.package} ${note.version}`),
    ).toEqual([version]);
  });

  it.each([
    'https://docs.sqlalchemy.org/en/latest/',
    'https://docs.python.org/3/',
    'https://example.org/en/14/',
  ])('%s implies no version', (target) => {
    expect(versionsInLinks([link(target)])).toEqual([]);
  });

  it.each(['https://sqlalche.me/e/20/xd2s', 'https://docs.sqlalchemy.org/en/20/errors.html#error-xd2s'])(
    '%s explains xd2s',
    (target) => {
      expect(errorCodesInLinks([link(target)])).toEqual(['xd2s']);
    },
  );
});
