import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED_IDS } from '../bench/corpora';
import { cli, entries, ROOT, search, show, type WholeEntry } from './run';

const FOLDER = join(ROOT, 'archive', 'fastapi-user-group');
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('the archive that ships', () => {
  const all = new Map<string, WholeEntry>();
  beforeAll(() => {
    for (const id of SHIPPED_IDS) all.set(id, show(id));
  });
  const variants = () => [...all.values()].flatMap((entry) => [entry, ...entry.translations]);

  it('has the eight entries, without a problem', () => {
    const { err } = cli(['entries']);
    expect(err).toBe('');
    expect(
      entries()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(SHIPPED_IDS.map((id) => `fastapi-user-group/${id}`).sort());
  });

  it('is Korean, and each entry has its English translation post by post', () => {
    for (const entry of all.values()) {
      expect(entry.language).toBe('ko');
      expect(entry.translations.map(({ language }) => language)).toEqual(['en']);
      const [english] = entry.translations;
      const outline = (posts: WholeEntry['posts'] = []) => posts.map(({ kind, label }) => [kind, label]);
      expect(outline(english?.posts)).toEqual(outline(entry.posts));
      expect(english?.links.map(({ target }) => target)).toEqual(entry.links.map(({ target }) => target));
    }
  });

  it('asks, answers and has notes with sources', () => {
    for (const entry of all.values()) {
      const kinds = entry.posts.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['question', 'answer', 'note']));
      const notes = entry.posts.filter(({ kind }) => kind === 'note');
      expect(notes.filter(({ markdown }) => /https?:\/\//.test(markdown)).length).toBeGreaterThan(0);
    }
  });

  it('has no picture that is missing', () => {
    expect(variants().flatMap(({ images }) => images)).toEqual([]);
  });

  it('says of its disputes, write-ups and link lists what they are', () => {
    expect(Object.fromEntries([...all].map(([id, { status }]) => [id, status]))).toEqual({
      'scoped-session-threads': 'self-answered',
      'async-join-missing-rows': 'answered',
      'async-session-per-request': 'disputed',
      'line-bot-async': 'self-answered',
      'asgi-articles': 'link',
      'project-structure': 'link',
      'class-based-views': 'self-answered',
      'request-lifecycle': 'link',
    });
  });

  it.skipIf(!hasPython)('has Python that compiles (skipped without python3)', () => {
    const samples = variants().flatMap(({ code }) => code.filter(({ language }) => language === 'python'));
    expect(samples.length).toBeGreaterThan(8);
    for (const { text } of samples) {
      const { status, stderr } = spawnSync(
        'python3',
        ['-c', 'import ast, sys; ast.parse(sys.stdin.buffer.read().decode("utf-8"))'],
        { input: text, encoding: 'utf8' },
      );
      expect(status, `${stderr}\n${text}`).toBe(0);
    }
  });

  it('is plain UTF-8 Markdown in NFC, without HTML', () => {
    for (const name of readdirSync(FOLDER)) {
      const text = readFileSync(join(FOLDER, name), 'utf8');
      expect(text.normalize('NFC')).toBe(text);
      expect(text).not.toContain('\r');
      expect(text.replace(/```[\s\S]*?```|`[^`]*`/g, '')).not.toMatch(/<\/?[a-z]+[^>]*>/);
    }
  });

  it.each([
    ['멀티스레드에서 scoped_session', 'scoped-session-threads'],
    ['조인한 테이블 데이터가 안 나와요', 'async-join-missing-rows'],
    ['요청마다 세션 하나', 'async-session-per-request'],
    ['라인 챗봇 비동기', 'line-bot-async'],
    ['LINE bot', 'line-bot-async'],
    ['project structure', 'project-structure'],
    ['프로젝트 폴더 구조', 'project-structure'],
    ['class based views', 'class-based-views'],
    ['what happens when FastAPI receives a request', 'request-lifecycle'],
    ['MissingGreenlet', 'async-join-missing-rows'],
    ['ASGI 글', 'asgi-articles'],
  ])('answers "%s" with %s', (query, id) => {
    expect(search(query)[0]?.id).toBe(`fastapi-user-group/${id}`);
  });
});
