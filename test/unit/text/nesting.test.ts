import { describe, expect, it } from 'vitest';
import { MAX_NESTING, tooDeepInJson, tooDeepInYaml } from '../../../src/core/text/nesting';

const DEEP = MAX_NESTING + 1;

describe('tooDeepInJson', () => {
  it('finds the bracket that is too deep', () => {
    expect(tooDeepInJson('['.repeat(5000))).toBe(MAX_NESTING);
    expect(tooDeepInJson('{"a":['.repeat(DEEP))).toBeDefined();
    expect(tooDeepInJson('['.repeat(MAX_NESTING) + ']'.repeat(MAX_NESTING))).toBeUndefined();
  });

  it('ignores brackets in texts, and counts those that are closed once', () => {
    expect(tooDeepInJson(JSON.stringify({ a: '['.repeat(500), b: '"'.repeat(500) }))).toBeUndefined();
    expect(tooDeepInJson('[],'.repeat(500))).toBeUndefined();
    expect(tooDeepInJson(']'.repeat(500))).toBeUndefined();
  });
});

describe('tooDeepInYaml', () => {
  it.each([
    ['dashes', `x:\n ${'- '.repeat(10_000)}`, 1],
    ['question marks', `x:\n ${'? '.repeat(10_000)}`, 1],
    ['colons', `x:\n ${': '.repeat(10_000)}`, 1],
    ['keys', `x: ${'a: '.repeat(DEEP)}`, 0],
    ['keys in quotes', `x: ${'"a": '.repeat(DEEP)}`, 0],
    ['keys that are aliases', `x: ${'*a : '.repeat(DEEP)}`, 0],
    ['brackets', `x: ${'['.repeat(10_000)}`, 0],
    ['braces', `x: ${'{a: '.repeat(DEEP)}`, 0],
    ['brackets on lines', `x:\n${' [\n'.repeat(DEEP)}`, MAX_NESTING - 1],
    ['keys in brackets', `x: [${'a: '.repeat(DEEP)}`, 0],
    ['keys in brackets on lines', `x: [\n${' a:\n'.repeat(DEEP)}`, MAX_NESTING - 3],
    ['texts with commas as keys in brackets', `x: ["${',": "'.repeat(DEEP)}`, 0],
    ['tags with brackets', `x: ${'!a ['.repeat(DEEP)}`, 0],
    [
      'indentation',
      Array.from({ length: 200 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      MAX_NESTING - 1,
    ],
  ])('finds the line with %s', (_, yaml, line) => {
    expect(tooDeepInYaml(yaml.split('\n'))).toBe(line);
  });

  it.each([
    ['many keys', 'a: b\n'.repeat(500)],
    ['many texts of several lines', 'a: |\n  b: c\n'.repeat(500)],
    ['a map on one line', `x: {${'a: b, '.repeat(500)}}`],
    ['a map on many lines', `x: {\n${' a: b,\n'.repeat(500)}}`],
    ['lists that are closed', `x: [${'[a], '.repeat(500)}]`],
    ['a list of maps', 'x:\n'.concat('  - a: b\n    c: d\n'.repeat(500))],
    ['punctuation in quotes', `x: "${'[: - ? '.repeat(500)}"`],
    ['brackets in plain text', `x: a ${'[ '.repeat(500)}`],
    ['code in a text', `x: |\n${'  if (a) { b: [c\n'.repeat(500)}`],
    ['dashes in plain text', `x: a${' - b'.repeat(500)}`],
    ['nesting as people write it', 'a:\n  b:\n    - c: [d, {e: f}]\n'],
  ])('accepts %s', (_, yaml) => {
    expect(tooDeepInYaml(yaml.split('\n'))).toBeUndefined();
  });
});
