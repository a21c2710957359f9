import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/core/library/library';
import { entryIdOfLink } from '../../src/vscode/entries/entryActions';
import { EntryOpener } from '../../src/vscode/entries/openEntry';
import { readEntryTarget } from '../../src/vscode/entries/entryTarget';
import { attackedRooms } from '../attack/rooms';

const uri = (path: string, query: string): Parameters<EntryOpener['handleUri']>[0] =>
  ({ path, query }) as unknown as Parameters<EntryOpener['handleUri']>[0];

async function firstLibrary(): Promise<Library> {
  for await (const { library } of attackedRooms()) return library;
  throw new Error('no library');
}

describe('a link from outside', () => {
  it('opens nothing and throws nothing, unless it names an entry', async () => {
    const library = await firstLibrary();
    const opened: string[] = [];
    const errors: unknown[] = [];
    const opener = new EntryOpener(
      { libraryWith: () => Promise.resolve(library) },
      {
        open: ({ id }) => {
          opened.push(id);
          return Promise.resolve();
        },
      },
      { show: () => Promise.resolve() },
      (error) => errors.push(error),
    );
    const queries = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'id=__proto__',
        'id=constructor',
        'id=',
        'id=../../etc',
        'id=%',
        'id=&id=&',
        `id=${'x'.repeat(1e6)}`,
        `id=${'&a'.repeat(1e5)}`,
      ),
      fc.string().map((text) => `id=${text}`),
    );
    const paths = fc.constantFrom('/entry', '/entry', '/', '', '/../entry', '/entry/', '/__proto__');
    await fc.assert(
      fc.asyncProperty(paths, queries, fc.anything(), async (path, query, target) => {
        opener.handleUri(uri(path, query));
        await opener.open(query, target);
      }),
      { numRuns: 100 },
    );
    expect([opened, errors]).toEqual([[], []]);
    expect(entryIdOfLink(uri('/entry', 'id=room/a&windowId=1'))).toBe('room/a');
  });

  it('has a target of known fields only, whatever the command is called with', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        const target = readEntryTarget(value);
        expect(['post', 'words', 'language']).toEqual(expect.arrayContaining(Object.keys(target)));
        expect(readEntryTarget(target)).toEqual(target);
      }),
    );
  });
});
