import { describe, expect, it } from 'vitest';
import { resolveMarkedFiles, python } from './notation';

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarkedFiles(source);
  expect(actual).toBe(expected);
}

describe('across files', () => {
  it.each([
    [
      'a dependency',
      python`
        # app/deps.py
        from typing import Annotated
        from fastapi import «Depends|D»
        from sqlalchemy.orm import «Session|S»
        from app.db import SessionLocal
        def get_db():
            with SessionLocal() as db:
                yield db
        SessionDep = Annotated[«Session|S», «Depends|D»(get_db)]
        # app/db.py
        from sqlalchemy.orm import «sessionmaker|SM»
        SessionLocal = «sessionmaker|SM»()
        # app/api.py
        from fastapi import «Depends|D»
        from app.deps import SessionDep, get_db
        def f(a: SessionDep, b=«Depends|D»(get_db)):
            a.«add|S.add»(1), b.«add|S.add»(1)
      `,
    ],
    [
      'a class',
      python`
        # app/repository.py
        from typing import Generic, TypeVar
        from sqlalchemy.ext.asyncio import «AsyncSession|AS»
        T = TypeVar("T")
        class Repository(Generic[T]):
            def __init__(self, session: «AsyncSession|AS», model: type[T]):
                self.session = session
                self.model = model
            async def one(self) -> T: ...
        # app/users.py
        from sqlalchemy.orm import «Session|S»
        from app.repository import Repository
        class User:
            session: «Session|S»
        class Users(Repository[User]):
            async def f(self):
                await self.session.«execute|AS.execute»(1)
                user = await self.one()
                user.session.«add|S.add»(1)
        # app/main.py
        from app.users import Users
        def f(users: Users):
            users.session.«execute|AS.execute»(users.one().session.«add|S.add»(1))
      `,
    ],
    [
      'models',
      python`
        # app/__init__.py
        # app/models/__init__.py
        from .base import Base
        from .user import User
        # app/models/base.py
        from sqlalchemy.orm import «DeclarativeBase|sqlalchemy.orm.DeclarativeBase»
        class Base(«DeclarativeBase|sqlalchemy.orm.DeclarativeBase»): ...
        # app/models/user.py
        from sqlalchemy.orm import «Mapped|sqlalchemy.orm.Mapped»
        from .base import Base
        class User(Base):
            name: «Mapped|sqlalchemy.orm.Mapped»[str]
        # app/main.py
        from sqlalchemy import «select|sqlalchemy.select»
        from app import models
        from app.models import Base, User
        Base.«metadata|sqlalchemy.orm.DeclarativeBase.metadata».«create_all|sqlalchemy.MetaData.create_all»(1)
        «select|sqlalchemy.select»(User).«where|SEL.where»(User.name.«like|sqlalchemy.orm.InstrumentedAttribute.like»("a"), models.User.name.«like|sqlalchemy.orm.InstrumentedAttribute.like»("b"))
      `,
    ],
    [
      'a relationship to a class of another file',
      python`
        # app/user.py
        from __future__ import annotations
        from typing import TYPE_CHECKING
        from sqlalchemy.orm import «Mapped|sqlalchemy.orm.Mapped», «Session|S», «relationship|sqlalchemy.orm.relationship»
        if TYPE_CHECKING:
            from app.order import Order
        class User:
            session: «Session|S»
            orders: «Mapped|sqlalchemy.orm.Mapped»[list[Order]] = «relationship|sqlalchemy.orm.relationship»(back_populates="user")
        # app/order.py
        from sqlalchemy.orm import «Mapped|sqlalchemy.orm.Mapped», «relationship|sqlalchemy.orm.relationship»
        from app.user import User
        class Order:
            user: «Mapped|sqlalchemy.orm.Mapped»[User] = «relationship|sqlalchemy.orm.relationship»(back_populates="orders")
        # app/main.py
        from app.order import Order
        def f(order: Order):
            order.user.session.«add|S.add»(order.user.orders[0].user.session.«new|S.new»)
      `,
    ],
    [
      'an instance with attributes',
      python`
        # app/__init__.py
        # app/core.py
        from sqlalchemy import «create_engine|sqlalchemy.create_engine»
        from sqlalchemy.orm import «sessionmaker|SM»
        class Database:
            def __init__(self, url):
                self.engine = «create_engine|sqlalchemy.create_engine»(url)
                self.make = «sessionmaker|SM»(self.engine)
        database = Database("")
        # app/main.py
        from app import core
        from app.core import database
        database.engine.«begin|E.begin»()
        with core.database.make() as db: db.«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('__all__', () => {
  it.each([
    [
      'a list',
      python`
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        __all__ = ["db", "_hidden"]
        db = «Session|S»()
        other = «Session|S»()
        _hidden = «Session|S»()
        # app/main.py
        from app.db import *
        db.«add|S.add»(1), other.add(1), Session()
      `,
    ],
    [
      'a tuple',
      python`
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        __all__ = ("db",)
        db = «Session|S»()
        other = «Session|S»()
        # app/main.py
        from app.db import *
        db.«add|S.add»(1), other.add(1)
      `,
    ],
    [
      'names that it lacks, imported by name',
      python`
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        __all__ = []
        db = «Session|S»()
        # app/main.py
        from app.db import db
        db.«add|S.add»(1)
      `,
    ],
    [
      'none',
      python`
        # app/db.py
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        _hidden = «Session|S»()
        # app/main.py
        from app.db import *
        db.«add|S.add»(1), _hidden.add(1), «Session|S»()
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('circular imports', () => {
  it.each([
    [
      'two files',
      python`
        # a.py
        from b import db, two
        from sqlalchemy.orm import «Session|S»
        one = «Session|S»()
        db.«add|S.add»(1), two.«add|S.add»(1)
        # b.py
        from a import one
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        two = one
        one.«add|S.add»(1), two.«add|S.add»(1)
      `,
    ],
    [
      'a name that is defined nowhere',
      python`
        # a.py
        from b import x
        x.add(1)
        # b.py
        from a import x
        x.add(1)
      `,
    ],
    [
      'star imports of each other',
      python`
        # a.py
        from b import *
        from sqlalchemy.orm import «Session|S»
        a = «Session|S»()
        b.«add|S.add»(1), c.add(1)
        # b.py
        from a import *
        b = a
        a.«add|S.add»(1), c.add(1)
      `,
    ],
    [
      'a module that imports itself',
      python`
        # a.py
        from a import x
        from a import *
        import a
        x.add(1), a.x.add(1)
      `,
    ],
    [
      'a package and its module',
      python`
        # app/__init__.py
        from .main import db
        # app/main.py
        from app import helper
        from sqlalchemy.orm import «Session|S»
        db = «Session|S»()
        helper.db.«add|S.add»(1)
        # app/helper.py
        from app import db
        db.«add|S.add»(1)
      `,
    ],
    [
      "each other's base classes",
      python`
        # a.py
        from b import B
        class A(B): ...
        A().f().add(1)
        # b.py
        from a import A
        class B(A): ...
        B().f().add(1)
      `,
    ],
    [
      "each other's results",
      python`
        # a.py
        from b import g
        def f(): return g()
        f().add(1)
        # b.py
        from a import f
        def g(): return f()
        g().add(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
