import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModuleStore } from '../../../src/core/python/moduleStore';
import { occurrenceAt } from '../../../src/core/python/occurrences';
import { SourceFile } from '../../../src/core/python/sourceFile';
import { STUBS } from '../../../src/core/python/stubs';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';
import { withMarks } from './notation';
import { SERVICE } from './service';

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };
const LIBRARIES = new ModuleStore(STUBS);

/** What somebody types, deletes or pastes. */
const PIECES = [
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
  /** Where, as a part of the text's length. */
  readonly at: number;
  /** Characters that are taken out. */
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
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    // A piece of the file itself, as copying makes it: statements may then be there twice.
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

function newFile(): SourceFile {
  return new SourceFile('/app/users.py', LIBRARIES, KNOWN);
}

/** What is found in a text that nothing is known of before. */
async function readAfresh(text: string): Promise<string> {
  const file = newFile();
  await file.update(text);
  return withMarks(text, await file.occurrences());
}

async function expectSame(file: SourceFile, text: string): Promise<void> {
  expect(await file.update(text)).toBe(true);
  expect(withMarks(text, await file.occurrences())).toBe(await readAfresh(text));
}

describe('a file that is edited', () => {
  it('reads the same as one that is read for the first time, after any edits', async () => {
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

  it('reads the same after an edit is taken back', async () => {
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

  it('reads the same while a line is typed letter by letter', async () => {
    const before = SERVICE.indexOf('    user = await Users');
    const file = newFile();
    const line = '    rows = (await session.execute(select(User))).scalars().all()\n';
    for (let typed = 1; typed <= line.length; typed += 3) {
      await expectSame(file, SERVICE.slice(0, before) + line.slice(0, typed) + SERVICE.slice(before));
    }
  });

  it.each([
    [
      'a statement that is there twice',
      'x = 1\nfrom fastapi import Depends\nDepends()\n',
      'Depends()\nDepends()\nx = 1\n',
    ],
    [
      'statements that change places',
      'import fastapi\nfastapi.Depends\n',
      'fastapi.Depends\nimport fastapi\n',
    ],
    ['a decorator above', 'def f():\n    import fastapi\n', '@x\ndef f():\n    import fastapi\n'],
    [
      'a string around it',
      'import fastapi\nfastapi.Depends\n',
      '"""\nimport fastapi\nfastapi.Depends\n"""\n',
    ],
    ['nothing, and again', 'import fastapi\nfastapi.Depends\n', ''],
    [
      'another indentation',
      'if x:\n    import fastapi\nfastapi.Depends\n',
      'if x:\n    import fastapi\n    fastapi.Depends\n',
    ],
    [
      'an else below',
      'if x:\n    Depends = 1\nfrom fastapi import Depends\n',
      'if x:\n    Depends = 1\nelse:\n    Depends = 2\nfrom fastapi import Depends\n',
    ],
    ['other line ends', 'import fastapi\nfastapi.Depends\n', 'import fastapi\r\nfastapi.Depends\r\n'],
    ['a byte order mark', 'import fastapi\nfastapi.Depends\n', '\uFEFFimport fastapi\nfastapi.Depends\n'],
  ])('%s', async (_, before, after) => {
    const file = newFile();
    for (const text of [before, after, before, `${before}${after}`, after]) await expectSame(file, text);
  });

  it('keeps what it knew where a reading is cancelled', async () => {
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
  it('is the entry of occurrences() at every offset', async () => {
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

  it('is that also after edits', async () => {
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

  it('is nothing in a file that was not read', async () => {
    expect(await newFile().occurrenceAt(0)).toBeUndefined();
  });
});
