import { describe, expect, it } from 'vitest';
import { resolveMarked, resolveMarkedFiles, python } from './notation';

const IMPORTS = python`
  from flask_sqlalchemy import SQLAlchemy
  db = SQLAlchemy()
  class User(db.Model):
      id = db.«Column|sqlalchemy.Column»(db.«Integer|sqlalchemy.Integer», primary_key=True)
      name = db.«Column|sqlalchemy.Column»(db.«String|sqlalchemy.String»(20))
      posts = db.«relationship|sqlalchemy.orm.relationship»("Post", lazy="dynamic")
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('Flask-SQLAlchemy', () => {
  it.each([
    [
      'names of SQLAlchemy',
      python`
        tags = db.«Table|sqlalchemy.Table»("tags", db.«Column|sqlalchemy.Column»("a", db.«ForeignKey|sqlalchemy.ForeignKey»("b.id")))
        db.«func|sqlalchemy.func».«count|sqlalchemy.sql.functions.count»(), db.«or_|sqlalchemy.or_»(), db.«joinedload|sqlalchemy.orm.joinedload»(User.posts)
        db.unknown, db.init_app(1), db.create_all()
      `,
    ],
    [
      'the session',
      python`
        db.session.«add|SS.add»(User())
        db.session.«commit|SS.commit»()
        users = db.session.«execute|SS.execute»(db.«select|sqlalchemy.select»(User)).«scalars|R.scalars»()
        users.«all|SR.all»()
        for user in users: user.posts, user.id
        db.session.«query|SS.query»(User).«filter_by|sqlalchemy.orm.Query.filter_by»(id=1).«first|sqlalchemy.orm.Query.first»()
      `,
    ],
    [
      'queries of models',
      python`
        User.query.«filter|sqlalchemy.orm.Query.filter»(User.name.«ilike|sqlalchemy.Column.ilike»("a")).«all|sqlalchemy.orm.Query.all»()
        User.query.«get|sqlalchemy.orm.Query.get»(1)
        User.query.get_or_404(1).name
        User.query.«order_by|sqlalchemy.orm.Query.order_by»(User.id.«desc|sqlalchemy.Column.desc»()).paginate(page=1).items
        class Mixed(User):
            @classmethod
            def named(cls, name):
                return cls.query.«filter_by|sqlalchemy.orm.Query.filter_by»(name=name).«one|sqlalchemy.orm.Query.one»()
      `,
    ],
    [
      'engines and metadata',
      python`
        with db.engine.«connect|E.connect»() as connection: connection.«execute|C.execute»(db.«text|sqlalchemy.text»(""))
        db.metadata.«create_all|sqlalchemy.MetaData.create_all»(db.engines["a"])
        db.engines["a"].«dispose|E.dispose»()
      `,
    ],
    [
      'a subclass',
      python`
        class Database(SQLAlchemy):
            def save(self, thing):
                self.session.«add|SS.add»(thing)
        Database().session.«flush|SS.flush»()
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });

  it('is passed along as an extension', async () => {
    const { actual, expected } = await resolveMarkedFiles(python`
      # shop/extensions.py
      from flask_sqlalchemy import SQLAlchemy
      db = SQLAlchemy()
      # shop/__init__.py
      from flask import Flask
      from .extensions import db
      def create_app():
          app = Flask(__name__)
          db.init_app(app)
          return app
      # shop/models.py
      from shop import db
      class Item(db.Model):
          id = db.«Column|sqlalchemy.Column»(db.«Integer|sqlalchemy.Integer»)
      # shop/views.py
      from .extensions import db as database
      from .models import Item
      from . import db
      def index():
          db.session.«rollback|SS.rollback»()
          return database.session.«scalars|SS.scalars»(database.«select|sqlalchemy.select»(Item)).«first|SR.first»()
    `);
    expect(actual).toBe(expected);
  });
});
