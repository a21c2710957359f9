import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/model';
import { addCodeEvidence, errorQueryOf } from '../../../src/core/tracebacks/collectEvidence';
import { entriesForErrors } from '../../../src/core/tracebacks/entriesForErrors';
import { EvidenceByEntry } from '../../../src/core/tracebacks/errorEvidence';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { entryOf, libraryOf, onlyError } from './builders';

type Options = Parameters<typeof libraryOf>[1];

/** Entries for the errors of a text, best first, as `id matched-by confidence`. */
async function matches(
  text: string,
  entries: readonly Entry[],
  options?: Options,
): Promise<readonly string[]> {
  const found = await entriesForErrors(parseErrors(text), libraryOf(entries, options));
  return found.map(({ entry, matchedBy, confidence }) => `${entry.id} ${matchedBy} ${confidence}`);
}

const GREENLET = 'sqlalchemy.exc.MissingGreenlet';
const URL = 'https://sqlalche.me/e/20';

describe('the code of an error', () => {
  it('matches entries that declare it before those that print it', async () => {
    const entries = [
      entryOf('prints', { text: `${URL}/3o7r` }),
      entryOf('declares', { errorCodes: ['3o7r'] }),
      entryOf('other', { errorCodes: ['xd2s'], text: '3o7r' }),
    ];
    expect(await matches(`TimeoutError: x ${URL}/3o7r`, entries)).toEqual([
      'declares code strong',
      'prints code strong',
    ]);
  });

  it('matches only weakly if it is that of a catch-all class', async () => {
    const entries = [
      entryOf('declares', { errorCodes: ['dbapi'] }),
      entryOf('prints', { text: `${URL}/dbapi` }),
    ];
    expect(await matches(`KeyError: x ${URL}/dbapi`, entries)).toEqual(['declares code weak']);
  });

  it('matches only weakly if it is that of pydantic', async () => {
    const text = '1 validation error for A\nx\n  Field odd [type=odd_type, input_value=1]';
    expect(await matches(text, [entryOf('a', { errorCodes: ['odd_type'] })])).toEqual(['a code weak']);
  });

  it('weighs less if the error does not print it', async () => {
    const message = 'QueuePool limit of size 5 overflow 10 reached, connection timed out';
    const entries = [entryOf('a', { errorCodes: ['3o7r'] }), entryOf('quotes', { text: message })];
    const scores = async (text: string) => {
      const query = errorQueryOf(onlyError(text));
      const evidence = new EvidenceByEntry();
      await addCodeEvidence(query, libraryOf(entries), evidence, undefined);
      return entries.map((entry) => evidence.of(entry).code);
    };
    expect(await scores(`TimeoutError: ${message}`)).toEqual([0.9, 0]);
    expect(await scores(`TimeoutError: ${message} ${URL}/3o7r`)).toEqual([1, 0]);
    expect(await matches(`TimeoutError: ${message}`, entries)).toEqual([
      'a code strong',
      'quotes message strong',
    ]);
  });

  it('is implied only if the error prints none', async () => {
    const entries = [entryOf('a', { errorCodes: ['3o7r'] })];
    const message = 'QueuePool limit of size 5 overflow 10 reached, connection timed out';
    expect(await matches(`RuntimeError: ${message} ${URL}/zzzz`, entries)).toEqual([]);
  });

  it('keeps the strongest of several', async () => {
    const entries = [
      entryOf('both', { errorCodes: ['dbapi', '3o7r'] }),
      entryOf('one', { errorCodes: ['3o7r'] }),
    ];
    const text = (first: string, second: string) => `KeyError: x ${URL}/${first} ${URL}/${second}`;
    for (const codes of [text('dbapi', '3o7r'), text('3o7r', 'dbapi')]) {
      expect(await matches(codes, entries)).toEqual(['both code strong', 'one code strong']);
    }
  });
});

