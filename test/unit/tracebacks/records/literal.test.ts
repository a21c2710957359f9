import { describe, expect, it } from 'vitest';
import { sourceText } from '../../../../src/core/tracebacks/lines/mappedText';
import { LiteralReader, type Literal } from '../../../../src/core/tracebacks/records/literal';

function plain(literal: Literal | undefined): unknown {
  switch (literal?.kind) {
    case 'string':
      return literal.value.text;
    case 'map':
      return Object.fromEntries(literal.entries.map(([key, value]) => [key, plain(value)]));
    case 'list':
      return literal.items.map(plain);
    case 'other':
      return `=${literal.text}`;
    case undefined:
      return undefined;
  }
}

function read(text: string) {
  const reader = new LiteralReader(sourceText(text), 0);
  const value = plain(reader.read());
  return { value, rest: text.slice(reader.at), hasFailed: reader.hasFailed };
}

describe('LiteralReader', () => {
  it.each<[string, unknown]>([
    ['{"a": [1, "b"], "c": {}}', { a: ['=1', 'b'], c: {} }],
    ["{'a': ('b', None,), 'c': True}", { a: ['b', '=None'], c: '=True' }],
    [String.raw`"a\n\"b\"\u00e9\x41\\"`, 'a\n"b"éA\\'],
    [String.raw`r'a\n'`, String.raw`a\n`],
    [
      "{'at': datetime.datetime(2026, 1, 1), 'x': <object at 0x1>}",
      {
        at: '=datetime.datetime(2026, 1, 1)',
        x: '=<object at 0x1>',
      },
    ],
    ["[KeyError('a, b'), 2]", ["=KeyError('a, b')", '=2']],
    ['{}', {}],
    ['[ ]', []],
  ])('reads %s', (text, value) => {
    expect(read(`${text} rest`)).toEqual({ value, rest: ' rest', hasFailed: false });
  });

  it.each<[string, unknown]>([
    ['{"a": "b', { a: 'b' }],
    ['{"a": "b", "c', { a: 'b' }],
    ['{"a": [1, {"b": "c"', { a: ['=1', { b: 'c' }] }],
    ['["a\\', ['a']],
    ['', undefined],
  ])('reads what is there of a cut one: %s', (text, value) => {
    expect(read(text)).toEqual({ value, rest: '', hasFailed: false });
  });

  it.each(['{a b}', '{"a" "b"}', '["a" "b"]', '{"a": "b\n"}', '{{}}'])('fails at %j', (text) => {
    expect(read(text).hasFailed).toBe(true);
  });

  it('reads to a limited depth', () => {
    expect(JSON.stringify(read('['.repeat(1000)).value).length).toBeLessThan(80);
  });

  it('maps a string to its source', () => {
    const text = String.raw`{"a": "x\ny"}`;
    const literal = new LiteralReader(sourceText(text), 0).read();
    const value = literal?.kind === 'map' ? literal.entries[0]?.[1] : undefined;
    if (value?.kind !== 'string') throw new Error('No string.');
    expect(text.slice(value.value.offsetOf(0), value.value.endOf(3))).toBe(String.raw`x\ny`);
  });
});
