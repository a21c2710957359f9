from sqlalchemy import MetaData, Table
from sqlalchemy.orm import Mapper, registry
from typing import Any

class AutomapBase:
    metadata: MetaData
    registry: registry
    __table__: Table
    __mapper__: Mapper[Any]
def automap_base() -> type[AutomapBase]: ...
