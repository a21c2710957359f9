import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SourceError, type ArchiveSource } from '../../../src/core/archive/archiveSource';
import type * as OpenLibraryModule from '../../../src/core/library/openLibrary';
import { variantsOf } from '../../../src/core/model';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';

/** The step that fails, on whatever has the word. */
let failing = '';
const WORD = 'xyzzy';

function failOn(step: string, input: unknown): void {
  if (step === failing && JSON.stringify(input).includes(WORD)) throw new TypeError(`fault of ${step}`);
}

/** A module with one of its functions failing where it is told to. */
async function faulty(original: () => Promise<unknown>, name: string): Promise<object> {
  const module = (await original()) as Readonly<Record<string, unknown>>;
  const run = module[name] as (...args: readonly unknown[]) => unknown;
  return {
    ...module,
    [name]: (...args: readonly unknown[]) => {
      failOn(
        name,
        args.map((arg) => (arg instanceof Map ? [...arg] : arg)),
      );
      return run(...args);
    },
  };
}

let openLibrary: typeof OpenLibraryModule.openLibrary;

/** The steps that can be made to fail, by the modules that have them. */
const STEPS: readonly (readonly [module: string, name: string])[] = [
  ['parse/parseDocument', 'parseDocument'],
  ['parse/templates', 'recurringTitles'],
  ['answerLine/inferAnswer', 'inferAnswer'],
  ['symbols/mentionedSymbols', 'mentionedSymbols'],
  ['symbols/nameMentions', 'nameMentions'],
  ['archive/manifest', 'readManifest'],
  ['archive/translations', 'pairTranslations'],
  ['search/fields', 'segmentsOf'],
];

// The worker shares its modules with other tests, which get their own again.
beforeAll(async () => {
  vi.resetModules();
  for (const [module, name] of STEPS) {
    vi.doMock(`../../../src/core/${module}`, (original) => faulty(original, name));
  }
  ({ openLibrary } = await import('../../../src/core/library/openLibrary'));
});
afterAll(() => {
  for (const [module] of STEPS) vi.doUnmock(`../../../src/core/${module}`);
  vi.resetModules();
});
afterEach(() => {
  failing = '';
});

const FILES = {
  'a.md': `# Why is there a ${WORD} here?\n\n> Because of the gremlins. ![](x.png)\n`,
  'b.md': '# Who feeds the parrot?\n\n> The neighbour.\n',
};
const other = memorySource({ 'c.md': '# Who winds the clock?\n\n> The cook.\n' }, { name: 'other' });

/** Opens an archive with a fault, and another one after it. */
async function open(source: ArchiveSource) {
  const log: string[] = [];
  const library = await openLibrary([source, other], {
    createIndex: createInvertedIndex,
    logFailure: (location, error) => log.push(`${location}: ${String(error)}`),
  });
  const problems = library.problems
    .filter(({ kind }) => kind !== 'missingImage')
    .map(({ kind, severity, location, args }) => [kind, severity, location, args]);
  return { library, log, problems, titles: library.entries().map(({ title }) => title) };
}

const FAULT = `Why is there a ${WORD} here?`;
const PARROT = 'Who feeds the parrot?';
const CLOCK = 'Who winds the clock?';
const inDocument = ['internalError', 'error', 'memory/room/a.md', []];

