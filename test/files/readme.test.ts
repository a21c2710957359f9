import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { ROOT } from './run';

/** What stands below one heading, up to the next. Words may differ between languages; these may not. */
interface Section {
  readonly heading: string;
  readonly level: number;
  /** Rows of each table, its head among them. */
  readonly tables: readonly number[];
  readonly lists: readonly number[];
  readonly code: readonly string[];
  /** Pictures, without the language that their names begin with. */
  readonly images: readonly string[];
  /** Pages and files that are linked, without those of the other language. */
  readonly links: readonly string[];
  readonly paragraphs: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

const LANGUAGES = { en: 'README.md', ko: 'README.ko.md' } as const;
type Language = keyof typeof LANGUAGES;
const read = (language: Language): string => readFileSync(join(ROOT, LANGUAGES[language]), 'utf8');
const sections = { en: sectionsOf(read('en')), ko: sectionsOf(read('ko')) };

function sectionsOf(text: string): readonly Section[] {
  const all: Mutable<Section>[] = [];
  const tokens = new MarkdownIt().parse(text, {});
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const heading = `${token.markup} ${tokens[at + 1]?.content ?? ''}`;
      const empty = { tables: [], lists: [], code: [], images: [], links: [], paragraphs: 0 };
      all.push({ heading, level: token.markup.length, ...empty });
    }
    const section = all.at(-1);
    if (section === undefined) continue;
    const last = (counts: number[]): void => {
      counts.push((counts.pop() ?? 0) + 1);
    };
    if (token.type === 'table_open') section.tables.push(0);
    if (token.type === 'tr_open') last(section.tables);
    if (token.type === 'bullet_list_open') section.lists.push(0);
    if (token.type === 'list_item_open') last(section.lists);
    if (token.type === 'fence') section.code.push(token.content);
    if (token.type === 'paragraph_open' && !token.hidden) section.paragraphs += 1;
    for (const inline of token.children ?? []) {
      if (inline.type === 'image') section.images.push(String(inline.attrGet('src')));
      if (inline.type === 'link_open') section.links.push(String(inline.attrGet('href')));
    }
  }
  return all;
}

/** The sections of a README side by side with those of the other; the first that has no counterpart is named. */
function unmatched(one: Language, other: Language): string | undefined {
  const at = sections[one].findIndex(({ level }, index) => level !== sections[other][index]?.level);
  const section = sections[one][at];
  if (section === undefined) return undefined;
  const instead = sections[other][at]?.heading ?? 'its end';
  return `${LANGUAGES[other]} has no counterpart of “${section.heading}” in ${LANGUAGES[one]}; it has ${instead}.`;
}

describe('the READMEs in English and Korean', () => {
  it('have the same sections in the same order', () => {
    expect(unmatched('en', 'ko')).toBeUndefined();
    expect(unmatched('ko', 'en')).toBeUndefined();
    expect(sections.ko.length).toBeGreaterThan(10);
  });

  it.each(sections.en.map((section, at) => [section.heading, section, sections.ko[at]] as const))(
    '%s: the same tables, lists, code, pictures, links and paragraphs',
    (_heading, english, korean) => {
      const comparable = (section: Section | undefined, language: Language): object => ({
        tables: section?.tables,
        lists: section?.lists,
        code: section?.code,
        images: section?.images.map((path) => path.replace(`/${language}-`, '/')),
        links: section?.links.filter((link) => !Object.values<string>(LANGUAGES).includes(link)).toSorted(),
        paragraphs: section?.paragraphs,
      });
      expect(comparable(korean, 'ko'), `${LANGUAGES.ko}, “${korean?.heading ?? ''}”`).toEqual(
        comparable(english, 'en'),
      );
    },
  );

  it.each([
    ['en', 'ko'],
    ['ko', 'en'],
  ] as const)('%s links to %s right below its title', (one, other) => {
    expect(sections[one][0]?.links[0]).toBe(LANGUAGES[other]);
    expect(read(one).split('\n')[2]).toContain(`](${LANGUAGES[other]})`);
  });

  it.each(['en', 'ko'] as const)('%s shows and links only what is there', (language) => {
    const targets = sections[language].flatMap(({ images, links }) => [...images, ...links]);
    const missing = targets.filter((path) => !/^https?:/.test(path) && !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
    expect(targets.length).toBeGreaterThan(10);
  });

  it.each(['en', 'ko'] as const)('%s shows before it tells', (language) => {
    expect(sections[language][0]?.images.length).toBeGreaterThan(2);
  });
});

/** Texts of a page that still hold marks of emphasis: in CommonMark `**이름…**은` closes nothing, for a letter follows. */
function unclosed(text: string): readonly string[] {
  const inline = new MarkdownIt().parse(text, {}).flatMap(({ children }) => children ?? []);
  return inline.flatMap(({ type, content }) => (type === 'text' && /\*\*|__/.test(content) ? [content] : []));
}

describe('the pages', () => {
  const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));

  it.each([
    ...Object.values(LANGUAGES),
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    ...pages.map((name) => `docs/${name}`),
  ])('%s closes its emphasis', (path) => {
    expect(unclosed(readFileSync(join(ROOT, path), 'utf8'))).toEqual([]);
  });

  it('are found out where they do not', () => {
    expect(unclosed('**검색…**은 찾고, **검색** 명령은 엽니다. `a**b__c`')).toEqual(['**검색…**은 찾고, ']);
    expect(unclosed('| a |\n| - |\n| __틀렸나요?__를 |')).toEqual(['__틀렸나요?__를']);
  });
});

