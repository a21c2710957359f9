import { beforeAll, describe, expect, it } from 'vitest';
import { openErrorLibrary } from '../bench/errors';
import type { Library } from '../../src/core/library/library';
import { entriesForErrors } from '../../src/core/tracebacks/entriesForErrors';
import { readErrors } from '../../src/core/tracebacks/readErrors';
import { ROOT } from './run';

const ROOM = 'fastapi-user-group';
const ERRORS = 'backend-room';

interface Place {
  readonly file: string;
  readonly code: string;
  readonly in?: string;
}

/** A traceback of calls, the outermost first. */
function traceback(calls: readonly Place[], error: string): string {
  const frames = calls.map(
    (call) => `  File "${call.file}", line 7, in ${call.in ?? '<module>'}\n    ${call.code}\n`,
  );
  return `Traceback (most recent call last):\n${frames.join('')}${error}`;
}

const PACKAGES = '/srv/.venv/lib/python3.12/site-packages';

/** Entry → texts that it answers. */
const ANSWERED: Readonly<Record<string, readonly string[]>> = {
  [`${ROOM}/line-bot-async`]: [
    "ModuleNotFoundError: No module named 'linebotx'",
    "ModuleNotFoundError: No module named 'linebotx.http_client'",
    traceback(
      [
        { file: '/app/bot.py', code: 'api = AsyncMessagingApi(AsyncApiClient(conf))' },
        {
          file: `${PACKAGES}/linebot/v3/messaging/async_rest.py`,
          code: 'aiohttp.TCPConnector(',
          in: '__init__',
        },
        {
          file: `${PACKAGES}/aiohttp/connector.py`,
          code: 'loop = asyncio.get_running_loop()',
          in: '__init__',
        },
      ],
      'RuntimeError: no running event loop',
    ),
  ],
  [`${ROOM}/class-based-views`]: [
    traceback(
      [
        { file: '/app/shop/views.py', code: '@cbv(orders)' },
        { file: `${PACKAGES}/fastapi_utils/cbv.py`, code: 'router.routes.remove(route)', in: '_cbv' },
      ],
      'ValueError: list.remove(x): x not in list',
    ),
    traceback(
      [
        { file: '/app/shop/views.py', code: 'from fastapi_utils.cbv import cbv' },
        { file: `${PACKAGES}/fastapi_utils/__init__.py`, code: 'from .api_settings import APISettings' },
        { file: `${PACKAGES}/pydantic/_migration.py`, code: 'raise PydanticImportError(', in: 'wrapper' },
      ],
      'pydantic.errors.PydanticImportError: `BaseSettings` has been moved to the `pydantic-settings` package.',
    ),
  ],
  [`${ROOM}/request-lifecycle`]: [
    "AttributeError: 'Starlette' object has no attribute 'on_event'",
    'DeprecationWarning: on_event is deprecated, use lifespan event handlers instead.',
    '/app/main.py:9: DeprecationWarning: \n        on_event is deprecated, use lifespan event handlers instead.\n  @app.on_event("shutdown")',
  ],
  [`${ROOM}/async-join-missing-rows`]: [
    "sqlalchemy.exc.InvalidRequestError: 'Crew.ships' is not available due to lazy='raise'",
    "ModuleNotFoundError: No module named 'greenlet'",
  ],
  [`${ERRORS}/forgot-await`]: [
    "AttributeError: 'coroutine' object has no attribute 'fetchall'",
    "TypeError: 'coroutine' object is not subscriptable",
    'TypeError: Object of type coroutine is not JSON serializable',
    'TypeError: cannot unpack non-iterable coroutine object',
  ],
  [`${ERRORS}/rollback-pending`]: [
    'sqlalchemy.exc.PendingRollbackError: This connection is on an inactive transaction.  Please rollback() fully before proceeding',
    'psycopg2.errors.InFailedSqlTransaction: current transaction is aborted, commands ignored until end of transaction block',
    'asyncpg.exceptions.InFailedSQLTransactionError: current transaction is aborted, commands ignored until end of transaction block',
    '두 번째 행부터 계속 PendingRollbackError가 나는데 왜죠?',
  ],
  [`${ERRORS}/different-loop`]: [
    'RuntimeError: <asyncio.locks.Lock object at 0x7f1 [unlocked]> is bound to a different event loop',
  ],
  [`${ERRORS}/no-foreign-keys`]: [
    "sqlalchemy.exc.NoForeignKeysError: Can't find any foreign key relationships between 'boats' and 'crews'.",
    'we keep getting NoForeignKeysError after the split, any idea?',
  ],
  [`${ERRORS}/duplicate-email`]: [
    "sqlalchemy.exc.IntegrityError: (pymysql.err.IntegrityError) (1062, \"Duplicate entry 'a@b.c' for key 'users.email'\")",
    'asyncpg.exceptions.UniqueViolationError: duplicate key value violates unique constraint "crew_pkey"',
  ],
  [`${ERRORS}/pydantic-field-required`]: [
    '1 validation error for Settings api_key Field required [type=missing, input_value={}, input_type=dict]',
    'pydantic.error_wrappers.ValidationError: 2 validation errors for AppConfig\nhost\n  field required (type=value_error.missing)\nport\n  field required (type=value_error.missing)',
  ],
  [`${ERRORS}/detached-after-commit`]: [
    'DetachedInstanceError 때문에 하루 날렸어요',
    'why do I get a DetachedInstanceError after closing the session?',
  ],
  [`${ERRORS}/ddl-lock`]: [
    'level=error msg="job failed" error="(sqlite3.OperationalError) database is locked" worker=4',
  ],
};

