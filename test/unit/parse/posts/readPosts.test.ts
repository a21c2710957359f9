import { describe, expect, it } from 'vitest';
import { MappedText } from '../../../../src/core/parse/mappedText';
import { readPosts, type PostContext } from '../../../../src/core/parse/posts/readPosts';
import { LineIndex } from '../../../../src/core/text/lineIndex';

const read = (body: string, context: Partial<PostContext> = {}) => {
  const text = MappedText.of(body, new LineIndex(body), 0, Infinity);
  return readPosts(text, {
    title: 'How do I close a session?',
    document: 'a.md',
    titleIsQuestion: false,
    quotes: 'posts',
    ...context,
  });
};
/** Kind, label, target and line of each post. */
const outline = (body: string) =>
  read(body).posts.map(({ kind, label, replyTo, line }) => [kind, label ?? '-', replyTo ?? '-', line]);
const kinds = (body: string, context?: Partial<PostContext>) =>
  read(body, context).posts.map(({ kind }) => kind);

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
      ['answer', '-', 2, 7],
    ]);
  });

  it('keeps fences, lists, headings and nested quotes inside their post', () => {
    const { posts } = read(
      '> # Heading\n>\n> ```python\n> A1. not a label\n> ```\n>\n> > A2. quoted person\n>\n> - A3. item',
    );
    expect(posts).toHaveLength(1);
    expect(posts[0]?.markdown).toBe(
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
        ([, , target]) => target,
      ),
    ).toEqual(['-', 0, 1, '-', 0, 4]);
  });

  it('reads a tab behind the quote mark as its columns', () => {
    expect(read('>\tA1. text\n>\n> \tmore').posts).toMatchObject([
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
    const [post] = read('> **A1.**\n> text').posts;
    expect(post).toMatchObject({ label: 'A1', markdown: 'text', line: 1 });
  });

  it('reports a label that answers nothing there', () => {
    expect(read('> A1. x\n\n> A3-1. y').problems).toMatchObject([
      { kind: 'labelUnknown', line: 3, args: ['A3-1', 'A3'] },
    ]);
    expect(read('> A1. x\n\n> A1-1. y').problems).toEqual([]);
  });

  it('reads an alert as a note', () => {
    const { posts } = read('> A1. x\n\n> [!NOTE]\n> Later knowledge.');
    expect(posts.map(({ kind, markdown }) => [kind, markdown])).toEqual([
      ['answer', 'x'],
      ['note', 'Later knowledge.'],
    ]);
  });

  it('gives a post only what is known of it, with its span in the document', () => {
    expect(read('> A1. One.\n>\n> Two.').posts).toStrictEqual([
      { kind: 'answer', label: 'A1', markdown: 'One.\n\nTwo.', span: { start: 6, end: 19 }, line: 1 },
    ]);
    expect(read('> One.').posts).toStrictEqual([
      { kind: 'answer', markdown: 'One.', span: { start: 2, end: 6 }, line: 1 },
    ]);
  });

  it('ignores empty quotes, and empty lines around a quote', () => {
    expect(outline('>\n> A1. text\n>\n\ntext\n\n>')).toEqual([
      ['answer', 'A1', '-', 2],
      ['note', '-', '-', 5],
    ]);
  });

  it('reads an alert only at the start of a quote', () => {
    expect(kinds('> See [!NOTE] there.')).toEqual(['answer']);
  });

  it('finds no label in a list item', () => {
    expect(outline('> - item\n>\n>   A1. text')).toEqual([['answer', '-', '-', 1]]);
  });

  it('ignores rules and comments between posts', () => {
    expect(outline('<!-- id: x -->\n\n---\n\n> text\n\n***')).toEqual([['answer', '-', '-', 5]]);
  });

  it('follows lazy continuation lines', () => {
    expect(read('> one\ntwo').posts.map(({ markdown }) => markdown)).toEqual(['one\ntwo']);
  });
});

