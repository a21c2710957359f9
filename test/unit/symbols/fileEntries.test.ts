import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, EntryId } from '../../../src/core/model';
import type { Evidence } from '../../../src/core/symbols/mentions';
import type { Occurrence } from '../../../src/core/python/sourceFile';
import type { SymbolEntry } from '../../../src/core/symbols/symbolEntry';
import { entriesForFile } from '../../../src/core/symbols/fileEntries';

const entries = new Map<string, Entry>();
/** The ranking needs only an entry's identity. */
function entryNamed(id: string): Entry {
  const entry = entries.get(id) ?? ({ id: id as EntryId } as Entry);
  entries.set(id, entry);
  return entry;
}

/** `a:declared b:prose? …`: entries with what makes each an answer, and a question mark for a weak match. */
function answersIn(text: string): readonly SymbolEntry[] {
  return text.split(' ').map((word) => {
    const [id = '', from = ''] = word.replace('?', '').split(':');
    const confidence = word.endsWith('?') ? 'weak' : 'strong';
    const targets = [{ language: 'en', words: [`${id} ${from}`] }];
    return { entry: entryNamed(id), from: from as Evidence, confidence, targets };
  });
}

const source = (answers: Readonly<Record<string, string>>) => ({
  strongEntriesForSymbol: (symbol: string) => (symbol in answers ? answersIn(answers[symbol] ?? '') : []),
  entriesForArgument: (symbol: string, keyword: string, value: string) => {
    const key = `${symbol} ${keyword}=${value}`;
    return key in answers ? answersIn(answers[key] ?? '') : [];
  },
});

/** Occurrences one after another; `m.Thing as t` is named `t` in the file. */
const using = (...symbols: readonly string[]): readonly Occurrence[] =>
  symbols.map((text, index) => {
    const [symbol = '', name = symbol.slice(symbol.lastIndexOf('.') + 1)] = text.split(' as ');
    return { symbol, name, span: { start: index * 10, end: index * 10 + name.length } };
  });

const ids = (occurrences: readonly Occurrence[], answers: Readonly<Record<string, string>>) =>
  entriesForFile(occurrences, source(answers)).map(({ entry }) => entry.id);

