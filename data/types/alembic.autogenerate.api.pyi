from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Dialect, Inspector, MetaData, Table

class AutogenContext:
    migration_context: MigrationContext
    connection: Connection
    dialect: Dialect
    inspector: Inspector
    metadata: MetaData
    sorted_tables: list[Table]
    table_key_to_table: dict[str, Table]
