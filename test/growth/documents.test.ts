import { describe, expect, it } from 'vitest';
import { askLibrary, openDocument, renderEntries } from './documentPasses';
import { DOCUMENT_SHAPES } from './documentShapes';
import { LINEAR, measureAsyncGrowth } from './growth';

/** Opening a library of any size takes some milliseconds. */
const FEWEST_CHARACTERS = 8192;

async function readAll(text: string): Promise<void> {
  const library = await openDocument(text);
  await askLibrary(library);
  renderEntries(library);
}

// The first texts load what all share, such as the glossary.
for (const shape of Object.values(DOCUMENT_SHAPES).slice(0, 10)) await readAll(shape(4_000));

describe('a document is read, indexed, searched and rendered in linear time', () => {
  it.each(Object.entries(DOCUMENT_SHAPES))('%s', async (_name, shape) => {
    const growth = await measureAsyncGrowth(readAll, shape, FEWEST_CHARACTERS);
    expect(growth.perDoubling, JSON.stringify(growth)).toBeLessThanOrEqual(LINEAR);
  });
});
