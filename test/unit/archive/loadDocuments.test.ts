import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as ReadArchiveModule from '../../../src/core/archive/readArchive';
import { memorySource } from '../memory';

const PARSER = '../../../src/core/parse/parseDocument';
const TEMPLATES = '../../../src/core/parse/templates';
let readArchive: typeof ReadArchiveModule.readArchive;

// Parsing as many texts as an archive may have takes its time, and is not what is tested. The worker shares its modules
// with other tests, which get their own again.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(PARSER, () => ({ parseDocument: () => ({ entries: [], problems: [] }) }));
  vi.doMock(TEMPLATES, () => ({ recurringTitles: () => new Set() }));
  ({ readArchive } = await import('../../../src/core/archive/readArchive'));
});
afterAll(() => {
  for (const module of [PARSER, TEMPLATES]) vi.doUnmock(module);
  vi.resetModules();
});

describe('the texts of an archive', () => {
  it('are read up to a limit, with the number of files that are left out', async () => {
    const text = 'x'.repeat(4_000_000);
    const names = Array.from({ length: 100 }, (_, at) => `${String(at).padStart(3, '0')}.md`);
    let read = 0;
    const source = {
      ...memorySource({}),
      list: () => Promise.resolve({ manifest: false, documents: names }),
      read: () => {
        read += 1;
        return Promise.resolve(text);
      },
    };
    const { problems } = await readArchive(source);
    expect(problems).toEqual([{ kind: 'tooMuchText', severity: 'warning', args: ['32', '92'] }]);
    expect(read).toBeLessThan(20);
  });

  it('are counted while they are read', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${String(at)}.md`, '']));
    const told: string[] = [];
    await readArchive(memorySource(files), {
      onProgress: ({ found, read }) => told.push(`${String(read)}/${String(found)}`),
    });
    expect(told).toEqual(['0/30', '12/30', '24/30', '30/30']);
  });
});