describe('what the READMEs quote', () => {
  const korean = JSON.parse(readFileSync(join(ROOT, 'l10n/bundle.l10n.ko.json'), 'utf8')) as Record<
    string,
    string
  >;

  it.each(['en', 'ko'] as const)('%s has it as the extension says it', (language) => {
    const say = (english: string, ...args: readonly string[]): string => {
      const template = language === 'en' ? english : korean[english];
      expect(template, english).toBeDefined();
      return (template ?? '').replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? '');
    };
    const code = (text: string): string => `\`${text}\``;
    const reply = say('Reply');
    const quoted = [
      code(`${say('for {0}', '1.4')} · ${say('you have {0}', '2.0.36')}`),
      code(say('your project requires {0}', '<2')),
      `${code(`${reply} 2`)} ${code(say('to {0}', 'A1'))}`,
      code(say('{0} {1} of {2} to {3}', reply, '2', '5', 'A1')),
      `**${say('Outdated or wrong?')}**`,
      `**${say('Archive problems')}**`,
      `_${say('related')}_`,
      ...['Answered', 'Self-answered', 'Disputed', 'Unanswered', 'Links'].map(
        (status) => `| **${say(status)}**`,
      ),
    ];
    expect(quoted.filter((text) => !read(language).includes(text))).toEqual([]);
  });
});

describe('what the package contributes', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    contributes: {
      configuration: { properties: Record<string, unknown> }[];
      keybindings: { key: string; mac?: string }[];
    };
  };
  const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
  const rows = (language: Language): string[] =>
    read(language)
      .split('\n')
      .filter((line) => line.startsWith('|'));

  it.each(['en', 'ko'] as const)('%s has a row for every setting, and for none that is gone', (language) => {
    const named = rows(language).flatMap((line) => /^\| `(archiveAnswers\.[^`]+)`/.exec(line)?.[1] ?? []);
    expect(named.toSorted()).toEqual(settings.toSorted());
  });

  it.each(['en', 'ko'] as const)('%s has a row for every key, and for none that is gone', (language) => {
    const named = rows(language).flatMap((line) => {
      const [, key, mac] = /^\| `([^`]+)`\s*\| `([^`]+)`\s*\|[^|]+\|[^|]+\|$/.exec(line) ?? [];
      return key === undefined || mac === undefined ? [] : [`${stroke(key)} / ${stroke(mac)}`];
    });
    const bound = manifest.contributes.keybindings.map(
      ({ key, mac = key }) => `${stroke(key)} / ${stroke(mac)}`,
    );
    expect([...new Set(named)].toSorted()).toEqual([...new Set(bound)].toSorted());
  });
});

/** A key or chord, with the modifiers of each stroke in one order. */
function stroke(keys: string): string {
  return keys
    .toLowerCase()
    .split(' ')
    .map((one) => one.split('+').toSorted().join('+'))
    .join(' ');
}
