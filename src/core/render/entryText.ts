import { markedNote } from '../answerLine/markedNote';
import type { Entry, Variant } from '../model';

/** An entry as text for a terminal: title, facts, answer line, and its posts as they were written. */
export function entryAsText(entry: Entry, variant: Variant): string {
  const facts = [
    entry.id,
    entry.status,
    ...entry.versions.map((version) => `${version.package} ${version.version}`),
    variant.topics.join(', '),
  ];
  const answer = variant.answer === undefined ? [] : ['', markedNote(variant.answer, variant.language)];
  const posts = variant.posts.map((post) => {
    const head = [post.label, post.kind, post.author, post.date]
      .filter((text) => text !== undefined)
      .join(' · ');
    return `── ${head}\n\n${post.markdown}`;
  });
  return [variant.title, facts.filter(Boolean).join('  |  '), ...answer, '', posts.join('\n\n'), ''].join(
    '\n',
  );
}
