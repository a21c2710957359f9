import { describe, expect, it } from 'vitest';
import { resolveMarked, python } from './notation';

const IMPORTS = python`
  from fastapi import «FastAPI|F», «Request|RQ»
  from sqlalchemy import «Connection|C», event, «inspect|sqlalchemy.inspect»
  from sqlalchemy.ext.asyncio import «AsyncConnection|sqlalchemy.ext.asyncio.AsyncConnection», «AsyncSession|AS»
  from sqlalchemy.orm import «Session|S»
  from typing import Any, Awaitable, Callable, Protocol
`;

async function expectResolved(source: string): Promise<void> {
  const { actual, expected } = await resolveMarked(IMPORTS + source);
  expect(actual).toBe(expected);
}

describe('parameters of methods that override a library’s', () => {
  it.each([
    [
      'middleware',
      python`
        from starlette.middleware.base import «BaseHTTPMiddleware|starlette.middleware.base.BaseHTTPMiddleware»
        class Trace(«BaseHTTPMiddleware|starlette.middleware.base.BaseHTTPMiddleware»):
            async def dispatch(self, request, call_next):
                request.«url|RQ.url»
                answer = await call_next(request)
                answer.«headers|RS.headers»["x"] = "y"
                return answer
      `,
    ],
    [
      'middleware with names of its own',
      python`
        from starlette.middleware.base import «BaseHTTPMiddleware|starlette.middleware.base.BaseHTTPMiddleware»
        class Base(«BaseHTTPMiddleware|starlette.middleware.base.BaseHTTPMiddleware»):
            pass
        class Trace(Base):
            async def dispatch(self, req, proceed):
                req.«headers|RQ.headers»
                (await proceed(req)).«set_cookie|RS.set_cookie»("a")
      `,
    ],
    [
      'a library’s alias of a callable',
      python`
        from starlette.middleware.base import «RequestResponseEndpoint|starlette.middleware.base.RequestResponseEndpoint»
        async def measure(call_next: «RequestResponseEndpoint|starlette.middleware.base.RequestResponseEndpoint», request: «Request|RQ»):
            answer = await call_next(request)
            answer.«delete_cookie|RS.delete_cookie»("a")
      `,
    ],
    [
      'endpoints',
      python`
        from starlette.endpoints import «HTTPEndpoint|starlette.endpoints.HTTPEndpoint», «WebSocketEndpoint|starlette.endpoints.WebSocketEndpoint»
        class Home(«HTTPEndpoint|starlette.endpoints.HTTPEndpoint»):
            async def get(self, request):
                return await request.«json|RQ.json»()
        class Chat(«WebSocketEndpoint|starlette.endpoints.WebSocketEndpoint»):
            async def on_connect(self, websocket):
                await websocket.«accept|WS.accept»()
            async def on_receive(self, ws, data):
                await ws.«send_text|WS.send_text»(data.upper())
      `,
    ],
    [
      'authentication',
      python`
        from starlette.authentication import «AuthenticationBackend|starlette.authentication.AuthenticationBackend»
        class Basic(«AuthenticationBackend|starlette.authentication.AuthenticationBackend»):
            async def authenticate(self, conn):
                return conn.«headers|starlette.requests.HTTPConnection.headers»["Authorization"]
      `,
    ],
    [
      'one that is annotated otherwise, and one that the library does not have',
      python`
        from starlette.endpoints import «HTTPEndpoint|starlette.endpoints.HTTPEndpoint»
        class Home(«HTTPEndpoint|starlette.endpoints.HTTPEndpoint»):
            async def get(self, request: dict, extra, *more):
                request.json(), extra.json(), more.json()
            async def help(self, request):
                request.json()
      `,
    ],
    [
      'a base class of the reader’s own',
      python`
        from abc import abstractmethod
        class Job[T]:
            @abstractmethod
            def run(self, session: «Session|S», item: T): ...
        class Import(Job[«AsyncSession|AS»]):
            def run(self, session, item):
                session.«add|S.add»(item)
                item.«refresh|AS.refresh»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('parameters of functions that are passed on', () => {
  it.each([
    [
      'by decorators of an application',
      python`
        app = «FastAPI|F»()
        @app.«middleware|F.middleware»("http")
        async def measure(request, call_next):
            request.«state|RQ.state»
            response = await call_next(request)
            response.«headers|RS.headers»
        class Refused(Exception):
            session: «Session|S»
        @app.«exception_handler|F.exception_handler»(Refused)
        async def refused(request, exc):
            request.«url|RQ.url», exc.session.«rollback|S.rollback»()
        @app.«exception_handler|F.exception_handler»(404)
        async def missing(request, exc):
            request.«url|RQ.url», exc.session
      `,
    ],
    [
      'by a call',
      python`
        class Refused(Exception):
            session: «Session|S»
        def refused(request, exc):
            request.«method|RQ.method», exc.session.«close|S.close»()
        app = «FastAPI|F»()
        app.«add_exception_handler|F.add_exception_handler»(Refused, refused)
      `,
    ],
    [
      'to run_sync',
      python`
        def tables(connection):
            return «inspect|sqlalchemy.inspect»(connection).«get_table_names|sqlalchemy.Inspector.get_table_names»()
        def both(thing): thing.execute()
        async def f(connection: «AsyncConnection|sqlalchemy.ext.asyncio.AsyncConnection», session: «AsyncSession|AS»):
            await connection.«run_sync|sqlalchemy.ext.asyncio.AsyncConnection.run_sync»(tables)
            await connection.«run_sync|sqlalchemy.ext.asyncio.AsyncConnection.run_sync»(lambda c: c.«execute|C.execute»(1))
            await session.«run_sync|AS.run_sync»(lambda db: db.«query|S.query»(1))
            tables.other(both)
      `,
    ],
    [
      'to a function of the reader’s own',
      python`
        Work = Callable[[«Session|S», int], None]
        def transact(work: Work): ...
        def retried(work: Callable[[«AsyncSession|AS»], Any], times=3): ...
        def move(db, count): db.«add|S.add»(count)
        transact(move)
        retried(times=2, work=lambda db: db.«flush|AS.flush»())
        @transact
        def copy(db, count): db.«merge|S.merge»(count)
      `,
    ],
    [
      'listeners of events',
      python`
        @event.«listens_for|sqlalchemy.event.listens_for»(«Session|S», "before_flush")
        def flush(session, context, instances):
            for item in session.«new|S.new»: print(item)
        @event.«listens_for|sqlalchemy.event.listens_for»(«Session|S», "something_else")
        def other(session, connection):
            session.new, connection.execute
        @event.«listens_for|sqlalchemy.event.listens_for»(object, "after_insert")
        def inserted(mapper, connection, target):
            connection.«execute|C.execute»(1), target.name
      `,
    ],
    [
      'a function with two uses that disagree',
      python`
        def a(work: Callable[[«Session|S»], None]): ...
        def b(work: Callable[[«AsyncSession|AS»], None]): ...
        def step(db): db.add(1)
        a(step), b(step)
      `,
    ],
    [
      'one that is passed to itself',
      python`
        def loop(work): work(loop)
        loop(loop)
        again = lambda work: again(work)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});

describe('callables', () => {
  it.each([
    [
      'aliases',
      python`
        CallNext = Callable[[«Request|RQ»], Awaitable[«Session|S»]]
        type Maker = Callable[..., «AsyncSession|AS»]
        async def f(call_next: CallNext, make: Maker, none: CallNext | None):
            (await call_next(1)).«add|S.add»(1), make().«flush|AS.flush»()
            (await none(1)).«add|S.add»(1)
      `,
    ],
    [
      'protocols',
      python`
        class Maker(Protocol):
            def __call__(self) -> «Session|S»: ...
        def f(make: Maker): make().«add|S.add»(1)
      `,
    ],
  ])('%s', async (_, source) => {
    await expectResolved(source);
  });
});
