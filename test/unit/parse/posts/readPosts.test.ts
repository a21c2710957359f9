import { describe, expect, it } from 'vitest';
import { readLabel } from '../../../../src/core/parse/posts/postLabels';
import { MappedText } from '../../../../src/core/parse/mappedText';
import { readPosts } from '../../../../src/core/parse/posts/readPosts';
import { LineIndex } from '../../../../src/core/text/lineIndex';

const posts = (body: string, title = 'How do I close a session?') => {
  const text = MappedText.of(body, new LineIndex(body), 0, Infinity);
  return readPosts(text, { title, document: 'a.md', titleIsQuestion: false, quotes: 'posts' });
};
const outline = (body: string, title?: string) =>
  posts(body, title).posts.map(({ kind, label, replyTo: answers, line }) => [
    kind,
    label ?? '-',
    answers ?? '-',
    line,
  ]);

describe('readLabel', () => {
  it.each([
    ['A1. text', 'A1', 'answer', undefined],
    ['**A1-Q1.** text', 'A1-Q1', 'question', 'A1'],
    ['A2-1: text', 'A2-1', 'reply', 'A2'],
    ['Q2) text', 'Q2', 'question', undefined],
    ['A1-Q1-A1. text', 'A1-Q1-A1', 'answer', 'A1-Q1'],
    ['A1-Q1 text', 'A1-Q1', 'question', 'A1'],
    ['A1.', 'A1', 'answer', undefined],
    ['A1：text', 'A1', 'answer', undefined],
    ['A1－Q1．text', 'A1-Q1', 'question', 'A1'],
    ['**A2-1）** text', 'A2-1', 'reply', 'A2'],
    ['A1.네 맞아요', 'A1', 'answer', undefined],
  ])('%s', (line, text, kind, parent) => {
    const label = readLabel(line, false);
    expect([label?.text, label?.kind, label?.parent]).toEqual([text, kind, parent]);
  });

  it.each([
    'A100: fast',
    'q3: earnings',
    'A4 paper',
    'A1.5 mm',
    'Q: text',
    '**A1. text',
    'a list',
    'API. text',
  ])('%s has none', (line) => {
    expect(readLabel(line, false)).toBeUndefined();
  });

  it('takes a single letter where it may', () => {
    expect(readLabel('Q. text', true)).toMatchObject({ text: 'Q', kind: 'question' });
  });
});

describe('readPosts', () => {
  it('makes a post of each quote', () => {
    expect(outline('> One.\n> still one\n\n> Two.\n>\n> still two')).toEqual([
      ['answer', '-', '-', 1],
      ['answer', '-', '-', 4],
    ]);
  });

  it('takes plain text above the quotes as the question, between them as a follow-up', () => {
    expect(outline('I tried this.\n\n> Answer.\n\nAnd what about threads?\n\n> Another.')).toEqual([
      ['question', '-', '-', 1],
      ['answer', '-', 0, 3],
      ['question', '-', '-', 5],
      ['answer', '-', 4 - 2, 7],
    ]);
  });

  it('keeps fences, lists, headings and nested quotes inside their post', () => {
    const { posts: read } = posts(
      '> # Heading\n>\n> ```python\n> A1. not a label\n> ```\n>\n> > A2. quoted person\n>\n> - A3. item',
    );
    expect(read).toHaveLength(1);
    expect(read[0]?.markdown).toBe(
      '# Heading\n\n```python\nA1. not a label\n```\n\n> A2. quoted person\n\n- A3. item',
    );
  });

  it('splits a quote at its labels and says what each answers', () => {
    expect(
      outline('> A1. First\n> A1-Q1. Why?\n>\n> A1-Q1-A1. Because.\n\n> A2. Second\n>\n> A2-1. Thanks'),
    ).toEqual([
      ['answer', 'A1', '-', 1],
      ['question', 'A1-Q1', 0, 2],
      ['answer', 'A1-Q1-A1', 1, 4],
      ['answer', 'A2', '-', 6],
      ['reply', 'A2-1', 3, 8],
    ]);
  });

  it('pairs numbered questions and answers', () => {
    expect(outline('> Q1. One?\n\n> Q2. Two?\n\n> A1. To one.\n\n> A2. To two.')).toEqual([
      ['question', 'Q1', '-', 1],
      ['question', 'Q2', '-', 3],
      ['answer', 'A1', 0, 5],
      ['answer', 'A2', 1, 7],
    ]);
  });

  it('lets labels start anew in each exchange', () => {
    expect(
      outline('> Q1. a?\n> A1. b\n> A1-Q1. c?\n\n> Q2. d?\n> A1. e\n> A1-Q1. f?').map(
        ([, , answers]) => answers,
      ),
    ).toEqual(['-', 0, 1, '-', 0, 4]);
  });

  it('reads a tab behind the quote mark as its columns', () => {
    expect(posts('>\tA1. text\n>\n> \tmore').posts).toMatchObject([
      { label: 'A1', markdown: 'text\n\n  more' },
    ]);
  });

  it('makes no post of an empty alert or of a comment over several lines', () => {
    expect(outline('> A1. a\n\n> [!NOTE]\n\n<!-- one\ntwo -->\n\n> A2. b').map(([, label]) => label)).toEqual(
      ['A1', 'A2'],
    );
  });

  it('keeps text before the first label as a post of its own', () => {
    expect(outline('> Hello.\n> A1. First').map(([, label]) => label)).toEqual(['-', 'A1']);
  });

  it('takes the label out of the text but not out of the line count', () => {
    const [post] = posts('> **A1.**\n> text').posts;
    expect(post).toMatchObject({ label: 'A1', markdown: 'text', line: 1 });
  });

  it('reports a label that answers nothing there', () => {
    expect(posts('> A1. x\n\n> A3-1. y').problems).toMatchObject([
      { kind: 'labelUnknown', line: 3, args: ['A3-1', 'A3'] },
    ]);
  });

  it('reads an alert as a note', () => {
    const { posts: read } = posts('> A1. x\n\n> [!NOTE]\n> Later knowledge.');
    expect(read.map(({ kind, markdown }) => [kind, markdown])).toEqual([
      ['answer', 'x'],
      ['note', 'Later knowledge.'],
    ]);
  });

  it('ignores rules and comments between posts', () => {
    expect(outline('<!-- id: x -->\n\n---\n\n> text\n\n***')).toEqual([['answer', '-', '-', 5]]);
  });

  it('follows lazy continuation lines', () => {
    expect(posts('> one\ntwo').posts.map(({ markdown }) => markdown)).toEqual(['one\ntwo']);
  });
});