/** Texts that no entry answers. */
const UNANSWERED: readonly string[] = [
  // Of packages that an entry is about, or merely mentions
  "ModuleNotFoundError: No module named 'aiohttp'",
  "ModuleNotFoundError: No module named 'linebot'",
  "ModuleNotFoundError: No module named 'fastapi_utils'",
  "ModuleNotFoundError: No module named 'asyncpg'",
  "ModuleNotFoundError: No module named 'app'",
  "ImportError: cannot import name 'AsyncApiClient' from 'linebot' (/srv/x.py)",
  "ImportError: cannot import name 'cbv' from partially initialized module 'shop.views' (most likely due to a circular import)",
  'linebot.v3.messaging.exceptions.ApiException: (401)\nReason: Unauthorized',
  'aiohttp.client_exceptions.ClientConnectorError: Cannot connect to host api.line.me:443 ssl:default [None]',
  traceback(
    [
      { file: '/app/jobs.py', code: '@repeat_every(seconds=60)' },
      { file: `${PACKAGES}/fastapi_utils/tasks.py`, code: 'await func()', in: 'loop' },
    ],
    "KeyError: 'token'",
  ),
  traceback(
    [
      { file: '/app/models.py', code: 'class Out(APIModel):' },
      { file: `${PACKAGES}/fastapi_utils/api_model.py`, code: 'super().__init__(**data)', in: '__init__' },
    ],
    'pydantic.error_wrappers.ValidationError: 1 validation error for Out\nname\n  none is not an allowed value (type=type_error.none.not_allowed)',
  ),
  // Attributes that no entry is about
  "AttributeError: 'FastAPI' object has no attribute 'lifespan_context'",
  "AttributeError: 'AsyncSession' object has no attribute 'query'",
  "AttributeError: 'Depends' object has no attribute 'commit'",
  "AttributeError: 'NoneType' object has no attribute 'scalars'",
  "AttributeError: 'State' object has no attribute 'session'",
  "AttributeError: module 'asyncio' has no attribute 'coroutine'",
  "TypeError: FastAPI.__init__() got an unexpected keyword argument 'on_event'",
  "TypeError: get_session() missing 1 required positional argument: 'request'",
  "NameError: name 'Annotated' is not defined",
  "NameError: name 'selectinload' is not defined",
  "TypeError: object list can't be used in 'await' expression",
  "sqlalchemy.exc.ArgumentError: Invalid value for lazy: 'eager'",
  // Other causes of the same class
  'sqlalchemy.exc.IntegrityError: (psycopg2.errors.NotNullViolation) null value in column "email" of relation "users" violates not-null constraint',
  'sqlalchemy.exc.IntegrityError: (sqlite3.IntegrityError) NOT NULL constraint failed: users.email\n[SQL: INSERT INTO users]\n(Background on this error at: https://sqlalche.me/e/20/gkpj)',
  'sqlalchemy.exc.IntegrityError: (sqlite3.IntegrityError) FOREIGN KEY constraint failed',
  'asyncpg.exceptions.ForeignKeyViolationError: insert or update on table "bids" violates foreign key constraint "bids_lot_fkey"',
  'IntegrityError: (MySQLdb.IntegrityError) (1452, "Cannot add or update a child row: a foreign key constraint fails (`a`.`b`, CONSTRAINT)")',
  'sqlalchemy.exc.IntegrityError: (psycopg.errors.CheckViolation) new row for relation "lots" violates check constraint "lots_price_check"',
  '1 validation error for LotOut\nprice\n  Field required [type=missing, input_value={}, input_type=dict]',
  "1 validation error for Settings\nport\n  Input should be a valid integer, unable to parse string as an integer [type=int_parsing, input_value='x', input_type=str]",
  'RuntimeError: asyncio.run() cannot be called from a running event loop',
  "RuntimeError: There is no current event loop in thread 'worker_3'.",
  'RuntimeError: no running event loop',
  // Other languages
  'org.postgresql.util.PSQLException: ERROR: duplicate key value violates unique constraint "member_pkey"',
  'Caused by: java.sql.SQLException: database is locked\n\tat org.sqlite.core.DB.newSQLException(DB.java:909)',
  'PrismaClientKnownRequestError: duplicate key value violates unique constraint "member_pkey"',
  'QueryFailedError: duplicate key value violates unique constraint "PK_cat"\n    at PostgresQueryRunner.query (/app/node_modules/typeorm/driver/x.js:211:19)',
  'ActiveRecord::RecordNotUnique: PG::UniqueViolation: ERROR:  duplicate key value violates unique constraint "index_users"',
  'pq: duplicate key value violates unique constraint "users_pkey"',
  'Npgsql.PostgresException (0x80004005): 23505: duplicate key value violates unique constraint "PK_Users"',
  'PHP Fatal error:  Uncaught PDOException: SQLSTATE[23505]: Unique violation: 7 ERROR:  duplicate key value violates unique constraint',
  'django.db.utils.OperationalError: database is locked',
  // Classes that a text names, of which it does not say that they occur
  'The repository returns None and never raises `DetachedInstanceError`.',
  'except PendingRollbackError:\n    await session.rollback()',
  'from sqlalchemy.exc import MissingGreenlet',
  '- Removed `NoForeignKeysError` from the public names.',
  'MissingGreenlet and DetachedInstanceError are both subclasses of SQLAlchemyError, and we get both',
];

describe('the clues of an error', () => {
  let library: Library;
  const strongIds = async (text: string): Promise<readonly string[]> =>
    (await entriesForErrors(readErrors(text), library))
      .filter(({ confidence }) => confidence === 'strong')
      .map(({ entry }) => entry.id);

  beforeAll(async () => {
    library = await openErrorLibrary(ROOT);
  });

  it.each(Object.entries(ANSWERED).flatMap(([id, texts]) => texts.map((text) => [id, text] as const)))(
    'lead to %s: %j',
    async (id, text) => {
      expect(await strongIds(text)).toContain(id);
    },
  );

  it.each(UNANSWERED)('claim no entry: %j', async (text) => {
    expect(await strongIds(text)).toEqual([]);
  });
});
