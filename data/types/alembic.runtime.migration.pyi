from alembic.config import Config
from alembic.ddl import DefaultImpl
from alembic.runtime.environment import EnvironmentContext
from alembic.script import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection, Dialect

class MigrationContext:
    bind: Connection
    connection: Connection
    config: Config
    dialect: Dialect
    environment_context: EnvironmentContext
    impl: DefaultImpl
    @classmethod
    def configure(cls) -> MigrationContext: ...
class MigrationInfo:
    revision_map: RevisionMap
    up_revision: Script
    down_revision: Script
    source_revisions: tuple[Script, ...]
    destination_revisions: tuple[Script, ...]
class MigrationStep:
    info: MigrationInfo
class RevisionStep(MigrationStep):
    revision: Script
class StampStep(MigrationStep): ...
