import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeHovers, loadHovers, scoresOfHovers, type HoverCase } from '../bench/hovers';
import { cli, ROOT } from './run';

describe('the judged symbols', () => {
  const cases = loadHovers(ROOT);

  it('are enough, each once, most of them only mentioned, half set aside', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(cases.filter(({ want }) => want.length === 0).length).toBeGreaterThanOrEqual(80);
    expect(new Set(cases.map(({ symbol, archive }) => `${archive} ${symbol}`)).size).toBe(cases.length);
    const held = cases.filter(({ half }) => half === 'held').length;
    expect(Math.abs(held / cases.length - 0.5)).toBeLessThan(0.05);
  });

  it.each(['fastapi-user-group', 'community', 'python-discord-tags'] as const)(
    'find the entries about them in %s, and no others',
    async (archive) => {
      const judged = await judgeHovers(ROOT, archive);
      if (judged === undefined) return;
      for (const half of ['tune', 'held'] satisfies HoverCase['half'][]) {
        const { precision, recall } = scoresOfHovers(judged.filter((one) => one.case.half === half));
        expect(precision, half).toBeGreaterThanOrEqual(0.95);
        expect(recall, half).toBeGreaterThanOrEqual(archive === 'fastapi-user-group' ? 0.95 : 0.85);
      }
    },
  );
});

describe('symbol', () => {
  const symbol = (...args: string[]) => {
    const { code, out, err } = cli(['symbol', ...args, '--json']);
    if (code !== 0) throw new Error(err);
    return JSON.parse(out) as readonly Readonly<Record<string, unknown>>[];
  };

  it('prints one object an entry, with exactly the documented keys', () => {
    const [first] = symbol('sqlalchemy.orm.scoped_session.remove', '--language', 'en');
    expect(Object.keys(first ?? {})).toEqual(['id', 'title', 'answer', 'sure', 'post', 'line']);
    expect(first).toEqual({
      id: 'fastapi-user-group/scoped-session-threads',
      title: 'Is a freshly created Session safe across threads without scoped_session?',
      answer: { text: expect.stringMatching(/^Yes: a `Session`/) as string, from: 'declared' },
      sure: true,
      post: 5,
      line: expect.any(Number) as number,
    });
  });

  it('says which entries are only near the symbol, and lists them last', () => {
    const sure = symbol('fastapi.HTTPException').map((item) => item['sure']);
    expect(sure.length).toBeGreaterThan(0);
    expect(sure).not.toContain(true);
    const mixed = symbol('sqlalchemy.orm.scoped_session').map((item) => item['sure']);
    expect(mixed).toContain(true);
    expect(mixed).toContain(false);
    expect(mixed.lastIndexOf(true)).toBeLessThan(mixed.indexOf(false));
  });

  it('knows no answer line and no post where there are none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
    try {
      const file = join(folder, 'a.md');
      writeFileSync(
        file,
        '---\nid: a\ntitle: Q?\nsymbols: [app.db.get_session]\nstatus: unanswered\n---\n\n> Hm?\n',
      );
      expect(symbol('app.db.get_session', '--source', file)).toEqual([
        {
          id: expect.stringMatching(/\/a$/) as string,
          title: 'Q?',
          answer: null,
          sure: true,
          post: null,
          line: 1,
        },
      ]);
      expect(symbol('app.nothing', '--source', file)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('takes the end of a name, and an argument', () => {
    const first = (name: string) => symbol(name)[0];
    expect(first('include_router')).toMatchObject({ id: 'fastapi-user-group/project-structure', sure: true });
    const argument = first('relationship(lazy="selectin")');
    expect(argument).toMatchObject({ id: 'fastapi-user-group/async-join-missing-rows', sure: true });
    expect(first('lazy="selectin"')).toEqual(argument);
  });

  it('prints a line an entry, with its answer line below', () => {
    const { code, out } = cli(['symbol', 'asyncio.gather', '--limit', '1']);
    expect(code).toBe(0);
    expect(out).toMatch(/^fastapi-user-group\/async-session-per-request\tabout\t.+\n {4}`yield` .+\n$/);
    expect(cli(['symbol', 'app.nothing'])).toMatchObject({
      code: 0,
      out: 'Nothing found for "app.nothing".\n',
    });
  });

  it('says which version was the last with a name, also without an entry', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
    try {
      const file = join(folder, 'a.md');
      writeFileSync(file, '---\nid: a\ntitle: Q?\nsymbols: [sqlalchemy.Engine.execute]\n---\n\n> Hm?\n');
      const gone = 'sqlalchemy.Engine.execute is in sqlalchemy until 1.4.\n';
      const until = [{ symbol: 'sqlalchemy.Engine.execute', package: 'sqlalchemy', version: '1.4' }];
      expect(symbol('Engine.execute', '--source', file)).toMatchObject([{ title: 'Q?', sure: true, until }]);
      expect(cli(['symbol', 'Engine.execute', '--source', file]).out).toMatch(
        new RegExp(`^${gone}.*/a\\tabout\\tQ\\?\n`),
      );
      expect(cli(['symbol', 'sqlalchemy.orm.relation', '--source', file])).toMatchObject({
        code: 0,
        out: 'sqlalchemy.orm.relation is in sqlalchemy until 1.4.\nNothing found for "sqlalchemy.orm.relation".\n',
        err: '',
      });
      expect(cli(['symbol', 'sqlalchemy.orm.relation', '--json', '--source', file])).toMatchObject({
        code: 0,
        out: '[]\n',
        err: 'sqlalchemy.orm.relation is in sqlalchemy until 1.4.\n',
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([[['symbol']], [['symbol', 'a', 'b']], [['symbol', ' ']]])('%j is a wrong command line', (args) => {
    const { code, err } = cli(args);
    expect(code).toBe(2);
    expect(err).toContain('"symbol" takes one name');
  });
});
