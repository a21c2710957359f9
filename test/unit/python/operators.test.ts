import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from sqlalchemy import «Column|sqlalchemy.Column», «Integer|sqlalchemy.Integer», «MetaData|sqlalchemy.MetaData», «Table|sqlalchemy.Table», «insert|sqlalchemy.insert», «select|sqlalchemy.select», «text|sqlalchemy.text», «update|sqlalchemy.update»
  from sqlalchemy.orm import «DeclarativeBase|sqlalchemy.orm.DeclarativeBase», «Mapped|sqlalchemy.orm.Mapped», «Session|S»
  class User(«DeclarativeBase|sqlalchemy.orm.DeclarativeBase»):
      id: «Mapped|sqlalchemy.orm.Mapped»[int]
  users = «Table|sqlalchemy.Table»("users", «MetaData|sqlalchemy.MetaData»(), «Column|sqlalchemy.Column»("id", «Integer|sqlalchemy.Integer»))
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('what operators and computed attributes give', () => {
  it.each([
    [
      'conditions',
      python`
        is_first = User.id == 1
        is_first.«label|sqlalchemy.ColumnElement.label»("first")
        (User.id + 1).«label|sqlalchemy.ColumnElement.label»("next"), (-User.id).«label|sqlalchemy.ColumnElement.label»("minus")
        (~is_first & (User.id > 2) | is_first).«label|sqlalchemy.ColumnElement.label»("all")
        (1 == User.id).label("other"), (User.id in [1]).label("in"), (not is_first).label("not")
      `,
    ],
    [
      'columns of tables',
      python`
        users.«c|sqlalchemy.Table.c».id.«desc|sqlalchemy.Column.desc»()
        by_id = users.«columns|sqlalchemy.Table.columns».id
        by_id.«in_|sqlalchemy.Column.in_»([1]), by_id.unknown
        users.«c|sqlalchemy.Table.c»["id"].«asc|sqlalchemy.Column.asc»(), users.other.desc()
      `,
    ],
    [
      'types',
      python`
        def f(db: «Session|S» | None, other: int | str): db.«add|S.add»(1), (other | 1).real
      `,
    ],
    [
      'results by statement',
      python`
        def f(db: «Session|S», unknown):
            db.«execute|S.execute»(«update|sqlalchemy.update»(User)).«rowcount|sqlalchemy.ResultProxy.rowcount»
            db.«execute|S.execute»(«insert|sqlalchemy.insert»(User).«returning|sqlalchemy.Insert.returning»(User)).«scalars|R.scalars»()
            db.«execute|S.execute»(«select|sqlalchemy.select»(User)).«mappings|R.mappings»()
            db.«execute|S.execute»(«text|sqlalchemy.text»("")).«fetchall|R.fetchall»(), db.«execute|S.execute»(unknown).«all|R.all»()
      `,
    ],
    [
      'selects of one and of several',
      python`
        from sqlmodel import «Session|sqlmodel.Session» as «Db|sqlmodel.Session», «select|sqlmodel.select» as «pick|sqlmodel.select»
        def f(db: «Db|sqlmodel.Session», statement):
            db.«exec|sqlmodel.Session.exec»(«pick|sqlmodel.select»(User)).«one|SR.one»()
            db.«exec|sqlmodel.Session.exec»(«pick|sqlmodel.select»(User, User)).«one|sqlalchemy.engine.TupleResult.one»()
            db.«exec|sqlmodel.Session.exec»(«update|sqlalchemy.update»(User)).«rowcount|sqlalchemy.ResultProxy.rowcount»
            db.«exec|sqlmodel.Session.exec»(statement).one()
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
