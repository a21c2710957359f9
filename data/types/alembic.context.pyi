from alembic.config import Config
from alembic.ddl import DefaultImpl
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

config: Config
script: ScriptDirectory
def get_bind() -> Connection: ...
def get_context() -> MigrationContext: ...
def get_impl() -> DefaultImpl: ...
