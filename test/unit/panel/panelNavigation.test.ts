import { describe, expect, it } from 'vitest';
import { PanelNavigation, type EntryReference } from '../../../src/vscode/panel/panelNavigation';

const reference = (entry: string, language = 'en'): EntryReference => ({
  entry,
  language,
  title: `Title of ${entry}`,
});
const visitedEntries = (navigation: PanelNavigation): readonly string[] =>
  navigation.history.visits.map(({ entry }) => entry);

function navigationTo(...entries: readonly string[]): PanelNavigation {
  const navigation = new PanelNavigation();
  for (const entry of entries) navigation.open(reference(entry));
  return navigation;
}

describe('the navigation of a panel', () => {
  it('goes back and forward', () => {
    const navigation = navigationTo('a', 'b');
    expect(navigation.canGo(1)).toBe(false);
    expect(navigation.go(-1)).toBe(true);
    expect(navigation.current.entry).toBe('a');
    expect(navigation.go(-1)).toBe(false);
    expect(navigation.go(1)).toBe(true);
    expect(navigation.current.entry).toBe('b');
  });

  it('updates the current visit when its entry is opened again', () => {
    const navigation = navigationTo('a');
    const { id } = navigation.current;
    navigation.open(reference('a', 'ko'), { words: ['word'] });
    expect(visitedEntries(navigation)).toEqual(['a']);
    expect(navigation.current).toEqual({ id, ...reference('a', 'ko'), target: { words: ['word'] } });
  });

  it('does not record previews', () => {
    const navigation = navigationTo('a');
    navigation.preview(reference('b'), { words: ['b'] });
    navigation.preview(reference('c'), { words: ['c'] });
    const { current, isPreviewing } = navigation;
    expect([current.entry, isPreviewing, visitedEntries(navigation)]).toEqual(['c', true, ['a']]);
    navigation.discardPreview();
    expect(navigation.current).toEqual({ id: 0, ...reference('a') });
    expect(navigation.canGo(-1)).toBe(false);
  });

  it('does not record previews before anything was opened', () => {
    const navigation = new PanelNavigation();
    navigation.preview(reference('a'));
    navigation.preview(reference('b'));
    navigation.open(reference('b'));
    expect(visitedEntries(navigation)).toEqual(['b']);
    expect(navigation.canGo(-1)).toBe(false);
  });

  it('commits a preview as the same visit', () => {
    const navigation = navigationTo('a');
    navigation.preview(reference('b'), { words: ['b'] });
    const { id } = navigation.current;
    navigation.commitPreview();
    expect([
      navigation.current.id,
      navigation.isPreviewing,
      visitedEntries(navigation),
      navigation.current.target,
    ]).toEqual([id, false, ['a', 'b'], { words: ['b'] }]);
    navigation.preview(reference('b'));
    navigation.commitPreview();
    expect(visitedEntries(navigation)).toEqual(['a', 'b']);
  });

  it('pins the current entry and hands over the history before it', () => {
    const navigation = navigationTo('a', 'b', 'c');
    const before = navigation.pin();
    expect(visitedEntries(navigation)).toEqual(['c']);
    const next = new PanelNavigation(before);
    next.open(reference('d'));
    expect(visitedEntries(next)).toEqual(['a', 'b', 'd']);
    expect(navigationTo('a').pin()).toBeUndefined();
  });

  it('keeps the target when the entry gets another title, and takes another one over', () => {
    const navigation = new PanelNavigation();
    navigation.open(reference('a'), { post: 2, words: ['word'] });
    navigation.updateCurrent({ ...reference('a'), title: 'New' });
    expect(navigation.current).toMatchObject({ title: 'New', target: { post: 2, words: ['word'] } });
    navigation.updateCurrent(reference('a', 'ko'), {});
    expect(navigation.current).toEqual({ id: 0, ...reference('a', 'ko') });
  });

  it('visits each post of an entry that is opened at one, so that the way back leads to the one before', () => {
    const navigation = new PanelNavigation();
    navigation.open(reference('a'));
    navigation.open(reference('a'), { post: 2 });
    navigation.open(reference('a'), { post: 4 });
    expect(navigation.history.visits.map(({ target }) => target?.post)).toEqual([undefined, 2, 4]);
    const { id } = navigation.current;
    navigation.open(reference('a'), { post: 4, words: ['again'] });
    expect(navigation.history.visits.map(({ target }) => target?.post)).toEqual([undefined, 2, 4]);
    // A visit that was not shown before opens at its post.
    expect(navigation.current.id).not.toBe(id);
    navigation.open(reference('a'));
    expect([visitedEntries(navigation).length, navigation.current.target]).toEqual([3, undefined]);
  });

  it('opens the post that is previewed as the same visit', () => {
    const navigation = navigationTo('a');
    navigation.preview(reference('b'), { post: 1 });
    const { id } = navigation.current;
    navigation.open(reference('b'), { post: 1 });
    expect(navigation.current.id).toBe(id);
    navigation.preview(reference('b'), { post: 2 });
    const { id: preview } = navigation.current;
    navigation.open(reference('b'), { post: 3 });
    expect(navigation.current.id).not.toBe(preview);
  });

  it('stays where it is asked to move to the post that it is at', () => {
    const navigation = navigationTo('a');
    navigation.moveTo(5);
    navigation.moveTo(5);
    expect(navigation.history.visits.map(({ target }) => target?.post)).toEqual([undefined, 5]);
  });

  it('moves within what is shown, with the same words', () => {
    const navigation = navigationTo('a');
    navigation.preview(reference('b'), { post: 1, words: ['word'] });
    navigation.moveTo(5);
    expect(navigation.history.visits.map(({ entry, target }) => [entry, target])).toEqual([
      ['a', undefined],
      ['b', { post: 1, words: ['word'] }],
      ['b', { post: 5, words: ['word'] }],
    ]);
  });

  it('never gives two visits the same id', () => {
    const navigation = navigationTo('a', 'b');
    navigation.preview(reference('c'));
    navigation.preview(reference('d'));
    navigation.open(reference('e'));
    const ids = navigation.history.visits.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no current visit before the first one', () => {
    expect(() => new PanelNavigation().current).toThrow(RangeError);
  });
});
