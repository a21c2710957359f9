import * as vscode from 'vscode';
import type { RegisterCommand } from '../base/commands';

/** The walkthrough's id in package.json. */
const WALKTHROUGH = 'gettingStarted';

/** Names that the bundled archive covers, for readers without a Python file of their own. */
const EXAMPLE = `from fastapi import Depends, FastAPI
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, scoped_session, sessionmaker

engine = create_engine("sqlite:///example.db")
SessionLocal = scoped_session(sessionmaker(bind=engine))


def get_session():
    with SessionLocal() as session:
        yield session


app = FastAPI()


@app.get("/articles")
def articles(session: Session = Depends(get_session)):
    return session.execute(text("SELECT 1")).scalar()
`;

/** The walkthrough, and what its steps lead to. It opens only when somebody asks for it. */
export function registerGettingStarted(command: RegisterCommand, extensionId: string): void {
  command('gettingStarted', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${WALKTHROUGH}`);
  });
  command('openExample', async () => {
    const example = await vscode.workspace.openTextDocument({ language: 'python', content: EXAMPLE });
    await vscode.window.showTextDocument(example);
  });
}
