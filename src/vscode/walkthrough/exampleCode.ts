/** The comments of the example, in the language of the window. */
export interface ExampleComments {
  /** What to do with the file. */
  readonly intro: string;
  readonly lifespan: string;
  readonly session: string;
  readonly scope: string;
  readonly eagerLoading: string;
}

/**
 * A Python file whose names the bundled archive covers, for readers without one of their own. It does what the entries
 * about these names advise: one session and one transaction for each request, committed before the response is sent,
 * relationships loaded with the query, startup and shutdown code in `lifespan`.
 */
export function exampleCode(comments: ExampleComments): string {
  return `# ${comments.intro}

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload

engine = create_async_engine("sqlite+aiosqlite:///example.db")
session_factory = async_sessionmaker(engine, expire_on_commit=False)


class Base(DeclarativeBase):
    pass


class Team(Base):
    __tablename__ = "team"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    members: Mapped[list["Member"]] = relationship(lazy="raise")


class Member(Base):
    __tablename__ = "member"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))


# ${comments.lifespan}
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield
    await engine.dispose()


app = FastAPI(lifespan=lifespan)


# ${comments.session}
async def get_session() -> AsyncIterator[AsyncSession]:
    async with session_factory.begin() as session:
        yield session


# ${comments.scope}
SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]


@app.post("/teams")
async def create_team(name: str, session: SessionDep) -> dict[str, str]:
    session.add(Team(name=name))
    return {"name": name}


@app.get("/teams")
async def read_teams(session: SessionDep) -> dict[str, list[str]]:
    # ${comments.eagerLoading}
    teams = await session.scalars(select(Team).options(selectinload(Team.members)))
    return {team.name: [member.name for member in team.members] for team in teams}
`;
}
