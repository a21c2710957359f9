import { beforeAll, describe, expect, it } from 'vitest';
import { askLibrary, openDocument, renderEntries } from './documentPasses';
import { DOCUMENT_SHAPES } from './documentShapes';
import { LINEAR, measureAsyncGrowth } from './growth';

async function readAll(text: string): Promise<void> {
  const library = await openDocument(text);
  await askLibrary(library);
  renderEntries(library);
}

describe('a document is read, indexed, searched and rendered in linear time', () => {
  // The first texts load what all share, such as the glossary.
  beforeAll(async () => {
    for (const shape of Object.values(DOCUMENT_SHAPES).slice(0, 20)) await readAll(shape(4_000));
  });

  it.each(Object.entries(DOCUMENT_SHAPES))('%s', async (_name, shape) => {
    const growth = await measureAsyncGrowth(readAll, shape);
    expect(growth.perDoubling, JSON.stringify(growth)).toBeLessThanOrEqual(LINEAR);
  });
});
