from typing import TypeVar
from contextlib import AbstractAsyncContextManager, AbstractContextManager

T = TypeVar("T")

def contextmanager_in_threadpool(cm: AbstractContextManager[T]) -> AbstractAsyncContextManager[T]: ...
