import { beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/model';
import {
  HIGHLIGHTED_LANGUAGES,
  highlightCode,
  newHighlightBudget,
} from '../../src/core/render/highlightCode';
import { pageOf, post, readEntry } from '../unit/render/rendering';
import { LINEAR, measureGrowth } from './growth';

/** What some grammar reads on from, to the end of the line or the code, or to what closes it. */
const UNITS = [
  ...['a', '_', '=', '.', ',', ':', '"', "'", '`', '(', '[', '{', '<', '$', '*', '\\', ' ', '\n', '한'],
  ...[
    '[a](',
    '[a][',
    '"\\',
    '<a ',
    '<a>',
    '<!--',
    '=\n',
    'a.',
    'a: ',
    '- a\n',
    '({[',
    '/*',
    '"""',
    'f"{',
    '${',
  ],
  ...['"$(', '<<EOF\n', '>>> a\n', '*a _', '(a)=>', 'a<', '0x', 'url('],
];
/** Milliseconds of processor time for one block: some ten times what the slowest takes. */
const LONG_MS = 1_000;

describe('highlighting one block takes a bounded time', () => {
  it.each(HIGHLIGHTED_LANGUAGES)('in %s, whatever it repeats', (language) => {
    const slow = UNITS.flatMap((unit) => {
      const { user } = process.cpuUsage();
      highlightLongest(language, unit);
      const ms = (process.cpuUsage().user - user) / 1000;
      return ms > LONG_MS ? [`${JSON.stringify(unit)}: ${String(ms)} ms`] : [];
    });
    expect(slow).toEqual([]);
  });
});

/** Highlights the longest block of a repeated text that is highlighted at all, in one line and in lines of 998. */
function highlightLongest(language: string, unit: string): void {
  for (const inLines of [false, true]) {
    for (const length of [12_000, 3_000, 1_000]) {
      const text = unit.repeat(length / unit.length);
      const code = inLines ? text.replace(/.{998}/g, '$&\n').slice(0, length) : text;
      if (highlightCode(code, language, newHighlightBudget()) !== undefined) break;
    }
  }
}

describe('rendering an entry grows with its code', () => {
  let entry: Entry;
  beforeAll(async () => {
    entry = await readEntry('---\ntitle: T\n---\n> x\n');
  });

  const block = (language: string): string =>
    `\`\`\`${language}\n${'[a]( "x" <a b> # 1\n'.repeat(40)}\`\`\`\n\n`;
  const hostile = `\`\`\`markdown\n${'[a]('.repeat(240)}\n\`\`\`\n\n`;
  it.each([
    ['in one post', block('python'), false],
    ['in many posts', block('python'), true],
    ['of all languages', HIGHLIGHTED_LANGUAGES.map(block).join(''), true],
    ['that is slow to highlight', hostile, false],
    ['that is slow to highlight, in many posts', hostile, true],
  ])('%s', (_, code, inPosts) => {
    const { perDoubling } = measureGrowth(
      (text) =>
        pageOf({
          ...entry,
          posts: (inPosts ? text.split('\f') : [text]).map((markdown) =>
            post('answer', undefined, { markdown }),
          ),
        }),
      (characters) =>
        Array(Math.ceil(characters / code.length))
          .fill(code)
          .join(inPosts ? '\f' : ''),
    );
    expect(perDoubling).toBeLessThanOrEqual(LINEAR);
  });
});
