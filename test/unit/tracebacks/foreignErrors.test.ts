import { describe, expect, it } from 'vitest';
import { areForeign, otherDatabasePackages } from '../../../src/core/tracebacks/foreignErrors';
import { readErrors } from '../../../src/core/tracebacks/readErrors';

describe('areForeign', () => {
  it.each([
    'Npgsql.PostgresException (0x80004005): 23505: duplicate key value violates unique constraint "a"',
    'PG::UniqueViolation: ERROR:  duplicate key value violates unique constraint "a"',
    'pq: duplicate key value violates unique constraint "a"',
    'SequelizeUniqueConstraintError: duplicate key value violates unique constraint "a"',
  ])('is true for %s', (text) => {
    expect(areForeign(readErrors(text))).toBe(true);
  });

  it.each([
    'sqlalchemy.exc.IntegrityError: (psycopg2.errors.UniqueViolation) duplicate key value\n[SQL: SELECT $1::VARCHAR, A::B]',
    'asyncpg.exceptions.UniqueViolationError: duplicate key value violates unique constraint "a"',
    'duplicate key value violates unique constraint "a"',
    'ERROR:    Error loading ASGI app. Could not import module "main".',
  ])('is false for %s', (text) => {
    expect(areForeign(readErrors(text))).toBe(false);
  });
});

describe('otherDatabasePackages', () => {
  it('names the packages that have classes of their own for what a database reports', () => {
    const packagesIn = (text: string) => otherDatabasePackages(readErrors(text));
    expect(packagesIn('django.db.utils.OperationalError: database is locked')).toEqual(['django']);
    expect(
      packagesIn('sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database is locked'),
    ).toEqual([]);
    expect(packagesIn('shop.errors.StockError: none left')).toEqual([]);
  });
});
