import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/core/model';
import { parseDocument } from '../../../src/core/parse/parseDocument';
import type { ParsedEntry } from '../../../src/core/parse/readEntry';
import { LineIndex } from '../../../src/core/text/lineIndex';

const PARTS = [
  ...['>', '> ', '>\t', '\t', '\t\t', ' ', '    ', '\n', '\n\n', 'a', 'why?', 'So.'],
  ...['- ', '1. ', '1.\t', '-\t', ': ', ':\t', '# H\n', '## How?\n\n', '---\n', '```\n', '<!-- a -->'],
  ...['A1. ', 'A1-1. ', '**Q:** ', 'A: ', 'ines: ', '**@ines** commented on 2025-01-01:\n', '> [!NOTE]\n'],
  ...['[a](b) ', '![a](b.png)', '[r]: x\n', '[r] ', '[^a]: x\n', '[^a]', '<https://x.test>', '`a`'],
  ...['!!! note "T"\n', '??? faq "Why?"\n', '::: tip\n', ':::\n', '=== "T"\n'],
  ...['<details>', '<summary>Why?</summary>', '</details>', '<blockquote>', '</blockquote>', '<li>', '<ul>'],
  ...['| Author | Comment |\n| - | - |\n', '| ines | a |\n', '| ', 'From: ines\nDate: 2025-01-01\n\n'],
];

/** Whether a span is within a range of a document. */
function isWithin({ start, end }: Span, from: number, to: number): boolean {
  return from <= start && start <= end && end <= to;
}

/** The spans of an entry that are not within its lines. */
function spansOutside(entry: ParsedEntry, text: string): readonly Span[] {
  const index = new LineIndex(text);
  const from = index.startOf(entry.source.startLine - 1);
  const to = index.startOf(entry.source.endLine - 1);
  const { posts, links, images, code } = entry;
  return [...posts, ...links, ...images, ...code]
    .map(({ span }) => span)
    .filter((span) => !isWithin(span, from, to));
}

function expectSpansWithin(text: string): void {
  for (const entry of parseDocument('a.md', text).entries) expect(spansOutside(entry, text)).toEqual([]);
}

describe('every span is within its entry', () => {
  it.each([
    '>\t\t\t\t\n >',
    '# Q?\n\n>\t\t\t\tcode\n',
    '# Q?\n\n> A1.\n',
    '# Q?\n\n1.\t\ta\n',
    '> \t>\t\t[a](b)\n',
  ])('in %j', (text) => {
    expectSpansWithin(text);
  });

  it('in a random text of containers', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }), (parts) => {
        expectSpansWithin(parts.join(''));
      }),
      { numRuns: 2_000 },
    );
  });
});
