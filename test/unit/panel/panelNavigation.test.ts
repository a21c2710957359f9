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
  for (const entry of entries) navigation.open(reference(entry), []);
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
    navigation.open(reference('a', 'ko'), ['word']);
    expect(visitedEntries(navigation)).toEqual(['a']);
    expect(navigation.current).toEqual({ id, ...reference('a', 'ko') });
    expect(navigation.highlights).toEqual(['word']);
  });

  it('does not record previews', () => {
    const navigation = navigationTo('a');
    navigation.preview(reference('b'), ['b']);
    navigation.preview(reference('c'), ['c']);
    const { current, isPreviewing } = navigation;
    expect([current.entry, isPreviewing, visitedEntries(navigation)]).toEqual(['c', true, ['a']]);
    navigation.discardPreview();
    expect([navigation.current.entry, navigation.highlights, navigation.canGo(-1)]).toEqual(['a', [], false]);
  });

  it('does not record previews before anything was opened', () => {
    const navigation = new PanelNavigation();
    navigation.preview(reference('a'), []);
    navigation.preview(reference('b'), []);
    navigation.open(reference('b'), []);
    expect(visitedEntries(navigation)).toEqual(['b']);
    expect(navigation.canGo(-1)).toBe(false);
  });

  it('commits a preview as the same visit', () => {
    const navigation = navigationTo('a');
    navigation.preview(reference('b'), ['b']);
    const { id } = navigation.current;
    navigation.commitPreview();
    expect([
      navigation.current.id,
      navigation.isPreviewing,
      visitedEntries(navigation),
      navigation.highlights,
    ]).toEqual([id, false, ['a', 'b'], ['b']]);
    navigation.preview(reference('b'), []);
    navigation.commitPreview();
    expect(visitedEntries(navigation)).toEqual(['a', 'b']);
  });

  it('pins the current entry and hands over the history before it', () => {
    const navigation = navigationTo('a', 'b', 'c');
    const before = navigation.pin();
    expect(visitedEntries(navigation)).toEqual(['c']);
    const next = new PanelNavigation(before);
    next.open(reference('d'), []);
    expect(visitedEntries(next)).toEqual(['a', 'b', 'd']);
    expect(navigationTo('a').pin()).toBeUndefined();
  });

  it('drops the highlights when another language is shown', () => {
    const navigation = new PanelNavigation();
    navigation.open(reference('a'), ['word']);
    navigation.updateCurrent(reference('a', 'ko'));
    navigation.clearHighlights();
    expect([navigation.current.language, navigation.highlights]).toEqual(['ko', []]);
  });

  it('never gives two visits the same id', () => {
    const navigation = navigationTo('a', 'b');
    navigation.preview(reference('c'), []);
    navigation.preview(reference('d'), []);
    navigation.open(reference('e'), []);
    const ids = navigation.history.visits.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has no current visit before the first one', () => {
    expect(() => new PanelNavigation().current).toThrow(RangeError);
  });
});
