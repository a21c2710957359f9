import { describe, it } from 'vitest';
import { parseDocument } from '../../../src/core/parse/parseDocument';
import { expectAllLines } from '../../unit/parse/expectAllLines';

describe('a large or hostile document', () => {
  it.each([
    ['threads', Array.from({ length: 3000 }, (_, at) => `### Q${String(at)}?\n\n> a\n`).join('\n')],
    ['comments that never close', `# Q\n\n> ${'<!-- '.repeat(40_000)}`],
    ['comment lines that never close', `# Q\n\n${'<!--\n'.repeat(20_000)}`],
    ['tags that never close', `# Q\n\n> ${'<img '.repeat(30_000)}`],
  ])('keeps every line: %s', (_name, text) => {
    expectAllLines(text, parseDocument('x.md', text));
  });
});
