import { beforeAll, describe, expect, it } from 'vitest';
import { entriesForErrors } from '../../../src/core/tracebacks/entriesForErrors';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { openLibrary, type Library } from '../../../src/core/library/library';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';

const entry = (id: string, front: string, text: string): string =>
  `---\nid: ${id}\ntitle: About ${id}\nstatus: answered\n${front}---\n\n${text}\n\n> A1. An answer.\n`;

const FILES = {
  'a.md': entry('greenlet', 'errors: [MissingGreenlet, xd2s]\n', 'Nothing is loaded.'),
  'b.md': entry('closed', '', "It says `Can't operate on closed transaction inside context manager`."),
  'c.md': entry(
    'catch-all',
    'errors: [OperationalError]\n',
    'The server said `too many connections for role`.',
  ),
  'd.md': entry('await', '', "I get `TypeError: 'coroutine' object is not iterable` there."),
  'e.md': entry('scoped', 'symbols: [sqlalchemy.orm.scoped_session]\n', 'One for each thread.'),
  'f.md': entry('passing', '', 'Somebody mentioned `InvalidRequestError`, and a `KeyError`, in SQLAlchemy.'),
  'g.md': entry(
    'address',
    '',
    'It printed\n\n```\n(Background on this error at: https://sqlalche.me/e/20/3o7r)\n```',
  ),
};

describe('answersForErrors', () => {
  let library: Library;
  const ask = async (text: string): Promise<readonly string[]> =>
    (await entriesForErrors(parseErrors(text), library)).map(
      ({ entry: { id }, matchedBy: why, confidence }) => `${id.replace('room/', '')} ${why} ${confidence}`,
    );

  beforeAll(async () => {
    library = await openLibrary([memorySource(FILES)], { createIndex: createInvertedIndex });
  });

  it('knows a class that says what went wrong, bare, qualified or wrapped, and a code', async () => {
    const expected = ['greenlet class strong'];
    expect(await ask('MissingGreenlet: x')).toEqual(expected);
    expect(await ask('sqlalchemy.exc.MissingGreenlet: x')).toEqual(expected);
    expect(await ask('sqlalchemy.exc.StatementError: (sqlalchemy.exc.MissingGreenlet) x')).toEqual(expected);
    expect(await ask('see https://sqlalche.me/e/14/xd2s')).toEqual(['greenlet code strong']);
    expect(await ask('sqlalchemy.exc.TimeoutError: y (https://sqlalche.me/e/20/3o7r)')).toEqual([
      'address code strong',
    ]);
  });

  it('knows the code of a message that is printed without it', async () => {
    const message = 'QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00';
    expect(await ask(`sqlalchemy.exc.TimeoutError: ${message}`)).toEqual(['address code strong']);
    expect(await ask('sqlalchemy.exc.TimeoutError: something else took too long here')).toEqual([]);
  });

  it('knows another class of the same name for another one', async () => {
    expect(await ask('shop.errors.OperationalErrors: x')).toEqual([]);
    expect(await ask('shop.sync.InvalidRequestError: unknown')).toEqual([]);
  });

  it('knows a class that is raised for anything by its message, and else only weakly where it is declared', async () => {
    const closed = "Can't operate on closed transaction inside context manager.  Please complete it.";
    expect(await ask(`sqlalchemy.exc.InvalidRequestError: ${closed}`)).toEqual(['closed message strong']);
    expect(await ask(closed)).toEqual(['closed message strong']);
    expect(await ask('sqlalchemy.exc.OperationalError: (a.B) too many connections for role "x"')).toEqual([
      'catch-all message strong',
    ]);
    expect(await ask('sqlalchemy.exc.OperationalError: (a.B) disk I/O error')).toEqual([
      'catch-all class weak',
    ]);
    expect(await ask('sqlalchemy.exc.InvalidRequestError: no such thing')).toEqual([]);
  });

  it("tells Python's own messages by the names they quote", async () => {
    expect(await ask("TypeError: 'coroutine' object is not iterable")).toEqual(['await message strong']);
    expect(await ask("TypeError: 'NoneType' object is not iterable")).toEqual([]);
    expect(await ask("KeyError: 'x'")).toEqual([]);
    expect(await ask("ValueError: invalid literal for int() with base 10: 'a'")).toEqual([]);
  });

  it('takes what was called for a hint, unless it is the database that complains', async () => {
    const raised = (type: string): string => `Traceback (most recent call last):
  File "/app/a.py", line 1, in f
    Session.execute(x)
  File "/v/site-packages/sqlalchemy/orm/scoping.py", line 2, in execute
    return self._proxied.execute(
${type}: odd`;
    expect(await ask(raised('sqlalchemy.exc.ArgumentError'))).toEqual(['scoped frame weak']);
    expect(await ask(raised('sqlalchemy.exc.DataError'))).toEqual([]);
    expect(await ask(raised('KeyError'))).toEqual([]);
  });

  it('gives way between entries', async () => {
    let pauses = 0;
    const maybeYield = () => {
      pauses += 1;
      return Promise.resolve();
    };
    await entriesForErrors(parseErrors('myapp.errors.OwnError: boom'), library, { maybeYield });
    expect(pauses).toBeGreaterThanOrEqual(library.entries().length);
  });

  it('finds nothing when it is cancelled, and nothing for nothing', async () => {
    expect(await entriesForErrors([], library)).toEqual([]);
    expect(
      await entriesForErrors(parseErrors('MissingGreenlet: x'), library, { signal: { aborted: true } }),
    ).toEqual([]);
  });
});
