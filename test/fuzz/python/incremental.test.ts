import type { SyntaxNode } from '@lezer/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModuleStore } from '../../../src/core/python/moduleStore';
import { occurrenceAt } from '../../../src/core/python/occurrences';
import type { TopLevelStatement } from '../../../src/core/python/scope';
import { SourceFile } from '../../../src/core/python/sourceFile';
import { STUBS } from '../../../src/core/python/stubs';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';
import { withMarks } from '../../unit/python/notation';
import { SERVICE } from '../../unit/python/service';

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };
const LIBRARY_STUBS = new ModuleStore(STUBS);

/** Text that edits insert. */
const INSERTIONS = [
  ...'( ) [ ] { } : , . = " \' # @ \\ \n'.split(' '),
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\f',
  '"""',
  "'''",
  '\n\n\n',
  '    ',
  'x',
  'self.',
  'session',
  'AsyncSession',
  '세션 = 1\n',
  'del session\n',
  'from sqlalchemy.orm import Session\n',
  '\nfrom sqlalchemy.orm import *\n',
  '\nimport sqlalchemy as sa\n',
  '\nengine = None\n',
  '\nclass User: ...\n',
  '\ndef get_session() -> int: ...\n',
  '\nif x:\n    ',
  '\nelse:\n    ',
  '\nglobal session\n',
  'await session.execute(',
  'async ',
  'lambda session: ',
  'T = 1;',
  '\uFEFF',
  '😀',
  '# ',
];

interface Edit {
  /** Position as a fraction of the text's length. */
  readonly at: number;
  /** Characters deleted. */
  readonly length: number;
  readonly insert: string;
}

const EDIT: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.nat(400) },
  ),
  insert: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...INSERTIONS) },
    // A copy of part of the file, which may duplicate statements.
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.nat(SERVICE.length), fc.nat(300))
        .map(([from, length]) => SERVICE.slice(from, from + length)),
    },
  ),
});

function edited(text: string, { at, length, insert }: Edit): string {
  const from = Math.round(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + length);
}

/** Statements of which some are broken. */
const STATEMENTS = [
  'from sqlalchemy.orm import Session\n',
  'x = Session()\n',
  'def f(s: Session):\n    s.execute(1)\n    return s\n',
  'class A:\n    s: Session\n    def g(self):\n        self.s.add(1)\n',
  'if x:\n    y = Session()\nelse:\n    y = None\n',
  'try:\n    z = 1\nexcept E as e:\n    z = Session()\n',
  'with Session() as s:\n    s.add(1)\n',
  '@app.get("/")\nasync def h(s=Depends(f)):\n    await s.x()\n',
  'match x:\n    case Session():\n        x.add(1)\n',
  'x = [\n    Session(),\n]\n',
  '"""doc\nstring"""\n',
  'f"{x.add(1)!r} {y}"\n',
  '# comment\n',
  'print "x", y\n',
  'x = (Session\n',
  'def b(:\n    x\n',
  'async def c(s=Depends(f))mat x::\n',
  'x.add(1)    case Session\n',
];
const BREAKING = [
  ...'( ) [ ] { } " \' """ \'\'\' f" f""" \\ \r \r\n \0 \uFEFF \uD83D \uDE00 \t \f : , = := . @ # ; -> ** ...'.split(
    ' ',
  ),
  ...[
    '\n',
    '\\\n',
    '    ',
    '\n    ',
    '@x\n',
    'def ',
    'class ',
    'else:',
    'except E:',
    'match ',
    'case ',
    'print ',
  ],
  ...STATEMENTS,
];
const BREAKING_EDIT: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  insert: fc.oneof(fc.constantFrom(...BREAKING), fc.constant('')),
});
/** Some statements, broken by some edits. */
const BROKEN = fc
  .tuple(
    fc.array(fc.constantFrom(...STATEMENTS), { minLength: 1, maxLength: 8 }),
    fc.array(BREAKING_EDIT, { maxLength: 5 }),
  )
  .map(([statements, edits]) => edits.reduce(edited, statements.join('')));

function newFile(): SourceFile {
  return new SourceFile('/app/users.py', LIBRARY_STUBS, KNOWN);
}

