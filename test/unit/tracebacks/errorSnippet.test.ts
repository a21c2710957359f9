import { describe, expect, it } from 'vitest';
import { entriesForErrors } from '../../../src/core/tracebacks/entriesForErrors';
import { errorSnippet } from '../../../src/core/tracebacks/errorSnippet';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { openShelf } from '../search/shelf';

const FILLER = 'Something that has nothing to do with it. '.repeat(8);

describe('errorSnippet', () => {
  const snippetFor = async (front: string, answer: string, error: string) => {
    const library = await openShelf({
      a: { title: 'Lazy attributes', question: FILLER, answer, front },
    });
    const [match] = await entriesForErrors(parseErrors(error), library);
    if (match === undefined) throw new Error('No match.');
    return errorSnippet(match, match.entry);
  };

  it('is the passage that names the class', async () => {
    const snippet = await snippetFor(
      'errors: [MissingGreenlet]',
      `${FILLER} A MissingGreenlet means that something was loaded. ${FILLER}`,
      'sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called',
    );
    expect(snippet).toMatchObject({ from: 'passage' });
    expect(snippet?.text).toMatch(/^… .*MissingGreenlet means that something was loaded\. .* …$/);
  });

  it('is the passage that quotes the message', async () => {
    const snippet = await snippetFor(
      'errors: [InvalidRequestError]',
      `${FILLER} It says "Session is already flushing" where two tasks share one. ${FILLER}`,
      'sqlalchemy.exc.InvalidRequestError: Session is already flushing',
    );
    expect(snippet?.text).toContain('Session is already flushing');
  });

  it('is the answer line where title and answer line have the class, or no passage has it', async () => {
    const front = 'errors: [MissingGreenlet]\nanswer: Avoid `MissingGreenlet` by loading eagerly.';
    const error = 'sqlalchemy.exc.MissingGreenlet: x';
    expect(await snippetFor(front, 'It was a MissingGreenlet.', error)).toMatchObject({
      from: 'answer',
      text: 'Avoid MissingGreenlet by loading eagerly.',
    });
    expect(await snippetFor(front, 'Load it eagerly.', error)).toMatchObject({ from: 'answer' });
  });
});
