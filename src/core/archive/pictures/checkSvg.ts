import { Parser } from 'htmlparser2';
import type { Reason } from '../problems';
import { SvgDrawing } from './svgDrawing';
import { checkReference, urlsIn, withoutEscapes } from './svgReferences';

/** Levels of elements. */
const MAX_DEPTH = 100;
const MAX_ELEMENTS = 50_000;
/** Of the root, in CSS pixels. */
const MAX_SIDE = 16_384;
/** What a page draws, counted in simple elements: a second of work. */
const MAX_COST = 100_000;

/** Elements that run code, hold other documents, or load files. */
const REFUSED: ReadonlySet<string> = new Set([
  ...['script', 'handler', 'listener', 'foreignobject', 'iframe', 'embed', 'object', 'audio', 'video'],
  ...['html', 'body', 'link', 'meta', 'base', 'font-face-uri', 'discard'],
]);

/** Encodings in which every character of markup is one byte of ASCII. */
const ENCODINGS = /^(?:utf-8|us-ascii|ascii|iso-8859-1|windows-1252)$/i;
const XML_DECLARATION = /^\?xml(?:\s+[a-z]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*\??$/;
/** A document type that declares nothing itself. */
const DOCTYPE =
  /^!doctype\s+(?:\w+:)?svg(?:\s+(?:public\s+(?:"[^"<>]*"|'[^'<>]*')|system)\s+(?:"[^"<>]*"|'[^'<>]*'))?\s*$/i;

/**
 * Why an SVG image must not be given to a page; `undefined` for a safe one. A page draws it without scripts and without
 * loading anything, yet elements that repeat others (`<use>`, patterns, masks, markers) can grow without bound, and drawing
 * cannot be interrupted. What is neither needed for a picture nor harmless is refused with them: scripts, embedded
 * documents, declarations of entities, references to other files.
 *
 * @param text the file, decoded
 */
export function checkSvg(text: string): Reason | undefined {
  const reader = new SvgReader();
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  reader.stop = () => {
    parser.pause();
    parser.reset();
  };
  // In pieces: an element that is refused ends the work.
  for (let at = 0; at < text.length && reader.reason === undefined; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
  }
  if (reader.reason === undefined) parser.end();
  return reader.result();
}

const PIECE = 16_384;

/** Reads the elements of an image, up to the first that is refused. */
class SvgReader {
  reason: Reason | undefined;
  stop: () => void = () => undefined;
  readonly #drawing = new SvgDrawing();
  #depth = 0;
  #elements = 0;
  #styles: string[] = [];
  #inStyle = 0;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.reason !== undefined) return;
    const element = localName(name);
    this.#depth += 1;
    this.#elements += 1;
    if (this.#elements === 1 && element !== 'svg') this.#refuse({ why: 'svgSyntax' });
    else if (REFUSED.has(element)) this.#refuse(refused(`<${element}>`));
    else if (this.#depth > MAX_DEPTH || this.#elements > MAX_ELEMENTS) this.#refuse({ why: 'svgSize' });
    if (this.#elements === 1) this.#checkSides(attributes);
    if (element === 'style') this.#inStyle += 1;
    for (const [attribute, value] of Object.entries(attributes)) {
      const found = checkReference(element, localName(attribute), value);
      if (found !== undefined) this.#refuse(found);
    }
    this.#drawing.open(element, attributes);
  }

  onclosetag(name: string): void {
    if (this.reason !== undefined) return;
    this.#depth -= 1;
    if (localName(name) === 'style') this.#inStyle -= 1;
    this.#drawing.close();
  }

  ontext(text: string): void {
    if (this.#inStyle > 0) this.#styles.push(text);
    else this.#drawing.text(text);
  }

  onprocessinginstruction(name: string, data: string): void {
    if (data.startsWith('?')) this.#checkInstruction(name, data);
    else if (!DOCTYPE.test(data)) this.#refuse(refused(/entity/i.test(data) ? '<!ENTITY>' : '<!DOCTYPE … [ ]>'));
  }

  result(): Reason | undefined {
    if (this.reason !== undefined) return this.reason;
    if (this.#elements === 0) return { why: 'svgSyntax' };
    const style = withoutEscapes(this.#styles.join(''));
    const found = /@import/i.test(style) ? refused('@import') : checkReference('style', 'style', style);
    if (found !== undefined) return found;
    return this.#drawing.cost(urlsIn(style), style) > MAX_COST ? { why: 'svgSize' } : undefined;
  }

  #checkInstruction(name: string, data: string): void {
    const encoding = /\sencoding\s*=\s*["']([^"']*)/.exec(data)?.[1] ?? 'utf-8';
    if (name !== '?xml' || !XML_DECLARATION.test(data)) this.#refuse(refused(`<${name.slice(0, 20)} …?>`));
    else if (!ENCODINGS.test(encoding)) this.#refuse({ why: 'svgSyntax' });
  }

  #checkSides(attributes: Readonly<Record<string, string>>): void {
    const [width = 0, height = 0] = [attributes['width'], attributes['height']].map(pixels);
    if (width <= MAX_SIDE && height <= MAX_SIDE) return;
    const sides = [String(Math.round(width)), String(Math.round(height))];
    this.#refuse({ why: 'svgSides', args: [...sides, String(MAX_SIDE)] });
  }

  #refuse(reason: Reason): void {
    this.reason ??= reason;
    this.stop();
  }
}

function refused(what: string): Reason {
  return { why: 'svgContent', args: [what] };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** CSS pixels per unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
};

/** A length in CSS pixels; zero for one that depends on the page. */
function pixels(length: string | undefined): number {
  const [, number = '', unit = ''] = /^\s*\+?([\d.]+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length ?? '') ?? [];
  return Number(number) * (UNITS[unit.toLowerCase()] ?? 0);
}