/** All that is read of a text: its statements with what they bind and use, and the occurrences in it. */
async function derivedFrom(file: SourceFile, text: string): Promise<string> {
  const marked = withMarks(text, await file.occurrences());
  return `${marked}\n${file.statements().map(described).join('\n')}`;
}

function described(statement: TopLevelStatement): string {
  const { originalStart, text, nameUses, importedNames, keywordStrings, starImports, scope } = statement;
  const at = (offset: number): string => String(statement.toModuleOffset(offset));
  const bindings = [...scope.bindings].map(([name, all]) => {
    return `${name} ${all.map(({ source, from }) => `${source.kind} ${at(from)}`).join(' ')}`;
  });
  return [
    `${at(originalStart)} ${JSON.stringify(text)}`,
    `tree ${treeOf(statement.node, at)}`,
    `uses ${nameUses.map(({ node, lookupOffset }) => `${node.name} ${at(node.from)} ${at(lookupOffset)}`).join()}`,
    `imports ${importedNames.map(({ identifier, module }) => `${module} ${at(identifier.start)}`).join()}`,
    `strings ${keywordStrings.map(({ keyword, value }) => `${keyword} ${at(value.from)}`).join()}`,
    `stars ${starImports.map(({ module, from }) => `${module} ${at(from)}`).join()}`,
    `binds ${bindings.join()}`,
  ].join('\n');
}

