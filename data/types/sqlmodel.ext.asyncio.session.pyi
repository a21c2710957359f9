from typing import TypeVar
from sqlalchemy import ScalarResult
from sqlalchemy.ext.asyncio import AsyncSession as OrmAsyncSession
from sqlmodel import Session
from sqlmodel.orm.session import SelectOfScalar

T = TypeVar("T")

class AsyncSession(OrmAsyncSession):
    sync_session: Session
    async def exec(self, statement: SelectOfScalar[T]) -> ScalarResult[T]: ...
