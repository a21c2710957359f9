"""The engine, the sessions, and the dependency that hands them out."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

DATABASE = "roster.db"

engine = create_async_engine(f"sqlite+aiosqlite:///{DATABASE}")

# Attributes stay readable after a commit: an expired one would have to be loaded again, and cannot be outside of await.
session_factory = async_sessionmaker(engine, expire_on_commit=False)


async def get_session() -> AsyncIterator[AsyncSession]:
    """One session for each request, closed when the response has been sent."""
    async with session_factory() as session:
        yield session


SessionDep = Annotated[AsyncSession, Depends(get_session)]
