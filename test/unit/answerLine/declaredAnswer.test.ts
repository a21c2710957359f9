import { describe, expect, it } from 'vitest';
import { problemMessage } from '../../../src/core/archive/problems';
import { parseDocument } from '../../../src/core/parse/parseDocument';

function read(markdown: string) {
  const { entries, problems } = parseDocument('a.md', markdown);
  return {
    entries,
    answer: entries[0]?.answer,
    problems: problems.map((problem) => `${String(problem.line)}: ${problemMessage(problem)}`),
  };
}

const page = (answer: string, body = 'The text.'): string =>
  `---\nanswer: ${answer}\ntitle: T\nlanguage: en\n---\n\n${body}\n`;

describe('an answer line in front matter', () => {
  it('is one line of plain text with code spans', () => {
    const { answer, problems } = read(
      page("'**Use** [`selectinload`](https://example.org) <b>now</b>,\\n\n  not `` a`b ``.'"),
    );
    expect(answer).toEqual({ text: 'Use `selectinload` now,\\n not `ab`.', from: 'declared' });
    expect(problems).toEqual([]);
  });

  it('keeps no control characters and no backtick that is text', () => {
    expect(read(page('"Use \\u202eit\\u0007 \\\\`now"')).answer?.text).toBe('Use it now');
  });

  it.each([
    ['longer than 200 characters', `'${'a '.repeat(110)}'`],
    ['a list', '[one, two]'],
  ])('is reported and skipped where it is %s', (_, value) => {
    const { answer, problems } = read(page(value));
    expect(answer).toBeUndefined();
    expect(problems).toEqual([
      '2: The front matter key "answer" should be one or two sentences of at most 200 characters. It was skipped.',
    ]);
  });

  it('is reported and kept where it is in another language', () => {
    const { answer, problems } = read(page("'세션을 요청마다 하나씩 만드세요.'"));
    expect(answer?.text).toBe('세션을 요청마다 하나씩 만드세요.');
    expect(problems).toEqual(['2: The answer line does not seem to be in the language of its entry, "en".']);
  });

  it('is in its language where only its names are foreign', () => {
    const korean = page("'`Session`을 쓰세요.'").replace('language: en', 'language: ko');
    expect(read(korean).problems).toEqual([]);
  });

  it('is reported where it says the opposite of the first answer, unless a note explains it', () => {
    const no = '> A1. No, it is not safe.';
    const message = '2: The answer line says yes where the first answer says no, or the other way round.';
    expect(read(page("'Yes, it is safe.'", no)).problems).toEqual([message]);
    expect(read(page("'No, it is not.'", no)).problems).toEqual([]);
    expect(read(page("'Yes, it is safe.'", `${no}\n\n> [!NOTE]\n> Since 2.0 it is.`)).problems).toEqual([]);
  });

  it('is for a file with one entry', () => {
    const { entries, problems } = read(
      '---\nshape: faq\nanswer: Yes.\nshort: T\n---\n\n# A\n\n## Why one?\n\nText.\n\n## Why two?\n\nText.\n',
    );
    expect(entries.map(({ answer, shortTitle }) => [answer, shortTitle])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(problems).toEqual([
      '3: The front matter key "answer" is for a file with one entry; this one has 2. It was skipped.',
      '4: The front matter key "short" is for a file with one entry; this one has 2. It was skipped.',
    ]);
  });
});

describe('a note that is marked as the answer line', () => {
  const thread = (note: string): string =>
    `### Why?\n\n> A1. Because.\n\n> [!NOTE]\n> ${note}\n\n> [!NOTE]\n> Another.\n`;

  it.each([
    'In short: Do it.',
    '**In short:** Do it.',
    '**TL;DR** Do it.',
    'Answer: Do it.',
    '한마디로, Do it.',
    '**요약**: Do it.',
  ])('is no post: %s', (note) => {
    const { entries, answer, problems } = read(thread(note));
    expect(answer).toEqual({ text: 'Do it.', from: 'declared' });
    expect(entries[0]?.posts.map(({ markdown }) => markdown)).toEqual(['Because.', 'Another.']);
    expect(problems).toEqual([]);
  });

  it.each(['Answers are below.', 'In short supply.', '결론, 그 방법은 쓰지 않습니다.'])(
    'is a post without a mark: %s',
    (note) => {
      expect(read(thread(note)).answer).toBeUndefined();
      expect(read(thread(note)).entries[0]?.posts).toHaveLength(3);
    },
  );

  it('is reported and stays a post where it is too long', () => {
    const { entries, answer, problems } = read(thread(`In short: ${'Do it. '.repeat(40)}`));
    expect(answer).toBeUndefined();
    expect(entries[0]?.posts).toHaveLength(3);
    expect(problems).toEqual([
      '6: The first note is marked as the answer line but has more than 200 characters. Shorten it, or remove the mark.',
    ]);
  });

  it.each([
    ['code', 'In short: Do it.\n>\n> ```py\n> x = 1\n> ```'],
    ['a list', '요약: Do it.\n>\n> - First.'],
    ['a link', 'TL;DR: Do [it](https://example.org).'],
    ['an image', 'Answer: Do it. ![x](a.png)'],
  ])('stays a post where it has %s as well', (_, note) => {
    const { entries, answer } = read(thread(note));
    expect(answer).toEqual({ text: 'Do it.', from: 'declared' });
    expect(entries[0]?.posts).toHaveLength(3);
  });

  it('stays a post where front matter has the answer line', () => {
    const { entries } = read(page('From above.', '> A1. B.\n\n> [!NOTE]\n> In short: From below.'));
    expect(entries[0]?.posts).toHaveLength(2);
  });

  it('gives way to front matter', () => {
    expect(read(page('From above.', '> A1. B.\n\n> [!NOTE]\n> In short: From below.')).answer?.text).toBe(
      'From above.',
    );
  });
});
