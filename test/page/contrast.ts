import type { Locator } from 'playwright-core';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export interface Contrast {
  /** The element's class. */
  readonly name: string;
  readonly ratio: number;
}

/** WCAG 2.1's contrast ratio of the text of each element with what is painted behind it. */
export async function contrasts(elements: Locator): Promise<readonly Contrast[]> {
  const painted = await elements.evaluateAll((nodes) =>
    nodes.map((node) => {
      const backgrounds: string[] = [];
      for (let box: Element | null = node; box !== null; box = box.parentElement) {
        backgrounds.push(getComputedStyle(box).backgroundColor);
      }
      return { name: node.getAttribute('class') ?? '', colour: getComputedStyle(node).color, backgrounds };
    }),
  );
  return painted.map(({ name, colour, backgrounds }) => {
    // From the page up to the element, each translucent layer over what lies below it.
    return { name, ratio: contrastOn(colour, backgrounds) };
  });
}

/** The contrast ratio of a colour with layers painted behind it, the uppermost first, over white. */
export function contrastOn(colour: string, layers: readonly string[]): number {
  const white: Colour = [255, 255, 255, 1];
  const behind = layers.map(read).reduceRight((below, layer) => over(layer, below), white);
  return ratio(over(read(colour), behind), behind);
}

/** `rgb(…)`, `rgba(…)` or `color(srgb …)`, as browsers print computed colours. */
function read(colour: string): Colour {
  const scale = colour.startsWith('color(') ? 255 : 1;
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red * scale, green * scale, blue * scale, alpha];
}

function over([red, green, blue, alpha]: Colour, [belowRed, belowGreen, belowBlue]: Colour): Colour {
  const mix = (top: number, below: number): number => top * alpha + below * (1 - alpha);
  return [mix(red, belowRed), mix(green, belowGreen), mix(blue, belowBlue), 1];
}

function ratio(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number): number => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
