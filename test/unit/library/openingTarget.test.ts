import { describe, expect, it } from 'vitest';
import { openingTarget } from '../../../src/core/library/openingTarget';
import { parseDocument } from '../../../src/core/parse/parseDocument';

describe('openingTarget', () => {
  const [withQuestion, withoutQuestion] = parseDocument(
    'a.md',
    '### Why?\n\nMore of it.\n\n> A1. Because.\n\n### How?\n\n> A1. So.\n',
  ).entries;

  it('is the post and its words', () => {
    expect(openingTarget(withQuestion!, 1, ['because'])).toEqual({ post: 1, words: ['because'] });
    expect(openingTarget(withoutQuestion!, 0, ['so'])).toEqual({ post: 0, words: ['so'] });
  });

  it('is the head for the question that a thread begins with, and without a post', () => {
    expect(openingTarget(withQuestion!, 0, ['more'])).toEqual({ words: ['more'] });
    expect(openingTarget(withQuestion!, undefined, undefined)).toEqual({});
  });
});
