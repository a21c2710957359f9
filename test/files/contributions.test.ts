import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPng } from './png';
import { ROOT } from './run';

interface Setting {
  readonly order?: number;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly galleryBanner: { readonly color: string; readonly theme: string };
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
  };
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const manifest = json('package.json') as Manifest;
const { commands, configuration, walkthroughs, viewsWelcome } = manifest.contributes;
const settings = configuration.flatMap(({ properties }) => Object.entries(properties));
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const texts = {
  en: json('package.nls.json') as Record<string, string>,
  ko: json('package.nls.ko.json') as Record<string, string>,
};
type Language = keyof typeof texts;
const LANGUAGES: readonly Language[] = ['en', 'ko'];
const say = (language: Language, text: string): string => texts[language][text.replaceAll('%', '')] ?? '';

/** Commands that a text offers, without VS Code's own. */
const linkedCommands = (text: string): string[] =>
  [...text.matchAll(/\(command:(archiveAnswers\.[\w.]+)/g)].map(([, command = '']) => command);

/** Commands that are there once a window is: what is contributed, and what VS Code makes of each view. */
const isKnown = (command: string): boolean =>
  /^archiveAnswers\.(entries|file)\.focus$/.test(command) ||
  commands.some((contributed) => contributed.command === command);

describe('the settings', () => {
  it('stand in groups, each with a title and its place', () => {
    expect(configuration.map(({ order }) => order)).toEqual(configuration.map((_, at) => at + 1));
    for (const { title, properties } of configuration) {
      expect(Object.keys(properties), title).not.toEqual([]);
      for (const language of LANGUAGES) expect(say(language, title)).not.toBe('');
      const orders = Object.values(properties).map(({ order }) => order);
      expect(orders, title).toEqual(orders.map((_, at) => at + 1));
    }
  });

  it.each(settings)('%s says what it does, with links to what there is', (_key, { markdownDescription }) => {
    for (const language of LANGUAGES) {
      const text = say(language, markdownDescription ?? '');
      expect(text.length).toBeGreaterThan(20);
      const linked = [...text.matchAll(/`#(archiveAnswers\.[^#]+)#`/g)].map(([, key]) => key);
      expect(settings.map(([key]) => key)).toEqual(expect.arrayContaining(linked));
      expect(linkedCommands(text).filter((command) => !isKnown(command))).toEqual([]);
    }
  });
});

describe('the walkthrough', () => {
  const panelContext = readFileSync(join(ROOT, 'src', 'vscode', 'panel', 'panelContextKeys.ts'), 'utf8');

  it('has four steps', () => {
    expect(walkthroughs).toHaveLength(1);
    expect(steps.map(({ id }) => id)).toEqual(['search', 'hover', 'panel', 'archive']);
  });

  it.each(steps)('step $id is short, and offers a command', ({ description }) => {
    for (const language of LANGUAGES) {
      const text = say(language, description);
      expect(linkedCommands(text)).toHaveLength(1);
      expect(linkedCommands(text).filter((command) => !isKnown(command))).toEqual([]);
      expect(text.length).toBeLessThan(260);
    }
    expect(linkedCommands(say('ko', description))).toEqual(linkedCommands(say('en', description)));
  });

  it.each(steps)('step $id is done by what it speaks of', ({ completionEvents }) => {
    const unknown = completionEvents.filter((event) => {
      const [kind, name = ''] = event.split(':');
      if (kind === 'onSettingChanged') return !settings.some(([key]) => key === name);
      if (kind === 'onContext') return !panelContext.includes(`'${name.replace('archiveAnswers.', '')}'`);
      // Commands that only items of lists run are contributed to no menu.
      return kind !== 'onCommand' || (!isKnown(name) && !/^archiveAnswers\.(open|look)$/.test(name));
    });
    expect(unknown).toEqual([]);
    expect(completionEvents).not.toEqual([]);
  });

  it.each(steps)('step $id has pictures for every theme in both languages', ({ id, media }) => {
    expect(Object.keys(media.image)).toEqual(['light', 'dark', 'hc', 'hcLight']);
    for (const language of LANGUAGES) {
      for (const [theme, key] of Object.entries(media.image)) {
        const path = say(language, key);
        expect(path).toBe(`media/walkthrough/${language}-${id}-${theme}.webp`);
        expect(existsSync(join(ROOT, path)), path).toBe(true);
      }
      expect(say(language, media.altText)).not.toBe('');
    }
  });

  it('has no picture that it does not show, and stays small', () => {
    const folder = join(ROOT, 'media', 'walkthrough');
    const shown = steps.flatMap(({ media }) =>
      LANGUAGES.flatMap((language) => Object.values(media.image).map((path) => say(language, path))),
    );
    const files = readdirSync(folder);
    expect(files.map((name) => `media/walkthrough/${name}`).toSorted()).toEqual(shown.toSorted());
    const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });

  it('is offered where the list of entries is empty', () => {
    const offers = viewsWelcome.flatMap(({ contents }) => linkedCommands(say('en', contents)));
    expect(offers).toContain('archiveAnswers.gettingStarted');
    for (const command of offers) expect(isKnown(command), command).toBe(true);
  });
});

describe('the shop window', () => {
  /** As VS Code's documentation of the manifest lists them. */
  const CATEGORIES =
    'AI|Azure|Chat|Data Science|Debuggers|Education|Extension Packs|Formatters|Keymaps|Language Packs|Linters|' +
    'Machine Learning|Notebooks|Other|Programming Languages|SCM Providers|Snippets|Testing|Themes|Visualization';

  it('stands on shelves that there are', () => {
    expect(CATEGORIES.split('|')).toEqual(expect.arrayContaining([...manifest.categories]));
  });

  it('is found by words of both languages, each once, thirty at most', () => {
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
    expect(manifest.keywords.filter((word) => /[가-힣]/.test(word)).length).toBeGreaterThan(4);
  });

  it('has an icon of 128 pixels and a banner', () => {
    const { width, height } = readPng(readFileSync(join(ROOT, manifest.icon)));
    expect([width, height]).toEqual([128, 128]);
    expect(manifest.galleryBanner.color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('has an icon in the size and the colours of its drawing', () => {
    const drawing = readFileSync(join(ROOT, manifest.icon.replace('.png', '.svg')), 'utf8');
    const { width, height, colours } = readPng(readFileSync(join(ROOT, manifest.icon)));
    expect(drawing).toContain(`viewBox="0 0 ${String(width)} ${String(height)}"`);
    const drawn = [...drawing.matchAll(/(?:fill|stroke)="(#[0-9a-f]+)"/g)].map(([, colour = '']) =>
      colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour,
    );
    // Where colours meet, pixels are between them; what fills an area is as it was drawn.
    const areas = [...colours].filter(([, pixels]) => pixels > (width * height) / 50);
    expect(areas.map(([colour]) => colour).toSorted()).toEqual([...new Set(drawn)].toSorted());
  });
});
