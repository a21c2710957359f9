// Takes screenshots of the packaged extension in a real window. Without options it updates the committed ones: those of
// both READMEs (docs/images) and of the walkthrough (media/walkthrough); --readme and --walkthrough update only these.
// --look instead writes screenshots for a review to .screenshots/: every surface in four themes and two languages, and
// narrow. --theme, --locale and --scene NAME restrict it further.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser, openWorkbench } from './host/browser.mjs';
import { ensureBrowser, ensureHost } from './host/install.mjs';
import { startHost } from './host/server.mjs';
import { photograph } from './screenshots/pictures.mjs';
import { makeProject } from './screenshots/project.mjs';
import { SCENES, setStage } from './screenshots/scenes.mjs';
import { TERMINAL_SETTINGS } from './screenshots/terminal.mjs';
import { LOCALES, textsOf } from './screenshots/texts.mjs';

/**
 * @typedef {object} Purpose
 * @property {{ width: number, height: number }} viewport in CSS pixels
 * @property {number} scale pixels of a picture for one of the window
 * @property {readonly string[]} [themes] all of them when left out
 * @property {readonly string[]} scenes
 * @property {readonly string[]} [pictures] all that the scenes offer when left out
 * @property {boolean} isCropped
 * @property {(picture: { locale: string, theme: string, name: string }) => string} path
 */

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, '.screenshots');

/** Hides everything that distracts from the code. */
const PLAIN_EDITOR = { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false };

/** The themes by the names that a walkthrough's pictures have. @type {Readonly<Record<string, string>>} */
const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  hc: 'Default High Contrast',
  hcLight: 'Default High Contrast Light',
};

/** @type {Purpose} */
const LOOKING = {
  viewport: { width: 1440, height: 860 },
  scale: 1,
  scenes: Object.keys(SCENES),
  isCropped: false,
  path: ({ locale, theme, name }) => join(OUT, `${locale}-${theme}-${name}.png`),
};
const SHOWN = ['search', 'hover', 'panel', 'sidebar', 'archive', 'terminal'];
/** @type {Purpose} */
const README = {
  viewport: { width: 1240, height: 700 },
  scale: 2,
  themes: ['light'],
  scenes: SHOWN,
  pictures: SHOWN,
  isCropped: false,
  path: ({ locale, name }) => join(ROOT, 'docs', 'images', `${locale}-${name}.webp`),
};
const STEPS = ['search', 'hover', 'panel', 'archive'];
/** @type {Purpose} */
const WALKTHROUGH = {
  viewport: { width: 1240, height: 700 },
  scale: 1.5,
  scenes: STEPS,
  pictures: STEPS,
  isCropped: true,
  path: ({ locale, theme, name }) => join(ROOT, 'media', 'walkthrough', `${locale}-${name}-${theme}.webp`),
};

const { values } = parseArgs({
  options: {
    look: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    walkthrough: { type: 'boolean', default: false },
    theme: { type: 'string' },
    locale: { type: 'string' },
    scene: { type: 'string' },
  },
});
const asked = [
  ...(values.look ? [LOOKING] : []),
  ...(values.readme ? [README] : []),
  ...(values.walkthrough ? [WALKTHROUGH] : []),
];
const purposes = asked.length === 0 ? [README, WALKTHROUGH] : asked;
const themes = chosen('theme', Object.keys(THEMES), values.theme);
const locales = chosen('locale', LOCALES, values.locale);
const scenes = chosen('scene', Object.keys(SCENES), values.scene);

const log = (/** @type {string} */ line) => {
  console.log(line);
};
const host = await ensureHost({ log });
const browser = await ensureBrowser({ log });
if (purposes.includes(LOOKING)) await rm(OUT, { recursive: true, force: true });
for (const locale of locales) {
  const texts = await textsOf(locale);
  const project = await makeProject(locale);
  const server = await startHost({
    host,
    folder: project.folder,
    settings: { ...TERMINAL_SETTINGS, ...PLAIN_EDITOR },
    extensions: [join(ROOT, 'archive-answers.vsix')],
    log,
    ...(locale === 'en' ? {} : { locale }),
  });
  try {
    for (const theme of themes) {
      const wanted = purposes.filter((purpose) => purpose.themes?.includes(theme) ?? true);
      if (wanted.length > 0) await chooseTheme(server.userDataDir, theme);
      for (const purpose of wanted) await takePictures(purpose, { server, texts, project, theme });
    }
  } finally {
    await server.stop();
    await project.dispose();
  }
}

/**
 * @param {Purpose} purpose
 * @param {object} setting
 * @param {import('./host/server.mjs').RunningHost} setting.server
 * @param {import('./screenshots/texts.mjs').WindowTexts} setting.texts
 * @param {import('./screenshots/project.mjs').Project} setting.project
 * @param {string} setting.theme
 */
async function takePictures(purpose, { server, texts, project, theme }) {
  const opened = await openBrowser({ browser, locale: texts.browser });
  try {
    const context = await opened.browser.newContext({
      viewport: purpose.viewport,
      deviceScaleFactor: purpose.scale,
      locale: texts.browser,
    });
    const page = await context.newPage();
    await openWorkbench(page, server.url);
    for (const name of purpose.scenes.filter((scene) => scenes.includes(scene))) {
      /** @type {import('./screenshots/scenes.mjs').Stage} */
      const stage = {
        page,
        texts,
        project,
        take: async (picture, part) => {
          if (purpose.pictures?.includes(picture) === false) return;
          const path = purpose.path({ locale: texts.language, theme, name: picture });
          await photograph(page, path, purpose.isCropped ? await part?.() : undefined);
          log(path);
        },
      };
      await play(name, stage);
    }
  } finally {
    await opened.browser.close();
  }
}

/**
 * Plays a scene, up to three times: on a busy machine one of hundreds of waits may time out.
 *
 * @param {string} name
 * @param {import('./screenshots/scenes.mjs').Stage} stage
 */
async function play(name, stage) {
  for (let tries = 1; ; tries += 1) {
    try {
      await setStage(stage);
      await SCENES[name]?.(stage);
      return;
    } catch (error) {
      if (tries === 3) throw error;
      log(`${name}, trying again: ${error instanceof Error ? error.message : String(error)}`);
      await stage.page.keyboard.press('Escape');
    }
  }
}

/**
 * @param {string} userDataDir
 * @param {string} theme
 */
async function chooseTheme(userDataDir, theme) {
  const file = join(userDataDir, 'User', 'settings.json');
  const settings = /** @type {unknown} */ (JSON.parse(await readFile(file, 'utf8')));
  await writeFile(
    file,
    JSON.stringify({ .../** @type {object} */ (settings), 'workbench.colorTheme': THEMES[theme] }),
  );
}

/**
 * All values of an option, or the one that was given.
 *
 * @param {string} option
 * @param {readonly string[]} all
 * @param {string | undefined} only
 * @returns {readonly string[]}
 */
function chosen(option, all, only) {
  if (only === undefined) return all;
  if (all.includes(only)) return [only];
  console.error(`--${option} takes one of ${all.join(', ')}.`);
  process.exit(2);
}
