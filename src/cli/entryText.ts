import { markedNote } from '../core/answerLine/markedNote';
import type { Entry, Post, Variant } from '../core/model';
import { block, line, lines, type TerminalText } from './terminalText';

/** An entry: title, facts, answer line, and its posts as they were written. */
export function entryText(entry: Entry, variant: Variant): TerminalText {
  const facts = [
    entry.id,
    entry.status,
    ...entry.versions.map((version) => `${version.package} ${version.version}`),
    variant.topics.join(', '),
  ];
  const answer =
    variant.answer === undefined ? [] : [line``, block(markedNote(variant.answer, variant.language))];
  const posts = variant.posts.flatMap((post) => [line``, postText(post)]);
  return lines(
    line`${variant.title}`,
    line`${facts.filter(Boolean).join('  |  ')}`,
    ...answer,
    ...posts,
    line``,
  );
}

function postText({ label, kind, author, date, markdown }: Post): TerminalText {
  const head = [label, kind, author, date].filter((text) => text !== undefined).join(' · ');
  // A line of a post that looks like the head of another one is indented, as code is.
  const body = markdown.replace(/^(?=[^\S\n\r\u2028\u2029]*──)/gm, '    ');
  return lines(line`── ${head}`, line``, block(body));
}
