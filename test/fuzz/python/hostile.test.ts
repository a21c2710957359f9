import { parser } from '@lezer/python';
import { describe, expect, it } from 'vitest';
import { readOccurrences } from '../../../src/core/python/occurrences';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';
import { resolveMarked, python } from '../../unit/python/notation';

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };
const IMPORTS = python`
  from sqlalchemy.orm import «Session|S»
  from typing import Generic, TypeVar
`;

describe('circular definitions are unknown and break nothing else', () => {
  it.each([
    ['aliases', 'a = b\nb = a\na.add(1)\ndef f(): a.add(1), b.add(1)\n«Session|S»().«add|S.add»(1)\n'],
    ['aliases in a function', 'def f():\n    global a, b\n    a = b\n    b = a\n    a.add(1)\n'],
    ['type aliases', 'type A = B\ntype B = A\nx: A\nx.add(1)\ny: «Session|S»\ny.«add|S.add»(1)\n'],
    ['a type alias of itself', 'A = list[A]\nx: A\nx[0].add(1)\nx[0][0][0].add(1)\n'],
    ['quoted types', 'A: TypeAlias = "B"\nB: TypeAlias = "A"\ndef f(x: A, y: "A | B"): x.add(1), y.add(1)\n'],
    ['a class that inherits from itself', 'class A(A): ...\nA().add(1)\ndef f(a: A): a.add(1)\n'],
    [
      'classes that inherit from each other',
      'class A(B): ...\nclass B(A): s: «Session|S»\nB().s.«add|S.add»(1)\nB().t\n',
    ],
    [
      'a class in its own type arguments',
      'T = TypeVar("T")\nclass A(Generic[T]): x: T\nclass B(A["B"]): ...\nB().x.x.x.add(1)\n',
    ],
    ['a type variable bound to itself', 'T = TypeVar("T", bound="T")\ndef f(x: T): x.add(1)\n'],
    [
      'a method with growing type arguments',
      'T = TypeVar("T")\nclass A(Generic[T]):\n    def f(self) -> "A[A[T]]": ...\n    x: T\nA().f().f().f().x.add(1)\n',
    ],
    [
      'a base class with growing type arguments',
      'T = TypeVar("T")\nclass A(Generic[T]): ...\nclass B(A["B[B[T]]"], Generic[T]): x: T\nB().x.add(1)\n',
    ],
    ['a function with itself as its default', 'def f(x=f): return x\nf().add(1)\n'],
    ['a function with itself as its type', 'def f() -> f: ...\nf().add(1)\nf()().add(1)\n'],
    ['a decorator that is decorated with itself', '@f\ndef f(x): return f(x)\nf(1).add(1)\n'],
    [
      'three functions that call each other',
      'def a(): return b()\ndef b(): return c()\ndef c(): return a()\na().add(1), b().add(1), c().add(1)\n',
    ],
    [
      'generators',
      'def a():\n    for x in b(): yield x\ndef b():\n    for x in a(): yield x\nfor x in a(): x.add(1)\n',
    ],
    [
      'an attribute that is set to itself',
      'class A:\n    def f(self):\n        self.x = self.x\n        self.y = self.z\n        self.z = self.y\n        self.x.add(1), self.y.add(1)\n',
    ],
    ['a loop over itself', 'for x in x: x.add(1)\nfor a in b:\n    b = a\n    a.add(1)\n'],
    ['a context manager of itself', 'with x as x: x.add(1)\n'],
    ['a walrus of itself', 'if (x := x): x.add(1)\n'],
    [
      'Depends on itself',
      'from fastapi import «Depends|D»\ndef f(x=«Depends|D»(f)): return x\ndef g(x=«Depends|D»(f)): x.add(1)\n',
    ],
  ])('%s', async (_, source) => {
    const { actual, expected } = await resolveMarked(IMPORTS + source);
    expect(actual).toBe(expected);
  });
});

describe('old or broken Python', () => {
  it.each([
    [
      'Python 2',
      python`
        print "Session", «Session|S»
        print >>f, «Session|S»
        exec "Session"
        try: ...
        except E, e: ...
        raise E, "Session"
        x = 0777, 10L, u"Session", a <> b
        def f((a, b), s): s.add(1)
        «Session|S»().«add|S.add»(1)
      `,
    ],
    [
      'tabs and spaces together',
      'def f(s: «Session|S»):\n\tif x:\n        \ts.«add|S.add»(1)\n\ts.«add|S.add»(2)\n',
    ],
    ['form feeds', '\f\nclass A:\n\f\n    s: «Session|S»\n\fA().s.«add|S.add»(1)\n'],
    ['vertical tabs and no-break spaces', 'x\u000B=\u00A0«Session|S»()\n«Session|S»().«add|S.add»(1)\n'],
    ['indentation only', '    \n        \n  \n«Session|S»\n'],
    ['missing bodies', 'def f():\nclass A:\nif x:\nfor y in z:\n«Session|S»\n'],
    ['an else without an if', 'else:\n    «Session|S»\n'],
    ['a line continuation', '«Session|S»().\\\n«add|S.add»(1) \\\n'],
    ['half a surrogate pair', 'x = "\uD83D"\n«Session|S»()\n'],
  ])('%s', async (_, source) => {
    const { actual, expected } = await resolveMarked(IMPORTS + source);
    expect(actual).toBe(expected);
  });
});

