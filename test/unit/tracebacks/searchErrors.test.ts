import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { matchingWithErrors, searchWithErrors } from '../../../src/core/tracebacks/searchErrors';
import { memorySource } from '../memory';

const entry = (id: string, title: string, front: string, answer: string): string =>
  `---\nid: ${id}\ntitle: ${title}\nstatus: answered\n${front}---\n\nIt fails.\n\n> A1. ${answer}\n\n> A2. Thanks.\n`;

const FILES = {
  'a.md': entry(
    'words',
    'What has not been called here?',
    'topics: [language]\n',
    'You called it here, in place.',
  ),
  'b.md': entry(
    'greenlet',
    'Attributes in async code',
    'errors: [MissingGreenlet, xd2s]\n',
    'Code `xd2s`: load it first.',
  ),
  'c.md': entry(
    'integrity',
    'Two requests at once',
    'errors: [IntegrityError]\ntopics: [database]\n',
    'Catch it.',
  ),
};
const MESSAGE = "greenlet_spawn has not been called; can't call await_only() here";
const TRACEBACK = `Traceback (most recent call last):
  File "/app/a.py", line 3, in read
    author.books
  File "/v/site-packages/sqlalchemy/orm/attributes.py", line 1, in __get__
    return self.impl.get(state, dict_)
sqlalchemy.exc.IntegrityError: (a.B) odd`;

describe('searchWithErrors', () => {
  let library: Library;
  const idsFor = async (query: string): Promise<readonly string[]> =>
    (await searchWithErrors(library, query)).map(({ entry: { id } }) => id.replace('room/', ''));

  beforeAll(async () => {
    library = await openLibrary([memorySource(FILES)], { createIndex: createInvertedIndex });
  });

  it.each([
    [MESSAGE],
    [MESSAGE.slice(0, 34)],
    [`“${MESSAGE}”`],
    [`${MESSAGE.slice(0, 34)} 이라는 오류가 나요`],
    [`INFO: the worker gave up, ${MESSAGE}`],
    [`MissingGreenlet: ${MESSAGE}`],
    ['https://sqlalche.me/e/20/xd2s'],
  ])('finds the entry about the error first: %j', async (query) => {
    const hits = await searchWithErrors(library, query);
    expect(hits[0]).toMatchObject({
      entry: { id: 'room/greenlet' },
      confidence: 'strong',
      target: { language: 'en', post: 1 },
    });
    const [first] = await matchingWithErrors(library, query);
    expect(first?.id).toBe('room/greenlet');
  });

  it('keeps the other hits after it, each once, with scores in order', async () => {
    const hits = await searchWithErrors(library, MESSAGE);
    const others = await library.search(MESSAGE);
    expect(hits.slice(1)).toEqual(others.filter(({ entry: { id } }) => id !== 'room/greenlet'));
    expect(hits.length).toBeGreaterThan(1);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(await searchWithErrors(library, MESSAGE, { limit: 1 })).toHaveLength(1);
  });

  it('reads a traceback, with line breaks or without', async () => {
    for (const query of [TRACEBACK, TRACEBACK.replaceAll('\n', ' ')]) {
      expect((await idsFor(query))[0]).toBe('integrity');
    }
  });

  it('reads a traceback inside of a question or a log', async () => {
    const log = 'INFO: "GET /a HTTP/1.1" 200 OK -v lang:ko\n'.repeat(100);
    for (const query of [
      `Hello, I see this since noon:\n\n${TRACEBACK}\n\nWhat may it be?`,
      `Hello, I see this since noon: ${TRACEBACK.replaceAll('\n', ' ')} What may it be?`,
      log + TRACEBACK,
      `${log}${TRACEBACK}\n${log}`,
    ]) {
      expect((await idsFor(query))[0]).toBe('integrity');
    }
  });

  it('does not require the names that a message quotes', async () => {
    const message = 'duplicate key value violates unique constraint "language" -place';
    const plain = await library.search(message.replace(/["-]/g, ''));
    expect(await library.search(message)).toEqual([]);
    expect((await idsFor(message)).toSorted()).toEqual(
      [...new Set(['integrity', ...plain.map(({ entry: { id } }) => id.replace('room/', ''))])].toSorted(),
    );
    expect((await idsFor(message)).length).toBeGreaterThan(1);
    expect(await library.search('ShelfError: no "place called" -here')).toEqual([]);
    expect(await idsFor('ShelfError: no "place called" -here')).toContain('words');
  });

  it('applies filters', async () => {
    const message = 'duplicate key value violates unique constraint "a"';
    expect((await idsFor(`topic:database ${message}`))[0]).toBe('integrity');
    expect(await idsFor(`topic:language ${message}`)).not.toContain('integrity');
    expect(
      (await matchingWithErrors(library, `topic:language ${message}`)).map(({ id }) => id),
    ).not.toContain('room/integrity');
  });

  it('is the search for everything else', async () => {
    for (const query of [
      'attributes in async code',
      'MissingGreenlet',
      'it has not been called here',
      "KeyError: 'a'",
      'topic:database',
      '-place called',
      '',
    ]) {
      expect(await searchWithErrors(library, query)).toEqual(await library.search(query));
      expect(await matchingWithErrors(library, query)).toEqual(await library.matching(query));
    }
  });

  it('finds nothing when aborted', async () => {
    expect(await searchWithErrors(library, MESSAGE, { signal: { aborted: true } })).toEqual([]);
    expect(await matchingWithErrors(library, MESSAGE, { aborted: true })).toEqual([]);
  });

  it('takes the languages of an entry into account', async () => {
    const [hit] = await searchWithErrors(library, MESSAGE, { language: 'en' });
    expect(hit?.variant.language).toBe('en');
    expect(hit?.why.passage?.post).toBe(1);
    expect(hit?.highlights).toContain('xd2s');
  });
});
