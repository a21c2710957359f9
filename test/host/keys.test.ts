import { expect } from 'chai';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** The commands whose keys work wherever the focus is; the others' work in our own lists and pages only. */
const EVERYWHERE = ['search', 'searchSelection', 'findForError'].map((name) => `archiveAnswers.${name}`);

/** A key or chord, with the modifiers of each stroke in one order. */
const normalized = (keys: string): string =>
  keys
    .split(' ')
    .map((stroke) => stroke.split('+').sort().join('+'))
    .join(' ');

/** Whether one chord is the other, or begins it: then one of them could not be typed. */
const collide = (one: string, other: string): boolean =>
  `${normalized(one)} `.startsWith(`${normalized(other)} `) ||
  `${normalized(other)} `.startsWith(`${normalized(one)} `);

/** The alternatives of a condition, each a list of terms that all hold then. */
const alternatives = ({ when = '' }: Binding): readonly (readonly string[])[] =>
  when
    .split('||')
    .map((alternative) => alternative.split('&&').map((term) => term.trim()))
    .filter((terms) => !terms.includes('false') && !terms.includes('isMac'));

/** Whether two terms can never hold at once. */
const contradict = (one: string, other: string): boolean =>
  one === `!${other}` || other === `!${one}` || one.replace(' != ', ' == ') === other;

/** Whether the conditions of two bindings can never hold at once. */
const areExclusive = (ours: Binding, theirs: Binding): boolean =>
  alternatives(theirs).every((there) =>
    alternatives(ours).every((here) => here.some((term) => there.some((other) => contradict(term, other)))),
  );

describe('the keys that work everywhere', () => {
  let bindings: readonly Binding[];
  before(async () => {
    // The default keys of VS Code and of all extensions in it, as the window itself lists them.
    const list = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const document = await vscode.workspace.openTextDocument(list);
    bindings = parse(document.getText()) as readonly Binding[];
  });

  it('are listed among those of the system that the window runs on', () => {
    const save = bindings.filter(({ command }) => command === 'workbench.action.files.save');
    expect(save.map(({ key }) => normalized(key))).to.include('ctrl+s');
    expect(bindings).to.have.length.greaterThan(900);
  });

  it('take none from VS Code', () => {
    const ours = bindings.filter(({ command }) => EVERYWHERE.includes(command));
    expect(ours.map(({ command }) => command).sort()).to.deep.equal([...EVERYWHERE].sort());
    const theirs = bindings.filter(({ command }) => !command.includes('archiveAnswers.'));
    const taken = ours.flatMap((own) =>
      theirs
        .filter((other) => collide(own.key, other.key) && !areExclusive(own, other))
        .map((other) => `${own.key} of ${own.command} and ${other.key} of ${other.command}`),
    );
    expect(taken).to.deep.equal([]);
  });
});
