import { expect } from 'chai';
import * as vscode from 'vscode';
import type { VersionNote } from '../../src/core/model';
import { compareEntryVersions } from '../../src/core/versions/compareEntryVersions';
import type { ProjectVersion } from '../../src/core/versions/projectVersion';
import { readRequirement } from '../../src/core/versions/requirement';
import { formatVersion } from '../../src/core/versions/requirementRanges';
import type { Interpreters } from '../../src/vscode/python/interpreters';
import { ProjectVersionFiles } from '../../src/vscode/versions/projectVersionFiles';
import { comparisonLabel } from '../../src/vscode/entries/labels';
import { fixtures } from './workspace';

const folder = (...path: readonly string[]): vscode.Uri => fixtures('versions', ...path);

const shown = (versions: ReadonlyMap<string, ProjectVersion>): readonly string[] =>
  [...versions.values()].map((one) => `${one.package} ${formatVersion(one)} ${one.origin}`).sort();

/** Somebody who chooses interpreters. */
class Chooser implements Interpreters {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  chosen: vscode.Uri | undefined;

  choose(environment: vscode.Uri | undefined): void {
    this.chosen = environment;
    this.#changed.fire();
  }

  environmentOf(): vscode.Uri | undefined {
    return this.chosen;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

describe('the versions of a project', () => {
  const interpreters = new Chooser();
  const projects = new ProjectVersionFiles(interpreters);
  const versionsAt = async (...path: readonly string[]): Promise<readonly string[]> =>
    shown(await projects.of(folder(...path)));

  after(() => {
    projects.dispose();
  });

  it('are those of the lock, and what is only required is said to be', async () => {
    expect(await versionsAt('locked', 'app', 'db.py')).to.deep.equal([
      'fastapi 0.115.4 locked',
      'httpx >=0.27 required',
      'sqlalchemy 2.0.36 locked',
    ]);
    const found = await projects.of(folder('locked', 'app', 'db.py'));
    expect(found.get('sqlalchemy')?.file).to.equal('versions/locked/uv.lock');
  });

  it('are those of the environment before those of the lock', async () => {
    expect(await versionsAt('environment', 'app.py')).to.deep.equal([
      'fastapi 0.115.4 locked',
      'sqlalchemy 2.0.35 installed',
      'typing-extensions 4.12.2 installed',
    ]);
    expect(await versionsAt('windows', 'app.py')).to.deep.equal(['sqlalchemy 1.4.54 installed']);
  });

  it('hold in the files of the environment itself', async () => {
    const inside = ['.venv', 'lib', 'python3.12', 'site-packages', 'sqlalchemy', 'orm', 'session.py'];
    expect(await versionsAt('environment', ...inside)).to.include('sqlalchemy 2.0.35 installed');
  });

  it('hold in the cells of a notebook', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(folder('locked', 'notes.ipynb'));
    const versions = await projects.of(notebook.cellAt(0).document.uri);
    expect(shown(versions)).to.include('sqlalchemy 2.0.36 locked');
  });

  it('are the nearest; farther ones fill in, and make a requirement exact', async () => {
    expect(await versionsAt('monorepo', 'packages', 'old', 'src', 'main.py')).to.deep.equal([
      'fastapi 0.95.2 pinned',
      'httpx 0.28.1 locked',
      'sqlalchemy >=1.4,<2 required',
    ]);
    expect(await versionsAt('monorepo', 'packages', 'new', 'main.py')).to.deep.equal([
      'fastapi 0.115.4 locked',
      'httpx 0.28.1 locked',
      'sqlalchemy 2.0.36 locked',
    ]);
  });

  it('are read from a lock that is cut in half, without half versions', async () => {
    expect(await versionsAt('cut', 'app.py')).to.deep.equal([
      'fastapi 0.115.4 locked',
      'greenlet 3.1.1 locked',
    ]);
  });

  it('are read as a redirected pip freeze is written', async () => {
    expect(await versionsAt('redirected', 'app.py')).to.deep.equal([
      'fastapi 0.115.4 pinned',
      'sqlalchemy 2.0.36 pinned',
    ]);
  });

  it('are none where nothing says, and nothing fails', async () => {
    expect(await versionsAt('app.py')).to.deep.equal([]);
    expect(shown(await projects.of(vscode.Uri.file('/no/such/folder/app.py')))).to.deep.equal([]);
    expect(shown(await projects.of(vscode.Uri.parse('untitled:Untitled-1')))).to.deep.equal([]);
    expect(shown(await projects.of(vscode.Uri.parse('nobody-has-this-scheme:/app.py')))).to.deep.equal([]);
  });

  it('are those of the chosen environment; an interpreter of the whole machine only fills in', async () => {
    try {
      interpreters.choose(folder('elsewhere', 'own'));
      expect(await versionsAt('chosen', 'app.py')).to.deep.equal([
        'httpx 0.27.0 pinned',
        'sqlalchemy 2.0.36 installed',
        'starlette 0.41.2 installed',
      ]);
      interpreters.choose(folder('environment', '.venv'));
      expect(await versionsAt('environment', 'app.py')).to.include('sqlalchemy 2.0.35 installed');
      interpreters.choose(folder('elsewhere', 'machine'));
      expect(await versionsAt('locked', 'app', 'db.py')).to.include.members([
        'sqlalchemy 2.0.36 locked',
        'starlette 0.41.2 installed',
      ]);
    } finally {
      interpreters.choose(undefined);
    }
    expect(await versionsAt('chosen', 'app.py')).to.deep.equal([
      'httpx 0.27.0 pinned',
      'sqlalchemy >=1.4 required',
    ]);
  });

  describe('on a disk that changes', () => {
    const changing = folder('changing');
    const at = (...path: readonly string[]): vscode.Uri => vscode.Uri.joinPath(changing, ...path);
    const write = (text: string, ...path: readonly string[]): Thenable<void> =>
      vscode.workspace.fs.writeFile(at(...path), new TextEncoder().encode(text));

    /** Waits until the versions are these, and were told to have changed. */
    async function become(...expected: readonly string[]): Promise<void> {
      const end = Date.now() + 20_000;
      for (;;) {
        const found = await versionsAt('changing', 'app.py');
        if (JSON.stringify(found) === JSON.stringify(expected)) return;
        if (Date.now() > end) expect(found).to.deep.equal(expected);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }

    const told = (): Promise<void> =>
      new Promise((resolve) => {
        const subscription = projects.onDidChange(() => {
          subscription.dispose();
          resolve();
        });
      });

    before(async () => {
      await write('sqlalchemy==1.4.54\n', 'requirements.txt');
    });
    after(async () => {
      await vscode.workspace.fs.delete(changing, { recursive: true });
    });

    it('are as it is now, and that is told', async () => {
      await become('sqlalchemy 1.4.54 pinned');
      const change = told();
      await write('-c pins.in\nsqlalchemy\n', 'requirements.txt');
      await write('sqlalchemy==2.0.35\n', 'pins.in');
      await become('sqlalchemy 2.0.35 pinned');
      await change;
    });

    it('follow what a requirements file refers to, also at the same size', async () => {
      await write('sqlalchemy==2.0.36\n', 'pins.in');
      await become('sqlalchemy 2.0.36 pinned');
    });

    it('follow an installation, an upgrade, and the environment when it goes', async () => {
      const packages = ['.venv', 'lib', 'python3.12', 'site-packages'];
      await write('', ...packages, 'sqlalchemy-2.0.37.dist-info', 'METADATA');
      await become('sqlalchemy 2.0.37 installed');
      const options = { recursive: true };
      await vscode.workspace.fs.delete(at(...packages, 'sqlalchemy-2.0.37.dist-info'), options);
      await write('', ...packages, 'sqlalchemy-2.0.38.dist-info', 'METADATA');
      await become('sqlalchemy 2.0.38 installed');
      await vscode.workspace.fs.delete(at('.venv'), options);
      await become('sqlalchemy 2.0.36 pinned');
      // A system may not watch folders that were made this quickly; then each step takes until they are listed again.
    }).timeout(90_000);

    it('follow a lock that comes and goes', async () => {
      await write('[[package]]\nname = "sqlalchemy"\nversion = "2.0.40"\n', 'uv.lock');
      await become('sqlalchemy 2.0.40 locked');
      await vscode.workspace.fs.delete(at('uv.lock'));
      await become('sqlalchemy 2.0.36 pinned');
    });

    it('leave out what is too large to be a lock', async () => {
      await write(`${'#'.repeat(4_000_001)}\n[[package]]\nname = "x"\nversion = "1"\n`, 'poetry.lock');
      await write('httpx==0.28.1\n', 'requirements-dev.txt');
      await become('httpx 0.28.1 pinned', 'sqlalchemy 2.0.36 pinned');
    });

    it('follow environments of conda, and nested requirements', async () => {
      await write('dependencies:\n  - anyio=4.6.2=py_0\n', 'environment.yml');
      await write('starlette<0.40\n', 'requirements', 'prod', 'base.txt');
      await become(
        'anyio 4.6.2 pinned',
        'httpx 0.28.1 pinned',
        'sqlalchemy 2.0.36 pinned',
        'starlette <0.40 required',
      );
    }).timeout(60_000);
  });

  it('are first of all what a script says of itself, as it is edited', async () => {
    const content = '# /// script\n# dependencies = ["sqlalchemy<2"]\n# ///\n';
    const document = await vscode.workspace.openTextDocument({ language: 'python', content });
    expect(shown(await projects.of(document.uri))).to.include('sqlalchemy <2 required');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(1).range, '# dependencies = ["sqlalchemy==1.4.49"]');
    await vscode.workspace.applyEdit(edit);
    expect(shown(await projects.of(document.uri))).to.include('sqlalchemy 1.4.49 pinned');
  });
});

describe('the words for versions', () => {
  const words = (notes: readonly string[], ...requirements: readonly string[]): string => {
    const versions = requirements.map(readRequirement).filter((one) => one !== undefined);
    return comparisonLabel(
      compareEntryVersions(
        notes.map((text): VersionNote => {
          const [name = '', version = ''] = text.replace('~', '').split(' ');
          return { package: name, version, from: text.startsWith('~') ? 'inferred' : 'declared' };
        }),
        new Map(versions.map((version) => [version.package, version])),
      ),
    );
  };

  it('say what an entry is for, and what the project has where that may be another', () => {
    expect(words(['sqlalchemy 1.4'], 'sqlalchemy==2.0.36')).to.equal('for 1.4 · you have 2.0.36');
    expect(words(['~sqlalchemy 1.4'], 'sqlalchemy==2.0.36')).to.equal('for 1.4 (inferred) · you have 2.0.36');
    expect(words(['sqlalchemy 2.0'], 'sqlalchemy==2.0.36')).to.equal('for 2.0');
    expect(words(['sqlalchemy 1.4', 'sqlalchemy 2.0'], 'sqlalchemy==2.0.36')).to.equal('for 2.0');
    expect(words(['sqlalchemy 1.4'], 'sqlalchemy>=2.0,<3')).to.equal(
      'for 1.4 · your project requires >=2.0,<3',
    );
    expect(words(['sqlalchemy 2.0'], 'sqlalchemy<2')).to.equal('for 2.0 · your project requires <2');
  });

  it('name packages where there are several, and only those that may differ', () => {
    const notes = ['fastapi 0.115', 'sqlalchemy 1.4'];
    expect(words(notes, 'fastapi==0.115.4', 'sqlalchemy==2.0.36')).to.equal(
      'for sqlalchemy 1.4 · you have 2.0.36',
    );
    expect(words(notes, 'fastapi==0.115.4', 'sqlalchemy==1.4.54')).to.equal(
      'for fastapi 0.115, for sqlalchemy 1.4',
    );
  });

  it('are as without a project where it does not say', () => {
    expect(words(['~sqlalchemy 1.4'])).to.equal('~sqlalchemy 1.4');
    expect(words(['fastapi 0.115', 'sqlalchemy 1.4'], 'fastapi==0.115.4')).to.equal(
      'for fastapi 0.115, sqlalchemy 1.4',
    );
    expect(words(['sqlalchemy'], 'sqlalchemy==2.0.36')).to.equal('sqlalchemy');
    expect(words([])).to.equal('');
  });
});
