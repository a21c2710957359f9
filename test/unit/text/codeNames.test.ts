import { describe, expect, it } from 'vitest';
import { codeNamesOf } from '../../../src/core/text/codeNames';

const names = (text: string) => {
  const { syntax, own } = codeNamesOf(text);
  return { syntax: [...syntax].sort(), own: [...own].sort() };
};

describe('codeNamesOf', () => {
  it.each([
    ['rows = fetch(url, 5)', ['rows']],
    ['total: int = count(rows)', ['total']],
    ['def load(path, *parts, size: int = read(1)):', ['load', 'parts', 'path', 'size']],
    ['class Shelf(Base): code = Column(Integer)', ['code', 'shelf']],
    ['for key, value in pairs(rows): show(key)', ['key', 'value']],
    ['with open_all(x) as files: read(files)', ['files']],
  ])('finds the names that code binds: %s', (code, own) => {
    expect(names(code).own).toEqual(own);
  });

  it('does not count a name that is written in another case as well, an argument, or an attribute', () => {
    expect(names('session = Session(); run(bind=engine, x.y)').own).toEqual([]);
  });

  it('finds keywords, built-in names and numbers', () => {
    expect(names('async def f(self): return await len(3)').syntax).toEqual([
      '3',
      'async',
      'await',
      'def',
      'len',
      'return',
      'self',
    ]);
  });

  it('reads the parts of a text that are code', () => {
    const text = 'Why does my class return nothing?\n\nrow = get(1)\nprint(row)\n\nIt is for a friend.';
    expect(names(text)).toEqual({ syntax: ['1', 'print'], own: ['row'] });
    expect(names('What is a class for?')).toEqual({ syntax: [], own: [] });
  });
});
