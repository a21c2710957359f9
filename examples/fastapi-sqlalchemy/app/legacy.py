"""The nightly import of the old roster, from before the service was async.

    python -m app.legacy members.csv
"""

import csv
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from sqlalchemy import create_engine, select
from sqlalchemy.orm import scoped_session, sessionmaker

from app.db import DATABASE
from app.models import Member, Team

engine = create_engine(f"sqlite:///{DATABASE}")

# The registry keeps one session for each thread, so the functions below need no session parameter.
Session = scoped_session(sessionmaker(engine))


def find_or_add_team(name: str) -> Team:
    session = Session()
    team = session.scalar(select(Team).where(Team.name == name)) or Team(name=name)
    session.add(team)
    return team


def import_team(name: str, rows: list[dict[str, str]]) -> int:
    """Runs in a thread of the pool. Returns how many members are new."""
    session = Session()
    try:
        team = find_or_add_team(name)
        known = {member.name for member in team.members}
        new = [row for row in rows if row["name"] not in known]
        team.members += [Member(name=row["name"], joined_on=date.fromisoformat(row["joined_on"])) for row in new]
        session.commit()
        return len(new)
    finally:
        # Threads of a pool live on: without this the next team would get the same session.
        Session.remove()


def import_file(path: Path) -> int:
    teams: dict[str, list[dict[str, str]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            teams.setdefault(row["team"], []).append(row)
    with ThreadPoolExecutor(max_workers=4) as pool:
        return sum(pool.map(import_team, teams.keys(), teams.values()))


if __name__ == "__main__":
    print(f"{import_file(Path(sys.argv[1]))} new members")
