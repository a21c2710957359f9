import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './run';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly contributes: {
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when?: string;
    }[];
  };
};
const { keybindings } = manifest.contributes;

describe('the keys', () => {
  /** What holds only while the panel, a quick pick of ours or one of our views has the focus. */
  const FOCUS = [
    'archiveAnswers.panelFocused',
    'archiveAnswers.searchIsOpen',
    'archiveAnswers.errorAnswersAreOpen',
    'focusedView == archiveAnswers.entries',
    'focusedView == archiveAnswers.file',
  ];
  /** Where the focus is elsewhere, one of these is false: it is not in the area of the editors, or on another editor. */
  const PANEL = ['editorAreaFocus', "activeWebviewPanelId == 'archiveAnswers.panel'"];
  const mayHoldElsewhere = (when: string): boolean =>
    PANEL.some((missing) => mayHold(when, (term) => !FOCUS.includes(term) && term !== missing));
  const chords = keybindings.filter(({ key }) => key.startsWith('ctrl+k '));

  it('that work everywhere are three chords', () => {
    expect(chords.map(({ command }) => command)).toEqual([
      'archiveAnswers.search',
      'archiveAnswers.searchSelection',
      'archiveAnswers.findForError',
    ]);
  });

  it('that work everywhere hold a modifier in every stroke, so that they work while Hangul is typed', () => {
    for (const { key, mac = '' } of chords) {
      for (const stroke of key.split(' ')) expect(stroke).toContain('ctrl+');
      for (const stroke of mac.split(' ')) expect(stroke).toContain('cmd+');
    }
  });

  it('that work everywhere begin, on a Mac too, with a stroke that begins chords of VS Code', () => {
    for (const { key, mac } of chords) {
      expect(key).toMatch(/^ctrl\+k /);
      expect(mac).toMatch(/^cmd\+k /);
    }
  });

  it('else work only where one of our surfaces has the focus', () => {
    const others = keybindings.filter((binding) => !chords.includes(binding));
    expect(others.filter(({ when = '' }) => mayHoldElsewhere(when))).toEqual([]);
    const told = FOCUS.filter((term) => !others.some(({ when = '' }) => when.includes(term)));
    expect(told).toEqual([]);
  });

  it.each([
    '',
    "activeWebviewPanelId == 'archiveAnswers.panel'",
    "editorAreaFocus || activeWebviewPanelId == 'archiveAnswers.panel'",
    '!archiveAnswers.panelFocused',
    'inQuickOpen && (archiveAnswers.searchIsOpen || listFocus)',
    'archiveAnswers.panelFocused || editorTextFocus',
    'focusedView == archiveAnswers.entries && listFocus || !inputFocus',
  ])('may work elsewhere with “%s”', (when) => {
    expect(mayHoldElsewhere(when)).toBe(true);
  });

  it.each([
    "editorAreaFocus && !inputFocus && activeWebviewPanelId == 'archiveAnswers.panel'",
    'archiveAnswers.panelFocused && isMac',
    '(isMac || isWeb) && archiveAnswers.searchIsOpen',
    'isMac && archiveAnswers.searchIsOpen || archiveAnswers.panelFocused',
  ])('work nowhere else with “%s”', (when) => {
    expect(mayHoldElsewhere(when)).toBe(false);
  });
});

/** Whether a `when` clause may hold, given which of its keys and comparisons may; what is negated always may. */
function mayHold(when: string, may: (term: string) => boolean): boolean {
  const tokens = when.match(/\|\||&&|[()]|[^\s()|&](?:[^()|&]*[^\s()|&])?/g) ?? [];
  const term = (): boolean => {
    const token = tokens.shift() ?? '';
    if (token !== '(') return token.startsWith('!') || may(token);
    const held = either();
    tokens.shift();
    return held;
  };
  const joined = (operator: string, next: () => boolean): readonly boolean[] => {
    const all = [next()];
    while (tokens[0] === operator) {
      tokens.shift();
      all.push(next());
    }
    return all;
  };
  const both = (): boolean => joined('&&', term).every(Boolean);
  const either = (): boolean => joined('||', both).some(Boolean);
  const held = either();
  if (tokens.length > 0) throw new Error(`Not understood: ${when}`);
  return held;
}
