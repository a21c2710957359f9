import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from __future__ import annotations
  from abc import ABC, abstractmethod
  from dataclasses import dataclass
  from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar
  from sqlalchemy import «create_engine|sqlalchemy.create_engine», «inspect|sqlalchemy.inspect», «select|sqlalchemy.select»
  from sqlalchemy.orm import «DeclarativeBase|sqlalchemy.orm.DeclarativeBase», «Mapped|sqlalchemy.orm.Mapped», «Session|S», «sessionmaker|SM»
  from sqlalchemy.ext.asyncio import «AsyncSession|AS», «async_sessionmaker|ASM»
  Local = «sessionmaker|SM»()
  Remote = «async_sessionmaker|ASM»()
  class Base(«DeclarativeBase|sqlalchemy.orm.DeclarativeBase»): ...
  class User(Base):
      name: «Mapped|sqlalchemy.orm.Mapped»[str]
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('units of work and repositories', () => {
  it.each([
    [
      'a unit of work whose base class returns itself',
      python`
        class Unit(ABC):
            def __enter__(self) -> Unit:
                return self
            async def __aenter__(self):
                return self
        class SqlUnit(Unit):
            def __init__(self, factory=Local):
                self.factory = factory
            def __enter__(self):
                self.session = self.factory()
                return super().__enter__()
        class Plain(Unit):
            session: «Session|S»
        with SqlUnit() as unit: unit.session.«commit|S.commit»()
        with Plain() as plain: plain.session.«rollback|S.rollback»()
        async def f():
            async with Plain() as again: again.session.«rollback|S.rollback»()
      `,
    ],
    [
      'alternative constructors',
      python`
        class Repository:
            session: «Session|S»
            @classmethod
            def create(cls, session):
                return cls(session)
            @classmethod
            def other(cls) -> Self: ...
            @classmethod
            def third(cls):
                made = cls()
                return made
            def where(self):
                return self
        class Users(Repository):
            remote: «AsyncSession|AS»
        Users.create(1).remote.«flush|AS.flush»(), Users.create(1).session.«flush|S.flush»()
        Users.other().remote.«flush|AS.flush»(), Users.third().session.«flush|S.flush»()
        Users().where().where().remote.«flush|AS.flush»()
      `,
    ],
    [
      'generic repositories',
      python`
        M = TypeVar("M", bound=Base)
        class Abstract(Protocol[M]):
            session: «AsyncSession|AS»
            async def get(self, id) -> M: ...
        class Sql(Generic[M]):
            def __init__(self, session: «AsyncSession|AS», model: type[M]):
                self.session, self.model = session, model
            async def all(self):
                rows = await self.session.«scalars|AS.scalars»(«select|sqlalchemy.select»(self.model))
                return rows.«all|SR.all»()
        class Service:
            def __init__(self, users: Abstract[User], more: Sql[User] | None = None):
                self._users = users
                self._more = more or Sql(1, User)
            async def f(self):
                user = await self._users.get(1)
                await self._users.session.«refresh|AS.refresh»(user)
                await self._more.session.«commit|AS.commit»()
      `,
    ],
    [
      'records',
      python`
        @dataclass(slots=True)
        class Context:
            session: «Session|S»
            remote: «AsyncSession|AS» | None = None
        class Pair(NamedTuple):
            db: «Session|S»
            other: int
        class Port(Protocol):
            @property
            def db(self) -> «Session|S»: ...
        def pair(): return Local(), Remote()
        def f(context: Context, two: Pair, port: Port):
            context.session.«add|S.add»(1), context.remote.«add|AS.add»(1)
            two.db.«add|S.add»(1), port.db.«add|S.add»(1)
            a, b = pair()
            a.«add|S.add»(1), b.«flush|AS.flush»(), pair()[1]
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('SQLAlchemy', () => {
  it.each([
    [
      'inspect',
      python`
        engine = «create_engine|sqlalchemy.create_engine»("")
        «inspect|sqlalchemy.inspect»(engine).«get_columns|sqlalchemy.Inspector.get_columns»("a")
        with engine.«begin|E.begin»() as connection:
            «inspect|sqlalchemy.inspect»(connection).«has_table|sqlalchemy.Inspector.has_table»("a")
        «inspect|sqlalchemy.inspect»(User).«relationships|sqlalchemy.orm.Mapper.relationships»
        «inspect|sqlalchemy.inspect»(User()).«identity|sqlalchemy.orm.InstanceState.identity»
        def f(model: type[Base], unknown):
            «inspect|sqlalchemy.inspect»(model).«columns|sqlalchemy.orm.Mapper.columns»
            «inspect|sqlalchemy.inspect»(unknown).columns
      `,
    ],
    [
      'collections',
      python`
        from sqlalchemy import «Inspector|sqlalchemy.Inspector»
        from sqlalchemy.orm import «DynamicMapped|sqlalchemy.orm.DynamicMapped», «WriteOnlyMapped|sqlalchemy.orm.WriteOnlyMapped», «relationship|sqlalchemy.orm.relationship»
        class Team(Base):
            users: «WriteOnlyMapped|sqlalchemy.orm.WriteOnlyMapped»["User"] = «relationship|sqlalchemy.orm.relationship»()
            old: «DynamicMapped|sqlalchemy.orm.DynamicMapped»[User]
            teams: «Mapped|sqlalchemy.orm.Mapped»[list["Team"]]
        def f(team: Team, db: «Session|S»):
            db.«scalars|S.scalars»(team.users.«select|sqlalchemy.orm.WriteOnlyCollection.select»()).«all|SR.all»()
            team.users.«add|sqlalchemy.orm.WriteOnlyCollection.add»(1)
            team.old.«filter|sqlalchemy.orm.AppenderQuery.filter»(1).«count|sqlalchemy.orm.AppenderQuery.count»()
            team.teams[0].users.«delete|sqlalchemy.orm.WriteOnlyCollection.delete»()
            Team.users.«any|sqlalchemy.orm.InstrumentedAttribute.any»()
            «Inspector|sqlalchemy.Inspector».«from_engine|sqlalchemy.Inspector.from_engine»(1).«get_schema_names|sqlalchemy.Inspector.get_schema_names»()
      `,
    ],
    [
      'types of columns',
      python`
        from sqlalchemy.types import «TypeDecorator|sqlalchemy.TypeDecorator»
        class Money(«TypeDecorator|sqlalchemy.TypeDecorator»):
            def process_bind_param(self, value, dialect):
                return dialect.«create_connect_args|sqlalchemy.Dialect.create_connect_args», value.name
            def load_dialect_impl(self, d):
                return d.«type_descriptor|sqlalchemy.Dialect.type_descriptor»(1)
      `,
    ],
    [
      'migrations',
      python`
        from alembic import context, op
        def upgrade():
            bind = op.«get_bind|alembic.op.get_bind»()
            db = «Session|S»(bind=bind)
            db.«execute|S.execute»(1), bind.«execute|C.execute»(1)
            «inspect|sqlalchemy.inspect»(bind).«get_indexes|sqlalchemy.Inspector.get_indexes»("a")
            with op.«batch_alter_table|alembic.op.batch_alter_table»("a") as batch:
                batch.«add_column|alembic.operations.BatchOperations.add_column»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('applications', () => {
  it.each([
    [
      'lifespans, routes and tasks',
      python`
        from contextlib import asynccontextmanager
        from celery import shared_task
        from fastapi import «Depends|D», «FastAPI|F»
        from starlette.applications import «Starlette|starlette.applications.Starlette»
        from starlette.routing import «Route|starlette.routing.Route», «WebSocketRoute|starlette.routing.WebSocketRoute»
        @asynccontextmanager
        async def lifespan(app):
            app.«include_router|F.include_router»(1)
            yield
        app = «FastAPI|F»(lifespan=lifespan)
        async def home(request):
            await request.«form|RQ.form»()
        async def chat(socket):
            await socket.«accept|WS.accept»()
        other = «Starlette|starlette.applications.Starlette»(routes=[«Route|starlette.routing.Route»("/", home), «WebSocketRoute|starlette.routing.WebSocketRoute»("/chat", endpoint=chat)])
        @shared_task(bind=True)
        def work(self, id):
            with Local() as db: db.«get|S.get»(User, id)
            self.retry()
        class Pages:
            def __init__(self, db: «Session|S» = «Depends|D»(Local)):
                self.db = db
        @app.«get|F.get»("/")
        def index(pages: Pages = «Depends|D»(), unknown=None):
            pages.db.«query|S.query»(1), unknown.query(1)
      `,
    ],
    [
      'middleware by a function',
      python`
        from fastapi import «FastAPI|F»
        from starlette.middleware.base import «BaseHTTPMiddleware|starlette.middleware.base.BaseHTTPMiddleware»
        app = «FastAPI|F»()
        async def trace(request, call_next):
            request.«headers|RQ.headers»
            return (await call_next(request))
        app.«add_middleware|F.add_middleware»(«BaseHTTPMiddleware|starlette.middleware.base.BaseHTTPMiddleware», dispatch=trace)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
