from fastapi.security import HTTPAuthorizationCredentials
from fastapi.security.base import SecurityBase

class HTTPBase(SecurityBase):
    async def __call__(self) -> HTTPAuthorizationCredentials: ...
