"""The application: what happens at start and end, and which routes there are."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter

from fastapi import FastAPI, Request

from app.db import engine
from app.models import Base
from app.routers import teams


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield
    await engine.dispose()


app = FastAPI(title="Team roster", lifespan=lifespan)
app.include_router(teams.router)


@app.middleware("http")
async def add_timing(request: Request, call_next):
    start = perf_counter()
    response = await call_next(request)
    response.headers["Server-Timing"] = f"app;dur={(perf_counter() - start) * 1000:.1f}"
    return response


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}
