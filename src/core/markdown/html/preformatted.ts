import { textOfHtml } from './htmlText';
import { attributesOf, tagAt, type Tag } from './tags';

/** The code in a `<pre>`, and the language that it or a `<code>` in it names; empty where none does. */
export function preformatted(pre: Tag, html: string): { readonly text: string; readonly language: string } {
  const inner = tagAt(html.trimStart(), 0);
  const code = inner?.name === 'code' ? attributesOf(inner) : {};
  const outer = attributesOf(pre);
  const named =
    languageOfClass(code['class'] ?? '') ?? outer['lang'] ?? languageOfClass(outer['class'] ?? '') ?? '';
  const text = textOfHtml(html)
    .replace(/^\s*\n/, '')
    .trimEnd();
  return { text: `${text}\n`, language: /^[\w+#.-]{1,30}$/.test(named) ? named : '' };
}

function languageOfClass(names: string): string | undefined {
  return /(?:^|\s)(?:language|lang|highlight-source)-(\S+)/.exec(names)?.[1];
}
