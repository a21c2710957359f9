import { describe, expect, it } from 'vitest';
import { entryOf, matchesFor } from './builders';

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
    expect(await matchesFor(raised(TYPE, PROJECT, SCOPING), [SCOPED])).toEqual(['scoped frame weak']);
    const entries = [entryOf('session', { declares: ['sqlalchemy.orm.Session'] }), SCOPED];
    expect(await matchesFor(raised(TYPE, PROJECT, SESSION), entries)).toEqual(['session frame weak']);
  });

  it('matches entries that declare the function called', async () => {
    const entries = [
      entryOf('create', { declares: ['sqlalchemy.create_engine'] }),
      entryOf('other', { declares: ['sqlalchemy.create_mock_engine'] }),
    ];
    const frame = '"/v/site-packages/sqlalchemy/engine/create.py", line 2, in create_engine';
    expect(await matchesFor(raised(TYPE, PROJECT, frame), entries)).toEqual(['create frame weak']);
  });

  it('is the one after the last frame of the project', async () => {
    expect(await matchesFor(raised(TYPE, PROJECT, SESSION, PROJECT, SCOPING), [SCOPED])).toHaveLength(1);
    expect(await matchesFor(raised(TYPE, PROJECT, SCOPING, PROJECT, SESSION), [SCOPED])).toEqual([]);
    expect(await matchesFor(raised(TYPE, PROJECT, SESSION, SCOPING), [SCOPED])).toEqual([]);
    expect(await matchesFor(raised(TYPE, PROJECT), [SCOPED])).toEqual([]);
  });

  it('is ignored for entries that only mention the class', async () => {
    const entries = [entryOf('a', { mentions: ['sqlalchemy.orm.scoped_session'] })];
    expect(await matchesFor(raised(TYPE, PROJECT, SCOPING), entries)).toEqual([]);
  });

  it('is ignored for methods that the class does not have', async () => {
    const frame = SCOPING.replace('execute', 'unknown');
    expect(await matchesFor(raised(TYPE, PROJECT, frame), [SCOPED])).toEqual([]);
  });

  it('is ignored for errors of the database, built-in ones, and unknown ones', async () => {
    for (const type of ['sqlalchemy.exc.DataError', 'KeyError', 'shop.StockError']) {
      expect(await matchesFor(raised(type, PROJECT, SCOPING), [SCOPED])).toEqual([]);
    }
  });

  it('is ignored if the error wraps one of the database, but not if it wraps another one', async () => {
    expect(
      await matchesFor(raised(`${TYPE}: (sqlite3.OperationalError) x`, PROJECT, SCOPING), [SCOPED]),
    ).toEqual([]);
    expect(await matchesFor(raised(`${TYPE}: (shop.StockError) x`, PROJECT, SCOPING), [SCOPED])).toHaveLength(
      1,
    );
  });

  it('is ignored where the symbol table has neither the function nor the declared name', async () => {
    const entries = [entryOf('a', { declares: ['orders.archive.execute'] })];
    expect(await matchesFor(raised(TYPE, PROJECT, SCOPING), entries)).toEqual([]);
  });

  it('is ignored without a function', async () => {
    const frame = SCOPING.replace(', in execute', '');
    expect(await matchesFor(raised(TYPE, PROJECT, frame), [SCOPED])).toEqual([]);
  });
});
