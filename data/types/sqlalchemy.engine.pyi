from typing import Generic, Self, TypeVar

T = TypeVar("T")

class FilterResult(Generic[T]):
    def yield_per(self) -> Self: ...
class TupleResult(FilterResult[T]): ...
