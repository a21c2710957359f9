import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { READERS } from './readers';

/** Texts that once broke a reader, by the reader's name. */
const CORPUS = join(import.meta.dirname, 'corpus');

describe.each(readdirSync(CORPUS))('the kept texts of %s', (name) => {
  it.each(readdirSync(join(CORPUS, name)))('%s', async (file) => {
    const text = readFileSync(join(CORPUS, name, file), 'utf8');
    await expect(Promise.resolve(READERS[name]?.read(text))).resolves.toBeUndefined();
  });
});
