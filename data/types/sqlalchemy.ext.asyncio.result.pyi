from typing import Self

class AsyncCommon:
    def yield_per(self) -> Self: ...
