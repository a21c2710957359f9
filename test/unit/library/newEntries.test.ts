import { beforeEach, describe, expect, it } from 'vitest';
import { NewEntries } from '../../../src/core/library/newEntries';
import type { Entry } from '../../../src/core/model';
import { entryOf } from './entries';

const entries = (archive: string, ...ids: readonly string[]): readonly Entry[] =>
  ids.map((id) => entryOf(id, { archive }));

type Archives = Parameters<NewEntries['visit']>[0];

/** Archives by their entries, all of one scope, or without one. */
const archivesOf = (shown: readonly (readonly Entry[])[], scope?: string): Archives =>
  shown.flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ id: first.archive, scope, entries: own }];
  });

/** What is kept between windows, and the day. */
let kept: unknown;
let day: string;
let writes: number;

/** A window that is opened anew, as after a reload. */
const reload = (): NewEntries =>
  new NewEntries(
    {
      read: () => kept,
      write: (state) => {
        writes += 1;
        kept = JSON.parse(JSON.stringify(state)) as unknown;
      },
    },
    () => day,
  );

const newIn = (window: NewEntries, shown: readonly Entry[]): readonly string[] =>
  shown.filter((entry) => window.isNew(entry)).map(({ title }) => title);

/** A visit in a new window, and the titles that are new there. */
const visitIn = (scope: string | undefined, ...shown: readonly (readonly Entry[])[]): readonly string[] => {
  const window = reload();
  window.visit(archivesOf(shown, scope));
  return newIn(window, shown.flat());
};
const visit = (...shown: readonly (readonly Entry[])[]): readonly string[] => visitIn(undefined, ...shown);

beforeEach(() => {
  kept = undefined;
  day = '2026-03-01';
  writes = 0;
});