describe('an error of ours', () => {
  it('in the parser is a problem of the document, whose text is in the log only', async () => {
    failing = 'parseDocument';
    const { titles, problems, log } = await open(memorySource(FILES));
    expect(titles).toEqual([PARROT, CLOCK]);
    expect(problems).toEqual([inDocument]);
    expect(log).toEqual(['memory/room/a.md: TypeError: fault of parseDocument']);
  });

  it.each(['inferAnswer', 'mentionedSymbols'])('in %s leaves the entry as it is', async (step) => {
    failing = step;
    const { titles, problems, log } = await open(memorySource(FILES));
    expect(titles).toEqual([FAULT, PARROT, CLOCK]);
    expect(problems).toEqual([inDocument]);
    expect(log).toEqual([`memory/room/a.md: TypeError: fault of ${step}`]);
  });

  it.each(['segmentsOf', 'nameMentions'])('in %s leaves the entry out of that index', async (step) => {
    failing = step;
    const { library, titles, problems } = await open(memorySource(FILES));
    expect(titles).toEqual([FAULT, PARROT, CLOCK]);
    expect(problems).toEqual([inDocument]);
    expect((await library.search('parrot'))[0]?.entry.title).toBe(PARROT);
    expect((await library.search('clock'))[0]?.entry.title).toBe(CLOCK);
    expect(await library.search('gremlins')).toHaveLength(step === 'segmentsOf' ? 0 : 1);
  });

  it('in the manifest leaves the archive with the name of its folder', async () => {
    failing = 'readManifest';
    const manifest = `{"id": "own", "title": "${WORD}"}`;
    const { library, problems } = await open(memorySource({ ...FILES, 'archive.json': manifest }));
    expect(library.archives.map(({ id }) => id)).toEqual(['room', 'other']);
    expect(library.entries()).toHaveLength(3);
    expect(problems).toEqual([['internalError', 'error', 'memory/room/archive.json', []]]);
  });

  it('in what concerns all documents is a problem of the archive', async () => {
    for (const step of ['pairTranslations', 'recurringTitles']) {
      failing = step;
      const { titles, problems } = await open(memorySource(FILES));
      expect(titles).toEqual([FAULT, PARROT, CLOCK]);
      expect(problems).toEqual([['internalError', 'error', 'memory/room', []]]);
    }
  });

  it('in the source of a document is a problem of that document', async () => {
    const source = memorySource(FILES);
    const read = (path: string): Promise<string> => {
      if (path === 'a.md') throw new TypeError('fault of the source');
      return source.read(path);
    };
    const { titles, problems } = await open({ ...source, read });
    expect(titles).toEqual([PARROT, CLOCK]);
    expect(problems).toEqual([inDocument]);
  });

  it('in the look-up of an image leaves the entry without it', async () => {
    const fileAt = (): Promise<undefined> => Promise.reject(new TypeError('fault of the source'));
    const { library, titles, problems } = await open({ ...memorySource(FILES), fileAt });
    expect(titles).toEqual([FAULT, PARROT, CLOCK]);
    expect(problems).toEqual([inDocument]);
    expect(library.entries().flatMap(variantsOf).flatMap(({ images }) => images)).toHaveLength(1);
  });

  it('in a whole source leaves out that archive only', async () => {
    const faulty: Partial<ArchiveSource>[] = [
      { list: () => Promise.reject(new TypeError('fault of the source')) },
      {
        list: () => {
          throw new TypeError('fault of the source');
        },
      },
    ];
    for (const fault of faulty) {
      const { titles, problems, log } = await open({ ...memorySource(FILES), ...fault });
      expect(titles).toEqual([CLOCK]);
      expect(problems).toEqual([['internalError', 'error', 'memory/room', []]]);
      expect(log).toEqual(['memory/room: TypeError: fault of the source']);
    }
  });

  it('is reported once for each document', async () => {
    failing = 'inferAnswer';
    const twice = `# One ${WORD}?\n\n> Yes.\n\n# Two ${WORD}s?\n\n> Yes.\n`;
    const { problems, log } = await open(memorySource({ 'a.md': twice }));
    expect(problems).toEqual([inDocument]);
    expect(log).toHaveLength(2);
  });
});

describe('a file that is gone when it is read', () => {
  it('is one problem, and the rest is read', async () => {
    const files = { ...FILES, 'gone.md': new SourceError({ why: 'missing' }) };
    const { titles, problems, log } = await open(memorySource(files));
    expect(titles).toEqual([FAULT, PARROT, CLOCK]);
    expect(problems).toEqual([['unreadable', 'error', 'memory/room/gone.md', [{ why: 'missing' }]]]);
    expect(log).toEqual([]);
  });

  it('is a warning where it is too large', async () => {
    const files = { ...FILES, 'big.md': new SourceError({ why: 'tooLarge', args: ['8'] }) };
    const { problems } = await open(memorySource(files));
    expect(problems).toEqual([['tooLarge', 'warning', 'memory/room/big.md', ['8']]]);
  });
});
