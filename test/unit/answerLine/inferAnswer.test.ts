import { describe, expect, it } from 'vitest';
import { inferAnswer } from '../../../src/core/answerLine/inferAnswer';
import type { EntryStatus } from '../../../src/core/model';
import { parseDocument } from '../../../src/core/parse/parseDocument';

/** The answer line that a document of one entry gets. */
function answerOf(markdown: string, status?: EntryStatus): string | undefined {
  const [entry] = parseDocument('a.md', markdown).entries;
  return inferAnswer(entry!, status ?? entry!.status)?.text;
}

const prose = (title: string, text: string): string => `# ${title}\n\n${text}\n`;

describe('inferAnswer', () => {
  it.each([
    [
      'a definition',
      'Decorators',
      'A decorator is a function that takes a function and gives back another one. Frameworks love them.',
      'A decorator is a function that takes a function and gives back another one.',
    ],
    [
      'advice, behind a description of the trouble',
      'How do I stop the worker from being killed?',
      'You may see the worker vanish under load. Raise `--timeout` so that the worker is not killed while it is busy.',
      'Raise `--timeout` so that the worker is not killed while it is busy.',
    ],
    [
      'a yes with the sentence behind it',
      'Can I share one engine between requests?',
      'Yes. An engine is made to be shared by all requests of the process.',
      'Yes. An engine is made to be shared by all requests of the process.',
    ],
    [
      'a Korean sentence',
      '마이그레이션이 왜 빈 파일로 생성되나요?',
      '모델을 import하지 않으면 메타데이터가 비어 있기 때문에 빈 마이그레이션이 생성됩니다. 다들 한 번쯤 겪습니다.',
      '모델을 import하지 않으면 메타데이터가 비어 있기 때문에 빈 마이그레이션이 생성됩니다.',
    ],
    [
      'a line without a full stop',
      '커넥션 풀 크기는 어떻게 정하나요?',
      '커넥션 풀 크기는 동시에 쿼리하는 작업 수에 맞춰 정하면 됩니다\n나머지는 측정해 보고 고칩니다',
      '커넥션 풀 크기는 동시에 쿼리하는 작업 수에 맞춰 정하면 됩니다',
    ],
    [
      'an explanation under its heading, not what precedes it',
      'The list that grows by itself',
      'The list grows with every call of the function.\n\n```py\nf()\n```\n\n## Explanation\n\nA default value is created once, so every call of the function appends to the same list.',
      'A default value is created once, so every call of the function appends to the same list.',
    ],
    [
      'a sentence before one that begins with code',
      'What does a flush do?',
      'A flush sends the pending changes with `execute`. `commit` ends the transaction.',
      'A flush sends the pending changes with `execute`.',
    ],
    [
      'an item of a list',
      'Why is the import slow?',
      'Reasons:\n\n- The import is slow because the package reads all its plug-ins.\n- Some other thing entirely.',
      'The import is slow because the package reads all its plug-ins.',
    ],
  ])('takes %s', (_, title, text, answer) => {
    expect(answerOf(prose(title, text))).toBe(answer);
  });

  it.each([
    ['a greeting', 'Hello everybody, great question about the connection pool!'],
    ['a question', 'How large is your connection pool, and which driver do you use?'],
    ['a quotation', '- Hm.\n\n  > The connection pool is limited to five connections by default.'],
    ['code', '```py\nconnection_pool_is_limited = True\n```'],
    ['a pointer elsewhere', 'See the documentation of the connection pool for more details.'],
    ['an announcement', 'There are several ways to size the connection pool.'],
    ['a lead-in', 'The connection pool is sized by these two options:'],
    ['a link', 'https://example.org/connection-pool-size'],
    ['a story', 'I had the same trouble with the connection pool last week.'],
    ['a table', '| Connection pool | Size |\n| --- | --- |\n| The default connection pool is | 5 |'],
    ['a rejected view', 'You might think that the connection pool is unlimited.'],
    ['raw markup', 'The connection pool is sized by <option>pool_size</option> alone.'],
    ['a sentence longer than an answer line', `The connection pool is ${'very '.repeat(50)}large.`],
    ['nothing', ''],
  ])('takes no sentence that is %s', (_, text) => {
    expect(answerOf(prose('How large is the connection pool?', text), 'answered')).toBeUndefined();
  });

  it('takes nothing that the next paragraph contradicts', () => {
    const claim = 'Encryption costs a lot of time on every page.';
    expect(answerOf(prose('Encryption', claim))).toBe(claim);
    expect(
      answerOf(prose('Should every page use encryption?', `${claim}\n\nHowever, that was long ago.`)),
    ).toBe(undefined);
  });

  it.each<EntryStatus>(['disputed', 'unanswered', 'link'])(
    'takes nothing from a thread that is %s',
    (status) => {
      const text = 'A decorator is a function that takes a function and gives back another one.';
      expect(answerOf(prose('Decorators', text), status)).toBeUndefined();
    },
  );

  it('takes no number where the question wants one and the sentence has none', () => {
    const title = 'How often are the feeds read?';
    expect(answerOf(prose(title, 'The feeds are read by a job of the server.'))).toBeUndefined();
    expect(answerOf(prose(title, 'The feeds are read every four hours by the server.'))).toBeDefined();
  });

  it('takes nothing from a page of questions', () => {
    expect(
      answerOf(prose('FAQ', 'The FAQ is a page about the project, which is old.'), 'answered'),
    ).toBeUndefined();
  });

  describe('in a thread', () => {
    const FIRST = '> A1. The session is closed because the dependency ends before the task starts.';
    const SECOND = '> A2. The session is closed because the pool recycles its connection.';
    const QUESTION = '### Why is the session closed in my task?';
    const answerIn = (...posts: readonly string[]) => {
      const [entry] = parseDocument('a.md', [QUESTION, ...posts].join('\n\n'), { layout: 'thread' }).entries;
      return inferAnswer(entry!, 'answered');
    };

    it('is taken from the first answer', () => {
      expect(answerIn(FIRST, SECOND)).toEqual({
        text: 'The session is closed because the dependency ends before the task starts.',
        from: 'inferred',
        post: 0,
      });
    });

    it('is taken from the answer that somebody agrees with', () => {
      expect(answerIn(FIRST, SECOND, '> A2-1. I agree with that.')?.post).toBe(1);
    });

    it('is not taken from the answer that somebody disagrees with', () => {
      expect(answerIn(FIRST, '> A1-1. I disagree, that is not it.')).toBeUndefined();
    });

    it('is not taken from the answer that a note corrects', () => {
      expect(answerIn(FIRST, '> [!NOTE]\n> Corrects: A1\n>\n> The session is not closed.')).toBeUndefined();
    });

    it('is never taken from a question or a note', () => {
      expect(
        answerIn(
          '> Q2. The session is closed because the test ends.',
          '> [!NOTE]\n> The session is closed by the pool.',
        ),
      ).toBeUndefined();
    });
  });
});