describe('who speaks in the first quote', () => {
  it.each([
    ['sqlalchemy 질문이 있습니다.\n>\n> 매번 session을 새로 만들면 문제없는 게 맞을까요?', 'question'],
    ['세션을 닫는 법을 찾고 있습니다. 코드는 아래와 같은데 안 되네요. 도와주세요.', 'question'],
    ['I have a problem closing a session. I tried `close()` but my code still leaks.', 'question'],
    ['혹시 컨텍스트 매니저 사용하셨어요?', 'answer'],
    ['Did you try a context manager?', 'answer'],
    ['https://example.org/a', 'answer'],
    ['로그 설정을 이렇게 했습니다. 그런데 화면에 안 나옵니다.', 'question'],
    ['세션은 닫으려는데 경고가 납니다. 이게 원인일까요?', 'question'],
    ['감사합니다 잘 볼게요!', 'reply'],
    ['- https://example.org/a\n> - [b](https://example.org/b)', 'answer'],
    ['저도 겪었는데 해결했던 내용 정리해서 공유드립니다.', 'answer'],
    ['Close it in a `finally` block.', 'answer'],
  ])('%s', (quote, kind) => {
    const title = /[가-힣]/.test(quote) ? '세션은 어떻게 닫나요?' : 'Closing sessions';
    expect(outline(`> ${quote}`, title)[0]?.[0]).toBe(kind);
  });

  it('tells thanks and answers to a question back from answers', () => {
    expect(
      outline(
        '> 혹시 지연 로딩 사용하셨어요?\n\n> 네 기본값으로 썼습니다.\n\n> 즉시 로딩을 쓰시면 됩니다.\n\n> 답변 감사합니다!',
      ).map(([kind, , answers]) => [kind, answers]),
    ).toEqual([
      ['answer', '-'],
      ['reply', 0],
      ['answer', '-'],
      ['reply', 2],
    ]);
  });

  it('lets the asker go on in a second quote while nobody has answered', () => {
    const asked = '> 배포하고 나서 메모리가 계속 느는데 이유를 모르겠습니다. 도와주세요.\n\n';
    const kinds = (body: string) => outline(asked + body, '메모리가 계속 늘어요').map(([kind]) => kind);
    expect(kinds('> 추가로 워커는 네 개입니다.\n\n> 워커를 주기적으로 재시작하세요.')).toEqual([
      'question',
      'question',
      'answer',
    ]);
    expect(kinds('> 버전이 뭔가요?\n\n> 추가로 프로파일러도 돌려 보세요.')).toEqual([
      'question',
      'answer',
      'answer',
    ]);
  });

  it('tells reactions and short questions from answers', () => {
    expect(
      outline('> 재시작하면 됩니다.\n\n> 아 그게 문제였네요.\n\n> 그럼 매번 해야 하나요?').map(
        ([kind]) => kind,
      ),
    ).toEqual(['answer', 'reply', 'reply']);
  });
});
