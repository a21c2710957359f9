import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/core/model';
import type { Passage } from '../../../src/core/search/passages';
import { snippetOf, type Snippet } from '../../../src/core/search/snippets';
import { openShelf } from './shelf';

function passageOf(text: string, ...words: readonly string[]): Passage {
  const ranges = words.map((word): Span => {
    const start = text.indexOf(word);
    return { start, end: start + word.length };
  });
  return { post: 0, line: 1, text, ranges };
}
const variantOf = (title: string, answer?: string) => ({
  title,
  ...(answer === undefined ? {} : { answer: { text: answer, from: 'declared' as const } }),
});
const highlighted = (snippet: Snippet | undefined): readonly string[] =>
  snippet?.ranges.map(({ start, end }) => snippet.text.slice(start, end)) ?? [];

describe('snippetOf', () => {
  it('is the passage where it has a matched word that title and answer line lack', () => {
    const passage = passageOf('… commits the session at the end', 'commits', 'session');
    expect(
      snippetOf(variantOf('Sessions', 'One for each request.'), passage, ['commits', 'session']),
    ).toEqual({
      from: 'passage',
      text: passage.text,
      ranges: passage.ranges,
    });
  });

  it('is the answer line where title and answer line have every matched word, by stem or synonym', () => {
    const passage = passageOf('… 세션을 commits 한다', '세션을', 'commits');
    const snippet = snippetOf(variantOf('Sessions', 'Call `commit()` once.'), passage, ['세션을', 'commits']);
    expect(snippet).toMatchObject({ from: 'answer', text: 'Call commit() once.' });
    expect(highlighted(snippet)).toEqual(['commit']);
  });

  it('is the answer line where the passage has no matched word', () => {
    expect(snippetOf(variantOf('Sessions', 'One each.'), passageOf('Anything.'), ['sessions'])).toEqual({
      from: 'answer',
      text: 'One each.',
      ranges: [],
    });
  });

  it('is the passage of an entry without an answer line', () => {
    expect(snippetOf(variantOf('Sessions'), passageOf('The session.', 'session'), ['session'])).toMatchObject(
      {
        from: 'passage',
        text: 'The session.',
      },
    );
  });

  it('is the answer line of an entry without posts, and absent without either', () => {
    expect(snippetOf(variantOf('A', 'B.'), undefined, [])?.text).toBe('B.');
    expect(snippetOf(variantOf('A'), undefined, [])).toBeUndefined();
    expect(snippetOf(variantOf('A'), passageOf(''), [])).toBeUndefined();
  });

  it('is what a hit shows; a declared answer line is found by its words', async () => {
    const library = await openShelf({
      a: {
        title: 'Threads and sessions',
        answer: 'Deadlocks happen.',
        front: 'answer: Use `contextvars` instead.',
      },
      b: { title: 'Other', answer: 'Nothing.' },
    });
    const [hit] = await library.search('contextvars');
    expect(hit).toMatchObject({ entry: { id: 'room/a' }, confidence: 'strong', snippet: { from: 'answer' } });
    expect(highlighted(hit?.snippet)).toEqual(['contextvars']);
    const [other] = await library.search('threads deadlocks');
    expect(other?.snippet).toMatchObject({ from: 'passage', text: 'Deadlocks happen.' });
  });
});
