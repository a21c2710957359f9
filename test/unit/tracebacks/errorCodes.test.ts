import { describe, expect, it } from 'vitest';
import { errorCodesIn } from '../../../src/core/tracebacks/errorCodes';

const codes = (text: string) => errorCodesIn(text).map(({ family, code }) => `${family} ${code}`);

describe('errorCodesIn', () => {
  it.each([
    ['(Background on this error at: https://sqlalche.me/e/20/xd2s)', 'sqlalchemy xd2s'],
    ['http://sqlalche.me/e/3o7r', 'sqlalchemy 3o7r'],
    ['sqlalche.me/e/20/dbapi', 'sqlalchemy dbapi'],
    ['https://sqlalche.me/e/21/xd2s', 'sqlalchemy xd2s'],
    ['https://sqlalche.me/e/2000/xd2s', 'sqlalchemy xd2s'],
    ['https://docs.sqlalchemy.org/en/20/errors.html#error-xd2s', 'sqlalchemy xd2s'],
    ['field required (type=value_error.missing)', 'pydantic value_error.missing'],
    ['none (type=type_error.enum; enum_values=[])', 'pydantic type_error.enum'],
    ['Field required [type=missing, input_value={}]', 'pydantic missing'],
    ['https://errors.pydantic.dev/2.10/v/string_type', 'pydantic string_type'],
    ['https://errors.pydantic.dev/2.10/u/undefined-annotation', 'pydantic undefined-annotation'],
  ])('reads %j', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it.each([
    'https://sqlalche.me/e/20/xd',
    'https://sqlalche.me/e/20/toolong',
    'https://sqlalche.me/e/2000/xd',
    'https://sqlalche.me/e/2000/',
    'https://docs.sqlalchemy.org/en/20/orm/session.html#error-xd2s',
    'https://notsqlalche.me/e/20/xd2s',
    'https://sqlalche.me/x/20/xd2s',
    '[type=missing]',
    '[type=Missing, x]',
    'https://errors.pydantic.dev/2.10/x/missing',
    'https://errors.pydantic.dev/2.10/v/1',
    '',
  ])('finds none in %j', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('returns each code once, by library and then in order', () => {
    const text =
      '[type=b, x] https://sqlalche.me/e/14/xd2s [type=a, x] https://sqlalche.me/e/20/xd2s ' +
      'https://errors.pydantic.dev/2.10/v/a https://sqlalche.me/e/20/3o7r';
    expect(codes(text)).toEqual(['sqlalchemy xd2s', 'sqlalchemy 3o7r', 'pydantic b', 'pydantic a']);
  });
});
