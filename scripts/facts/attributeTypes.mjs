import { publicClassRecords } from './classMembers.mjs';
import { ClassNames } from './classNames.mjs';
import { memberWords } from './memberWords.mjs';
import { stubType } from './stubTypes.mjs';

const ABOUT = [
  'Made by "npm run facts"; docs/code.md says how. What attributes of library classes hold, as far as that is public classes with members:',
  'module, class, attributes with their types; a word without a type is a class whose attributes it has. The stubs in types.json are written by hand and win.',
].join(' ');

/**
 * The types of attributes, from the texts of their annotations.
 *
 * @param {import('./factFiles.mjs').NameFacts} facts
 * @param {import('./factFiles.mjs').MoreFacts} more
 */
export function attributeTypes(facts, more) {
  const classNames = new ClassNames(facts, more);
  /** @type {Map<string, Set<string>>} */
  const typed = new Map();
  for (const { name, attributes = {}, form } of publicClassRecords(facts, more)) {
    // Keys of dictionaries are no attributes, and constants of enumerations have no members.
    if (form !== undefined) continue;
    const words = typed.get(name) ?? new Set();
    typed.set(name, words);
    for (const [attribute, annotation] of Object.entries(attributes)) {
      const type = stubType(annotation, (written) => classNames.meantBy(written, name));
      if (type !== undefined) words.add(`${attribute}:${type}`);
    }
  }
  return { about: ABOUT, types: memberWords(typed) };
}
