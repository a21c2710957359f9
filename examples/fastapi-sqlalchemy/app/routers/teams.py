"""Routes under /teams."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, status
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import selectinload

from app.db import SessionDep
from app.models import Member, Team
from app.schemas import MemberIn, MemberOut, TeamIn, TeamOut, TeamWithMembers

router = APIRouter(prefix="/teams", tags=["teams"])


async def get_team(team_id: int, session: SessionDep) -> Team:
    team = await session.get(Team, team_id)
    if team is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, f"There is no team {team_id}")
    return team


TeamDep = Annotated[Team, Depends(get_team)]


@router.get("", response_model=list[TeamWithMembers])
async def list_teams(session: SessionDep, limit: Annotated[int, Query(ge=1, le=100)] = 20):
    query = select(Team).options(selectinload(Team.members)).order_by(Team.name).limit(limit)
    result = await session.scalars(query)
    return result.all()


@router.post("", response_model=TeamOut, status_code=status.HTTP_201_CREATED)
async def create_team(body: TeamIn, session: SessionDep):
    team = Team(name=body.name)
    session.add(team)
    try:
        await session.commit()
    except IntegrityError as error:
        raise HTTPException(status.HTTP_409_CONFLICT, f"There is a team {body.name!r} already") from error
    return team


@router.get("/{team_id}", response_model=TeamOut)
async def read_team(team: TeamDep):
    return team


@router.get("/{team_id}/members", response_model=list[MemberOut])
async def list_members(team: TeamDep, session: SessionDep):
    # get_team() loads the team alone. Reading the attribute would fail with MissingGreenlet: loading it takes an await.
    await session.refresh(team, ["members"])
    return team.members


@router.post("/{team_id}/members", response_model=MemberOut, status_code=status.HTTP_201_CREATED)
async def add_member(team: TeamDep, body: MemberIn, session: SessionDep):
    member = Member(name=body.name, joined_on=body.joined_on, team_id=team.id)
    session.add(member)
    await session.commit()
    return member
