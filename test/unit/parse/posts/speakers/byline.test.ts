import { describe, expect, it } from 'vitest';
import { readByline } from '../../../../../src/core/parse/posts/speakers/byline';

const read = (line: string) => {
  const byline = readByline(line);
  return byline && [byline.name, byline.date, line.slice(byline.length)];
};

describe('a byline', () => {
  it.each([
    ['**ines**: Is it open?', 'ines', undefined, 'Is it open?'],
    ['**ines:** **No.**', 'ines', undefined, '**No.**'],
    ['__Ines Roth__: no', 'Ines Roth', undefined, 'no'],
    ['Peer van Dam: I build boats.', 'Peer van Dam', undefined, 'I build boats.'],
    ['**한별**：네', '한별', undefined, '네'],
    ['[한별] [오후 4:17] *네*', '한별', undefined, '*네*'],
    ['<ines_> is it open?', 'ines_', undefined, 'is it open?'],
    ['10:31 <ines> yes', 'ines', undefined, 'yes'],
    ['[10:31] ines: yes', 'ines', undefined, 'yes'],
    ['👤 **ines** replied the **2025-01-03** at **10:00:00**:<br>', 'ines', '2025-01-03', ''],
    ['**@ines** commented on Jan 3, 2025', 'ines', '2025-01-03', ''],
    ['_Comment by @ines on 2025-01-03 16:17_', 'ines', '2025-01-03', ''],
    ['Comment by ines (Created at: 2025-01-03T10:00:00Z)', 'ines', '2025-01-03', ''],
    ['Comment 2 — @ines on 2025-01-03', 'ines', '2025-01-03', ''],
    [
      '<img src="https://example.org/1.png" width="50">[Ines](https://example.org/ines) commented at [2025-01-03 07:42](https://example.org/1):',
      'Ines',
      '2025-01-03',
      '',
    ],
    ['**u/ines** · 5 points · 3 January 2025', 'ines', '2025-01-03', ''],
    ['**ines** schrieb am 03.01.2025:', 'ines', '2025-01-03', ''],
    ['ines — 01/03/2025 10:31 AM', 'ines', '2025-01-03', ''],
    ['**Ines [said](https://example.org/1):**', 'Ines', undefined, ''],
    ['**ines** _Today at 10:31_', 'ines', undefined, ''],
    ['**[2025-01-03 18:00] ines:** yes', 'ines', '2025-01-03', 'yes'],
    ['<b>ines</b>: yes', 'ines', undefined, 'yes'],
  ])('names who speaks, when, and where the text begins: %s', (line, name, date, text) => {
    expect(read(line)).toEqual([name, date, text]);
  });

  it.each([
    ['**@ines** opened this issue', 'question'],
    ['Asked by **ines**', 'question'],
    ['Answer by ines', 'answer'],
    ['**ines** commented on 2025-01-03', undefined],
  ])('says what the post is: %s', (line, kind) => {
    expect(readByline(line)?.kind).toBe(kind);
  });

  it.each([
    'It is open from nine to five.',
    'Many have opinions on it. Ines wrote:',
    'On Tue, 3 Jan 2025, Ines Roth wrote:',
    '**Ines** said that it is open.',
    '**Note:** It is open.',
    '**Root cause**: the lock',
    '**주의**: 닫혀 있습니다.',
    'https://example.org/ines is open',
    'https://example.org',
    'TypeError: x is not a function',
    'Step 3: Open it.',
    '**v1.2** (2025-01-03)',
    '[Ines: why is it open?](https://example.org)',
    '`ines = 3`: a number',
    'Is it open: yes?',
    '',
    '---',
    '**',
    '![x](y)',
    '[](',
  ])('is none: %s', (line) => {
    expect(read(line)).toBeUndefined();
  });

  it.each(['*', '_', '[', '(', '<a ', '**a ', '[a](', '<!-- ', '2025-', 'a: ', '👤', '10:31 ', '\\', '`'])(
    'is looked for in a line of any length: %s',
    (part) => {
      expect(() => readByline(part.repeat(20_000))).not.toThrow();
    },
  );
});
