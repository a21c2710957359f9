import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/commands';
import { problemLine } from '../../../src/cli/problemLine';
import { json, line, type TerminalText } from '../../../src/cli/terminalText';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../../unit/memory';

/** What no output may have: everything that acts on a terminal or is not seen, but for our own line breaks and tabs. */
const HARMFUL =
  /[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u{e0001}]/u;

/** Hostile characters among words, so that they arrive in titles, names and answers. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('session', '세션', ' ', 'x', '👩‍💻', '`', '[NOTE]'),
      fc.constantFrom('\u001b]0;t\u0007', '\u001b[2J', '\u009b31m', '\u007f', '\b', '\t', '\r', '\u0085'),
      fc.constantFrom(
        '\u202e',
        '\u2066',
        '\u200f',
        '\u200b',
        '\u2060',
        '\ufeff',
        '\u00ad',
        '\u2028',
        '\u{e0041}',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** Hostile text where it may also break the line. */
const hostileLines = fc.array(hostile, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));

const archive = fc.record({
  file: hostile,
  title: hostileLines,
  heading: hostile,
  answer: hostileLines,
  author: hostile,
  symbol: hostile,
  alt: hostile,
  image: hostile,
  manifest: hostileLines,
});
type Archive = typeof archive extends fc.Arbitrary<infer Value> ? Value : never;

function sourceOf({ file, title, heading, answer, author, symbol, alt, image, manifest }: Archive) {
  const front = JSON.stringify({
    title,
    symbols: [symbol],
    topics: [title],
    see: [title],
    versions: [symbol],
  });
  return memorySource(
    {
      'archive.json': JSON.stringify({ title: manifest, id: manifest, [manifest]: 1 }),
      [`${file}.md`]: `---json\n${front}\n---\n\n![${alt}](<${image}>)\n\n> **${author}**: ${answer}\n`,
      'b.md': `# ${heading}?\n\n> A1. ${answer}\n>\n> A9-1. ${answer} session\n`,
    },
    { name: file },
  );
}

/** Everything that the command line prints about an archive, one text after another. */
async function outputOf(fields: Archive): Promise<readonly TerminalText[]> {
  const library = await openLibrary([sourceOf(fields)], { createIndex: createInvertedIndex });
  const commands = [
    { command: 'entries' },
    { command: 'search', argument: `session ${fields.heading}` },
    { command: 'symbol', argument: fields.symbol },
    ...library.entries().map(({ id }) => ({ command: 'show', argument: id }) as const),
  ] as const;
  const texts = library.problems.map(problemLine);
  for (const command of commands) {
    for (const asJson of [false, true]) {
      const options = { ...command, sources: [], limit: 9, json: asJson };
      for await (const text of run(library, options)) texts.push(text);
    }
  }
  return texts;
}

describe('the output of the command line, whatever an archive holds', () => {
  it('has no character that acts on the terminal or is not seen', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(archive, async (fields) => {
        for (const text of await outputOf(fields)) expect(text.toString()).not.toMatch(HARMFUL);
      }),
      { numRuns: 60 },
    );
  });

  it('has a row for each entry and no other', async () => {
    await fc.assert(
      fc.asyncProperty(archive, async (fields) => {
        const library = await openLibrary([sourceOf(fields)], { createIndex: createInvertedIndex });
        const rows: string[] = [];
        const options = { command: 'entries', sources: [], limit: 9, json: false } as const;
        for await (const text of run(library, options)) rows.push(...text.toString().split('\n'));
        expect(rows.map((row) => row.split('\t').length)).toEqual(library.entries().map(() => 3));
        for (const problem of library.problems) expect(problemLine(problem).toString()).not.toMatch(/[\n\t]/);
      }),
      { numRuns: 60 },
    );
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), hostileLines, (value, text) => {
        const printed = json({ value, [text]: text }, 2).toString();
        expect(printed).not.toMatch(HARMFUL);
        expect(JSON.stringify(JSON.parse(printed))).toBe(JSON.stringify({ value, [text]: text }));
      }),
    );
  });

  it('keeps any value on its line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), hostileLines, (any, text) => {
        expect(line`${any}${text}`.toString()).not.toMatch(new RegExp(`${HARMFUL.source}|[\\n\\t]`, 'u'));
      }),
    );
  });
});
