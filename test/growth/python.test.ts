import { describe, expect, it } from 'vitest';
import { ModuleStore } from '../../src/core/python/moduleStore';
import { SourceFile } from '../../src/core/python/sourceFile';
import { STUBS } from '../../src/core/python/stubs';
import { SYMBOLS } from '../../src/core/symbolTable/symbolTable';
import { LINEAR, measureAsyncGrowth } from './growth';
import { nested, numbered, repeated, type Shape } from './inputs';

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>(), isKnownArgument: () => true };
const LIBRARY_STUBS = new ModuleStore(STUBS);

/** Reads a file, resolves all of its names, and reads it on after a character was typed at its end. */
async function read(text: string): Promise<void> {
  const file = new SourceFile('/app/a.py', LIBRARY_STUBS, KNOWN);
  const before = `from sqlalchemy.orm import Session\n${text}`;
  await file.update(before);
  await file.occurrences();
  await file.update(`${before}x`);
  await file.occurrenceAt(before.length);
}

const previous = (n: string): string => String(Math.max(0, Number(n) - 1));

describe('Python is read in linear time', () => {
  it.each<[string, Shape]>([
    ['open parentheses', repeated('(')],
    ['open parentheses on lines', repeated('(\n')],
    ['parentheses', nested('(', 'a', ')')],
    ['lists', nested('[', 'a', ']')],
    ['dictionaries', nested('{a: ', 'a', '}')],
    ['calls', nested('f(', 'a', ')')],
    ['subscripts', nested('a[', 'a', ']')],
    ['annotations', nested('list[', 'a', ']', 'x: ')],
    ['lambdas', repeated('lambda: ', 'x = ', 'a')],
    ['minus', repeated('-', 'x = ', 'a')],
    ['await', repeated('await ', 'x = ', 'a')],
    ['conditions', repeated('a if b else ', 'x = ', 'c')],
    ['comprehensions', repeated('for a in b ', 'x = [a ', ']')],
    ['nested comprehensions', nested('[', 'a', ' for a in b]')],
    ['attributes', repeated('.a', 'Session')],
    ['calls of attributes', repeated('.add(1)', 'Session()')],
    ['subscripts in a row', repeated('[0]', 'Session')],
    ['calls in a row', repeated('()', 'Session')],
    ['attributes of numbers', numbered((n) => `a${n}.b\n`)],
    ['additions', repeated('a + ', 'x = ', 'a')],
    ['comparisons', repeated('a < ', 'x = ', 'a')],
    ['and', repeated('a and ', 'x = ', 'a')],
    ['a union', repeated('Session | ', 'x: ', 'None\nx.add(1)')],
    ['a union of classes', numbered((n) => `A${n} | `, 'x: ', 'None\nx.add(1)')],
    ['powers', repeated('a ** ', 'x = ', 'a')],
    ['targets', repeated('a = ', '', '1')],
    ['targets of a tuple', repeated('a, ', '', '= 1')],
    ['nested targets', nested('(', 'a', ',)', '', ' = 1')],
    ['names of an import', numbered((n) => `a${n}, `, 'from b import ', 'c')],
    ['imports', numbered((n) => `import a${n}\n`)],
    ['modules of an import', repeated('.a', 'import a')],
    ['star imports', numbered((n) => `from a${n} import *\nb${n}\n`)],
    ['star imports of one module', repeated('from sqlalchemy import *\nselect\n')],
    ['relative imports', repeated('.', 'from ', ' import a')],
    ['global', repeated('a, ', 'def f():\n    global ', 'a')],
    ['decorators', repeated('@a\n', '', 'def f(): ...')],
    ['decorators without a function', repeated('@a\n')],
    ['parameters', numbered((n) => `a${n}: Session, `, 'def f(', '): ...')],
    ['arguments', repeated('a, ', 'f(', ')')],
    ['keyword arguments', numbered((n) => `a${n}="b", `, 'f(', ')')],
    ['bases', numbered((n) => `A${n}, `, 'class A(', 'B): ...')],
    ['type parameters', numbered((n) => `A${n}, `, 'def f[', 'B](): ...')],
    ['functions', numbered((n) => `def f${n}(): ...\n`)],
    ['functions that call the one before', numbered((n) => `def f${n}(): return f${previous(n)}()\n`)],
    ['functions that call the next', numbered((n) => `def f${n}(): return f${String(Number(n) + 1)}()\n`)],
    ['the same function', repeated('def f(a): return f(a)\n')],
    ['classes that inherit from the one before', numbered((n) => `class A${n}(A${previous(n)}): ...\n`)],
    [
      'attributes of classes that inherit',
      numbered((n) => `class A${n}(A${previous(n)}): a = A${previous(n)}().b\n`),
    ],
    ['the same class', repeated('class A(A):\n    a = A()\n')],
    ['methods', numbered((n) => `    def f${n}(self): return self.f${previous(n)}()\n`, 'class A:\n')],
    [
      'attributes of self',
      numbered((n) => `        self.a${n} = self.a${previous(n)}\n`, 'class A:\n    def f(self):\n'),
    ],
    ['the same attribute of self', repeated('        self.a = self.a\n', 'class A:\n    def f(self):\n')],
    ['assignments', numbered((n) => `a${n} = a${previous(n)}\n`)],
    ['assignments of one name', repeated('x = Session()\n', '', 'x.add(1)')],
    ['assignments of one name and uses', repeated('x = Session()\nx.add(1)\n')],
    ['assignments of one name to itself', repeated('x = x\n')],
    ['assignments of one name in a function', repeated('    x = Session()\n    x.add(1)\n', 'def f():\n')],
    ['assignments under conditions', repeated('if a: x = Session()\n', '', 'x.add(1)')],
    ['assignments under conditions and uses', repeated('if a: x = Session()\nx.add(1)\n')],
    [
      'assignments under conditions in a function',
      repeated('    if a: x = Session()\n    x.add(1)\n', 'def f():\n'),
    ],
    ['conditions with isinstance', repeated('    if isinstance(x, Session): x.add(1)\n', 'def f(x):\n')],
    [
      'conditions that leave',
      repeated('    if isinstance(x, Session): return\n', 'def f(x):\n', '    x.a\n'),
    ],
    ['elif', repeated('elif b: x = Session()\n', 'if a: ...\n', 'x.add(1)')],
    [
      'elif with isinstance',
      repeated('    elif isinstance(x, Session): x.add(1)\n', 'def f(x):\n    if a: ...\n'),
    ],
    ['cases', repeated('    case Session(): x.add(1)\n', 'match x:\n')],
    ['alternatives of a case', repeated('Session() | ', 'match x:\n    case ', 'a: ...')],
    ['except', repeated('except A as e: e.a\n', 'try: ...\n')],
    ['blocks', (n) => Array.from({ length: Math.sqrt(n) }, (_, at) => `${' '.repeat(at)}if a:\n`).join('')],
    [
      'blocks of functions',
      (n) => Array.from({ length: Math.sqrt(n) }, (_, at) => `${' '.repeat(at)}def f():\n`).join(''),
    ],
    [
      'blocks of classes',
      (n) => Array.from({ length: Math.sqrt(n) }, (_, at) => `${' '.repeat(at)}class A:\n`).join(''),
    ],
    [
      'blocks with tabs',
      (n) => Array.from({ length: Math.sqrt(n) }, (_, at) => `${'\t'.repeat(at)}for a in a:\n`).join(''),
    ],
    ['for on one line', repeated('for a in ')],
    ['with', repeated('a as b, ', 'with ', 'c as d: ...')],
    ['del', repeated('a, ', 'del ', 'b')],
    ['walruses', nested('(a := ', '1', ')')],
    ['yield', nested('(yield ', 'a', ')', 'def f(): x = ')],
    ['strings', repeated('"a" ', 'x = ')],
    ['open strings', repeated('"')],
    ['open triple quotes', repeated('"""a')],
    ['triple quotes and a quote', repeated('""""')],
    ['format strings', nested('f"{', 'a', '}"', 'x = ')],
    ['open format strings', repeated('f"{')],
    ['fields of a format string', repeated('{a}', 'x = f"', '"')],
    ['formats in formats', repeated('{a:', 'x = f"')],
    ['backslashes', repeated('\\\n')],
    ['backslashes on one line', repeated('\\')],
    ['comments', repeated('# a\n')],
    ['carriage returns', repeated('a\r')],
    ['form feeds', repeated('\f')],
    ['NUL', repeated('\0')],
    ['surrogates', repeated('\uD83D')],
    ['blank lines', repeated('\n')],
    ['blanks', repeated(' ')],
    ['lines of blanks', repeated('    \n')],
    ['semicolons', repeated('a;')],
    ['colons', repeated(':')],
    ['colons on lines', repeated('a:\n')],
    ['commas', repeated(',')],
    ['dots', repeated('.')],
    ['at signs', repeated('@')],
    ['closing brackets', repeated(')')],
    ['brackets that do not match', repeated('(]')],
    ['open calls above statements', repeated('f(\nx = 1\n')],
    ['print', repeated('print a, b\n')],
    ['match', repeated('match ')],
    ['type', repeated('type ')],
    ['type aliases', numbered((n) => `type A${n} = A${previous(n)} | None\n`)],
    ['quoted annotations', nested('list["', 'a', '"]', 'x: ')],
    ['a long quoted annotation', repeated('A | ', 'x: "', 'B"\nx.a')],
    ['a long quoted annotation of brackets', repeated('A[', 'x: "', '"')],
    ['__all__', numbered((n) => `"a${n}", `, '__all__ = [', ']\n')],
    ['indentation that goes back', repeated('        a\n    b\n')],
    ['mixed indentation', repeated('if a:\n\tb\n        c\n')],
    ['one long name', repeated('a')],
    ['one long number', repeated('1')],
    ['keywords', repeated('if else for in ')],
    ['stars', repeated('*', 'f(', ')')],
  ])('%s', async (_, shape) => {
    expect((await measureAsyncGrowth(read, shape)).perDoubling).toBeLessThan(LINEAR);
  });
});
