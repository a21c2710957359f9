import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, type Library } from '../../../src/core/library';
import { createMiniSearchIndex } from '../../../src/core/search/minisearchIndex';
import { memorySource } from '../memory';

const entry = (id: string, frontMatter: string, text: string) =>
  [`${id}.md`, `---\nid: ${id}\ntitle: ${id}?\n${frontMatter}\n---\n\n> ${text}\n`] as const;
const DOCS = 'https://docs.sqlalchemy.org/en/20/orm/session_api.html#sqlalchemy.orm.Session';

const FILES = Object.fromEntries([
  entry('declared-of-two', 'symbols: [sqlalchemy.orm.session.Session, sqlalchemy.select]', '답'),
  entry('declared-only', 'symbols: [sqlalchemy.orm.Session]', '답'),
  entry('member', 'symbols: [sqlalchemy.orm.Session.execute]', '답'),
  entry('link', '', `[문서](${DOCS})`),
  entry('code', '', 'SQLAlchemy `Session`'),
  entry('prose', '', 'SQLAlchemy Session'),
  entry('prose-newer', 'date: 2025-03', 'SQLAlchemy Session'),
  entry('prose-open', 'date: 2026-01\nstatus: unanswered', 'SQLAlchemy Session'),
  entry('own', 'symbols: [app.db.get_session]', '답'),
  entry('nothing', '', '답'),
]);

describe('the library', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary([memorySource(FILES)], { createIndex: createMiniSearchIndex });
  });
  const answers = (symbol: string) =>
    library.answersFor(symbol).map(({ entry, from }) => `${entry.id.replace('room/', '')} ${from}`);

  it('has answers for a symbol, best first', () => {
    expect(answers('sqlalchemy.orm.Session')).toEqual([
      'declared-only declared',
      'declared-of-two declared',
      'link link',
      'code code',
      'prose-newer prose',
      'prose prose',
      'prose-open prose',
      'member declared',
    ]);
  });

  it('knows a symbol by any of its paths', () => {
    expect(answers('sqlalchemy.orm.session.Session')).toEqual(answers('sqlalchemy.orm.Session'));
  });

  it('has answers for a member, and for what only an archive knows', () => {
    expect(answers('sqlalchemy.orm.Session.execute')).toEqual(['member declared']);
    expect(answers('app.db.get_session')).toEqual(['own declared']);
    expect(answers('fastapi.Depends')).toEqual([]);
  });

  it('lists the symbols there are answers for', () => {
    expect([...library.symbolNames()].sort()).toEqual([
      'app.db.get_session',
      'sqlalchemy.orm.Session',
      'sqlalchemy.orm.Session.execute',
      'sqlalchemy.select',
    ]);
    expect(library.declaredSymbols().has('app.db.get_session')).toBe(true);
    expect(library.declaredSymbols().has('sqlalchemy.orm.session.Session')).toBe(true);
    expect(library.declaredSymbols().size).toBe(5);
  });

  it('searches what was found in a text as text', async () => {
    const hits = await library.search('Session');
    const fields = (id: string) => hits.find((hit) => hit.entry.id === `room/${id}`)?.why.fields;
    expect(fields('declared-only')).toContain('symbols');
    expect(fields('link')).toContain('symbols');
    expect(fields('code')).not.toContain('symbols');
    expect(fields('prose')).not.toContain('symbols');
  });
});
