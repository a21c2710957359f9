import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';
import { entryFile } from './entryFile';

const DOCS = 'https://docs.sqlalchemy.org/en/20/orm/session_api.html#sqlalchemy.orm.Session';

const FILES = Object.fromEntries([
  entryFile('declared-of-two', 'symbols: [sqlalchemy.orm.session.Session, sqlalchemy.select]', '답'),
  entryFile('declared-only', 'symbols: [sqlalchemy.orm.Session]', '답'),
  entryFile('member', 'symbols: [sqlalchemy.orm.Session.execute]', '답'),
  entryFile('link', '', `[문서](${DOCS})`),
  entryFile('mention', '', 'SQLAlchemy Session'),
  entryFile('code', '', 'SQLAlchemy `scoped_session`은 스레드마다 하나예요. scoped_session을 쓰세요'),
  entryFile('prose', '', 'SQLAlchemy scoped_session은 좋아요'),
  entryFile('prose-newer', 'date: 2025-03', 'SQLAlchemy scoped_session은 좋아요'),
  entryFile('prose-open', 'date: 2026-01\nstatus: unanswered', 'SQLAlchemy scoped_session은 좋아요'),
  entryFile('passing', '', '어제 SQLAlchemy 얘기 중에 scoped_session 나왔죠'),
  entryFile('own', 'symbols: [app.db.get_session]', '답'),
  entryFile('nothing', '', '답'),
]);

const strongIn = (library: Library, symbol: string): readonly string[] =>
  library
    .entriesForSymbol(symbol)
    .filter(({ confidence }) => confidence === 'strong')
    .map(({ entry, from }) => `${entry.id} ${from}`);

describe('Library.entriesForSymbol', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary([memorySource(FILES)], { createIndex: createInvertedIndex });
  });
  const answers = (symbol: string) => strongIn(library, symbol).map((answer) => answer.replace('room/', ''));

  it('returns strong matches, best first', () => {
    expect(answers('sqlalchemy.orm.Session')).toEqual([
      'declared-only declared',
      'declared-of-two declared',
      'link link',
    ]);
  });

  it('returns entries that explain the symbol, those that say most first', () => {
    expect(answers('sqlalchemy.orm.scoped_session')).toEqual([
      'code answer',
      'prose-newer prose',
      'prose prose',
      'prose-open prose',
    ]);
  });

  it('interleaves archives', async () => {
    const chat = Object.fromEntries([
      entryFile('chat-1', '', 'SQLAlchemy의 Session은 좋아요'),
      entryFile('chat-2', '', 'SQLAlchemy의 Session은 좋아요'),
    ]);
    const both = await openLibrary([memorySource(FILES), memorySource(chat, { name: 'chat' })], {
      createIndex: createInvertedIndex,
    });
    expect(strongIn(both, 'sqlalchemy.orm.Session')).toEqual([
      'room/declared-only declared',
      'chat/chat-1 prose',
      'room/declared-of-two declared',
      'chat/chat-2 prose',
      'room/link link',
    ]);
  });

  it('accepts any path of the symbol', () => {
    expect(answers('sqlalchemy.orm.session.Session')).toEqual(answers('sqlalchemy.orm.Session'));
  });

  it('returns matches for members and for names that only archives declare', () => {
    expect(answers('sqlalchemy.orm.Session.execute')).toEqual(['member declared']);
    expect(answers('app.db.get_session')).toEqual(['own declared']);
    expect(library.entriesForSymbol('fastapi.Depends')).toEqual([]);
  });

  it('returns weak matches last, and each entry once', () => {
    const all = library.entriesForSymbol('sqlalchemy.orm.Session');
    expect(all.map(({ confidence }) => confidence)).toEqual([
      ...all.filter(({ confidence }) => confidence === 'strong').map(() => 'strong'),
      ...all.filter(({ confidence }) => confidence === 'weak').map(() => 'weak'),
    ]);
    expect(new Set(all.map(({ entry }) => entry)).size).toBe(all.length);
    expect(all.filter(({ reason }) => reason === 'member').map(({ entry }) => entry.id)).toEqual([
      'room/member',
    ]);
    expect(all.every(({ confidence, reason }) => (confidence === 'weak') === (reason !== undefined))).toBe(
      true,
    );
  });

  it('reports declared names as written', () => {
    expect(library.declaredSymbols().has('app.db.get_session')).toBe(true);
    expect(library.declaredSymbols().has('sqlalchemy.orm.session.Session')).toBe(true);
    expect(library.declaredSymbols().size).toBe(5);
  });

  it('does not search mentioned symbols as declared ones', async () => {
    const hits = await library.search('Session');
    const fields = (id: string) => hits.find((hit) => hit.entry.id === `room/${id}`)?.why.fields;
    expect(fields('declared-only')).toContain('symbols');
    expect(fields('link')).toContain('symbols');
    expect(fields('mention')).not.toContain('symbols');
  });
});