describe('the class of an error', () => {
  it('matches entries by name, by declared symbol and by mentioned symbol, in that order', async () => {
    const entries = [
      entryOf('mentions', { mentions: [GREENLET] }),
      entryOf('declares', { declares: [GREENLET] }),
      entryOf('names', { errorCodes: [GREENLET] }),
    ];
    expect(await matches(`${GREENLET}: x`, entries)).toEqual([
      'names class strong',
      'declares class strong',
      'mentions class strong',
    ]);
  });

  it('counts a link to its documentation as declared', async () => {
    const entries = [entryOf('a', { mentions: ['sqlalchemy.exc.InvalidRequestError'] })];
    const text = 'sqlalchemy.exc.InvalidRequestError: x';
    expect(await matches(text, entries, { answersFrom: 'link' })).toEqual(['a class weak']);
    expect(await matches(text, entries, { answersFrom: 'declared' })).toEqual(['a class weak']);
    expect(await matches(text, entries, { answersFrom: 'code' })).toEqual([]);
  });

  it('matches a declared name only as a whole', async () => {
    const entries = [
      entryOf('bare', { errorCodes: ['MissingGreenlet'] }),
      entryOf('qualified', { errorCodes: ['sqlalchemy.exc.MissingGreenlet'] }),
      entryOf('longer', { errorCodes: ['NotMissingGreenlet'] }),
      entryOf('module', { errorCodes: ['MissingGreenlet.x'] }),
    ];
    expect(await matches(`${GREENLET}: x`, entries)).toEqual(['bare class strong', 'qualified class strong']);
  });

  describe('that is not in the symbol table', () => {
    const text = 'shop.errors.StockError: none left';
    it('matches entries that mention it and are about its package', async () => {
      const entries = [
        entryOf('package', { text: 'StockError', mentions: ['shop.stock', 'other.stock'] }),
        entryOf('other', { text: 'StockError', mentions: ['shopping.stock'] }),
        entryOf('none', { text: 'something', mentions: ['shop.stock'] }),
      ];
      expect(await matches(text, entries)).toEqual(['package class strong']);
    });

    it('needs words of the message if the class is bare or a catch-all', async () => {
      const named = (name: string, ...more: readonly string[]) =>
        entryOf('a', { text: [name, ...more].join('. '), mentions: ['shop.stock'] });
      expect(await matches('StockError: none left today', [named('StockError')])).toEqual([]);
      expect(await matches('shop.ValidationError: none left today', [named('ValidationError')])).toEqual([]);
      expect(
        await matches('StockError: every pooled engine was sold out', [
          named('StockError', 'every pooled engine'),
        ]),
      ).toEqual(['a message weak']);
    });

    it('does not count for built-in classes', async () => {
      const entries = [entryOf('a', { text: 'KeyError some odd key', mentions: ['builtins.x'] })];
      expect(await matches('builtins.KeyError: some odd key here', entries)).toEqual([]);
    });
  });

  it('does not count a class of the symbol table that is only mentioned as text', async () => {
    const entries = [entryOf('a', { text: 'MissingGreenlet', mentions: ['sqlalchemy.x'] })];
    expect(await matches(`${GREENLET}: x`, entries)).toEqual([]);
  });

  it('is not one of another package with the same name', async () => {
    const entries = [entryOf('a', { errorCodes: ['IllegalStateChangeError', 'isce'] })];
    expect(await matches('game.fsm.IllegalStateChangeError: no such move', entries)).toEqual([]);
    expect(await matches('sqlalchemy.exc.IllegalStateChangeError: x', entries)).toEqual(['a class strong']);
  });

  it("is at most a weak match if it is bare and raised in the project's code", async () => {
    const entries = [entryOf('a', { errorCodes: ['IllegalStateChangeError'] })];
    const raised = (file: string, message: string) =>
      `Traceback (most recent call last):\n  File "${file}", line 3, in move\n    raise x\nIllegalStateChangeError: ${message}`;
    const inPackage = '/v/site-packages/sqlalchemy/orm/session.py';
    expect(await matches(raised('/app/game.py', 'the pawn cannot move'), entries)).toEqual(['a class weak']);
    expect(await matches(raised(inPackage, 'the pawn cannot move'), entries)).toEqual(['a class strong']);
    expect(
      await matches(
        raised('/app/game.py', "Can't run operation 'close()' when Session is in state x"),
        entries,
      ),
    ).toEqual(['a class strong']);
  });

  it('is at most a weak match if it is bare and its words are of no library', async () => {
    const entries = [entryOf('a', { errorCodes: ['IntegrityError', 'gkpj'] })];
    expect(await matches('IntegrityError: the manifest lists more files than there are', entries)).toEqual([
      'a class weak',
    ]);
    for (const message of ['x', '(a.B) the manifest lists more files', `UNIQUE constraint failed: a.b`]) {
      expect(await matches(`IntegrityError: ${message}`, entries)).toEqual(['a class strong']);
    }
  });

  it("is not implied by a database's message in another program", async () => {
    const entries = [entryOf('a', { errorCodes: ['IntegrityError'] })];
    const message = 'duplicate key value violates unique constraint "a"';
    for (const type of ['', 'psycopg2.errors.UniqueViolation: ', 'UniqueViolation: ']) {
      expect(await matches(`${type}${message}`, entries)).toEqual(['a class strong']);
    }
    expect(await matches(`django.db.utils.IntegrityError: ${message}`, entries)).toEqual([]);
  });

  it('is implied by the words of a message', async () => {
    const message = 'No row was found when one was required';
    const entries = [
      entryOf('a', { errorCodes: ['NoResultFound'] }),
      entryOf('other', { errorCodes: ['KeyError'] }),
    ];
    for (const text of [message, `shop.OwnError: ${message}`, `이렇게 나와요: ${message}`]) {
      expect(await matches(text, entries)).toEqual(['a class strong']);
    }
  });

  it('includes classes that the message wraps', async () => {
    const entries = [entryOf('a', { errorCodes: ['MissingGreenlet'] })];
    expect(await matches(`KeyError: (${GREENLET}) x`, entries)).toEqual(['a class strong']);
  });

  it('is left out if the error has none', async () => {
    expect(await matches('it failed here', [entryOf('a', { errorCodes: ['MissingGreenlet'] })])).toEqual([]);
  });
});

