import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import type { Library } from '../../src/core/library/library';
import { openLibrary } from '../../src/core/library/openLibrary';
import type { Entry } from '../../src/core/model';
import { memorySource } from '../unit/memory';
import { documentOf } from './documents';
import { PLACES, type Place, type Vector } from './vector';
import { VECTORS } from './vectors';

/** An entry that has a vector in one of its places. */
export interface AttackedEntry {
  readonly vector: Vector;
  readonly place: Place;
  readonly entry: Entry;
}

export interface AttackedRoom {
  readonly library: Library;
  readonly attacked: readonly AttackedEntry[];
}

/** Documents that one archive has at most. */
const MAX_DOCUMENTS = 1_000;

/** Whether all vectors are tried in all places, and not only in the one that they are made for. */
export const IS_FULL = process.env['SOAK'] !== undefined && process.env['SOAK'] !== '';

/** Of the generated families every third vector, and all that were written by hand. */
export const SAMPLE: readonly Vector[] = VECTORS.filter(
  ({ id }, at) => IS_FULL || !/^(?:links|events)-/.test(id) || at % 3 === 0,
);

/** Archives that have the sample, or all vectors, each as a library of its own. */
export async function* attackedRooms(): AsyncGenerator<AttackedRoom> {
  const all = SAMPLE.flatMap((vector) =>
    (IS_FULL ? PLACES : [vector.place]).map((place) => ({
      vector,
      place,
      document: documentOf(vector, place),
    })),
  );
  for (let start = 0; start < all.length; start += MAX_DOCUMENTS) {
    const cases = all.slice(start, start + MAX_DOCUMENTS);
    const files = Object.fromEntries(cases.map(({ document }) => [document.path, document.text]));
    const images = cases.map(({ document }) => document.path.replace(/[^/]*$/, 'x.png'));
    const library = await openLibrary([memorySource(files, { images })], {
      createIndex: createInvertedIndex,
    });
    const byDocument = new Map(cases.map((one) => [one.document.path, one]));
    const attacked = library.entries().flatMap((entry) => {
      const one = byDocument.get(entry.source.document);
      return one === undefined ? [] : [{ vector: one.vector, place: one.place, entry }];
    });
    yield { library, attacked };
  }
}

/** Stores how often each surface was tried. */
export async function recordCounts(name: string, counts: Readonly<Record<string, number>>): Promise<void> {
  const folder = join(import.meta.dirname, '..', '..', '.test-out');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `attack-${name}.json`), `${JSON.stringify(counts, undefined, 2)}\n`);
}