function treeOf(node: SyntaxNode, at: (offset: number) => string): string {
  const children: string[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    children.push(treeOf(child, at));
  return `${node.name} ${at(node.from)} ${at(node.to)} (${children.join()})`;
}

async function expectSame(file: SourceFile, text: string): Promise<void> {
  expect(await file.update(text)).toBe(true);
  const fresh = newFile();
  await fresh.update(text);
  expect(await derivedFrom(file, text)).toBe(await derivedFrom(fresh, text));
}

describe('SourceFile.update', () => {
  it('gives the same result as a fresh read after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(EDIT, { minLength: 1, maxLength: 3 }), async (edits) => {
        const file = newFile();
        await file.update(SERVICE);
        let text = SERVICE;
        for (const edit of edits) {
          text = edited(text, edit);
          await expectSame(file, text);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('gives the same result after an edit is undone', async () => {
    await fc.assert(
      fc.asyncProperty(EDIT, async (edit) => {
        const file = newFile();
        await file.update(SERVICE);
        await file.update(edited(SERVICE, edit));
        await expectSame(file, SERVICE);
      }),
      { numRuns: 10 },
    );
  });

  it('gives the same result as a fresh read after edits of broken code', async () => {
    await fc.assert(
      fc.asyncProperty(
        BROKEN,
        fc.array(BREAKING_EDIT, { minLength: 1, maxLength: 6 }),
        async (broken, edits) => {
          const file = newFile();
          await file.update(broken);
          let text = broken;
          for (const edit of edits) {
            text = edited(text, edit);
            await expectSame(file, text);
          }
        },
      ),
      { numRuns: 1200 },
    );
  });

  it.each([
    [
      'a line above is broken off',
      'def f(s: S):\n    x\ndef b(:\n    x\n',
      'def f(s: S):\n    x)\ndef b(:\n    x\n',
    ],
    [
      'a line end in front of it is deleted',
      'try:\n    z = 1\nexcept E as e:\n    z = 2\nwith A() as s:\n    s.a\n',
      'try:\n    z = 1except E as e:\n    z = 2\nwith A() as s:\n    s.a\n',
    ],
    [
      'a list above is closed on its line',
      'x =) [\n    A(),\n]\ndef b(:\n  )  x\n',
      'x =) [\n    A(),\n]def b(:\n  )  x\n',
    ],
    ['a soft keyword follows broken code', 'x.a\n    case A\nmatch ', 'x.a    case A\nmatch '],
    [
      'a quote hides three others',
      "def f(a)b c::\n    aw\'\'\'d e\n@f(for g in )\ndef h(a=b(c).d()\n",
      "def f(a)b c::\n  \"  aw\'\'\'d e\n@f(for g in )\ndef h(a=b(c).d()\n",
    ],
  ])('gives the same result where %s', async (_, before, after) => {
    const file = newFile();
    for (const text of [before, after, before]) await expectSame(file, text);
  });

  it('gives the same result while a line is typed', async () => {
    const before = SERVICE.indexOf('    user = await Users');
    const file = newFile();
    const line = '    rows = (await session.execute(select(User))).scalars().all()\n';
    for (let typed = 1; typed <= line.length; typed += 3) {
      await expectSame(file, SERVICE.slice(0, before) + line.slice(0, typed) + SERVICE.slice(before));
    }
  });

  it.each([
    [
      'a duplicated statement',
      'x = 1\nfrom fastapi import Depends\nDepends()\n',
      'Depends()\nDepends()\nx = 1\n',
    ],
    ['reordered statements', 'import fastapi\nfastapi.Depends\n', 'fastapi.Depends\nimport fastapi\n'],
    ['an added decorator', 'def f():\n    import fastapi\n', '@x\ndef f():\n    import fastapi\n'],
    [
      'code turned into a string',
      'import fastapi\nfastapi.Depends\n',
      '"""\nimport fastapi\nfastapi.Depends\n"""\n',
    ],
    ['cleared and restored', 'import fastapi\nfastapi.Depends\n', ''],
    [
      'changed indentation',
      'if x:\n    import fastapi\nfastapi.Depends\n',
      'if x:\n    import fastapi\n    fastapi.Depends\n',
    ],
    [
      'an added else',
      'if x:\n    Depends = 1\nfrom fastapi import Depends\n',
      'if x:\n    Depends = 1\nelse:\n    Depends = 2\nfrom fastapi import Depends\n',
    ],
    ['changed line ends', 'import fastapi\nfastapi.Depends\n', 'import fastapi\r\nfastapi.Depends\r\n'],
    [
      'an added byte order mark',
      'import fastapi\nfastapi.Depends\n',
      '\uFEFFimport fastapi\nfastapi.Depends\n',
    ],
  ])('%s', async (_, before, after) => {
    const file = newFile();
    for (const text of [before, after, before, `${before}${after}`, after]) await expectSame(file, text);
  });

  it('keeps its previous state when cancelled', async () => {
    const file = newFile();
    await file.update(SERVICE);
    const known = await file.occurrences();
    const signal = { aborted: false };
    const maybeYield = (): Promise<void> => {
      signal.aborted = true;
      return Promise.resolve();
    };
    expect(await file.update(`import fastapi\n${SERVICE}`, { maybeYield, signal })).toBe(false);
    expect(await file.occurrences()).toEqual(known);
    expect(await file.occurrences({ signal })).toEqual([]);
    expect(await file.occurrenceAt(known[0]?.span.start ?? 0, { signal })).toBeUndefined();
    await expectSame(file, `import fastapi\n${SERVICE}`);
  });
});

describe('occurrenceAt', () => {
  it('agrees with occurrences() at every offset', async () => {
    const file = newFile();
    await file.update(SERVICE);
    const all = await file.occurrences();
    expect(all.length).toBeGreaterThan(45);
    for (let offset = 0; offset <= SERVICE.length; offset += 1) {
      if (offset % 7 === 0 || all.some(({ span }) => span.start === offset || span.end === offset)) {
        expect(await file.occurrenceAt(offset)).toEqual(occurrenceAt(all, offset));
      }
    }
  });

  it('agrees with occurrences() after edits', async () => {
    await fc.assert(
      fc.asyncProperty(EDIT, fc.double({ min: 0, max: 1, noNaN: true }), async (edit, part) => {
        const file = newFile();
        await file.update(SERVICE);
        const text = edited(SERVICE, edit);
        await file.update(text);
        const offset = Math.round(part * text.length);
        const at = await file.occurrenceAt(offset);
        expect(at).toEqual(occurrenceAt(await file.occurrences(), offset));
      }),
      { numRuns: 25 },
    );
  });

  it('finds nothing in a file that was not read', async () => {
    expect(await newFile().occurrenceAt(0)).toBeUndefined();
  });
});
