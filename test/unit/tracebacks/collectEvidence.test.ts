import { describe, expect, it } from 'vitest';
import { addCodeEvidence, errorQueryOf } from '../../../src/core/tracebacks/collectEvidence';
import { EvidenceByEntry } from '../../../src/core/tracebacks/errorEvidence';
import { entryOf, libraryOf, matchesFor, onlyError } from './builders';

const GREENLET = 'sqlalchemy.exc.MissingGreenlet';
const URL = 'https://sqlalche.me/e/20';

describe('the code of an error', () => {
  it('matches entries that declare it before those that print it', async () => {
    const entries = [
      entryOf('prints', { text: `${URL}/3o7r` }),
      entryOf('declares', { errorCodes: ['3o7r'] }),
      entryOf('other', { errorCodes: ['xd2s'], text: '3o7r' }),
    ];
    expect(await matchesFor(`TimeoutError: x ${URL}/3o7r`, entries)).toEqual([
      'declares code strong',
      'prints code strong',
    ]);
  });

  it('matches only weakly if it is that of a catch-all class', async () => {
    const entries = [
      entryOf('declares', { errorCodes: ['dbapi'] }),
      entryOf('prints', { text: `${URL}/dbapi` }),
    ];
    expect(await matchesFor(`KeyError: x ${URL}/dbapi`, entries)).toEqual(['declares code weak']);
  });

  it('matches only weakly if it is that of pydantic', async () => {
    const text = '1 validation error for A\nx\n  Field odd [type=odd_type, input_value=1]';
    expect(await matchesFor(text, [entryOf('a', { errorCodes: ['odd_type'] })])).toEqual(['a code weak']);
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
    expect(await matchesFor(`TimeoutError: ${message}`, entries)).toEqual([
      'a code strong',
      'quotes message strong',
    ]);
  });

  it('is implied only if the error prints none', async () => {
    const entries = [entryOf('a', { errorCodes: ['3o7r'] })];
    const message = 'QueuePool limit of size 5 overflow 10 reached, connection timed out';
    expect(await matchesFor(`RuntimeError: ${message} ${URL}/zzzz`, entries)).toEqual([]);
  });

  it('keeps the strongest of several', async () => {
    const entries = [
      entryOf('both', { errorCodes: ['dbapi', '3o7r'] }),
      entryOf('one', { errorCodes: ['3o7r'] }),
    ];
    const text = (first: string, second: string) => `KeyError: x ${URL}/${first} ${URL}/${second}`;
    for (const codes of [text('dbapi', '3o7r'), text('3o7r', 'dbapi')]) {
      expect(await matchesFor(codes, entries)).toEqual(['both code strong', 'one code strong']);
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
    expect(await matchesFor(`${GREENLET}: x`, entries)).toEqual([
      'names class strong',
      'declares class strong',
      'mentions class strong',
    ]);
  });

  it('counts a link to its documentation as declared', async () => {
    const entries = [entryOf('a', { mentions: ['sqlalchemy.exc.InvalidRequestError'] })];
    const text = 'sqlalchemy.exc.InvalidRequestError: x';
    expect(await matchesFor(text, entries, { answersFrom: 'link' })).toEqual(['a class weak']);
    expect(await matchesFor(text, entries, { answersFrom: 'declared' })).toEqual(['a class weak']);
    expect(await matchesFor(text, entries, { answersFrom: 'code' })).toEqual([]);
  });

  it('matches a declared name only as a whole', async () => {
    const entries = [
      entryOf('bare', { errorCodes: ['MissingGreenlet'] }),
      entryOf('qualified', { errorCodes: ['sqlalchemy.exc.MissingGreenlet'] }),
      entryOf('longer', { errorCodes: ['NotMissingGreenlet'] }),
      entryOf('module', { errorCodes: ['MissingGreenlet.x'] }),
    ];
    expect(await matchesFor(`${GREENLET}: x`, entries)).toEqual([
      'bare class strong',
      'qualified class strong',
    ]);
  });

  describe('that is not in the symbol table', () => {
    const text = 'shop.errors.StockError: none left';
    it('matches entries that mention it and are about its package', async () => {
      const entries = [
        entryOf('package', { text: 'StockError', mentions: ['shop.stock', 'other.stock'] }),
        entryOf('other', { text: 'StockError', mentions: ['shopping.stock'] }),
        entryOf('none', { text: 'something', mentions: ['shop.stock'] }),
      ];
      expect(await matchesFor(text, entries)).toEqual(['package class strong']);
    });

    it('needs words of the message if the class is bare or a catch-all', async () => {
      const named = (name: string, ...more: readonly string[]) =>
        entryOf('a', { text: [name, ...more].join('. '), mentions: ['shop.stock'] });
      expect(await matchesFor('StockError: none left today', [named('StockError')])).toEqual([]);
      expect(await matchesFor('shop.ValidationError: none left today', [named('ValidationError')])).toEqual(
        [],
      );
      expect(
        await matchesFor('StockError: every pooled engine was sold out', [
          named('StockError', 'every pooled engine'),
        ]),
      ).toEqual(['a message weak']);
    });

    it('does not count for built-in classes', async () => {
      const entries = [entryOf('a', { text: 'KeyError some odd key', mentions: ['builtins.x'] })];
      expect(await matchesFor('builtins.KeyError: some odd key here', entries)).toEqual([]);
    });
  });

  it('does not count a class of the symbol table that is only mentioned as text', async () => {
    const entries = [entryOf('a', { text: 'MissingGreenlet', mentions: ['sqlalchemy.x'] })];
    expect(await matchesFor(`${GREENLET}: x`, entries)).toEqual([]);
  });

  it('is not one of another package with the same name', async () => {
    const entries = [entryOf('a', { errorCodes: ['IllegalStateChangeError', 'isce'] })];
    expect(await matchesFor('game.fsm.IllegalStateChangeError: no such move', entries)).toEqual([]);
    expect(await matchesFor('sqlalchemy.exc.IllegalStateChangeError: x', entries)).toEqual([
      'a class strong',
    ]);
  });

  it("is at most a weak match if it is bare and raised in the project's code", async () => {
    const entries = [entryOf('a', { errorCodes: ['IllegalStateChangeError'] })];
    const raised = (file: string, message: string) =>
      `Traceback (most recent call last):\n  File "${file}", line 3, in move\n    raise x\nIllegalStateChangeError: ${message}`;
    const inPackage = '/v/site-packages/sqlalchemy/orm/session.py';
    expect(await matchesFor(raised('/app/game.py', 'the pawn cannot move'), entries)).toEqual([
      'a class weak',
    ]);
    expect(await matchesFor(raised(inPackage, 'the pawn cannot move'), entries)).toEqual(['a class strong']);
    expect(
      await matchesFor(
        raised('/app/game.py', "Can't run operation 'close()' when Session is in state x"),
        entries,
      ),
    ).toEqual(['a class strong']);
  });

  it('is at most a weak match if it is bare and its words are of no library', async () => {
    const entries = [entryOf('a', { errorCodes: ['IntegrityError', 'gkpj'] })];
    expect(await matchesFor('IntegrityError: the manifest lists more files than there are', entries)).toEqual(
      ['a class weak'],
    );
    for (const message of ['x', '(a.B) the manifest lists more files', `UNIQUE constraint failed: a.b`]) {
      expect(await matchesFor(`IntegrityError: ${message}`, entries)).toEqual(['a class strong']);
    }
  });

  it("is not implied by a database's message in another program", async () => {
    const entries = [entryOf('a', { errorCodes: ['IntegrityError'] })];
    const message = 'duplicate key value violates unique constraint "a"';
    for (const type of ['', 'psycopg2.errors.UniqueViolation: ', 'UniqueViolation: ']) {
      expect(await matchesFor(`${type}${message}`, entries)).toEqual(['a class strong']);
    }
    expect(await matchesFor(`django.db.utils.IntegrityError: ${message}`, entries)).toEqual([]);
  });

  it('is implied by the words of a message', async () => {
    const message = 'No row was found when one was required';
    const entries = [
      entryOf('a', { errorCodes: ['NoResultFound'] }),
      entryOf('other', { errorCodes: ['KeyError'] }),
    ];
    for (const text of [message, `shop.OwnError: ${message}`, `이렇게 나와요: ${message}`]) {
      expect(await matchesFor(text, entries)).toEqual(['a class strong']);
    }
  });

  it('includes classes that the message wraps', async () => {
    const entries = [entryOf('a', { errorCodes: ['MissingGreenlet'] })];
    expect(await matchesFor(`KeyError: (${GREENLET}) x`, entries)).toEqual(['a class strong']);
  });

  it('is left out if the error has none', async () => {
    expect(await matchesFor('it failed here', [entryOf('a', { errorCodes: ['MissingGreenlet'] })])).toEqual(
      [],
    );
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
    expect(await matchesFor(`RuntimeError: ${message}`, entries)).toEqual([
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
    expect(await matchesFor(`sqlalchemy.exc.InvalidRequestError: ${message}`, entries)).toEqual([
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
    expect(await matchesFor(text, entries, { suggests: ['suggested'] })).toEqual([
      'declares message strong',
      'suggested message strong',
    ]);
  });

  it('includes the titles of its codes', async () => {
    const entries = [entryOf('a', { text: 'This connection is on an inactive transaction.' })];
    expect(await matchesFor(`sqlalchemy.exc.InvalidRequestError: x ${URL}/8s2a`, entries)).toEqual([
      'a message strong',
    ]);
  });

  it('needs the values it quotes for built-in classes, but not for the titles of its codes', async () => {
    const entries = [entryOf('a', { text: "type 'Session' has no such attribute" })];
    expect(await matchesFor("AttributeError: type 'Session' has no such attribute", entries)).toHaveLength(1);
    expect(await matchesFor("AttributeError: type 'Engine' has no such attribute", entries)).toEqual([]);
    expect(await matchesFor("RuntimeError: type 'Engine' has no such attribute", entries)).toHaveLength(1);
    expect(await matchesFor("type 'Engine' has no such attribute", entries)).toHaveLength(1);
    const title = [entryOf('a', { text: "cannot be converted to 'other' state, as this" })];
    expect(await matchesFor(`TypeError: x ${URL}/lkrp`, title)).toHaveLength(1);
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
    expect(await matchesFor(text, entries)).toEqual(['code code strong', 'classAndMessage class strong']);
  });

  it('is small beside a specific code', async () => {
    const entries = [
      entryOf('codeAndMessage', { errorCodes: ['xd2s'], text: message }),
      entryOf('codeAndClass', { errorCodes: ['xd2s', 'MissingGreenlet'] }),
    ];
    expect(await matchesFor(text, entries)).toEqual([
      'codeAndClass code strong',
      'codeAndMessage code strong',
    ]);
  });
});
