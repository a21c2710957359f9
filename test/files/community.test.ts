import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cli, entries, ROOT, search, show, type EntryItem, type WholeEntry } from './run';

/** The community's own document lies beside the project where it is at hand; it is no part of the project. */
const DOCUMENT = join(ROOT, '..', 'shared', 'archives', 'fastapi-user-group.md');

describe.skipIf(!existsSync(DOCUMENT))(
  "the community's own document (skipped where it is not at hand)",
  () => {
    const SOURCE = ['--source', DOCUMENT];
    let items: readonly EntryItem[];
    let whole: readonly WholeEntry[];
    beforeAll(() => {
      items = entries(...SOURCE);
      whole = items.map(({ id }) => show(id, ...SOURCE));
    });

    it('has eight entries under one room', () => {
      expect(items).toHaveLength(8);
      for (const { topics, language } of items)
        expect([topics, language]).toEqual([['FastAPI 사용자 모임'], 'ko']);
    });

    it('accounts for every line', () => {
      const lineCount = readFileSync(DOCUMENT, 'utf8').replace(/\n$/, '').split('\n').length;
      expect(items.map(({ line }) => line)).toEqual([7, 28, 41, 93, 106, 112, 117, 131]);
      items.forEach(({ endLine }, at) => {
        expect(endLine).toBe(items[at + 1]?.line ?? lineCount + 1);
      });
    });

    it('tells its posts apart', () => {
      expect(items.map(({ posts }) => posts.map(({ kind, line }) => `${kind} ${String(line)}`))).toEqual([
        ['question 9', 'answer 19'],
        ['answer 30', 'reply 32', 'answer 34', 'reply 36', 'answer 39'],
        ['answer 43', 'reply 47', 'answer 49', 'reply 65', 'reply 73', 'reply 85', 'reply 91'],
        ['answer 94'],
        ['answer 108'],
        ['answer 114'],
        ['answer 119'],
        ['answer 133'],
      ]);
      expect(items.map(({ status }) => status)).toEqual([
        'self-answered',
        'answered',
        'answered',
        'self-answered',
        'link',
        'link',
        'self-answered',
        'link',
      ]);
    });

    it('loses no word of a post', () => {
      const lines = readFileSync(DOCUMENT, 'utf8').split('\n');
      const quoted = lines
        .filter((line) => line.startsWith('>'))
        .map((line) => line.replace(/^> ?/, '').trim());
      const shown = whole
        .flatMap(({ posts }) => posts.flatMap(({ markdown }) => markdown.split('\n')))
        .map((line) => line.trim());
      expect(shown.filter(Boolean)).toEqual(quoted.filter(Boolean));
    });

    it('knows three images as missing', () => {
      const images = whole.flatMap((entry) => entry.images);
      expect(images.map(({ target, state }) => [target, state])).toEqual([
        ['./images/1.png', 'missing'],
        ['./images/2.png', 'missing'],
        ['./images/3.png', 'missing'],
      ]);
      expect(cli(['entries', ...SOURCE]).err.match(/is not in the archive/g)).toHaveLength(3);
    });

    it('finds its links', () => {
      expect(whole.flatMap(({ links }) => links.map(({ target }) => target))).toHaveLength(12);
    });

    it.each([
      ['스레드 session', 0],
      ['eager loading', 1],
      ['async_scoped_session', 2],
      ['linebotx', 3],
      ['fastapi-best-practices', 5],
      ['cbv', 6],
    ])('answers "%s"', (query, at) => {
      expect(search(query, ...SOURCE)[0]?.id).toBe(items[at]?.id);
    });
  },
);
