import type { Reason } from '../problems';
import { checkRaster } from './checkRaster';

/** Characters of an embedded image that are decoded for its header. */
const MAX_HEADER_LENGTH = 64 * 1024;

/** Fonts, which are drawn as text. */
const FONT = /^data:(?:font|application)\/[\w.+-]*font|^data:(?:font\/|application\/(?:x-)?font|application\/octet-stream)/i;
const EMBEDDED_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp)(?:;[\w=-]+)*;base64,([\s\S]*)$/i;

/**
 * Why an attribute, or a style sheet, must not be in an image: it refers to another file, or embeds one that is not
 * allowed. References within the image are counted elsewhere.
 */
export function checkReference(element: string, attribute: string, value: string): Reason | undefined {
  const text = withoutEscapes(value);
  // A custom property would repeat a reference wherever it is used.
  if (/--[\w-]+\s*:[^;}]*url\(/i.test(text)) return { why: 'svgContent', args: ['--…: url()'] };
  const isLink = attribute === 'href' && element !== 'a';
  const isValue = attribute === 'values' || attribute === 'to' || attribute === 'from' || attribute === 'src';
  const targets = [...(isLink ? [text.trim()] : []), ...urlsIn(text)];
  if (isValue && /^\s*(?:[a-z][\w+.-]*:|\/\/)/i.test(text)) targets.push(text.trim());
  for (const target of targets) {
    const reason = checkTarget(target);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function checkTarget(target: string): Reason | undefined {
  if (target === '' || target.startsWith('#') || FONT.test(target)) return undefined;
  const image = embeddedImage(target);
  if (image !== undefined) return checkRaster(image);
  return { why: 'svgContent', args: [`“${target.slice(0, 40)}”`] };
}

/** The beginning of the raster image that a data URL embeds. */
export function embeddedImage(url: string): Uint8Array | undefined {
  const { 1: data } = EMBEDDED_IMAGE.exec(url) ?? [];
  return data === undefined ? undefined : fromBase64(data.slice(0, MAX_HEADER_LENGTH));
}

/** The targets of `url(…)` in CSS without escapes. */
export function urlsIn(css: string): readonly string[] {
  if (!/url\(/i.test(css)) return [];
  return Array.from(css.matchAll(/url\(\s*(?:"([^"]*)|'([^']*)|([^)"'\s]*))/gi), (match) =>
    (match[1] ?? match[2] ?? match[3] ?? '').trim(),
  );
}

/** CSS with its escapes and comments resolved: https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
export function withoutEscapes(css: string): string {
  if (!/[\\/]/.test(css)) return css;
  return css
    .replace(/\/\*(?:[^*]|\*(?!\/))*\*\//g, ' ')
    .replace(/\\(?:([\da-f]{1,6})\s?|([^\da-f\n]))/gi, (_escape, hex: string | undefined, other: string) => {
      if (hex === undefined) return other;
      const code = parseInt(hex, 16);
      return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    });
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes base64, ignoring what is no digit of it. */
function fromBase64(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let length = 0;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    if (digit === -1) continue;
    bits = ((bits << 6) | digit) & 0xffff;
    length += 6;
    if (length < 8) continue;
    length -= 8;
    bytes.push((bits >> length) & 0xff);
  }
  return Uint8Array.from(bytes);
}