describe('new entries', () => {
  it('are none at the first visit', () => {
    expect(visit(entries('room', 'a', 'b'))).toEqual([]);
  });

  it('are those added since, also after a reload, until a visit on a later day', () => {
    visit(entries('room', 'a'));
    day = '2026-03-05';
    expect(visit(entries('room', 'a', 'b'))).toEqual(['b']);
    expect(visit(entries('room', 'a', 'b'))).toEqual(['b']);
    day = '2026-03-06';
    expect(visit(entries('room', 'a', 'b', 'c'))).toEqual(['c']);
    day = '2026-03-07';
    expect(visit(entries('room', 'a', 'b', 'c'))).toEqual([]);
  });

  it('do not include opened entries, and none after all were marked as seen', () => {
    visit(entries('room', 'a'));
    const shown = entries('room', 'a', 'b', 'c', 'd');
    const window = reload();
    window.visit(archivesOf([shown]));
    expect(window.countIn(shown)).toBe(3);
    window.open('room/c');
    expect(visit(shown)).toEqual(['b', 'd']);
    reload().markAllSeen();
    expect(visit(shown)).toEqual([]);
  });

  it('do not include entries that were opened before they were seen', () => {
    visit(entries('room', 'a'));
    const shown = entries('room', 'a', 'b', 'c');
    const window = reload();
    window.open('room/b');
    window.visit(archivesOf([shown]), ['room/b']);
    expect(newIn(window, shown)).toEqual(['c']);
    expect(visit(shown)).toEqual(['c']);
  });

  it('expire at the end of the day, also without a visit', () => {
    visit(entries('room', 'a'));
    const shown = entries('room', 'a', 'b');
    visit(shown);
    const [open, later] = [reload(), reload()];
    expect([open.countIn(shown), newIn(later, shown)]).toEqual([1, ['b']]);
    day = '2026-03-02';
    expect([open.countIn(shown), newIn(later, shown)]).toEqual([0, []]);
    expect(newIn(reload(), shown)).toEqual([]);
  });

  it('are kept apart by scope for archives of one name', () => {
    visitIn('/a/docs', entries('docs', 'index', 'x'));
    expect(visitIn('/b/docs', entries('docs', 'index', 'y', 'z'))).toEqual([]);
    expect(visitIn('/a/docs', entries('docs', 'index', 'x', 'new'))).toEqual(['new']);
    expect(visitIn('/b/docs', entries('docs', 'index', 'y', 'z', 'newer'))).toEqual(['newer']);
  });

  it('are none where an older state has the name without a scope', () => {
    visit(entries('docs', 'index', 'x'), entries('shipped', 'a'));
    expect(visitIn('/b/docs', entries('docs', 'index', 'y', 'z'))).toEqual([]);
    expect(visitIn('/b/docs', entries('docs', 'index', 'y', 'z', 'new'))).toEqual(['new']);
    // An archive without a scope is found as before.
    expect(visit(entries('shipped', 'a', 'b'))).toEqual(['b']);
  });

  it('do not include those of an added archive, but those of others', () => {
    visit(entries('room', 'a'));
    expect(visit(entries('room', 'a', 'b'), entries('other', 'x', 'y'))).toEqual(['b']);
    expect(visit(entries('room', 'a'), entries('other', 'x', 'y', 'z'))).toEqual(['z']);
  });

  it('are none where another archive has taken the name', () => {
    visit(entries('docs', 'a', 'b'));
    expect(visit(entries('docs', 'x', 'y'))).toEqual([]);
    expect(visit(entries('docs', 'a', 'b'))).toEqual([]);
  });

  it('do not include entries that return, alone or with their archive', () => {
    visit(entries('room', 'a', 'b'));
    visit([]);
    visit(entries('room', 'a'));
    expect(visit(entries('room', 'a', 'b'))).toEqual([]);
  });

  it('are shared by windows that write in turn', () => {
    visit(entries('room', 'a'));
    const [one, other] = [reload(), reload()];
    const shown = entries('room', 'a', 'b', 'c');
    one.visit(archivesOf([shown]));
    other.visit(archivesOf([shown]));
    one.open('room/b');
    other.open('room/c');
    expect(visit(shown)).toEqual([]);
  });

  it('do not include what another window opened, after rereading or opening here', () => {
    visit(entries('room', 'a'));
    const shown = entries('room', 'a', 'b', 'c');
    const [one, other] = [reload(), reload()];
    one.visit(archivesOf([shown]));
    other.visit(archivesOf([shown]));
    expect(other.open('room/b')).toBe(true);
    expect(one.countIn(shown)).toBe(2);
    expect(one.reread()).toBe(true);
    expect(one.countIn(shown)).toBe(1);
    expect(one.reread()).toBe(false);
    other.open('room/c');
    const before = writes;
    expect(one.open('room/c')).toBe(true);
    expect(one.countIn(shown)).toBe(0);
    expect(one.open('room/c')).toBe(false);
    expect(writes).toBe(before);
  });

  it.each([
    ['a text', 'x'],
    ['a list', [1]],
    ['nothing', null],
    ['an older form', { known: ['a'], fresh: [], day: 3 }],
    ['hashes that are none', { known: { room: 5 }, fresh: {}, day: '' }],
  ])('counts a state that is %s as none', (_, state) => {
    kept = state;
    expect(visit(entries('room', 'a'))).toEqual([]);
    expect(visit(entries('room', 'a', 'b'))).toEqual(['b']);
  });

  it('are found for any names of archives and entries', () => {
    visit(entries('__proto__', 'constructor'));
    expect(visit(entries('__proto__', 'constructor', 'toString'))).toEqual(['toString']);
  });
});

describe('the stored state', () => {
  const many = (count: number, archive = 'room'): readonly Entry[] =>
    entries(archive, ...Array.from({ length: count }, (_, at) => `threads/2024/${String(at)}.md#why-is-it`));

  it('stays small with thousands of entries, and is written only when it changes', () => {
    visit(many(10_000));
    expect(JSON.stringify(kept).length).toBeLessThan(60_000);
    const before = writes;
    visit(many(10_000));
    expect(writes).toBe(before);
    expect(visit([...many(10_000), ...entries('room', 'b')])).toEqual(['b']);
  });

  it('keeps the archives that were seen last', () => {
    for (let archive = 0; archive < 10; archive += 1) visit(many(10_000, `room${String(archive)}`));
    expect(JSON.stringify(kept).length).toBeLessThan(310_000);
    expect(visit([...many(10_000, 'room9'), ...entries('room9', 'b')])).toEqual(['b']);
  });
});
