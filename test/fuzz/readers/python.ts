import assert from 'node:assert/strict';
import { ModuleStore } from '../../../src/core/python/moduleStore';
import { SourceFile, type Occurrence } from '../../../src/core/python/sourceFile';
import { STUBS } from '../../../src/core/python/stubs';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';
import type { FuzzedReader } from './reader';

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };
const LIBRARY_STUBS = new ModuleStore(STUBS);

/** A Python file with edits: after each, reading on gives what a fresh reading gives. */
export const python: FuzzedReader = {
  isSlow: true,
  seeds: ['.py'],
  words: [
    ...[
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ':',
      ',',
      '.',
      '=',
      '"',
      "'",
      '"""',
      "'''",
      '#',
      '@',
      '\\\n',
      '\n',
      '\n\n',
    ],
    ...[
      '    ',
      '\t',
      '\r',
      '\r\n',
      '\f',
      '\0',
      '\uFEFF',
      '\uD800',
      'f"{',
      '}"',
      ' -> ',
      '*',
      '**',
      ';',
      ':=',
    ],
    ...['from sqlalchemy.orm import Session\n', 'import sqlalchemy as sa\n', 'from x import *\n', 'del x\n'],
    ...[
      'class A(B):\n    ',
      'def f(x: Session):\n    ',
      'async ',
      'await ',
      'lambda x: ',
      'if x:\n    ',
      'else:\n',
    ],
    ...[
      'try:\n',
      'except E as e:\n',
      'match x:\n    case ',
      'with Session() as s:\n    ',
      'global x\n',
      'return x\n',
    ],
    ...[
      'self.',
      'session.execute(',
      'x = session\n',
      'for x in y:\n',
      'type X = int\n',
      'isinstance(x, Session)',
    ],
  ],
  async read(text) {
    const edited = new SourceFile('/app/a.py', LIBRARY_STUBS, KNOWN);
    for (const version of versionsOf(text)) {
      const wasRead = await edited.update(version);
      const fresh = new SourceFile('/app/a.py', LIBRARY_STUBS, KNOWN);
      assert.equal(await fresh.update(version), wasRead);
      if (!wasRead) continue;
      const occurrences = await fresh.occurrences();
      assert.deepEqual(await edited.occurrences(), occurrences);
      expectInOrder(version, occurrences);
    }
  },
};

/** The text, then four edits of it that follow from its length: parts deleted, doubled and moved, and an undo. */
function versionsOf(text: string): readonly string[] {
  const at = (text.length * 7919) % (text.length + 1);
  const length = 1 + ((text.length * 31) % 40);
  const before = text.slice(0, at);
  const part = text.slice(at, at + length);
  const after = text.slice(at + length);
  return [text, before + after, before + part + part + after, part + before + after, text];
}

function expectInOrder(text: string, occurrences: readonly Occurrence[]): void {
  let end = 0;
  for (const { name, span } of occurrences) {
    assert.equal(text.slice(span.start, span.end), name);
    assert.ok(span.start >= end, 'names overlap');
    ({ end } = span);
  }
}
