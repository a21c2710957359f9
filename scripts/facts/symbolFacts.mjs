import { membersByClass } from './classMembers.mjs';
import { errorCodeFacts } from './errorCodeFacts.mjs';
import { splitPath, WordTable } from './factFiles.mjs';
import { memberWords } from './memberWords.mjs';
import { namesByKind, otherPaths } from './nameTables.mjs';
import { newNames, newPaths } from './newNames.mjs';
import { movedNames, removedFacts } from './removedFacts.mjs';

const ABOUT = [
  'Made by "npm run facts"; docs/code.md says how. Public names of Python packages, as facts of the versions under "packages": where each name is defined to be imported from, by kind and module (an alias or a constant means its symbol only with its path or an import);',
  'the other modules it can be reached through ("alsoIn": other module, own module, names; "renamed": where the last word differs too);',
  'the page of the documentation that explains it ("pages": page, module and the one its anchors name where that is another, names, followed by :anchor where that is another);',
  'the public members of classes, inherited ones included ("members": module, class, members; a word with a dot stands for all members of that class);',
  'what SQLAlchemy no longer has ("removed": the last version that has it, then the same form);',
  'the error codes of SQLAlchemy, with the exceptions and warnings that have them ("raised": code, class or nothing where only the documentation is known, constant words of messages with {} for what varies; a class without messages implies the code by itself).',
].join(' ');

/**
 * The table of names as the product stores it; `src/core/symbolTable/symbolFacts.ts` describes the form. Equal facts
 * give an equal table, in whatever order their records are.
 *
 * @param {import('./factFiles.mjs').NameFacts} facts
 * @param {import('./factFiles.mjs').MoreFacts} more
 */
export function symbolFacts(facts, more) {
  const moved = movedNames(more);
  const added = newPaths(facts, more);
  const symbols = [...facts.symbols, ...newNames(facts, more)].map(({ name, kind, aliases = [] }) => {
    const gone = [name, ...aliases].flatMap((path) => moved.get(path) ?? []);
    return { name, kind, aliases: [...aliases, ...(added.get(name) ?? []), ...gone] };
  });
  return {
    about: ABOUT,
    packages: facts.packages,
    names: namesByKind(symbols),
    ...otherPaths(symbols),
    pages: pagesOf(facts.symbols),
    members: memberWords(membersByClass(facts, more)),
    removed: removedFacts(more),
    errorCodes: errorCodeFacts(facts, more),
  };
}

/** @param {readonly import('./factFiles.mjs').SymbolRecord[]} symbols */
function pagesOf(symbols) {
  const table = new WordTable();
  for (const { name, docs } of symbols) {
    if (docs === undefined) continue;
    const [page = '', anchor = ''] = docs.split('#');
    const [module, last] = splitPath(name);
    const [anchorModule, anchorLast] = splitPath(anchor);
    const key = anchorModule === module ? module : `${module} as ${anchorModule}`;
    table.add(page, key, anchorLast === last ? last : `${last}:${anchorLast}`);
  }
  return table.toRecord();
}
