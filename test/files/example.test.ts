import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/core/library/openLibrary';
import { readOccurrences } from '../../src/core/python/occurrences';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { SYMBOLS } from '../../src/core/symbolTable/symbolTable';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { folderSource } from '../../src/sources/folder';
import { exampleCode } from '../../src/vscode/walkthrough/exampleCode';
import { ROOT } from './run';

const ARCHIVE = join(ROOT, 'archive', 'fastapi-user-group');
const CODE = exampleCode({
  intro: 'the intro',
  lifespan: 'the lifespan',
  session: 'the session',
  scope: 'the scope',
  eagerLoading: 'the loading',
});

describe('the example of Getting Started', () => {
  /** Names of the entries that a hover over each symbol of the example lists. */
  const hovers = new Map<string, readonly string[]>();

  beforeAll(async () => {
    const source = folderSource(nodeFileSystem, ARCHIVE, 'fastapi-user-group');
    const library = await openLibrary([source], { createIndex: createInvertedIndex });
    const names = { symbols: SYMBOLS, declared: library.declaredSymbols() };
    for (const { symbol } of await readOccurrences(CODE, names)) {
      const entries = library
        .strongEntriesForSymbol(symbol)
        .map(({ entry }) => entry.id.split('/').at(-1) ?? '');
      hovers.set(symbol, entries);
    }
  });

  it.each([
    ['fastapi.Depends', 'request-lifecycle'],
    ['fastapi.Depends', 'async-session-per-request'],
    ['fastapi.FastAPI', 'request-lifecycle'],
    ['sqlalchemy.ext.asyncio.AsyncSession', 'async-session-per-request'],
    ['sqlalchemy.ext.asyncio.async_sessionmaker', 'async-session-per-request'],
    ['sqlalchemy.orm.relationship', 'async-join-missing-rows'],
    ['sqlalchemy.orm.selectinload', 'async-join-missing-rows'],
  ])('has %s, over which a hover lists %s', (symbol, entry) => {
    expect(hovers.get(symbol)).toContain(entry);
  });

  it('uses nothing that these entries advise against', () => {
    const discouraged = /scoped_session$|\.on_event$|\.orm\.Session$/;
    expect([...hovers.keys()].filter((symbol) => discouraged.test(symbol))).toEqual([]);
  });

  it('has each comment once, on a line of its own', () => {
    const comments = CODE.split('\n').flatMap((line) => /^ *# (.*)$/.exec(line)?.[1] ?? []);
    expect(comments).toEqual(['the intro', 'the lifespan', 'the session', 'the scope', 'the loading']);
  });
});