describe('the kind of a quote without a label', () => {
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
  ])('is told by its wording: %s', (quote, kind) => {
    const title = /[가-힣]/.test(quote) ? '세션은 어떻게 닫나요?' : 'Closing sessions';
    expect(kinds(`> ${quote}`, { title })).toEqual([kind]);
  });

  it('tells thanks and answers to a question back from answers', () => {
    expect(
      outline(
        '> 혹시 지연 로딩 사용하셨어요?\n\n> 네 기본값으로 썼습니다.\n\n> 즉시 로딩을 쓰시면 됩니다.\n\n> 답변 감사합니다!',
      ).map(([kind, , target]) => [kind, target]),
    ).toEqual([
      ['answer', '-'],
      ['reply', 0],
      ['answer', '-'],
      ['reply', 2],
    ]);
  });

  it('lets the asker go on in a second quote while nobody has answered', () => {
    const asked = '> 배포하고 나서 메모리가 계속 느는데 이유를 모르겠습니다. 도와주세요.\n\n';
    const kindsBelow = (body: string) => kinds(asked + body, { title: '메모리가 계속 늘어요' });
    expect(kindsBelow('> 추가로 워커는 네 개입니다.\n\n> 워커를 주기적으로 재시작하세요.')).toEqual([
      'question',
      'question',
      'answer',
    ]);
    expect(kindsBelow('> 버전이 뭔가요?\n\n> 추가로 프로파일러도 돌려 보세요.')).toEqual([
      'question',
      'answer',
      'answer',
    ]);
  });

  it('tells reactions and short questions from answers', () => {
    expect(kinds('> 재시작하면 됩니다.\n\n> 아 그게 문제였네요.\n\n> 그럼 매번 해야 하나요?')).toEqual([
      'answer',
      'reply',
      'reply',
    ]);
  });

  it('is no question in a second quote below plain text, a note or an answer', () => {
    const adds = '> 추가로 워커는 네 개입니다.';
    expect(kinds(`메모리가 늘어납니다.\n\n${adds}`)).toEqual(['question', 'answer']);
    expect(kinds(`> 궁금한데 모르겠습니다.\n\n> [!NOTE]\n> 낡음.\n\n${adds}`)).toEqual([
      'question',
      'note',
      'answer',
    ]);
    expect(kinds(`> 궁금한데 모르겠습니다.\n\n> A1. 닫으세요.\n\n${adds}`)).toEqual([
      'question',
      'answer',
      'answer',
    ]);
    expect(kinds(`> 감사합니다\n\n${adds}`)).toEqual(['reply', 'answer']);
    expect(kinds(`> 궁금한데 모르겠습니다.\n\n왜 늘어나나요?\n\n${adds}`)).toEqual([
      'question',
      'question',
      'answer',
    ]);
  });

  it('is no reply while nobody has answered', () => {
    expect(kinds('> 궁금한데 모르겠습니다.\n\n> 감사합니다\n\n> 감사합니다')).toEqual([
      'question',
      'answer',
      'reply',
    ]);
    expect(kinds('> [!NOTE]\n> 낡음.\n\n> 궁금한데 모르겠습니다.\n\n> 감사합니다')).toEqual([
      'note',
      'question',
      'answer',
    ]);
  });

  it('is an answer in the first quote when the question has been asked above it', () => {
    expect(kinds('메모리가 늘어납니다.\n\n> 궁금한데 모르겠습니다.')).toEqual(['question', 'answer']);
  });
});

describe('plain text', () => {
  it('is a question above the quotes, and below them where it sounds like one', () => {
    expect(kinds('It leaks.\n\n> Close it.\n\nIs that safe?\n\n> Yes.\n\nIt leaked.')).toEqual([
      'question',
      'answer',
      'question',
      'answer',
      'note',
    ]);
  });

  it('is a question without quotes in a thread, and a note below alerts', () => {
    expect(kinds('It leaks.')).toEqual(['question']);
    expect(kinds('> [!NOTE]\n> Old.\n\nIt leaks.')).toEqual(['note', 'note']);
  });

  it('is an answer without quotes in a single entry, unless it sounds like a question', () => {
    const quotes = 'either';
    expect(kinds('Close it.', { quotes })).toEqual(['answer']);
    expect(kinds('It leaks, I tried my code?', { quotes })).toEqual(['question']);
  });

  it('is a question below a question in the front matter only where it ends as one', () => {
    const context = { quotes: 'either', titleIsQuestion: true } as const;
    expect(kinds('궁금한데 모르겠습니다.', context)).toEqual(['answer']);
    expect(kinds('Is it closed? ', context)).toEqual(['question']);
    expect(kinds('Is it closed？', context)).toEqual(['question']);
    expect(kinds('Is it closed? Yes.', context)).toEqual(['answer']);
  });
});

describe('quotes', () => {
  it('are part of the answer on a page of prose, where only alerts are posts', () => {
    const { posts, isConversation } = read('A text.\n\n> A1. quoted\n\n> [!TIP] Mind it.\n\nIs it so?', {
      quotes: 'citations',
    });
    expect(isConversation).toBe(false);
    expect(posts.map(({ kind, markdown }) => [kind, markdown])).toEqual([
      ['answer', 'A text.\n\n> A1. quoted'],
      ['note', 'Mind it.'],
      ['answer', 'Is it so?'],
    ]);
  });

  it('are posts of a single entry where they make a conversation of it', () => {
    const quotes = 'either';
    expect(read('It leaks.\n\n> Close it.', { quotes }).isConversation).toBe(true);
    expect(kinds('It leaks.\n\n> Close it.', { quotes })).toEqual(['question', 'answer']);
    const prose = 'A text that goes on for a while, and says what there is to say.';
    expect(read(`${prose}\n\n> Close it.\n\n${prose}`, { quotes }).isConversation).toBe(false);
    expect(read('It leaks.').isConversation).toBe(true);
  });

  it('inside lists are part of the text around them', () => {
    expect(kinds('It leaks:\n\n- > Close it.\n\n> Close it.')).toEqual(['question', 'answer']);
  });

  it('may hold labels of a single letter once they begin with one', () => {
    const labels = (body: string) => read(body).posts.map(({ label }) => label ?? '-');
    expect(labels('> Q. One?\n> A. Two.')).toEqual(['Q', 'A']);
    expect(labels('> One?\n> A. Two.')).toEqual(['-']);
    expect(labels('> One?\n> A1. Two.\n> A. Three.')).toEqual(['-', 'A1']);
  });
});

describe('agreement', () => {
  const agreements = (body: string) => read(body).posts.map(({ agreement }) => agreement ?? '-');

  it('is that of replies and answers with the post they answer', () => {
    expect(agreements('> A1. One session is enough.\n> A1-1. I agree.\n> A1-A1. I disagree.')).toEqual([
      '-',
      'agrees',
      'disagrees',
    ]);
    expect(agreements('> A1. One session is enough.\n> A1-Q1. I agree.')).toEqual(['-', '-']);
    expect(agreements('> A1. I agree.')).toEqual(['-']);
  });
});
