import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPECTATIONS, PROBLEM_MESSAGES, REASONS } from '../../src/core/archive/problems';
import { ROOT } from './run';
import { parsed, sourceFiles, translatedTexts, untranslatedTexts } from './sourceTexts';

const read = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, string>;

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

/** What the core names by its kind: the surfaces say it. */
const TABLES = [PROBLEM_MESSAGES, EXPECTATIONS, REASONS].flatMap((table) => Object.values<string>(table));
const surfaces = sourceFiles('vscode');

/** Texts that are the same in every language. */
const WORDLESS = [
  // Files that are shown, each language its own.
  /^media\/walkthrough\/[\w-]+\.webp$/,
];
const isKorean = (text: string): boolean =>
  /[가-힣]/.test(text) || WORDLESS.some((pattern) => pattern.test(text));

describe('the Korean texts', () => {
  const bundle = read('l10n/bundle.l10n.ko.json');
  const contributed = read('package.nls.ko.json');

  it('translate every text, and nothing that is gone', () => {
    const said = surfaces.flatMap(translatedTexts).map(({ text }) => text);
    expect(Object.keys(bundle).sort()).toEqual([...new Set([...said, ...TABLES])].sort());
  });

  it.each(Object.entries(bundle))('%s keeps its placeholders', (english, korean) => {
    expect(placeholders(korean)).toEqual(placeholders(english));
  });

  it.each(Object.entries(bundle))('%s leaves particles behind a variable open', (_english, korean) => {
    expect(korean).not.toMatch(/\{\d+\}["”’')\]]?(을|를|은|는|이|가|과|와|으로|로)(?![가-힣])/);
  });

  it('translate the contributions', () => {
    const english = read('package.nls.json');
    expect(Object.keys(contributed).sort()).toEqual(Object.keys(english).sort());
    const used = readFileSync(join(ROOT, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g);
    expect([...new Set([...used].map(([, key]) => key))].sort()).toEqual(Object.keys(english).sort());
  });

  it('are in Korean', () => {
    const texts = [...Object.entries(bundle), ...Object.entries(contributed)];
    expect(texts.filter(([, korean]) => !isKorean(korean))).toEqual([]);
  });
});

describe('what the surfaces say', () => {
  it('is handed to t as it is written, so that it can be looked up', () => {
    expect(surfaces.flatMap(translatedTexts).filter(({ isLiteral }) => !isLiteral)).toEqual([]);
  });

  it('goes through t', () => {
    const files = [...surfaces, ...sourceFiles('sources'), ...sourceFiles('webview')];
    expect(files.flatMap(untranslatedTexts)).toEqual([]);
  });

  it('goes through the t that leaves particles open', () => {
    const others = surfaces.filter(
      ({ fileName, text }) => /\bl10n\.t\(/.test(text) && !fileName.endsWith('/l10n.ts'),
    );
    expect(others.map(({ fileName }) => fileName)).toEqual([]);
  });

  it('is not said by the core, which names its kind', () => {
    const texts = sourceFiles('core').filter(({ fileName }) => !fileName.endsWith('/problems.ts'));
    const isSaid = (text: string): boolean =>
      texts.some((file) => file.text.includes(JSON.stringify(text).slice(1, -1)));
    // Short ones are words of other things too.
    expect(TABLES.filter((text) => text.length > 12 && isSaid(text))).toEqual([]);
  });
});

describe('a text that is not translated', () => {
  const found = (code: string) => untranslatedTexts(parsed('a.ts', code)).map(({ text }) => text);

  it.each([
    "notify.info('It is done')",
    'notify.info(`Added ${name}`)',
    'notify.info(`${name} added`)',
    "const item = { label: 'Topics' }",
    "item.tooltip = isNew ? 'Not seen' : title",
    'const html = `<p class="gone">No longer there</p>`',
    "const reason = 'file not found'",
    "window.showQuickPick(items, { placeHolder: 'Pick…' })",
  ])('is found: %s', (code) => {
    expect(found(code)).toHaveLength(1);
  });

  it.each([
    "notify.info(t('It is done'))",
    "item.contextValue = isNew ? 'entry new' : 'entry'",
    "page.querySelectorAll('header, footer')",
    "throw new Error('Archive Answers: no page is open')",
    "import { it } from 'Some module'",
    "const name: 'one of these' | undefined = undefined",
    'const html = `<p class="${names} here">${text}</p>`',
    "const title = 'Archive Answers'",
    "const key = 'archiveAnswers.panel'",
    'const both = `${one} ${other}`',
    "if (kind === 'Not here') close()",
    "if (event.key.startsWith('Arrow')) move()",
  ])('is none: %s', (code) => {
    expect(found(code)).toEqual([]);
  });

  it.each(["t('a' + name)", 't(text)', 't(`for ${name}`)', "t(isOne ? 'one' : 'more')", 't()'])(
    'cannot be looked up: %s',
    (code) => {
      expect(translatedTexts(parsed('a.ts', code)).map(({ isLiteral }) => isLiteral)).toEqual([false]);
    },
  );

  it.each(['t("It\'s one", 1)', "t('It\\'s one', 1)", "t(`It's one`)", "t(\n  'It\\'s one',\n)"])(
    'can be looked up however it is quoted: %s',
    (code) => {
      expect(translatedTexts(parsed('a.ts', code))).toMatchObject([{ text: "It's one", isLiteral: true }]);
    },
  );
});