describe('generated and binary text', () => {
  const HEAD = 'from sqlalchemy.orm import Session\n';
  const TAIL = '\nSession()\n';

  it.each([
    ['NUL bytes', '\0'.repeat(1_000)],
    ['NUL bytes in a name', 'Ses\0sion = a\0.b\0()'],
    ['control characters', String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code)).repeat(20)],
    [
      'any characters',
      String.fromCharCode(...Array.from({ length: 20_000 }, (_, code) => (code * 7919) % 65_536)),
    ],
    ['a long list of numbers', `x = [${'1, '.repeat(5_000)}]`],
    ['a long string', `x = "${'Session '.repeat(50_000)}"`],
    ['a long comment', `# ${'Session '.repeat(50_000)}`],
    ['a long name', 'a'.repeat(200_000)],
    ['a long chain of comparisons', `x = ${'a < '.repeat(800)}b`],
    ['many targets', `${'a = '.repeat(800)}b`],
    [
      'many parameters',
      `def f(${Array.from({ length: 1_000 }, (_, at) => `p${String(at)}: Session`).join(', ')}): ...`,
    ],
    [
      'many bases',
      `class A(${Array.from({ length: 1_000 }, (_, at) => `B${String(at)}`).join(', ')}): ...\nA().x`,
    ],
    ['a long union', `x: ${Array.from({ length: 2_000 }, (_, at) => `C${String(at)}`).join(' | ')}\nx.add`],
    [
      'a long union of known types',
      `${Array.from({ length: 300 }, (_, at) => `class C${String(at)}(Session): ...\n`).join('')}x: ${Array.from({ length: 300 }, (_, at) => `C${String(at)}`).join(' | ')}\nx.add`,
    ],
    ['a Union that is deep', `x: ${'Union['.repeat(200)}Session${']'.repeat(200)}\nx.add`],
    ['many assignments of one name', `${'x = Session() if a else None\n'.repeat(500)}x.add`],
    [
      'many conditions',
      Array.from({ length: 500 }, (_, at) => `if a${String(at)}: x = Session()\n`).join('') + 'x.add',
    ],
    [
      'many elif',
      `if a: ...\n${Array.from({ length: 1_000 }, (_, at) => `elif b${String(at)}: x = Session\n`).join('')}`,
    ],
    [
      'a long chain of classes',
      Array.from({ length: 1_000 }, (_, at) => `class A${String(at + 1)}(A${String(at)}): ...\n`).join('') +
        'A1000().add',
    ],
    [
      'a chain of functions',
      Array.from({ length: 1_000 }, (_, at) => `def f${String(at)}(): return f${String(at + 1)}()\n`).join(
        '',
      ) + 'f0().add',
    ],
    [
      'functions that each return one of two others',
      Array.from(
        { length: 60 },
        (_, at) => `def f${String(at)}(): return f${String(at + 1)}() or f${String(at + 2)}()\n`,
      ).join('') + 'f0().add',
    ],
    [
      'methods that each return one of two others',
      `class A:\n${Array.from({ length: 30 }, (_, at) => `    def f${String(at)}(self): return self.f${String(at + 1)}() or self.f${String(at + 2)}()\n`).join('')}A().f0().add`,
    ],
    ['nested calls', `x = ${'f(f('.repeat(300)}${'))'.repeat(300)}`],
    ['nested lists', `${'for x in ['.repeat(200)}${']: ...'.repeat(200)}`],
    ['nested blocks', Array.from({ length: 90 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join('')],
  ])('%s', async (_, rest) => {
    const occurrences = await readOccurrences(HEAD + rest + TAIL, KNOWN);
    expect(occurrences[0]?.span).toEqual({ start: 27, end: 34 });
  });

  it('reads the code around a line of one and a half megabytes', async () => {
    const line = `x = "${'U2Vzc2lvbgo'.repeat(136_000)}"`;
    expect(line.length).toBeGreaterThan(1_490_000);
    expect(await readOccurrences(HEAD + line + TAIL, KNOWN)).toHaveLength(2);
  });

  it('does not read a statement of which Lezer builds no valid tree', async () => {
    const line = `x: ${'list["'.repeat(400)}${'list<"list["'.repeat(3800)}a${'"<"]'.repeat(3800)}${'"]'.repeat(400)}`;
    expect(() => {
      parser.parse(line).iterate({ enter: () => true });
    }).toThrow(TypeError);
    expect(await readOccurrences(HEAD + line + TAIL, KNOWN)).toEqual([]);
  });

  it('does not read a file of over two megabytes', async () => {
    expect(await readOccurrences(`${HEAD}# ${'x'.repeat(2_000_000)}`, KNOWN)).toEqual([]);
  });
});
