import { beforeAll, describe, expect, it } from 'vitest';
import { entriesForErrors } from '../../../src/core/tracebacks/entriesForErrors';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import type { Library } from '../../../src/core/library/library';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import type { Entry } from '../../../src/core/model';
import { memorySource } from '../memory';
import { entryOf, libraryOf } from './builders';

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

describe('entriesForErrors, in a library', () => {
  let library: Library;
  const matches = async (text: string): Promise<readonly string[]> =>
    (await entriesForErrors(parseErrors(text), library)).map(
      ({ entry: { id }, matchedBy, confidence }) => `${id.replace('room/', '')} ${matchedBy} ${confidence}`,
    );

  beforeAll(async () => {
    library = await openLibrary([memorySource(FILES)], { createIndex: createInvertedIndex });
  });

  it('matches a specific class, bare, qualified or wrapped, and a code', async () => {
    const expected = ['greenlet class strong'];
    expect(await matches('MissingGreenlet: x')).toEqual(expected);
    expect(await matches('sqlalchemy.exc.MissingGreenlet: x')).toEqual(expected);
    expect(await matches('sqlalchemy.exc.StatementError: (sqlalchemy.exc.MissingGreenlet) x')).toEqual(
      expected,
    );
    expect(await matches('see https://sqlalche.me/e/14/xd2s')).toEqual(['greenlet code strong']);
    expect(await matches('sqlalchemy.exc.TimeoutError: y (https://sqlalche.me/e/20/3o7r)')).toEqual([
      'address code strong',
    ]);
  });

  it('matches the code of a message that does not print it', async () => {
    const message = 'QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00';
    expect(await matches(`sqlalchemy.exc.TimeoutError: ${message}`)).toEqual(['address code strong']);
    expect(await matches('sqlalchemy.exc.TimeoutError: something else took too long here')).toEqual([]);
  });

  it('does not match a class of the same name in another package', async () => {
    expect(await matches('shop.errors.OperationalErrors: x')).toEqual([]);
    expect(await matches('shop.sync.InvalidRequestError: unknown')).toEqual([]);
  });

  it('matches a catch-all class by its message, or weakly if the entry declares it', async () => {
    const closed = "Can't operate on closed transaction inside context manager.  Please complete it.";
    expect(await matches(`sqlalchemy.exc.InvalidRequestError: ${closed}`)).toEqual(['closed message strong']);
    expect(await matches(closed)).toEqual(['closed message strong']);
    expect(await matches('sqlalchemy.exc.OperationalError: (a.B) too many connections for role "x"')).toEqual(
      ['catch-all message strong'],
    );
    expect(await matches('sqlalchemy.exc.OperationalError: (a.B) disk I/O error')).toEqual([
      'catch-all class weak',
    ]);
    expect(await matches('sqlalchemy.exc.InvalidRequestError: no such thing')).toEqual([]);
  });

  it("matches Python's own messages by the names they quote", async () => {
    expect(await matches("TypeError: 'coroutine' object is not iterable")).toEqual(['await message strong']);
    expect(await matches("TypeError: 'NoneType' object is not iterable")).toEqual([]);
    expect(await matches("KeyError: 'x'")).toEqual([]);
    expect(await matches("ValueError: invalid literal for int() with base 10: 'a'")).toEqual([]);
  });

  it('matches the function called weakly, unless the database reported the error', async () => {
    const raised = (type: string): string => `Traceback (most recent call last):
  File "/app/a.py", line 1, in f
    Session.execute(x)
  File "/v/site-packages/sqlalchemy/orm/scoping.py", line 2, in execute
    return self._proxied.execute(
${type}: odd`;
    expect(await matches(raised('sqlalchemy.exc.ArgumentError'))).toEqual(['scoped frame weak']);
    expect(await matches(raised('sqlalchemy.exc.DataError'))).toEqual([]);
    expect(await matches(raised('KeyError'))).toEqual([]);
  });

  it('yields between entries', async () => {
    let yields = 0;
    const maybeYield = () => {
      yields += 1;
      return Promise.resolve();
    };
    await entriesForErrors(parseErrors('myapp.errors.OwnError: boom'), library, { maybeYield });
    expect(yields).toBeGreaterThanOrEqual(library.entries().length);
  });

  it('returns nothing when aborted, and nothing for no errors', async () => {
    expect(await entriesForErrors([], library)).toEqual([]);
    expect(
      await entriesForErrors(parseErrors('MissingGreenlet: x'), library, { signal: { aborted: true } }),
    ).toEqual([]);
  });
});

