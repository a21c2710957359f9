from alembic.config import Config
from alembic.operations import MigrationScript
from alembic.script import ScriptDirectory

def produce_migrations() -> MigrationScript: ...
class RevisionContext:
    config: Config
    script_directory: ScriptDirectory
    generated_revisions: list[MigrationScript]
