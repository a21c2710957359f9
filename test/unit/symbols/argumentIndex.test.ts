import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';
import { entryFile } from './entryFile';

const FILES = Object.fromEntries([
  entryFile(
    'block',
    '',
    'SQLAlchemy\n>\n> ```python\n> items = relationship("Item", lazy="selectin")\n> ```',
  ),
  entryFile('inline', 'symbols: [sqlalchemy.orm.selectinload]', "`lazy = 'selectin'` 로 두세요"),
  entryFile('chat', '', 'SQLAlchemy 에서 lazy=“selectin” 이면 됩니다'),
  entryFile('images', '', '`loading = "lazy"` 는 브라우저 얘기'),
  entryFile('about', 'symbols: [sqlalchemy.orm.selectinload]', '문서대로요'),
  entryFile('joined', 'symbols: [sqlalchemy.orm.joinedload]', 'lazy 는 joined 로'),
]);

describe('Library.entriesForArgument', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary([memorySource(FILES)], { createIndex: createInvertedIndex });
  });
  const answers = (symbol: string, keyword: string, value: string) =>
    library
      .entriesForArgument(symbol, keyword, value)
      .map(({ entry: { id }, confidence }) => `${id.replace('room/', '')} ${confidence}`);

  it('returns entries that speak of the argument, those about an equivalent, then those with it in sample code', () => {
    expect(answers('sqlalchemy.orm.relationship', 'lazy', 'selectin')).toEqual([
      'inline strong',
      'chat strong',
      'about strong',
      'block weak',
    ]);
  });

  it('says where', () => {
    const [inline] = library.entriesForArgument('sqlalchemy.orm.relationship', 'lazy', 'selectin');
    expect(inline?.targets).toEqual([{ language: 'ko', post: 0, words: ['selectin'] }]);
  });

  it('accepts any path of the symbol', () => {
    expect(answers('sqlalchemy.orm.decl_api.relationship', 'lazy', 'selectin')).toEqual(
      answers('sqlalchemy.orm.relationship', 'lazy', 'selectin'),
    );
  });

  it('returns entries about an equivalent though none has the argument itself', () => {
    expect(answers('sqlalchemy.orm.relationship', 'lazy', 'joined')).toEqual(['joined strong']);
    expect(library.hasEntriesForArgument('lazy', 'joined')).toBe(true);
    expect(answers('sqlalchemy.orm.relationship', 'lazy', 'raise')).toEqual([]);
    expect(library.hasEntriesForArgument('lazy', 'raise')).toBe(false);
  });

  it('finds an argument as someone types it, with and without a call', () => {
    const named = (name: string) =>
      library
        .entriesForName(name)
        .map(({ entry: { id }, confidence }) => `${id.replace('room/', '')} ${confidence}`);
    const all = answers('sqlalchemy.orm.relationship', 'lazy', 'selectin');
    expect(named('relationship(lazy="selectin")')).toEqual(all);
    expect([...named("lazy='selectin'")].sort()).toEqual([...all].sort());
    expect(named('lazy=selectin')).toEqual(named('lazy="selectin"'));
  });

  it('returns nothing for a symbol of a package that no entry is about', () => {
    expect(library.hasEntriesForArgument('lazy', 'selectin')).toBe(true);
    expect(answers('uvicorn.run', 'lazy', 'selectin')).toEqual([]);
    expect(answers('app.images.tag', 'loading', 'lazy')).toEqual([]);
  });

  it('distinguishes keywords and values', () => {
    expect(library.hasEntriesForArgument('loading', 'lazy')).toBe(true);
    expect(library.hasEntriesForArgument('lazy', 'loading')).toBe(false);
    expect(library.hasEntriesForArgument('lazy', 'constructor')).toBe(false);
  });
});
