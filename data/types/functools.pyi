from typing import Any, Callable, Generic, TypeVar

T = TypeVar("T")

class partial(Generic[T]):
    def __init__(self, function: Callable[..., T], *args: Any): ...
    def __call__(self) -> T: ...
