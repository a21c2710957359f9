import { extensionOf, fileNameOf, folderOf, stemOf } from '../archive/paths';
import { isPlainTag, languageTag } from './languageTags';

/**
 * A title from a file's name. Hyphens between words are read as spaces; names that are no sequence of words, such as
 * `exit()` and `os.path`, stay as they are. A `README` takes the name of its folder.
 */
export function titleOfFile(path: string): string {
  const stem = stemOf(path);
  const folder = path.split('/').at(-2);
  const name = /^(readme|index)$/i.test(stem) && folder !== undefined ? folder : stem;
  return /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)+$/u.test(name) ? name.replaceAll('-', ' ') : name;
}

/** A language in the path of a document. */
export interface PathLanguage {
  /** Its tag: `ko`, `pt-BR`. */
  readonly language: string;
  /** Paths that the original may have; the first one is the document's own without the language. */
  readonly originals: readonly [string, ...string[]];
  /** Whether it is hardly anything but a language: `NAME.en.md`, but neither `it/NAME.md` nor `NAME-it.md`. */
  readonly isPlain: boolean;
}

/** Folders that hold nothing but translations, and are not part of the original's path. */
const CONTAINER = /^(?:i18n|l10n|intl|translations?|translated|locales?|langs?|languages?|readmes?)$/i;

/** The language in a document's path: at the end of its name, else the name of a folder. */
export function languageOfPath(path: string): PathLanguage | undefined {
  return languageOfName(path) ?? languageOfFolder(path);
}

function languageOfName(path: string): PathLanguage | undefined {
  const stem = stemOf(path);
  // A tag has up to three parts; the longest one counts.
  const ends = [...stem.matchAll(/[._-]/g)].slice(-3).filter(({ index }) => index > 0);
  for (const { index, 0: mark } of ends) {
    const text = stem.slice(index + 1);
    const language = languageTag(text);
    if (language === undefined) continue;
    const folder = folderOf(path);
    const original = joined(folder, stem.slice(0, index) + extensionOf(path));
    const others = CONTAINER.test(fileNameOf(folder)) ? [joined(folderOf(folder), fileNameOf(original))] : [];
    return { language, originals: [original, ...others], isPlain: mark === '.' && isPlainTag(text) };
  }
  return undefined;
}

/** The folder below one that holds translations, else the outermost one whose name is a language. */
function languageOfFolder(path: string): PathLanguage | undefined {
  const folders = folderOf(path).split('/').filter(Boolean);
  const inContainer = folders.findIndex(
    (name, at) => languageTag(name) !== undefined && CONTAINER.test(folders[at - 1] ?? ''),
  );
  const at = inContainer === -1 ? folders.findIndex((name) => languageTag(name) !== undefined) : inContainer;
  const language = languageTag(folders[at] ?? '');
  if (language === undefined) return undefined;
  const above = folders.slice(0, inContainer === -1 ? at : at - 1);
  const below = [...folders.slice(at + 1), fileNameOf(path)];
  const site = inContainer === -1 ? [] : docusaurusOriginals(above, below);
  const [first = [...above, ...below], ...others] = site;
  const originals: [string, ...string[]] = [first.join('/'), ...others.map((names) => names.join('/'))];
  return { language, originals, isPlain: false };
}

/** Docusaurus translates `docs/x.md` as `i18n/ko/docusaurus-plugin-content-docs/current/x.md`, below the site's folder. */
function docusaurusOriginals(
  above: readonly string[],
  below: readonly string[],
): readonly (readonly string[])[] {
  const [plugin = '', version = '', ...rest] = below;
  const kind = /^docusaurus-plugin-content-(docs|blog|pages)$/.exec(plugin)?.[1];
  if (kind === undefined) return [];
  const folder =
    kind === 'docs'
      ? [...(version === 'current' ? ['docs'] : ['versioned_docs', version]), ...rest]
      : [...(kind === 'blog' ? ['blog'] : ['src', 'pages']), ...below.slice(1)];
  return [[...above, ...folder], folder];
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
