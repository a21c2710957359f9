"""What goes over the wire."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field


class MemberIn(BaseModel):
    name: str = Field(min_length=1, max_length=80)
    joined_on: date = Field(default_factory=date.today)


class MemberOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    joined_on: date


class TeamIn(BaseModel):
    name: str = Field(min_length=1, max_length=80)


class TeamOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str


class TeamWithMembers(TeamOut):
    members: list[MemberOut]
