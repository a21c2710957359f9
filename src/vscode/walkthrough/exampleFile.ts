import * as vscode from 'vscode';
import { t } from '../base/l10n';
import { exampleCode } from './exampleCode';

/** In package.json as an activation event, so that the window can restore the file. */
const SCHEME = 'archive-answers-example';

const EXAMPLE = vscode.Uri.from({ scheme: SCHEME, path: '/example.py' });

/** Makes the example available as a read-only file, which closes without a question, and opens it. */
export class ExampleFile implements vscode.Disposable {
  readonly #registration = vscode.workspace.registerFileSystemProvider(SCHEME, new ExampleFileSystem(), {
    isReadonly: new vscode.MarkdownString(t('The example is read-only. Save it elsewhere to edit it.')),
  });

  async open(): Promise<void> {
    await vscode.window.showTextDocument(EXAMPLE, { preview: false });
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

/** A file system that contains the example only. */
class ExampleFileSystem implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const times = { ctime: 0, mtime: 0 };
    return uri.path === '/'
      ? { type: vscode.FileType.Directory, size: 0, ...times }
      : { type: vscode.FileType.File, size: this.readFile(uri).length, ...times };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [[EXAMPLE.path.slice(1), vscode.FileType.File]];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (uri.path !== EXAMPLE.path) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(localisedExample());
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

function localisedExample(): string {
  return exampleCode({
    intro: t('Hover over a name in the code, such as AsyncSession or Depends, to see its answers.'),
    lifespan: t('Runs at startup and at shutdown, in place of on_event.'),
    session: t(
      'One session and one transaction for each request. It is passed on, never shared between tasks.',
    ),
    scope: t('The commit comes before the response: if it fails, the client is told.'),
    eagerLoading: t(
      'A lazy load could not be awaited here: selectinload fetches the members along with the teams.',
    ),
  });
}
