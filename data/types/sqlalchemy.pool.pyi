from sqlalchemy.engine.interfaces import DBAPIConnection

class ManagesConnection:
    dbapi_connection: DBAPIConnection
class ConnectionPoolEntry(ManagesConnection): ...
