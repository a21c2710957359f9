import { expect } from 'chai';
import { isSourceError } from '../../src/core/archive/archiveSource';
import { workspaceFileSystem } from '../../src/vscode/library/workspaceFileSystem';
import { fixtures } from './workspace';

/** Bytes. */
const LIMIT = 1_000_000;

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the workbench file system', () => {
  it('tells files, folders and nothing apart', async () => {
    expect(await workspaceFileSystem.kind(fixtures('room').toString())).to.equal('folder');
    expect(await workspaceFileSystem.kind(fixtures('room', 'room.md').toString())).to.equal('file');
    expect(await workspaceFileSystem.kind(fixtures('nowhere').toString())).to.equal(undefined);
  });

  it('lists a folder and joins paths', async () => {
    const items = await workspaceFileSystem.list(fixtures('room').toString(), 100);
    expect(items.map(({ name, kind }) => `${name} ${kind}`)).to.include.members([
      'images folder',
      'room.md file',
    ]);
    expect(workspaceFileSystem.join(fixtures('room').toString(), 'images/there.png')).to.equal(
      fixtures('room', 'images', 'there.png').toString(),
    );
  });

  it('reads text, and knows its size and when it was changed', async () => {
    expect(await workspaceFileSystem.readText(fixtures('room', 'room.md').toString(), LIMIT)).to.contain(
      '# 파이썬 질문방',
    );
    const facts = await workspaceFileSystem.facts(fixtures('room', 'room.md').toString());
    expect(facts?.bytes).to.be.greaterThan(1000);
    expect(await workspaceFileSystem.facts(fixtures('room', 'images').toString())).to.equal(undefined);
    expect(await workspaceFileSystem.facts(fixtures('nowhere').toString())).to.equal(undefined);
  });

  it('says why a file cannot be read', async () => {
    const missing = await failure(workspaceFileSystem.readText(fixtures('nowhere.md').toString(), LIMIT));
    expect(isSourceError(missing)).to.equal(true);
    const picture = await failure(
      workspaceFileSystem.readText(fixtures('broken', 'picture.md').toString(), LIMIT),
    );
    expect(picture).to.have.property('message', 'it is not UTF-8 text. Save it as UTF-8.');
    const folder = await failure(workspaceFileSystem.readText(fixtures('room').toString(), LIMIT));
    expect(folder).to.have.property('message', 'it is a folder.');
    const large = await failure(workspaceFileSystem.readText(fixtures('room', 'room.md').toString(), 100));
    expect(isSourceError(large)).to.equal(true);
  });
});