describe('entriesForFile', () => {
  it('returns each entry once, with the symbols that led to it and their uses', () => {
    const answers = { 'm.load': 'a:declared', 'm.Thing': 'a:declared b:declared', 'm.other': 'c:declared' };
    const uses = using('m.Thing', 'm.load', 'm.unknown', 'm.Thing');
    const found = entriesForFile(uses, source(answers));
    expect(found.map(({ entry }) => entry.id)).toEqual(['a', 'b']);
    // `load` weighs more: fewer entries share it.
    expect(found[0]?.symbols).toEqual([
      { symbol: 'm.load', name: 'load', uses: [uses[1]] },
      { symbol: 'm.Thing', name: 'Thing', uses: [uses[0], uses[3]] },
    ]);
  });

  it.each([
    ['no symbols', using(), {}, []],
    ['no entries', using('m.load'), {}, []],
    [
      'an entry that declares a symbol comes before one that explains it',
      using('m.a', 'm.b'),
      { 'm.a': 'explains:prose', 'm.b': 'declares:declared' },
      ['declares', 'explains'],
    ],
    [
      'a title, an answer line and a link to the documentation are as good as a declaration',
      using('m.a', 'm.b', 'm.c', 'm.d'),
      { 'm.a': 'prose:prose', 'm.b': 'link:link', 'm.c': 'title:title', 'm.d': 'answer:answer' },
      ['link', 'title', 'answer', 'prose'],
    ],
    [
      'symbols that few entries share weigh more',
      using('m.Depends', 'm.Depends', 'm.Depends', 'm.rare'),
      { 'm.Depends': 'a:declared b:declared c:declared', 'm.rare': 'd:declared' },
      ['d', 'a', 'b', 'c'],
    ],
    [
      'several shared symbols add up',
      using('m.a', 'm.b', 'm.c'),
      {
        'm.a': 'x:declared both:declared',
        'm.b': 'y:declared both:declared',
        'm.c': 'z:declared w:declared',
      },
      ['both', 'x', 'y', 'z', 'w'],
    ],
    [
      'symbols that an entry explains in its prose count half',
      using('m.a', 'm.b', 'm.c'),
      { 'm.a': 'x:declared y:declared', 'm.b': 'x:prose p:prose', 'm.c': 'y:declared z:declared q:declared' },
      ['y', 'x', 'z', 'q', 'p'],
    ],
    [
      'a member weighs more than a class',
      using('m.Session', 'm.Session', 'm.Session.execute'),
      { 'm.Session': 'class:declared', 'm.Session.execute': 'member:declared' },
      ['member', 'class'],
    ],
    [
      'more uses break ties',
      using('m.once', 'm.twice', 'm.twice'),
      { 'm.once': 'once:declared', 'm.twice': 'twice:declared' },
      ['twice', 'once'],
    ],
    [
      'remaining ties keep the order in the file, then that of the library',
      using('m.first', 'm.second'),
      { 'm.second': 'b:declared a:declared', 'm.first': 'd:declared c:declared' },
      ['d', 'c', 'b', 'a'],
    ],
    [
      'weak matches are ignored, also in weights',
      using('m.a', 'm.b'),
      { 'm.a': 'a:declared w:code? x:code? y:code?', 'm.b': 'b:declared c:declared' },
      ['a', 'b', 'c'],
    ],
  ])('%s', (_rule, occurrences, answers, expected) => {
    expect(ids(occurrences, answers)).toEqual(expected);
  });

  it('lists the symbols of an entry by weight, and where it speaks of the first', () => {
    const found = entriesForFile(
      using('m.mentioned', 'm.declared'),
      source({ 'm.mentioned': 'a:prose b:prose', 'm.declared': 'a:declared b:declared c:declared' }),
    );
    expect(found[0]?.symbols.map(({ name }) => name)).toEqual(['declared', 'mentioned']);
    expect(found[0]?.targets).toEqual([{ language: 'en', words: ['a declared'] }]);
  });

  it("uses the symbol's own name if the file does", () => {
    const found = entriesForFile(
      using('m.Session as session', 'm.Session', 'm.Engine as engine'),
      source({ 'm.Session': 'a:declared', 'm.Engine': 'a:declared' }),
    );
    expect(found[0]?.symbols.map(({ name }) => name)).toEqual(['Session', 'engine']);
  });

  it('distinguishes a keyword argument from the symbol that is called', () => {
    const [callee] = using('m.relationship');
    const values = using(
      'm.relationship as selectin',
      'm.relationship as joined',
      'm.relationship as selectin',
    );
    const occurrences = [
      ...(callee === undefined ? [] : [callee]),
      ...values.map((use) => ({ ...use, keyword: 'lazy' })),
    ];
    const found = entriesForFile(
      occurrences,
      source({ 'm.relationship': 'a:declared', 'm.relationship lazy=selectin': 'b:prose a:prose c:code?' }),
    );
    expect(found.map(({ entry, symbols }) => [entry.id, ...symbols.map(({ name }) => name)])).toEqual([
      ['a', 'relationship', 'lazy="selectin"'],
      ['b', 'lazy="selectin"'],
    ]);
    expect(found[1]?.symbols[0]?.uses).toHaveLength(2);
  });

  it('keeps properties that the caller added to occurrences', () => {
    const uses = using('m.a').map((use) => ({ ...use, cell: 3 }));
    const [answer] = entriesForFile(uses, source({ 'm.a': 'a:declared' }));
    expect(answer?.symbols[0]?.uses[0]?.cell).toBe(3);
  });

  it('returns the best thirty at most', () => {
    const many = Array.from({ length: 100 }, (_, index) => `e${String(index)}:declared`).join(' ');
    const found = ids(using('m.all', 'm.rare'), { 'm.all': many, 'm.rare': 'rare:declared' });
    expect(found).toHaveLength(30);
    expect(found[0]).toBe('rare');
  });

  it('returns the same entries, in any order, if symbols are used more often', () => {
    const symbols = ['m.a', 'm.b', 'm.C.d', 'm.e'];
    const answers = {
      'm.a': 'x:declared y:prose',
      'm.b': 'y:link z:prose',
      'm.C.d': 'z:prose w:declared?',
      'm.e': 'w:prose',
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...symbols), { maxLength: 20 }), (used) => {
        const once = ids(using(...new Set(used)), answers);
        const often = ids(using(...used, ...used), answers);
        expect([...often].sort()).toEqual([...once].sort());
        expect(new Set(often).size).toBe(often.length);
      }),
    );
  });
});
