import { readPictureHeader } from './pictureHeader';
import { embeddedImage, urlsIn, withoutEscapes } from './svgReferences';

/** References one below the other that are followed; no drawing program nests more. */
const MAX_NESTING = 10;

/** What elements cost beside a simple one: those that paint every pixel, and those that paint again and again. */
const FILTER_COST = 100;
const PIXELS_PER_COST = 1_000;
const ANIMATION_COST = 500;
/** Characters of attributes and text that cost as much as an element: a path of many points. */
const CHARACTERS_PER_COST = 100;

/** Properties that the descendants of an element inherit, so that each of them draws the reference. */
const INHERITED = /^(?:fill|stroke|marker(?:-start|-mid|-end)?|style|class)$/;

interface Reference {
  readonly id: string;
  /** Whether descendants repeat it. */
  readonly isInherited: boolean;
  /** How often the element itself draws it: markers once per point. */
  readonly times: number;
}

interface Element {
  /** Its cost without references and descendants. */
  own: number;
  /** Index after its last descendant. */
  end: number;
  readonly references: readonly Reference[];
}

/** What it takes to draw an element with its descendants. */
interface Drawn {
  readonly cost: number;
  /** Levels of references below it. */
  readonly height: number;
}

const NOTHING: Drawn = { cost: 0, height: 0 };
const ENDLESS: Drawn = { cost: Infinity, height: 0 };

/** What drawing an SVG image costs, with everything that its elements repeat. */
export class SvgDrawing {
  readonly #elements: Element[] = [];
  readonly #open: number[] = [];
  readonly #byId = new Map<string, number>();
  readonly #drawn = new Map<number, Drawn>();
  readonly #underway = new Set<number>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const at = this.#elements.length;
    const id = attributes['id'];
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, at);
    this.#open.push(at);
    const own = 1 + costOf(name) + costOfAttributes(attributes);
    this.#elements.push({ own, end: at + 1, references: referencesIn(attributes) });
  }

  close(): void {
    const at = this.#open.pop();
    if (at !== undefined) this.#elements[at]!.end = this.#elements.length;
  }

  text(text: string): void {
    const at = this.#open.at(-1);
    if (at !== undefined) this.#elements[at]!.own += text.length / CHARACTERS_PER_COST;
  }

  /**
   * The cost of the whole image; infinite where elements repeat themselves.
   *
   * @param styleUrls targets in its style sheets, which any element may be drawn with
   * @param style the style sheets
   */
  cost(styleUrls: readonly string[], style: string): number {
    while (this.#open.length > 0) this.close();
    const total = this.#elements.length;
    let perElement = (style.match(/filter\s*:/gi) ?? []).length * FILTER_COST;
    perElement += (style.match(/@keyframes|animation/gi) ?? []).length * (ANIMATION_COST / total);
    for (const url of new Set(styleUrls)) perElement += this.#drawId(url.slice(1), 1).cost;
    return this.#drawRange(0, total, 0).cost + total * perElement;
  }

  /** Elements in document order, which with their descendants are a range. */
  #drawRange(start: number, end: number, nesting: number): Drawn {
    let cost = 0;
    let height = 0;
    for (let at = start; at < end && cost < Infinity; at += 1) {
      const { own, end: after, references } = this.#elements[at]!;
      cost += own;
      if (references.length === 0) continue;
      const targets = references.map(({ id }) => this.#drawId(id, nesting + 1));
      let linked = 0;
      references.forEach(({ isInherited }, index) => {
        if (!isInherited) linked += targets[index]!.cost;
      });
      cost += linked;
      references.forEach(({ isInherited, times }, index) => {
        const target = targets[index]!;
        if (isInherited) cost += target.cost * (after - at + linked) * times;
        height = Math.max(height, target.height + 1);
      });
    }
    return height > MAX_NESTING ? ENDLESS : { cost, height };
  }

  #drawId(id: string, nesting: number): Drawn {
    const at = this.#byId.get(id);
    if (at === undefined) return NOTHING;
    const known = this.#drawn.get(at);
    if (known !== undefined) return known;
    if (nesting > MAX_NESTING || this.#underway.has(at)) return ENDLESS;
    this.#underway.add(at);
    const drawn = this.#drawRange(at, this.#elements[at]!.end, nesting);
    this.#underway.delete(at);
    this.#drawn.set(at, drawn);
    return drawn;
  }
}

function costOf(name: string): number {
  if (name.startsWith('fe')) return FILTER_COST;
  return name === 'set' || name.startsWith('animate') ? ANIMATION_COST : 0;
}

function costOfAttributes(attributes: Readonly<Record<string, string>>): number {
  let cost = 0;
  for (const [name, value] of Object.entries(attributes)) {
    cost += value.length / CHARACTERS_PER_COST + pixelsOf(value) / PIXELS_PER_COST;
    if (name === 'filter' || (name === 'style' && /filter\s*:|animation/i.test(value))) cost += FILTER_COST;
  }
  return cost;
}

/** Pixels of the image that an attribute embeds. */
function pixelsOf(value: string): number {
  const image = /^\s*data:/i.test(value) ? embeddedImage(value.trim()) : undefined;
  const { width = 0, height = 0 } = (image === undefined ? undefined : readPictureHeader(image)?.size) ?? {};
  return width * height;
}

function referencesIn(attributes: Readonly<Record<string, string>>): readonly Reference[] {
  const references: Reference[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (/(?:^|:)href$/i.test(name) && value.trim().startsWith('#')) {
      references.push({ id: decoded(value.trim().slice(1)), isInherited: false, times: 1 });
    }
    const isInherited = INHERITED.test(name);
    for (const url of urlsIn(withoutEscapes(value))) {
      const isMarker = name.startsWith('marker') || (name === 'style' && value.includes('marker'));
      const times = isMarker ? pointsOf(attributes) : 1;
      if (url.startsWith('#')) references.push({ id: decoded(url.slice(1)), isInherited, times });
    }
  }
  return references;
}

/** About how many points a path or polygon has, at most. */
function pointsOf({ d = '', points = '' }: Readonly<Record<string, string>>): number {
  return 1 + Math.ceil((d.length + points.length) / 4);
}

/** A fragment without percent-encoding. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
