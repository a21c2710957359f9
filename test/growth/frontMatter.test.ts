import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/core/parse/frontMatter';
import { readMetadata } from '../../src/core/parse/metadata';
import { LINEAR, measureGrowth } from './growth';
import { nested, numbered, repeated, type Shape } from './inputs';

/** Reads a document that begins with front matter, and what its keys say. */
function read(text: string): void {
  readMetadata(readFrontMatter(text, 'a.md'), 'a.md', true);
}

const yaml = (shape: Shape): Shape => {
  return (characters) => `---\ntitle: a\n${shape(characters)}\n---\n# Q?\n`;
};
const toml = (shape: Shape): Shape => {
  return (characters) => `+++\ntitle = "a"\n${shape(characters)}\n+++\n# Q?\n`;
};
const json = (shape: Shape): Shape => {
  return (characters) => `{\n"title": "a",\n"x": ${shape(characters)}\n}\n# Q?\n`;
};

describe('front matter is read in linear time', () => {
  it.each<[string, Shape]>([
    ['a block that is not closed', repeated('k: v\n', '---\n')],
    ['many openings', repeated('---\n')],
    ['YAML: keys', yaml(numbered((n) => `k${n}: v\n`))],
    ['YAML: the same key', yaml(repeated('k: v\n'))],
    ['YAML: keys of 200 characters', yaml(numbered((n) => `${'k'.repeat(200)}${n}: v\n`))],
    ['YAML: one long key', yaml(repeated('k', '', ': v'))],
    ['YAML: one long value', yaml(repeated('a ', 'answer: '))],
    ['YAML: a long id', yaml(repeated('a-', 'id: '))],
    ['YAML: a long answer of open code spans', yaml(repeated('`a ', 'answer: '))],
    ['YAML: a long title of open links', yaml(repeated('[a](', 'question: '))],
    ['YAML: versions with open brackets', yaml(repeated('[', 'versions: a'))],
    ['YAML: a version of blanks', yaml(repeated(' ', 'versions: "a', 'b"'))],
    ['YAML: versions with brackets and blanks', yaml(repeated('(', 'versions: "a (', '"'))],
    ['YAML: tags of one line', yaml(repeated('a, ', 'tags: '))],
    ['YAML: a list of tags', yaml(repeated('  - a\n', 'tags:\n'))],
    ['YAML: symbols', yaml(repeated('  - a.b.c\n', 'symbols:\n'))],
    ['YAML: one long symbol', yaml(repeated('.a', 'symbols: a', '!'))],
    ['YAML: lists in brackets', yaml(nested('[', 'a', ']', 'x: '))],
    ['YAML: lists in brackets that are not closed', yaml(repeated('[', 'x: '))],
    ['YAML: maps in braces', yaml(nested('{a: ', 'a', '}', 'x: '))],
    ['YAML: maps in braces that are not closed', yaml(repeated('{', 'x: '))],
    ['YAML: dashes', yaml(repeated('- ', 'x:\n '))],
    ['YAML: question marks', yaml(repeated('? ', 'x:\n '))],
    ['YAML: colons', yaml(repeated(': ', 'x:\n '))],
    ['YAML: keys on one line', yaml(repeated('a: ', 'x: '))],
    [
      'YAML: deeper and deeper',
      yaml((n) => Array.from({ length: Math.sqrt(n) * 1.4 }, (_, at) => `${' '.repeat(at)}k:`).join('\n')),
    ],
    ['YAML: anchors', yaml(numbered((n) => `k${n}: &a${n} v\n`))],
    ['YAML: aliases', yaml(numbered((n) => `k${n}: *a\n`, 'a: &a v\n'))],
    [
      'YAML: aliases of lists of aliases',
      yaml(
        numbered(
          (n) => `k${n}: &a${n} [*a${String(Number(n) - 1)}, *a${String(Number(n) - 1)}]\n`,
          'k: &a-1 v\n',
        ),
      ),
    ],
    [
      'YAML: merge keys',
      yaml(numbered((n) => `k${n}: &a${n} {<<: *a${String(Number(n) - 1)}}\n`, 'k: &a-1 {a: b}\n')),
    ],
    ['YAML: tags of types', yaml(numbered((n) => `k${n}: !!binary v\n`))],
    ['YAML: tags on one value', yaml(repeated('!a ', 'k: '))],
    ['YAML: anchors on one value', yaml(repeated('&a ', 'k: '))],
    ['YAML: quotes that are not closed', yaml(repeated('"', 'k: '))],
    ['YAML: values that need quotes', yaml(numbered((n) => `k${n}: a "b": c\n`))],
    ['YAML: one value that needs quotes', yaml(repeated('a: "b": ', 'k: '))],
    ['YAML: errors', yaml(repeated('k: }\n'))],
    ['YAML: blank lines', yaml(repeated('\n'))],
    ['YAML: comments', yaml(repeated('# a\n'))],
    ['YAML: a block of text', yaml(repeated('  a\n', 'k: |\n'))],
    ['YAML: tabs', yaml(repeated('\t', 'k: '))],
    ['YAML: lines of tabs', yaml(repeated('\ta\n', 'k:\n'))],
    ['TOML: keys', toml(numbered((n) => `k${n} = "v"\n`))],
    ['TOML: one long value', toml(repeated('a ', 'answer = "', '"'))],
    ['TOML: a dotted key', toml(repeated('a.', '', 'a = 1'))],
    ['TOML: dotted keys', toml(numbered((n) => `a.b.c.k${n} = 1\n`))],
    ['TOML: tables', toml(numbered((n) => `[t${n}]\n`))],
    [
      'TOML: deeper and deeper tables',
      toml((n) => Array.from({ length: Math.sqrt(n) }, (_, at) => `[${'a.'.repeat(at)}a]`).join('\n')),
    ],
    ['TOML: an array of tables', toml(repeated('[[t]]\n'))],
    ['TOML: lists', toml(nested('[', '1', ']', 'x = '))],
    ['TOML: lists that are not closed', toml(repeated('[', 'x = '))],
    ['TOML: inline tables', toml(nested('{a = ', '1', '}', 'x = '))],
    ['TOML: quotes', toml(repeated('"', 'x = '))],
    ['TOML: lines of a text', toml(repeated('a\n', 'x = """', '"""'))],
    ['JSON: lists', json(nested('[', '1', ']'))],
    ['JSON: lists that are not closed', json(repeated('['))],
    ['JSON: objects', json(nested('{"a": ', '1', '}'))],
    ['JSON: keys', json(numbered((n) => `"k${n}": 1,\n`, '{', '"z": 1}'))],
    ['JSON: one long text', json(repeated('a ', '"', '"'))],
    ['JSON: escapes', json(repeated('\\n', '"', '"'))],
  ])('%s', (_, shape) => {
    expect(measureGrowth(read, shape).perDoubling).toBeLessThan(LINEAR);
  });
});
