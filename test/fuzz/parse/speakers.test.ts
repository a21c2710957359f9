import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core/parse/parseDocument';
import { entryAsMarkdown } from '../../../src/core/render/entryMarkdown';

const BYLINE = '**@ines** commented on 2025-01-01:';
const DEEP = 1000;

/** Texts that would take very long if who speaks were found in quadratic time, or by backtracking. */
const HOSTILE: Readonly<Record<string, string>> = {
  'bylines without text': `${BYLINE}\n\n`.repeat(3_000),
  'bylines in one paragraph': `${BYLINE}\n`.repeat(3_000),
  'speakers in one paragraph': 'ines: why?\notto: so\n'.repeat(8_000),
  'as many speakers as lines': Array.from({ length: 3_000 }, (_, at) => `n${String(at)}x: why?`).join('\n\n'),
  'bylines in deep quotes': Array.from({ length: DEEP }, (_, at) => `${'>'.repeat(at)} ${BYLINE}`).join('\n'),
  'quotes that begin with a byline': `> ${BYLINE}\n> Text.\n\n`.repeat(2_000),
  'deep lists': Array.from({ length: 300 }, (_, at) => `${'  '.repeat(at)}- ines: why?`).join('\n'),
  'many list items': '- ines: why?\n- otto: so\n'.repeat(3_000),
  'headings with bylines': `### ${BYLINE}\n\nText.\n\n`.repeat(2_000),
  'headings of parts': `## Comments\n\n${BYLINE}\n\nText.\n\n`.repeat(3_000),
  'a table of comments': `| Author | Comment |\n| --- | --- |\n${'| ines | why? |\n'.repeat(3_000)}`,
  'a table of bars': `| Author | Comment |\n| --- | --- |\n${'|'.repeat(50_000)}`,
  'mails without end': 'From: ines\nDate: 1\n\n'.repeat(3_000),
  'marks that never close': '**'.repeat(30_000),
  'brackets that never close': `${'['.repeat(30_000)} ines: why?`,
  'tags that never close': '<b '.repeat(8_000),
  dates: '2025-01-01 '.repeat(8_000),
  'names of many words': `${'Ines '.repeat(8_000)}: why?`,
  'notes in a talk': `${BYLINE}\n\nText.\n\n> [!NOTE]\n> Note.\n\n`.repeat(3_000),
  'more speakers than a call has arguments': 'ines: a\n'.repeat(140_000),
  'more labels than a call has arguments': `> **Q:** Why?\n${'> **A:** So.\n>\n'.repeat(140_000)}`,
  laughter: `ines: why?\n\notto: ${'ㅋ'.repeat(30_000)}a\n\nines: です${'。'.repeat(30_000)}a\n\notto: so\n`,
  'questions in quotes': '> Is it red?\n\nNo.\n\n'.repeat(2_000),
};

describe('who speaks in hostile texts', () => {
  it.each(Object.entries(HOSTILE))('is found in linear time: %s', (_what, text) => {
    const { entries } = parseDocument('a.md', `# Title\n\n${text}\n`);
    for (const { posts } of entries) {
      expect(posts.filter(({ replyTo }, at) => (replyTo ?? -1) >= at)).toEqual([]);
    }
  });
});

const WORDS = [
  'why?',
  'because',
  'thanks',
  '`a: b`',
  '> cited',
  '- item',
  '## Part',
  '---',
  '```',
  '|',
  '**Note:** x',
  '[a](b)',
];
const NAMES = ['ines', '@otto', 'Mara Quinn', '한별', '山本', 'u/nela', 'x'];
const FORMS: readonly ((name: string) => string)[] = [
  (name) => `**${name}**: `,
  (name) => `${name}: `,
  (name) => `**@${name}** commented on 2025-01-02\n\n`,
  (name) => `### Comment by ${name}\n\n`,
  (name) => `[${name}] [10:31] `,
  (name) => `> 👤 **${name}** replied the **2025-01-03**:\n> `,
  (name) => `- ${name}: `,
  (name) => `<${name}> `,
];

describe('who speaks in random texts', () => {
  const turn = fc
    .tuple(
      fc.constantFrom(...FORMS),
      fc.constantFrom(...NAMES),
      fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }),
    )
    .map(([form, name, words]) => form(name) + words.join('\n'));
  const text = fc
    .array(turn, { minLength: 1, maxLength: 8 })
    .map((turns) => `# A talk\n\n${turns.join('\n\n')}\n`);

  it('leaves each post within its document, and answers point upwards', () => {
    fc.assert(
      fc.property(text, (document) => {
        for (const { posts } of parseDocument('a.md', document).entries) {
          for (const [at, { span, replyTo, author }] of posts.entries()) {
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(span.end).toBeLessThanOrEqual(document.length);
            expect(replyTo ?? -1).toBeLessThan(at);
            expect(author).not.toBe('');
          }
        }
      }),
    );
  });

  it('copies as Markdown that parses', () => {
    fc.assert(
      fc.property(text, (document) => {
        for (const entry of parseDocument('a.md', document).entries) {
          expect(() => parseDocument('copy.md', entryAsMarkdown(entry))).not.toThrow();
        }
      }),
    );
  });
});
