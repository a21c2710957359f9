import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModuleStore } from '../../../src/core/python/moduleStore';
import { occurrenceAt } from '../../../src/core/python/occurrences';
import { SourceFile } from '../../../src/core/python/sourceFile';
import { STUBS } from '../../../src/core/python/stubs';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';
import { SERVICE } from '../../unit/python/service';
import { derivedFrom } from './derived';
import { BREAKING_EDIT, BROKEN, EDIT, edited } from './edits';

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };
const LIBRARY_STUBS = new ModuleStore(STUBS);

function newFile(): SourceFile {
  return new SourceFile('/app/users.py', LIBRARY_STUBS, KNOWN);
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
      { numRuns: 500 },
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
      "def f(a)b c::\n    aw'''d e\n@f(for g in )\ndef h(a=b(c).d()\n",
      "def f(a)b c::\n  \"  aw'''d e\n@f(for g in )\ndef h(a=b(c).d()\n",
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