describe('the message of an error', () => {
  const message = 'every pooled engine refuses another transaction';

  it('matches entries that quote it, the longer quotes first', async () => {
    const entries = [
      entryOf('part', { text: 'pooled engine refuses another transaction' }),
      entryOf('whole', { text: message }),
      entryOf('little', { text: 'every pooled engine' }),
    ];
    expect(await matches(`RuntimeError: ${message}`, entries)).toEqual([
      'whole message strong',
      'part message strong',
    ]);
  });

  it('adds to a declared class, even in part', async () => {
    const errorCodes = ['InvalidRequestError'];
    const entries = [
      entryOf('none', { errorCodes }),
      entryOf('little', { errorCodes, text: 'every pooled engine' }),
      entryOf('more', { errorCodes, text: 'every pooled engine refuses' }),
    ];
    expect(await matches(`sqlalchemy.exc.InvalidRequestError: ${message}`, entries)).toEqual([
      'more class weak',
      'little class weak',
      'none class weak',
    ]);
  });

  it('is compared with entries that the search suggests, and those with the code or class', async () => {
    const entries = [
      entryOf('suggested', { text: message }),
      entryOf('unknown', { text: message }),
      entryOf('declares', { text: message, errorCodes: ['InvalidRequestError'] }),
    ];
    const text = `sqlalchemy.exc.InvalidRequestError: ${message}`;
    expect(await matches(text, entries, { suggests: ['suggested'] })).toEqual([
      'declares message strong',
      'suggested message strong',
    ]);
  });

  it('includes the titles of its codes', async () => {
    const entries = [entryOf('a', { text: 'This connection is on an inactive transaction.' })];
    expect(await matches(`sqlalchemy.exc.InvalidRequestError: x ${URL}/8s2a`, entries)).toEqual([
      'a message strong',
    ]);
  });

  it('needs the values it quotes for built-in classes, but not for the titles of its codes', async () => {
    const entries = [entryOf('a', { text: "type 'Session' has no such attribute" })];
    expect(await matches("AttributeError: type 'Session' has no such attribute", entries)).toHaveLength(1);
    expect(await matches("AttributeError: type 'Engine' has no such attribute", entries)).toEqual([]);
    expect(await matches("RuntimeError: type 'Engine' has no such attribute", entries)).toHaveLength(1);
    expect(await matches("type 'Engine' has no such attribute", entries)).toHaveLength(1);
    const title = [entryOf('a', { text: "cannot be converted to 'other' state, as this" })];
    expect(await matches(`TypeError: x ${URL}/lkrp`, title)).toHaveLength(1);
  });
});

