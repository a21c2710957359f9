import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entries, ROOT } from './run';

const ARCHIVES = join(ROOT, '..', 'shared', 'archives');

describe('symbols of the bundled archive', () => {
  it('are those that an entry declares, then those that it mentions, each once', () => {
    for (const { symbols } of entries()) expect(new Set(symbols).size).toBe(symbols.length);
    const { symbols } = entries().find(({ id }) => id.endsWith('/scoped-session-threads')) ?? { symbols: [] };
    expect(symbols.slice(0, 4)).toEqual([
      'sqlalchemy.orm.scoped_session',
      'sqlalchemy.orm.Session',
      'sqlalchemy.orm.sessionmaker',
      'sqlalchemy.exc.IllegalStateChangeError',
    ]);
    expect(symbols.length).toBeGreaterThan(4);
  });
});

describe.skipIf(!existsSync(ARCHIVES))('symbols of third-party archives (skipped if unavailable)', () => {
  it('are those that the threads of the room mention, though none declares any', () => {
    const items = entries('--source', join(ARCHIVES, 'fastapi-user-group.md'));
    expect(items.map(({ symbols }) => symbols)).toEqual([
      ['sqlalchemy.orm.scoped_session', 'sqlalchemy.orm.Session'],
      [],
      ['sqlalchemy.ext.asyncio.async_scoped_session', 'fastapi.Depends'],
      [],
      [],
      [],
      [],
      ['uvicorn.run'],
    ]);
  });

  it.each(['python-discord-tags', 'interview-questions-ko', 'wtfpython', 'wtfpython-ko'])(
    'are not found in %s, which is about Python only',
    (name) => {
      const items = entries('--source', join(ARCHIVES, name));
      expect(items.length).toBeGreaterThan(20);
      expect(items.flatMap(({ symbols }) => symbols)).toEqual([]);
    },
  );
});
