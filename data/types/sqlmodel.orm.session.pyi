from typing import TypeVar
from sqlalchemy import Select as CoreSelect

T = TypeVar("T")

class Select(CoreSelect[T]): ...
class SelectOfScalar(CoreSelect[T]): ...
