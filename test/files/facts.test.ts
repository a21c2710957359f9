import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeTypes } from '../../scripts/facts/attributeTypes.mjs';
import type { MoreFacts, NameFacts } from '../../scripts/facts/factFiles.mjs';
import { symbolFacts } from '../../scripts/facts/symbolFacts.mjs';
import { ROOT } from './run';

/** The files of facts are no part of the project; where they are not at hand, these tests are reported as skipped. */
const FACTS = join(ROOT, '..', 'shared', 'data');
const hasFacts = existsSync(join(FACTS, 'symbols-more.json'));

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

describe.skipIf(!hasFacts)('the committed facts', () => {
  const names = hasFacts ? (readJson(join(FACTS, 'symbols.json')) as NameFacts) : undefined;
  const more = hasFacts ? (readJson(join(FACTS, 'symbols-more.json')) as MoreFacts) : undefined;

  it.each([
    ['symbols.json', symbolFacts],
    ['attributeTypes.json', attributeTypes],
  ] as const)('%s is what "npm run facts" makes', (file, make) => {
    if (names === undefined || more === undefined) throw new Error('The facts were not read.');
    expect(JSON.stringify(readJson(join(ROOT, 'data', file)))).toBe(JSON.stringify(make(names, more)));
  });
});
