import { describe, expect, it } from 'vitest';
import type { Post, PostKind } from '../../../../src/core/model';
import { withOriginalFacts } from '../../../../src/core/parse/posts/translatedPosts';

const post = (kind: PostKind, more: Partial<Post> = {}): Post => ({
  kind,
  markdown: 'text',
  span: { start: 0, end: 4 },
  line: 1,
  ...more,
});

describe('the posts of a translation', () => {
  const original = [
    post('answer', { byAsker: true }),
    post('reply', { replyTo: 0, agreement: 'agrees' }),
    post('answer'),
  ];

  it('take self-answers and agreement from an original with the same posts', () => {
    const translated = [
      post('answer', { markdown: 'Use it' }),
      post('reply', { replyTo: 0, agreement: 'disagrees' }),
      post('answer', { byAsker: true, agreement: 'agrees' }),
    ];
    expect(withOriginalFacts(original, translated, 'self-answered')).toStrictEqual([
      post('answer', { markdown: 'Use it', byAsker: true }),
      post('reply', { replyTo: 0, agreement: 'agrees' }),
      post('answer'),
    ]);
  });

  it.each([
    ['fewer posts', [post('answer', { agreement: 'agrees' })]],
    ['more posts', [...original, post('answer')].map(({ byAsker: _byAsker, ...rest }) => rest)],
    ['posts of another kind', [post('answer'), post('question', { replyTo: 0 }), post('note')]],
    ['posts that answer others', [post('answer'), post('reply', { replyTo: 2 }), post('answer')]],
  ])('keep what their own wording shows where they have %s', (_what, translated) => {
    const result = withOriginalFacts(original, translated, 'self-answered');
    expect(result.map(({ agreement }) => agreement)).toEqual(translated.map(({ agreement }) => agreement));
    const answers = translated.filter(({ kind }) => kind === 'answer');
    expect(result.filter(({ byAsker }) => byAsker === true)).toHaveLength(answers.length === 1 ? 1 : 0);
  });

  it('lose marks of their own that the entry’s status does not support', () => {
    const [only] = withOriginalFacts([], [post('answer', { byAsker: true })], 'answered');
    expect(only).toEqual(post('answer'));
  });
});
