import { attributesOf, type Tag } from './tags';

type Attributes = [string, string][] | null;

/** The first number of an ordered list, as the attribute of Markdown's lists. */
export function startOf(tag: Tag): Attributes {
  const start = (attributesOf(tag)['start'] ?? '').trim();
  return /^\d{1,9}$/.test(start) ? [['start', start]] : null;
}

/** The alignment of a cell, as the attribute of Markdown's cells; by the attribute `align` or by the style. */
export function alignmentOf(tag: Tag): Attributes {
  const { align = '', style = '' } = attributesOf(tag);
  const side = /(?:^|;)\s*text-align\s*:\s*(\w+)/i.exec(style)?.[1] ?? align.trim();
  return /^(?:left|center|right)$/i.test(side) ? [['style', `text-align:${side.toLowerCase()}`]] : null;
}
