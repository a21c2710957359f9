import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  import functools
  from contextvars import ContextVar
  from sqlalchemy.orm import «Session|S»
`;

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('generated and circular code', () => {
  it.each([
    [
      'callbacks of callbacks',
      lines(300, (n) => `def f${String(n)}(work): f${String(n + 1)}(f${String(n)}), work.add(1)`),
    ],
    [
      'a class below many',
      `class C0:\n    def f(self, db: «Session|S»): ...\n` +
        lines(100, (n) => `class C${String(n + 1)}(C${String(n)}): ...`) +
        'class D(C100):\n    def f(self, db): db.add(1)\n',
    ],
    [
      'defaults of each other',
      'def f(a=g()): return a\ndef g(b=f()): return b\ndef h(x=f(), y=g()): x.add(1), y.add(1)\n',
    ],
    ['decorators of each other', '@b\ndef a(x): x.add(1)\n@a\ndef b(x): x.add(1)\n@c\ndef c(x): x.add(1)\n'],
    [
      'context variables of each other',
      lines(200, (n) => `c${String(n)} = ContextVar("c", default=c${String((n + 1) % 200)}.get())`) +
        'def f(): c0.get().add(1)\n',
    ],
    ['a long sum', `total = ${'a + '.repeat(3_000)}a\ntotal.label(1)\n`],
    [
      'a long chain of conditions',
      'def f(x: «Session|S» | int):\n    if x: pass\n' +
        lines(2_000, (n) => `    elif isinstance(x, C${String(n)}): x.y`) +
        '    else: x.add(1)\n',
    ],
    [
      'a long match',
      'def f(x: «Session|S»):\n    match x:\n' +
        lines(2_000, (n) => `        case C${String(n)}(): x.y`) +
        '        case _: x.«add|S.add»(1)\n',
    ],
    [
      'partials of partials',
      `p0 = functools.partial(«Session|S»)\n${lines(200, (n) => `p${String(n + 1)} = functools.partial(p${String(n)})`)}p200().«add|S.add»(1)\n`,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
