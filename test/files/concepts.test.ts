import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/node/fileSystem';
import type { Library } from '../../src/core/library/library';
import { openLibrary } from '../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { fileSource, folderSource } from '../../src/sources/folder';
import { ROOT } from './run';

const ARCHIVES = join(ROOT, '..', 'shared', 'archives');

const open = (name: string): Promise<Library> =>
  openLibrary(
    [
      name.endsWith('.md')
        ? fileSource(nodeFileSystem, ARCHIVES, name)
        : folderSource(nodeFileSystem, join(ARCHIVES, name), name),
    ],
    { createIndex: createInvertedIndex },
  );

describe.skipIf(!existsSync(ARCHIVES))('concepts in third-party archives (skipped if unavailable)', () => {
  let room: Library;
  beforeAll(async () => {
    room = await open('fastapi-user-group.md');
  });

  it.each(['selectinload', 'joinedload', 'subqueryload', 'lazyload'])(
    'lead from %s to the thread about loading',
    (name) => {
      const [first] = room.entriesForSymbol(`sqlalchemy.orm.${name}`);
      expect(first?.entry.title).toContain('join한 테이블 데이터');
      expect(first?.confidence).toBe('weak');
    },
  );

  it('lead nowhere from symbols that the room never discusses', () => {
    for (const symbol of ['starlette.websockets.WebSocket', 'alembic.op.add_column', 'sqlalchemy.NullPool']) {
      expect(room.entriesForSymbol(symbol), symbol).toEqual([]);
    }
  });

  it.each(['python-discord-tags', 'wtfpython', 'wtfpython-ko', 'interview-questions-ko'])(
    'find nothing about SQLAlchemy in %s',
    async (name) => {
      const library = await open(name);
      expect(library.entries().length).toBeGreaterThan(20);
      for (const symbol of [
        'sqlalchemy.orm.Session.begin',
        'sqlalchemy.QueuePool',
        'sqlalchemy.ForeignKey',
      ]) {
        expect(library.entriesForSymbol(symbol), symbol).toEqual([]);
      }
    },
  );
});
