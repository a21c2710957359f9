import { describe, expect, it } from 'vitest';
import { lostFacts } from '../../../scripts/facts/lostFacts.mjs';
import { symbolFacts } from '../../../scripts/facts/symbolFacts.mjs';
import { SymbolTable } from '../../../src/core/symbolTable/symbolTable';
import { MORE, NAMES } from './inventedFacts';

const FACTS = symbolFacts(NAMES, MORE);
const TABLE = new SymbolTable(FACTS);

describe('symbolFacts', () => {
  it('stores names by kind and module, and other paths by module or whole', () => {
    expect(FACTS.names).toEqual({
      alias: { 'crate.inner.deep': 'Send' },
      constant: { crate: 'MAXIMUM' },
      module: { crate: 'pack' },
      data: { crate: 'LIMIT', shelf: 'LIMIT' },
      exception: { 'crate.errors': 'BoxError' },
      function: { crate: 'pack' },
      class: { crate: 'Box Chest Label Options Size', 'crate.inner.deep': 'Engine', shelf: 'Place' },
    });
    expect(FACTS.alsoIn).toEqual({
      'crate.boxes': { crate: 'Box' },
      // Each path belongs to the name of its package.
      'crate.sizes': { crate: 'LIMIT' },
      shelf: { crate: 'MAXIMUM' },
      'shelf.sizes': { shelf: 'LIMIT' },
      'shelf.places': { crate: 'Box', shelf: 'Place' },
    });
    expect(FACTS.renamed).toEqual({
      'crate.boxes.OldBox': 'crate.Box',
      // Still there under another name.
      'crate.wrap': 'crate.Box',
      // `crate.pack` alone is the function.
      'crate.packing': 'crate.pack module',
    });
    expect(FACTS.pages).toEqual({
      'https://crate.example/boxes.html': { crate: 'pack', 'crate as crate.boxes': 'Box' },
    });
  });

  it('adds attributes to members, and lets classes stand for their members', () => {
    expect(FACTS.members).toEqual({
      crate: {
        Box: 'chest close lid open seal_with_tape size',
        Chest: 'boxes close lid lock open seal_with_tape',
        Label: 'text',
        Size: 'LARGE SMALL',
      },
      'crate.errors': { BoxError: 'box describe' },
      // Neither documented nor in a public place: only the members of the first file.
      'crate.inner.deep': { Engine: 'run' },
      shelf: { Place: 'content find other' },
    });
  });

  it('merges the messages of versions', () => {
    expect(FACTS.errorCodes).toEqual({
      page: 'https://crate.example/e/',
      titles: { ab1c: 'Box is full' },
      raised: {
        ab1c: { '': ['Boxes fill up'], 'crate.errors.BoxError': ['Box {} is full', 'No room in {}'] },
      },
    });
  });

  it('does not depend on the order of the facts', () => {
    const reversed = symbolFacts(
      { ...NAMES, symbols: NAMES.symbols.toReversed() },
      {
        ...MORE,
        attributes: MORE.attributes.toReversed(),
        names: MORE.names.toReversed(),
        removed: MORE.removed.toReversed(),
      },
    );
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(FACTS));
  });

  it('rejects a kind that the product does not know', () => {
    const odd = { ...NAMES, symbols: [{ name: 'crate.x', kind: 'macro' }] };
    expect(() => symbolFacts(odd, MORE)).toThrow('Unknown kinds of names: macro');
  });

  it.each([
    ['crate.boxes.OldBox.lid', { name: 'crate.Box.lid', kind: 'member' }],
    ['crate.Barrel', { name: 'crate.Barrel', kind: 'class', until: { package: 'crate', version: '1.4' } }],
    ['crate.boxes.Barrel', { name: 'crate.Barrel', until: { package: 'crate', version: '1.4' } }],
    ['shelf.places.Box.nail', { name: 'crate.Box.nail', until: { package: 'crate', version: '1.4' } }],
    ['crate.Box.weight', { name: 'crate.Box.weight', until: { package: 'crate', version: '1.4' } }],
    ['crate.Box.glue', { name: 'crate.Box.glue', until: { package: 'crate', version: '2.0' } }],
    // The function only raises today.
    ['crate.pack', { name: 'crate.pack', kind: 'function', until: { package: 'crate', version: '1.4' } }],
    ['crate.inner.deep.Send', { name: 'crate.inner.deep.Send', kind: 'alias', isPathOnly: true }],
  ])('lets the product resolve %s', (path, info) => {
    expect(TABLE.resolve(path)).toMatchObject(info);
  });

  it.each(['crate.wrap', 'crate.packing', 'crate.Box.lid', 'crate.Box'])('%s is not gone', (path) => {
    expect(TABLE.resolve(path)).toBeDefined();
    expect(TABLE.resolve(path)).not.toHaveProperty('until');
  });

  it.each(['crate.T', 'crate.inner.deep.DEPTH', 'crate.inner', 'crate.Options.colour', 'crate.Box.rope'])(
    '%s is not looked up',
    (path) => {
      expect(TABLE.resolve(path)).toBeUndefined();
    },
  );

  it('finds aliases, constants and what is gone by their path, or where a name is asked for', () => {
    for (const last of ['Send', 'MAXIMUM', 'Barrel']) {
      expect([last, TABLE.hasName(last), TABLE.symbolsNamed(last)]).toEqual([last, false, []]);
      expect(TABLE.pathOnlyNamed(last).map(({ name }) => name.split('.').at(-1))).toEqual([last]);
    }
    expect(TABLE.hasName('LIMIT')).toBe(true);
    expect(TABLE.symbolsNamed('OldBox').map(({ name }) => name)).toEqual(['crate.Box']);
    expect(TABLE.pathOnlyNamed('Box')).toEqual([]);
  });
});

describe('lostFacts', () => {
  it('finds nothing where a table says the same in another way', () => {
    const same = {
      ...FACTS,
      members: { ...FACTS.members, shelf: { Place: 'content crate.Label other find' } },
    };
    expect(lostFacts(FACTS, same)).toEqual([]);
    expect(lostFacts(same, FACTS)).toEqual(['member shelf.Place.text']);
  });

  it('names what is missing', () => {
    const fewer = symbolFacts(
      { ...NAMES, symbols: NAMES.symbols.filter(({ name }) => name !== 'shelf.Place') },
      { ...MORE, removed: [], errorCodes: [], attributes: MORE.attributes.slice(0, 4) },
    );
    expect(lostFacts(fewer, FACTS)).toEqual([]);
    expect(lostFacts(FACTS, fewer)).toEqual(
      expect.arrayContaining([
        'class shelf.Place',
        'shelf.places.Place is shelf.Place',
        'member shelf.Place.find',
        'class crate.Barrel, until 1.4',
        'member crate.Box.glue, until 2.0',
        'code ab1c of crate.errors.BoxError: No room in {}',
      ]),
    );
  });
});
