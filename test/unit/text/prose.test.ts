import { expect, it } from 'vitest';
import { proseOf } from '../../../src/core/text/language/prose';

it.each([
  ['a <!-- b --> c', 'a   c'],
  ['a <!-- b', 'a   b'],
  ['<!---->a<!-- -->b', ' a b'],
])('the prose of %s has no comments', (markdown, prose) => {
  expect(proseOf(markdown)).toBe(prose);
});
