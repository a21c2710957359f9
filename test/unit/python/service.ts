import { python } from './notation';

/** A typical module of a service. */
export const SERVICE = python`
  """Users of the service."""
  from __future__ import annotations

  from contextlib import asynccontextmanager
  from typing import Annotated, Generic, TypeVar

  from fastapi import APIRouter, Depends, HTTPException
  from sqlalchemy import select
  from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
  from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload

  T = TypeVar("T")
  engine = create_async_engine("sqlite+aiosqlite://", echo=True)
  make_session = async_sessionmaker(engine, expire_on_commit=False)
  router = APIRouter(prefix="/users")


  class Base(DeclarativeBase):
      pass


  class Address(Base):
      __tablename__ = "addresses"
      id: Mapped[int] = mapped_column(primary_key=True)
      user: Mapped["User"] = relationship(back_populates="addresses")


  class User(Base):
      __tablename__ = "users"
      id: Mapped[int] = mapped_column(primary_key=True)
      name: Mapped[str]
      addresses: Mapped[list[Address]] = relationship(back_populates="user", lazy="selectin")


  class Repository(Generic[T]):
      """One kind of entity; 'Session' and (brackets [in strings."""

      def __init__(self, session: AsyncSession, model: type[T]):
          self.session = session
          self.model = model

      async def get(self, key: int) -> T:
          found = await self.session.get(self.model, key)
          if found is None:
              raise HTTPException(404, f"{self.model!r} {key}")
          return found

      async def all(self) -> list[T]:
          return list((await self.session.scalars(select(self.model))).all())


  class Users(Repository[User]):
      async def by_name(self, name: str) -> User | None:
          statement = (
              select(User)
              .where(User.name == name)
              .options(selectinload(User.addresses))
          )
          return (await self.session.execute(statement)).scalar_one_or_none()


  async def get_session():
      async with make_session() as session:
          try:
              yield session
              await session.commit()
          except Exception:
              await session.rollback()
              raise


  SessionDep = Annotated[AsyncSession, Depends(get_session)]


  @asynccontextmanager
  async def lifespan(app):
      async with engine.begin() as connection:
          await connection.run_sync(Base.metadata.create_all)
      yield


  @router.get("/{key}")
  async def read(key: int, session: SessionDep, other=Depends(get_session)):
      user = await Users(session, User).get(key)
      for address in user.addresses:  # Session()
          address.user.addresses.sort()
      other.add(user)
      with (open("a") as file, open("b") as more):
          file.write(more.read())
      return {"name": user.name, "addresses": [a.id for a in user.addresses]}


  @router.post("/")
  async def create(name: str, session: SessionDep):
      session.add(User(name=name))
      await session.flush()
`;
