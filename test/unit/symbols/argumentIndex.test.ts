import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, type Library } from '../../../src/core/library/library';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';

const entry = (id: string, frontMatter: string, text: string) =>
  [`${id}.md`, `---\nid: ${id}\ntitle: ${id}?\n${frontMatter}\n---\n\n> ${text}\n`] as const;

const FILES = Object.fromEntries([
  entry('block', '', 'SQLAlchemy\n>\n> ```python\n> items = relationship("Item", lazy="selectin")\n> ```'),
  entry('inline', 'symbols: [sqlalchemy.orm.selectinload]', "`lazy = 'selectin'` 로 두세요"),
  entry('chat', '', 'SQLAlchemy 에서 lazy=“selectin” 이면 됩니다'),
  entry('images', '', '`loading = "lazy"` 는 브라우저 얘기'),
  entry('about', 'symbols: [sqlalchemy.orm.selectinload]', '문서대로요'),
  entry('joined', 'symbols: [sqlalchemy.orm.joinedload]', 'lazy 는 joined 로'),
]);

describe('answers for an argument', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary([memorySource(FILES)], { createIndex: createInvertedIndex });
  });
  const answers = (symbol: string, keyword: string, value: string) =>
    library
      .entriesForArgument(symbol, keyword, value)
      .map(({ entry: { id }, confidence }) => `${id.replace('room/', '')} ${confidence}`);

  it('are entries with the value in their code, and then those about what it stands for', () => {
    expect(answers('sqlalchemy.orm.relationship', 'lazy', 'selectin')).toEqual([
      'block strong',
      'inline strong',
      'chat strong',
      'about weak',
    ]);
  });

  it('know the symbol by any of its paths', () => {
    expect(answers('sqlalchemy.orm.decl_api.relationship', 'lazy', 'selectin')).toEqual(
      answers('sqlalchemy.orm.relationship', 'lazy', 'selectin'),
    );
  });

  it('are none for a value that no entry has, though some are about what it stands for', () => {
    expect(answers('sqlalchemy.orm.relationship', 'lazy', 'joined')).toEqual([]);
    expect(library.hasEntriesForArgument('lazy', 'joined')).toBe(false);
  });

  it('are none for a symbol of a package that no entry is about', () => {
    expect(library.hasEntriesForArgument('lazy', 'selectin')).toBe(true);
    expect(answers('uvicorn.run', 'lazy', 'selectin')).toEqual([]);
    expect(answers('app.images.tag', 'loading', 'lazy')).toEqual([]);
  });

  it('do not mix up keywords and values', () => {
    expect(library.hasEntriesForArgument('loading', 'lazy')).toBe(true);
    expect(library.hasEntriesForArgument('lazy', 'loading')).toBe(false);
    expect(library.hasEntriesForArgument('lazy', 'constructor')).toBe(false);
  });
});
