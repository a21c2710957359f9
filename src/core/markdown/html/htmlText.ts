import { Parser } from 'htmlparser2';
import { tagAt, type Tag } from './tags';

/** A text with its character references (`&lt;`, `&#9733;`) decoded. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const parser = new Parser({
    ontext(part) {
      decoded += part;
    },
  });
  parser.end(text.replaceAll('<', '&lt;'));
  return decoded;
}

/** The text of HTML: tags of known elements are left out, `<br>` is a line break; any other tag is text. */
export function textOfHtml(html: string): string {
  return withoutTags(html, (offset) => tagAt(html, offset));
}

const ANY_TAG = /<[/!?A-Za-z][^<>]*>/y;

/** The text of a drawing or a formula, whose tags are of no other list. */
export function textOfForeign(html: string): string {
  return withoutTags(html, (offset) => {
    ANY_TAG.lastIndex = offset;
    const length = ANY_TAG.exec(html)?.[0].length;
    return length === undefined ? undefined : { name: '', length };
  });
}

function withoutTags(
  html: string,
  tagOf: (offset: number) => Pick<Tag, 'name' | 'length'> | undefined,
): string {
  let text = '';
  let from = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    const tag = tagOf(at);
    if (tag === undefined) continue;
    text += html.slice(from, at) + (tag.name === 'br' ? '\n' : '');
    from = at + tag.length;
    at = from - 1;
  }
  return decodeEntities(text + html.slice(from));
}