describe('entriesForErrors', () => {
  const declaring = (name: string) => entryOf(name, { errorCodes: [name] });
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => `shop.Number${String(index)}Error`);
  const idsFor = async (text: string, ...entries: readonly Entry[]) =>
    (await entriesForErrors(parseErrors(text), libraryOf(entries))).map(({ entry: { id } }) => id);

  it('considers the first eight errors', async () => {
    const types = names(9);
    const text = types
      .toReversed()
      .map((type) => `${type}: x`)
      .join('\n\n');
    const ids = await idsFor(text, ...types.map(declaring));
    expect(ids).toHaveLength(8);
    expect(ids).not.toContain(types[8]);
  });

  it('ranks entries for later errors lower, if they are otherwise equal', async () => {
    expect(
      await idsFor('a.OneError: x\n\na.TwoError: x', declaring('OneError'), declaring('TwoError')),
    ).toEqual(['TwoError', 'OneError']);
  });

  it('ranks the error that a message reports first, unless the class says what went wrong', async () => {
    const entries = [
      entryOf('reported', { errorCodes: ['NoForeignKeysError'] }),
      entryOf('pending', { errorCodes: ['PendingRollbackError'] }),
      entryOf('mappers', {
        text: 'One or more mappers failed to initialize',
        errorCodes: ['InvalidRequestError'],
      }),
    ];
    const original = 'Original exception was: Could not determine join condition between parent/child tables';
    const mappers = `sqlalchemy.exc.InvalidRequestError: One or more mappers failed to initialize. ${original}`;
    expect(await idsFor(mappers, ...entries)).toEqual(['reported', 'mappers']);
    const pending = `sqlalchemy.exc.PendingRollbackError: This transaction failed. ${original}`;
    expect(await idsFor(pending, ...entries)).toEqual(['pending', 'reported']);
  });

  it('returns an entry once, for the error it matches best', async () => {
    const text = 'sqlalchemy.exc.MissingGreenlet: x\n\nsqlalchemy.exc.InvalidRequestError: y';
    const entry = entryOf('a', { errorCodes: ['MissingGreenlet', 'InvalidRequestError'] });
    for (const order of [text, text.split('\n\n').toReversed().join('\n\n')]) {
      const matches = await entriesForErrors(parseErrors(order), libraryOf([entry]));
      expect(matches.map(({ error }) => error.type)).toEqual(['sqlalchemy.exc.MissingGreenlet']);
    }
  });

  it('keeps the first error if an entry matches several equally', async () => {
    const entry = entryOf('a', { errorCodes: ['OneError', 'TwoError'] });
    const matches = await entriesForErrors(parseErrors('a.OneError: x\n\na.TwoError: x'), libraryOf([entry]));
    expect(matches.map(({ error }) => error.type)).toEqual(['a.TwoError']);
  });

  it('searches for the first twenty-four words of the message, and for the titles of the codes', async () => {
    const searches: (readonly [string, object | undefined])[] = [];
    const library = libraryOf([], { onSearch: (query, options) => searches.push([query, options]) });
    const words = Array.from({ length: 30 }, (_, index) => `word${String.fromCharCode(97 + (index % 26))}x`);
    const signal = { aborted: false };
    await entriesForErrors(parseErrors(`RuntimeError: ${words.join(' ')}`), library, { signal });
    expect(searches).toEqual([[words.slice(0, 24).join(' '), { limit: 20, signal }]]);
    searches.length = 0;
    await entriesForErrors(parseErrors('RuntimeError: 1 https://sqlalche.me/e/20/xd3s'), library);
    expect(searches).toEqual([['no inspection available', { limit: 20 }]]);
  });
});
