import type { Place, Vector } from './vector';

/** A document with a stranger's text in one place, and its path. */
export interface AttackDocument {
  readonly path: string;
  readonly text: string;
}

/** A text in front matter: strings of JSON are strings of YAML. */
const quoted = (text: string): string => JSON.stringify(text);
const oneLine = (text: string): string => text.replaceAll('\n', ' ');
const quotedLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const TEXTS: Readonly<Record<Place, (text: string) => string>> = {
  body: (text) => `---\ntitle: T\n---\n\n${text}\n\n${quotedLines(text)}\n`,
  title: (text) => `---\ntitle: ${quoted(text)}\n---\n\n> x\n`,
  heading: (text) => `# ${oneLine(text)}\n\n> x\n`,
  answer: (text) => `---\ntitle: T\nanswer: ${quoted(text)}\n---\n\n> x\n`,
  alt: (text) => `---\ntitle: T\n---\n\n> ![${oneLine(text)}](x.png) ![${oneLine(text)}](lost.png)\n`,
  linkTitle: (text) => `---\ntitle: T\n---\n\n> [a](https://example.org "${oneLine(text)}")\n`,
  symbol: (text) => `---\ntitle: T\nsymbols: [${quoted(text)}]\n---\n\n> x\n`,
  topic: (text) => `---\ntitle: T\ntopics: [${quoted(text)}]\n---\n\n> x\n`,
  versions: (text) => `---\ntitle: T\nversions: [${quoted(text)}]\ndate: ${quoted(text)}\n---\n\n> x\n`,
  author: (text) => `---\ntitle: T\n---\n\n> **@${oneLine(text)}** answered on 2024-01-02:\n>\n> x\n`,
  info: (text) => `---\ntitle: T\n---\n\n> \`\`\`${oneLine(text)}\n> x\n> \`\`\`\n`,
  fileName: (text) => `---\ntitle: T\n---\n\n> x [self](${text}.md)\n`,
};

/** The document that has a vector's text in a place. Vectors have a folder each, so that none leads to another. */
export function documentOf({ id, text }: Vector, place: Place): AttackDocument {
  const name = place === 'fileName' ? text.replace(/[/\0]/g, '_') : 'a';
  return { path: `${id}-${place}/${name}.md`, text: TEXTS[place](text) };
}