describe('the weight of a message', () => {
  const message = 'every pooled engine refuses another transaction';
  const text = `${GREENLET}: ${message} ${URL}/xd2s`;

  it('is small beside a specific class', async () => {
    const entries = [
      entryOf('classAndMessage', { errorCodes: ['MissingGreenlet'], text: message }),
      entryOf('code', { errorCodes: ['xd2s'] }),
    ];
    expect(await matches(text, entries)).toEqual(['code code strong', 'classAndMessage class strong']);
  });

  it('is small beside a specific code', async () => {
    const entries = [
      entryOf('codeAndMessage', { errorCodes: ['xd2s'], text: message }),
      entryOf('codeAndClass', { errorCodes: ['xd2s', 'MissingGreenlet'] }),
    ];
    expect(await matches(text, entries)).toEqual(['codeAndClass code strong', 'codeAndMessage code strong']);
  });
});

describe('the frame of an error', () => {
  const raised = (type: string, ...frames: readonly string[]) =>
    ['Traceback (most recent call last):', ...frames.map((frame) => `  File ${frame}`), `${type}: odd`].join(
      '\n',
    );
  const PROJECT = '"/app/a.py", line 1, in f';
  const SCOPING = '"/v/site-packages/sqlalchemy/orm/scoping.py", line 2, in execute';
  const SESSION = '"/v/site-packages/sqlalchemy/orm/session.py", line 2, in Session.execute';
  const SCOPED = entryOf('scoped', { declares: ['sqlalchemy.orm.scoped_session'] });
  const TYPE = 'sqlalchemy.exc.ArgumentError';

  it('matches entries that declare the class of the method called', async () => {
    expect(await matches(raised(TYPE, PROJECT, SCOPING), [SCOPED])).toEqual(['scoped frame weak']);
    const entries = [entryOf('session', { declares: ['sqlalchemy.orm.Session'] }), SCOPED];
    expect(await matches(raised(TYPE, PROJECT, SESSION), entries)).toEqual(['session frame weak']);
  });

  it('matches entries that declare the function called', async () => {
    const entries = [
      entryOf('create', { declares: ['sqlalchemy.create_engine'] }),
      entryOf('other', { declares: ['sqlalchemy.create_mock_engine'] }),
    ];
    const frame = '"/v/site-packages/sqlalchemy/engine/create.py", line 2, in create_engine';
    expect(await matches(raised(TYPE, PROJECT, frame), entries)).toEqual(['create frame weak']);
  });

  it('is the one after the last frame of the project', async () => {
    expect(await matches(raised(TYPE, PROJECT, SESSION, PROJECT, SCOPING), [SCOPED])).toHaveLength(1);
    expect(await matches(raised(TYPE, PROJECT, SCOPING, PROJECT, SESSION), [SCOPED])).toEqual([]);
    expect(await matches(raised(TYPE, PROJECT, SESSION, SCOPING), [SCOPED])).toEqual([]);
    expect(await matches(raised(TYPE, PROJECT), [SCOPED])).toEqual([]);
  });

  it('is ignored for entries that only mention the class', async () => {
    const entries = [entryOf('a', { mentions: ['sqlalchemy.orm.scoped_session'] })];
    expect(await matches(raised(TYPE, PROJECT, SCOPING), entries)).toEqual([]);
  });

  it('is ignored for methods that the class does not have', async () => {
    const frame = SCOPING.replace('execute', 'unknown');
    expect(await matches(raised(TYPE, PROJECT, frame), [SCOPED])).toEqual([]);
  });

  it('is ignored for errors of the database, built-in ones, and unknown ones', async () => {
    for (const type of ['sqlalchemy.exc.DataError', 'KeyError', 'shop.StockError']) {
      expect(await matches(raised(type, PROJECT, SCOPING), [SCOPED])).toEqual([]);
    }
  });

  it('is ignored if the error wraps one of the database, but not if it wraps another one', async () => {
    expect(
      await matches(raised(`${TYPE}: (sqlite3.OperationalError) x`, PROJECT, SCOPING), [SCOPED]),
    ).toEqual([]);
    expect(await matches(raised(`${TYPE}: (shop.StockError) x`, PROJECT, SCOPING), [SCOPED])).toHaveLength(1);
  });

  it('is ignored where the symbol table has neither the function nor the declared name', async () => {
    const entries = [entryOf('a', { declares: ['orders.archive.execute'] })];
    expect(await matches(raised(TYPE, PROJECT, SCOPING), entries)).toEqual([]);
  });

  it('is ignored without a function', async () => {
    const frame = SCOPING.replace(', in execute', '');
    expect(await matches(raised(TYPE, PROJECT, frame), [SCOPED])).toEqual([]);
  });
});
