import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { entriesForErrors } from '../../src/core/tracebacks/entriesForErrors';
import type { ErrorEntry } from '../../src/core/tracebacks/errorEntry';
import { errorsInLine } from '../../src/core/tracebacks/errorsInLine';
import { errorTarget } from '../../src/core/tracebacks/errorTarget';
import { readErrors } from '../../src/core/tracebacks/readErrors';
import { searchWithErrors } from '../../src/core/tracebacks/searchErrors';
import { variantsOf } from '../../src/core/model';
import type { Library } from '../../src/core/library/library';
import { openLibrary } from '../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { folderSource } from '../../src/sources/folder';
import { fixture, ROOT } from './run';

const FOLDER = fixture('errors');
/** Text → ids of the entries that answer it, the right one first; `null` if none does. */
const EXPECTED = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Readonly<
  Record<string, readonly string[] | null>
>;
/** Share of the texts with an entry for which it has to come first. */
const MIN_RIGHT_SHARE = 0.9;

describe('entries for the errors of the corpus', () => {
  let library: Library;
  const matches = new Map<string, readonly ErrorEntry[]>();
  const answered = Object.entries(EXPECTED).flatMap(([file, ids]) => (ids === null ? [] : [{ file, ids }]));
  const unanswered = Object.keys(EXPECTED).filter((file) => EXPECTED[file] === null);
  const strongIds = (file: string): readonly string[] =>
    (matches.get(file) ?? [])
      .filter(({ confidence }) => confidence === 'strong')
      .map(({ entry }) => entry.id);

  beforeAll(async () => {
    const sources = [join(ROOT, 'archive', 'fastapi-user-group'), join(FOLDER, 'archive')].map((path) =>
      folderSource(nodeFileSystem, path, path.replace(/^.*[/\\]/, '')),
    );
    library = await openLibrary(sources, { createIndex: createInvertedIndex });
    for (const file of Object.keys(EXPECTED)) {
      const errors = readErrors(readFileSync(join(FOLDER, file), 'utf8'));
      matches.set(file, await entriesForErrors(errors, library));
    }
  });

  it('has enough texts, all with expectations, and expects only existing entries', () => {
    expect(readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))).toEqual(Object.keys(EXPECTED).sort());
    expect(answered.length).toBeGreaterThanOrEqual(30);
    expect(unanswered.length).toBeGreaterThanOrEqual(16);
    const ids = new Set<string>(library.entries().map(({ id }) => id));
    expect(answered.flatMap((one) => one.ids).filter((id) => !ids.has(id))).toEqual([]);
    expect(library.problems).toEqual([]);
  });

  it('puts the right entry first, and has no strong match where none answers', () => {
    const missed = answered
      .filter(({ file, ids }) => strongIds(file)[0] !== ids[0])
      .map(({ file }) => `${file}: ${strongIds(file).join(', ')}`);
    const claimed = unanswered.filter((file) => strongIds(file).length > 0);
    const weak = unanswered.filter((file) => (matches.get(file) ?? []).length > strongIds(file).length);
    const extra = answered.flatMap(({ file, ids }) =>
      strongIds(file)
        .filter((id) => !ids.includes(id))
        .map((id) => `${file}: ${id}`),
    );
    const share = 1 - missed.length / answered.length;
    process.stdout.write(
      [
        `right entry first: ${String(answered.length - missed.length)} of ${String(answered.length)}`,
        `claimed where nothing answers: ${String(claimed.length)} of ${String(unanswered.length)}, weak ${String(weak.length)}`,
        ...missed.map((line) => `  missed ${line}`),
        ...claimed.map((file) => `  claimed ${file}: ${strongIds(file).join(', ')}`),
        ...weak.map((file) => `  weak ${file}`),
        ...extra.map((line) => `  beside the right one ${line}`),
      ].join('\n') + '\n',
    );
    expect(share).toBeGreaterThanOrEqual(MIN_RIGHT_SHARE);
    expect(claimed).toEqual([]);
  });
});

describe('the message of MissingGreenlet in the bundled archive', () => {
  const ID = 'fastapi-user-group/async-join-missing-rows';
  const MESSAGE =
    "greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?";
  const TEXTS = [
    MESSAGE,
    MESSAGE.slice(0, 64),
    MESSAGE.slice(0, 34),
    MESSAGE.slice(36),
    `“${MESSAGE.slice(0, 64)}”`,
    `MissingGreenlet: ${MESSAGE}`,
    `sqlalchemy.exc.MissingGreenlet: ${MESSAGE}`,
    `(sqlalchemy.exc.MissingGreenlet) ${MESSAGE}`,
    `목록을 읽을 때 ${MESSAGE.slice(0, 34)} 이라는 오류가 나요`,
    MESSAGE.replace('await_only', 'await_'),
  ];
  let library: Library;

  beforeAll(async () => {
    const source = folderSource(
      nodeFileSystem,
      join(ROOT, 'archive', 'fastapi-user-group'),
      'fastapi-user-group',
    );
    library = await openLibrary([source], { createIndex: createInvertedIndex });
  });

  it.each(TEXTS)('leads to its entry: %j', async (text) => {
    const [match, ...others] = await entriesForErrors(readErrors(text), library);
    expect([match?.entry.id, match?.confidence, others]).toEqual([ID, 'strong', []]);
    const [hit] = await searchWithErrors(library, text);
    expect([hit?.entry.id, hit?.confidence]).toEqual([ID, 'strong']);
    const [part] = errorsInLine(`web-1  | ${text}`);
    const linked = await entriesForErrors(readErrors(part?.text ?? ''), library);
    expect(linked.map(({ entry, confidence }) => [entry.id, confidence])).toEqual([[ID, 'strong']]);
  });

  it.each(TEXTS)('opens it at the note that explains the code: %j', (text) => {
    const entry = library.entry(ID);
    const [error] = readErrors(text);
    for (const variant of entry === undefined ? [] : variantsOf(entry)) {
      const { post } = errorTarget(error!, variant);
      expect(variant.posts[post ?? 0]?.markdown).toContain('errors.html#error-xd2s');
    }
    expect(entry).toBeDefined();
  });
});
