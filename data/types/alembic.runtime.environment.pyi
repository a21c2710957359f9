from alembic.config import Config
from alembic.ddl import DefaultImpl
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

class EnvironmentContext:
    config: Config
    script: ScriptDirectory
    def get_bind(self) -> Connection: ...
    def get_context(self) -> MigrationContext: ...
    def get_impl(self) -> DefaultImpl: ...
