import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBracketsClosed } from '../../../src/core/python/brackets';
import { resolveMarked, python } from './notation';

/** The result for a text, ignoring time slices. */
function closed(text: string): string {
  const work = withBracketsClosed(text);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value.text;
  }
}

describe('withBracketsClosed', () => {
  it.each([
    ['above a function', 'f(\ndef g(): ...\n', 'f<\ndef g(): ...\n'],
    ['above an import', 'x = [1, 2\nimport y\n', 'x = <1, 2\nimport y\n'],
    ['above an assignment', 'f(x\ny = 1\n', 'f<x\ny = 1\n'],
    ['above an annotation', 'f(x\ny: int\n', 'f<x\ny: int\n'],
    ['above an assignment to an attribute', 'f(x\nself.y = 1\n', 'f<x\nself.y = 1\n'],
    ['above a decorator', 'f(\n@g\ndef h(): ...\n', 'f<\n@g\ndef h(): ...\n'],
    ['more than once', 'f(g([{\nreturn x\n', 'f<g<<<\nreturn x\n'],
    ['after a closed one', 'f(1)(2\nreturn x\n', 'f(1)<2\nreturn x\n'],
    ['around a closed one', 'f(g(1), h(2\nreturn x\n', 'f<g(1), h<2\nreturn x\n'],
    ['in an indented block', 'def f():\n    g(\n    return x\n', 'def f():\n    g<\n    return x\n'],
    [
      'above a line with less indentation',
      'def f():\n    g(\nclass A: ...\n',
      'def f():\n    g<\nclass A: ...\n',
    ],
    ['in a block indented with tabs', 'if x:\n\tf(\n\treturn y\n', 'if x:\n\tf<\n\treturn y\n'],
    ['in two statements', 'f(\nx = 1\ng(\ny = 2\n', 'f<\nx = 1\ng<\ny = 2\n'],
    ['before CRLF and CR', 'f(\r\nimport x\r\ng(\rimport y\r', 'f<\r\nimport x\r\ng<\rimport y\r'],
    ['before a bracket of the wrong kind', 'f(]\nimport x\n', 'f<]\nimport x\n'],
  ])('ends a statement with an unclosed bracket %s', (_, text, expected) => {
    expect(closed(text)).toBe(expected);
  });

  it.each([
    ['an empty text', ''],
    ['code without brackets', 'x = 1\nimport y\n'],
    ['closed brackets', 'f(g[1], {2: (3)})\nimport y\n'],
    ['brackets over several lines', 'f(\n    x,\n    y=1,\n)\nimport z\n'],
    ['parameters over several lines', 'def f(\n    x: int,\n    y: int = 1,\n) -> int: ...\n'],
    ['unindented arguments', 'f(\nx,\n"y",\n*z)\n'],
    ['a comprehension', 'x = [\n    y\n    for y in z\n    if y\n]\nimport a\n'],
    ['brackets in strings', 'x = "("\ny = \'[\'\nimport z\n'],
    ['brackets in triple-quoted strings', 'x = """(\nimport y\n"""\nimport z\n'],
    ['brackets after an escaped quote', 'x = "\\"("\nimport y\n'],
    ['brackets in comments', '# (\nx = 1  # [{\nimport y\n'],
    ['a comment within brackets', 'f(  # )\n    1,\n)\nimport y\n'],
    ['an unterminated string', 'x = "(\nimport y\n'],
    ['an unterminated triple-quoted string', 'x = """(\nimport y\n'],
    ['closing brackets without opening ones', ')]}\nimport x\n'],
    ['an open bracket at the end', 'import x\nf('],
    ['an open bracket above an expression', 'f(\nx\n'],
    ['an open bracket above an indented line', 'f(\n    x = 1\n'],
  ])('leaves %s unchanged', (_, text) => {
    expect(closed(text)).toBe(text);
  });

  it('never changes code whose brackets are closed', () => {
    const atom = fc.constantFrom(
      'x',
      '1',
      '"("',
      "'''[\nimport y\n'''",
      'y=1',
      '"\\")"',
      '# )(\n    z',
      'a.b',
      'not x',
    );
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        fc
          .tuple(
            fc.constantFrom(['(', ')'] as const, ['[', ']'] as const, ['{', '}'] as const),
            fc.array(tie('expression'), { maxLength: 3 }),
            fc.constantFrom('', ' ', '\n      '),
          )
          .map(
            ([[open, close], items, space]) => `${open}${space}${items.join(`,${space}`)}${space}${close}`,
          ),
      ),
    }));
    const statement = fc
      .tuple(fc.constantFrom('x = ', 'import a\n', 'def f', '    return ', 'if x: ', '@'), expression)
      .map(([start, end]) => `${start}${end}\n`);
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
        const text = statements.join('');
        expect(closed(text)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('only ever replaces opening brackets', () => {
    const fragments = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '"""',
      '#',
      '\n',
      '\n    ',
      '\\',
      'x = 1',
      'import y',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 40 }), (list) => {
        const text = list.join('');
        const made = closed(text);
        expect(made).toHaveLength(text.length);
        for (let at = 0; at < text.length; at += 1) {
          if (made[at] !== text[at]) expect([text[at], made[at]].join('')).toMatch(/^[([{]<$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const IMPORTS = python`
  from fastapi import «Depends|D»
  from sqlalchemy.orm import «Session|S»
`;

describe('code being typed', () => {
  it.each([
    [
      'a call',
      python`
        def f(s: «Session|S»):
            s.«execute|S.execute»(
            s.«commit|S.commit»()
            return s.«new|S.new»
        def g(s: «Session|S»): s.«add|S.add»(1)
      `,
    ],
    [
      'a list of arguments',
      python`
        x = make(«Session|S»,
        def f(s: «Session|S», d=«Depends|D»(g)):
            s.«add|S.add»(1)
      `,
    ],
    [
      'parameters',
      python`
        def f(s: «Session|S»,
        def g(s: «Session|S»):
            s.«add|S.add»(1)
      `,
    ],
    [
      'a subscript',
      python`
        def f(s: «Session|S»):
            x = s.«info|S.info»[
            y = s.«get|S.get»(1)
        z = «Session|S»()
        z.«add|S.add»(1)
      `,
    ],
    [
      'one bracket in another',
      python`
        def f(s: «Session|S»):
            s.«execute|S.execute»(g([1, {
            x = s.«scalars|S.scalars»(1)
      `,
    ],
    [
      'an import',
      python`
        from sqlalchemy import (
        from fastapi import «APIRouter|fastapi.APIRouter»
        «APIRouter|fastapi.APIRouter»()
      `,
    ],
    [
      'a class',
      python`
        class A(«Session|S»,
        class B(«Session|S»):
            def f(self): self.«add|S.add»(1)
      `,
    ],
  ])('resolves the code below %s', async (_, source) => {
    const { actual, expected } = await resolveMarked(IMPORTS + source);
    expect(actual).toBe(expected);
  });
});
