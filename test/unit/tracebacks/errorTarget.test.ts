import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import type { EntryTarget } from '../../../src/core/model';
import { errorTarget } from '../../../src/core/tracebacks/errorTarget';
import { memorySource } from '../memory';
import { onlyError } from './builders';

const QUESTION = 'It fails on the second request. What is wrong?';

/** Where a thread with these answers opens for an error. */
async function targetIn(answers: readonly string[], error: string, front = ''): Promise<EntryTarget> {
  const posts = answers.map((answer, at) => `> A${String(at + 1)}. ${answer}\n`).join('\n');
  const text = `---\nid: a\n${front}---\n# Why does it fail?\n\n${QUESTION}\n\n${posts}`;
  const { entries } = await readArchive(memorySource({ 'a.md': text }));
  return errorTarget(onlyError(error), entries[0]!);
}

describe('an entry for an error opens', () => {
  it('at the post that has its code, with the code highlighted', async () => {
    const answers = ['Restart it.', 'That is https://sqlalche.me/e/20/xd2s: await it.', 'Thanks.'];
    const target = await targetIn(
      answers,
      'sqlalchemy.exc.MissingGreenlet: x (https://sqlalche.me/e/20/xd2s)',
    );
    expect(target).toEqual({ language: 'en', post: 2, words: ['xd2s'] });
  });

  it('at the post that names its class, not one that names a longer one', async () => {
    const answers = ['MissingGreenletError is another one.', 'I know `MissingGreenlet`: it lacks an await.'];
    const target = await targetIn(answers, 'sqlalchemy.exc.MissingGreenlet: x');
    expect(target).toEqual({ language: 'en', post: 2, words: ['missinggreenlet'] });
  });

  it('at the post that quotes most of its message, with the quoted words highlighted', async () => {
    const answers = [
      'A closed transaction happens.',
      "```\nValueError: Can't operate on closed\ntransaction inside context manager\n```",
    ];
    const { post, words } = await targetIn(
      answers,
      "sqlalchemy.exc.InvalidRequestError: Can't operate on closed transaction inside context manager.",
    );
    expect(post).toBe(2);
    expect(words).toContain("can't operate on closed transaction inside context manager");
  });

  it('at its answer where it only declares the error', async () => {
    const target = await targetIn(
      ['Await it.', 'Thanks.'],
      'MissingGreenlet: x',
      'errors: [MissingGreenlet]\n',
    );
    expect(target).toEqual({ language: 'en', post: 1, words: [] });
  });

  it('at its head where nobody has answered', async () => {
    expect(await targetIn([], 'MissingGreenlet: x')).toEqual({ language: 'en', words: [] });
  });

  it('without marking words that any text has', async () => {
    const { words } = await targetIn(['It is in the way.'], 'RuntimeError: it is in the way of this');
    expect(words).not.toContain('it is');
  });
});
