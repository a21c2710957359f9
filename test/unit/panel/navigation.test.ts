import { describe, expect, it } from 'vitest';
import { Navigation, type EntryName } from '../../../src/vscode/panel/navigation';

const named = (entry: string, language = 'en'): EntryName => ({
  entry,
  language,
  title: `Title of ${entry}`,
});
const entriesOf = (visits: Navigation): readonly string[] => visits.history.visits.map(({ entry }) => entry);

function opened(...entries: readonly string[]): Navigation {
  const visits = new Navigation();
  for (const entry of entries) visits.open(named(entry), []);
  return visits;
}

describe('visits', () => {
  it('go back and forward', () => {
    const visits = opened('a', 'b');
    expect(visits.canGo(1)).toBe(false);
    expect(visits.go(-1)).toBe(true);
    expect(visits.now.entry).toBe('a');
    expect(visits.go(-1)).toBe(false);
    expect(visits.go(1)).toBe(true);
    expect(visits.now.entry).toBe('b');
  });

  it('do not go on to the entry that is read, but tell it anew', () => {
    const visits = opened('a');
    const { id } = visits.now;
    visits.open(named('a', 'ko'), ['word']);
    expect(entriesOf(visits)).toEqual(['a']);
    expect(visits.now).toEqual({ id, ...named('a', 'ko') });
    expect(visits.marks).toEqual(['word']);
  });

  it('leave no trace of looks', () => {
    const visits = opened('a');
    visits.look(named('b'), ['b']);
    visits.look(named('c'), ['c']);
    expect([visits.now.entry, visits.isLooking, entriesOf(visits)]).toEqual(['c', true, ['a']]);
    visits.endLook();
    expect([visits.now.entry, visits.marks, visits.canGo(-1)]).toEqual(['a', [], false]);
  });

  it('leave no trace of looks before anything was opened', () => {
    const visits = new Navigation();
    visits.look(named('a'), []);
    visits.look(named('b'), []);
    visits.open(named('b'), []);
    expect(entriesOf(visits)).toEqual(['b']);
    expect(visits.canGo(-1)).toBe(false);
  });

  it('go on to a look that is accepted, in the same visit', () => {
    const visits = opened('a');
    visits.look(named('b'), ['b']);
    const { id } = visits.now;
    visits.acceptLook();
    expect([visits.now.id, visits.isLooking, entriesOf(visits), visits.marks]).toEqual([
      id,
      false,
      ['a', 'b'],
      ['b'],
    ]);
    visits.look(named('b'), []);
    visits.acceptLook();
    expect(entriesOf(visits)).toEqual(['a', 'b']);
  });

  it('keep one, and give the history before it away', () => {
    const visits = opened('a', 'b', 'c');
    const before = visits.keep();
    expect(entriesOf(visits)).toEqual(['c']);
    const others = new Navigation(before);
    others.open(named('d'), []);
    expect(entriesOf(others)).toEqual(['a', 'b', 'd']);
    expect(opened('a').keep()).toBeUndefined();
  });

  it('forget the marks of what is shown in another language', () => {
    const visits = new Navigation();
    visits.open(named('a'), ['word']);
    visits.restate(named('a', 'ko'));
    visits.forgetMarks();
    expect([visits.now.language, visits.marks]).toEqual(['ko', []]);
  });

  it('never give two visits the same number', () => {
    const visits = opened('a', 'b');
    visits.look(named('c'), []);
    visits.look(named('d'), []);
    visits.open(named('e'), []);
    const ids = visits.history.visits.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are nowhere before the first', () => {
    expect(() => new Navigation().now).toThrow(RangeError);
  });
});
