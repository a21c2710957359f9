from sqlalchemy import Connection, Dialect, ResultProxy

class DefaultImpl:
    dialect: Dialect
    connection: Connection
    bind: Connection
    def execute(self) -> ResultProxy: ...
