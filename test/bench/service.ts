/** A generated Python module as in real services; deterministic for a number of lines. */

const HEAD = `"""The service's entities, how they are kept, and the routes that lead to them."""
from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Annotated, Generic, TypeVar

from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, HTTPException, Query, status
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import ForeignKey, String, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column, relationship, selectinload

T = TypeVar("T")
engine = create_async_engine("postgresql+asyncpg://localhost/service", pool_pre_ping=True)
make_session = async_sessionmaker(engine, expire_on_commit=False)
router = APIRouter()


class Base(DeclarativeBase):
    id: Mapped[int] = mapped_column(primary_key=True)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Repository(Generic[T]):
    def __init__(self, session: AsyncSession, model: type[T]):
        self.session = session
        self.model = model

    async def get(self, key: int) -> T:
        found = await self.session.get(self.model, key)
        if found is None:
            raise HTTPException(status.HTTP_404_NOT_FOUND, f"{self.model.__name__} {key}")
        return found

    async def all(self, limit: int = 100) -> list[T]:
        return list((await self.session.scalars(select(self.model).limit(limit))).all())


async def get_session() -> AsyncIterator[AsyncSession]:
    async with make_session() as session:
        yield session


SessionDep = Annotated[AsyncSession, Depends(get_session)]


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)
`;

/** The template of an entity `NAME` that belongs to `OTHER`. */
const ENTITY = `

class NAME(Base):
    """One NAME; belongs to a OTHER, if any. What it is not: a session, a (bracket, 'quoted'."""

    __tablename__ = "NAMEs"
    title: Mapped[str] = mapped_column(String(200), index=True)
    note: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("OTHERs.id"))
    parent: Mapped[OTHER | None] = relationship(back_populates="parts", lazy="joined")
    parts: Mapped[list[NAME]] = relationship(back_populates="parent", lazy="selectin")


class NAMEIn(BaseModel):
    title: str = Field(min_length=1, max_length=200)
    note: str | None = None


class NAMEOut(NAMEIn):
    model_config = ConfigDict(from_attributes=True)
    id: int


class NAMERepository(Repository[NAME]):
    def __init__(self, session: AsyncSession):
        super().__init__(session, NAME)

    async def search(self, words: str, limit: int = 20) -> list[NAME]:
        statement = select(NAME).where(NAME.title.ilike(f"%{words}%")).order_by(NAME.created_at.desc())
        if limit:
            statement = statement.limit(limit)
        result = await self.session.execute(statement.options(selectinload(NAME.parts)))
        return [row for row in result.scalars().unique() if row.title]

    async def rename(self, key: int, title: str) -> NAME:
        found = await self.get(key)
        found.title = title
        try:
            await self.session.flush()
        except IntegrityError as error:
            await self.session.rollback()
            raise HTTPException(status.HTTP_409_CONFLICT, str(error.orig)) from error
        return found

    async def count(self) -> int:
        return (await self.session.scalar(select(func.count()).select_from(NAME))) or 0


@router.get("/NAMEs", response_model=list[NAMEOut])
async def list_NAME(session: SessionDep, words: Annotated[str, Query()] = "", limit: int = 20):
    repository = NAMERepository(session)
    found = await repository.search(words, limit)
    return [NAMEOut.model_validate(one) for one in found]


@router.post("/NAMEs", status_code=status.HTTP_201_CREATED)
async def create_NAME(body: NAMEIn, tasks: BackgroundTasks, session: AsyncSession = Depends(get_session)) -> NAMEOut:
    created = NAME(**body.model_dump())
    session.add(created)
    await session.commit()
    tasks.add_task(print, created.id)
    return NAMEOut.model_validate(created)


@router.put("/NAMEs/{key}")
async def change_NAME(key: int, body: NAMEIn, session: SessionDep) -> NAMEOut:
    async with session.begin():
        await session.execute(update(NAME).where(NAME.id == key).values(note=body.note))
        changed = await NAMERepository(session).rename(key, body.title)
    # what a reader edits
    return NAMEOut.model_validate(changed)
`;

/** The comment at which the benches edit, in a function that has a session. */
export const EDITED = '    # what a reader edits\n';

/** A Python module of at least `lines` lines; its last entity is complete. */
export function serviceOf(lines: number): string {
  let text = HEAD;
  let lineCount = linesOf(HEAD);
  const linesPerEntity = linesOf(ENTITY);
  for (let at = 0; lineCount < lines; at += 1, lineCount += linesPerEntity) {
    text += ENTITY.replaceAll('NAME', `Entity${String(at)}`).replaceAll(
      'OTHER',
      `Entity${String(Math.max(0, at - 1))}`,
    );
  }
  return text;
}

function linesOf(text: string): number {
  return text.split('\n').length - 1;
}
