const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Languages whose tag at the end of a file's name says by itself what it is: `next.js.md` is no translation. */
const PLAIN = words(
  'ar bg bn cs da de el en es fa fi fr he hi hu id it ja ko nb nl pl pt ro ru sv th tr uk vi zh',
);
/** Other languages that pages are translated to. Many of their tags are words or abbreviations as well. */
const OTHER = words(
  'af am az be bs ca cy eo et eu fil ga gl gu hr hy is ka kk km kn lo lt lv mk ml mn mr ms my ne nn no pa si sk sl sq sr sw ta te ur uz',
);
/** Countries by which people name languages, as in `README_CN.md`. */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['cn', 'zh-CN'],
  ['tw', 'zh-TW'],
  ['hk', 'zh-HK'],
  ['jp', 'ja'],
  ['kr', 'ko'],
  ['br', 'pt-BR'],
  ['ua', 'uk'],
  ['cz', 'cs'],
  ['gr', 'el'],
  ['vn', 'vi'],
  ['se', 'sv'],
  ['dk', 'da'],
  ['ir', 'fa'],
]);
/** A language with a script (`zh-Hans`), a region (`pt-BR`, `es-419`) or both; `_` is common as well. */
const TAG = /^([a-z]{2,3})(?:[-_](hans|hant|latn|cyrl))?(?:[-_]([a-z]{2}|\d{3}))?$/i;

/**
 * A language tag as RFC 5646 writes it: `zh-Hans` for `zh_hans`, `pt-BR` for `pt-br`; `undefined` for other text, and for
 * tags of languages that pages are hardly translated to, which are more often something else (`go`, `ts`).
 */
export function languageTag(text: string): string | undefined {
  const country = COUNTRIES.get(text.toLowerCase());
  if (country !== undefined) return country;
  const [, language = '', script, region] = TAG.exec(text) ?? [];
  const base = language.toLowerCase();
  if (!PLAIN.has(base) && !OTHER.has(base)) return undefined;
  return [
    base,
    ...(script === undefined ? [] : [`${script[0]!.toUpperCase()}${script.slice(1).toLowerCase()}`]),
    ...(region === undefined ? [] : [region.toUpperCase()]),
  ].join('-');
}

/** Whether a tag in a file's name (`NAME.en.md`) is hardly anything but a language. */
export function isPlainTag(text: string): boolean {
  return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(text) && PLAIN.has(text.slice(0, 2));
}

/** The language of a tag without script and region. Norwegian is one language, whichever way it is written. */
export function baseLanguage(tag: string): string {
  const base = tag.toLowerCase().split(/[-_]/, 1)[0]!;
  return base === 'nb' || base === 'nn' ? 'no' : base;
}
