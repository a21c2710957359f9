import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, fixture, ROOT } from './run';

interface ResolvedItem {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly name: string;
  readonly symbol: string;
}

function resolve(path: string, ...args: readonly string[]): readonly ResolvedItem[] {
  const { code, out, err } = cli(['resolve', path, '--json', ...args]);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as readonly ResolvedItem[];
}

describe('resolve', () => {
  it.each(['app', 'broken', 'crlf'])('prints line, column, name and symbol of %s.py', async (name) => {
    const { code, out, err } = cli(['resolve', fixture(`python/${name}.py`)]);
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot(fixture(`python/${name}.txt`));
  });

  it.each(['models', 'views'])('resolves names that only an archive declares in %s.py', async (name) => {
    const source = ['--source', fixture('django/archive')];
    const { code, out, err } = cli(['resolve', fixture(`django/shop/${name}.py`), ...source]);
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot(fixture(`django/shop/${name}.txt`));
  });

  it('prints one object per occurrence, with exactly the documented keys', () => {
    const items = resolve(fixture('python/crlf.py'));
    expect(items).toEqual(
      [
        { line: 1, column: 28, endColumn: 35 },
        { line: 4, column: 5, endColumn: 12 },
        { line: 5, column: 13, endColumn: 20 },
        { line: 7, column: 1, endColumn: 8 },
      ].map((range) => ({ ...range, name: 'Session', symbol: 'sqlalchemy.orm.Session' })),
    );
  });

  it.each(['app', 'broken'])('prints positions of the names in %s.py', (name) => {
    const lines = readFileSync(fixture(`python/${name}.py`), 'utf8').split('\n');
    const items = resolve(fixture(`python/${name}.py`));
    expect(items.length).toBeGreaterThan(3);
    for (const { line, column, endColumn, name } of items) {
      expect(lines[line - 1]?.slice(column - 1, endColumn - 1)).toBe(name);
    }
  });

  it('resolves names that archives declare or write out', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
    try {
      const file = join(folder, 'bot.py');
      writeFileSync(
        file,
        'from linebot.v3.messaging import AsyncApiClient\nfrom app.db import get_session\n',
      );
      writeFileSync(join(folder, 'a.md'), '---\ntitle: Q?\nsymbols: app.db.get_session\n---\n\n> A\n');
      const symbols = (...args: string[]) => resolve(file, ...args).map(({ symbol }) => symbol);
      expect(symbols()).toEqual(['linebot.v3', 'linebot.v3.messaging.AsyncApiClient']);
      expect(symbols('--source', join(folder, 'a.md'))).toEqual(['app.db.get_session']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reads standard input', () => {
    const { code, out } = cli(['resolve', '-'], 'import fastapi\nfastapi.Depends\n');
    expect([code, out]).toEqual([0, '2:9 Depends → fastapi.Depends\n']);
  });

  it('respects the limit, and prints nothing if there are no occurrences', () => {
    expect(resolve(fixture('python/crlf.py'), '--limit', '1')).toHaveLength(1);
    expect(cli(['resolve', '-'], '')).toEqual({ code: 0, out: '', err: '' });
    expect(cli(['resolve', '-', '--json'], '').out).toBe('[]\n');
  });

  it.each([
    [fixture('python/nowhere.py'), 'nowhere.py" cannot be read: it does not exist.'],
    [fixture('python'), 'python" cannot be read: it is a folder.'],
    [fixture('python/picture.py'), 'picture.py" cannot be read: it is not UTF-8 text. Save it as UTF-8.'],
  ])('reports what is wrong with %s', (path, message) => {
    const { code, out, err } = cli(['resolve', path]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(message);
  });

  it.each([[['resolve']], [['resolve', 'a.py', 'b.py']], [['resolve', '']]])(
    'explains the usage for %j',
    (args) => {
      const { code, err } = cli(args);
      expect(code).toBe(2);
      expect(err).toContain('"resolve" takes one Python file, or "-" for standard input.');
    },
  );

  it('resolves the sample project', () => {
    const symbols = (name: string) =>
      new Set(resolve(join(ROOT, 'examples', 'fastapi-sqlalchemy', 'app', name)).map(({ symbol }) => symbol));
    expect(symbols('db.py')).toEqual(
      new Set([
        'fastapi.Depends',
        'sqlalchemy.ext.asyncio.AsyncSession',
        'sqlalchemy.ext.asyncio.async_sessionmaker',
        'sqlalchemy.ext.asyncio.create_async_engine',
      ]),
    );
    expect(symbols('legacy.py')).toEqual(
      new Set([
        'sqlalchemy.create_engine',
        'sqlalchemy.select',
        'sqlalchemy.orm.scoped_session',
        'sqlalchemy.orm.sessionmaker',
        'sqlalchemy.orm.scoped_session.remove',
        'sqlalchemy.Select.where',
        'sqlalchemy.orm.Session.add',
        'sqlalchemy.orm.Session.commit',
        'sqlalchemy.orm.Session.scalar',
      ]),
    );
  });
});
