import { describe, expect, it } from 'vitest';
import { roleOf } from '../../../../../src/core/parse/posts/speakers/speakerNames';

describe('the role of a speaker', () => {
  it.each([
    ['Question', 'question'],
    ['A 2', 'answer'],
    ['Interviewer', 'any'],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['toString', undefined],
  ])('named %s is %s', (name, role) => {
    expect(roleOf(name)).toBe(role);
  });
});
