/**
 * What one table of names says that another does not: names with their kinds, other paths, pages, members, codes. Tables
 * are compared by what they mean, since equal ones can be written in several ways.
 *
 * @param {object} before
 * @param {object} after
 * @returns {readonly string[]}
 */
export function lostFacts(before, after) {
  const statements = new Set(statementsOf(after));
  return [...new Set(statementsOf(before))].filter((statement) => !statements.has(statement));
}

/**
 * @typedef {import('./factFiles.mjs').WordsByModule} WordsByModule
 * @typedef {Readonly<Record<string, WordsByModule>>} Nested
 * @typedef {object} Table
 * @property {Readonly<Record<string, string>>} packages
 * @property {Nested} names
 * @property {Nested} alsoIn
 * @property {Readonly<Record<string, string>>} renamed
 * @property {Nested} pages
 * @property {Nested} members
 * @property {{ readonly page: string, readonly titles: Readonly<Record<string, string>>, readonly raised?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> }} errorCodes
 * @property {Readonly<Record<string, Pick<Table, 'names' | 'alsoIn' | 'renamed' | 'members'>>>} [removed]
 */

/**
 * @param {object} stored
 * @returns {Generator<string>}
 */
function* statementsOf(stored) {
  const table = /** @type {Table} */ (stored);
  for (const name of Object.keys(table.packages)) yield `package ${name}`;
  yield* nameStatements(table);
  for (const [page, byModule] of Object.entries(table.pages)) {
    for (const [key, words] of Object.entries(byModule)) {
      for (const word of split(words)) yield `${page} explains ${word} of ${key}`;
    }
  }
  for (const [version, removed] of Object.entries(table.removed ?? {})) {
    for (const statement of nameStatements(removed)) yield `${statement}, until ${version}`;
  }
  yield `codes are on ${table.errorCodes.page}`;
  for (const [code, title] of Object.entries(table.errorCodes.titles)) yield `code ${code}: ${title}`;
  for (const [code, byClass] of Object.entries(table.errorCodes.raised ?? {})) {
    for (const [name, messages] of Object.entries(byClass)) {
      for (const message of ['', ...messages]) yield `code ${code} of ${name}: ${message}`;
    }
  }
}

/**
 * @param {Pick<Table, 'names' | 'alsoIn' | 'renamed' | 'members'>} table
 * @returns {Generator<string>}
 */
function* nameStatements({ names, alsoIn, renamed, members }) {
  for (const [kind, byModule] of Object.entries(names)) {
    for (const [module, words] of Object.entries(byModule)) {
      for (const word of split(words)) yield `${kind} ${module}.${word}`;
    }
  }
  for (const [other, byModule] of Object.entries(alsoIn)) {
    for (const [module, words] of Object.entries(byModule)) {
      for (const word of split(words)) yield `${other}.${word} is ${module}.${word}`;
    }
  }
  for (const [path, name] of Object.entries(renamed)) yield `${path} is ${name}`;
  for (const [module, byClass] of Object.entries(members)) {
    for (const last of Object.keys(byClass)) {
      for (const member of membersOf(`${module}.${last}`, members))
        yield `member ${module}.${last}.${member}`;
    }
  }
}

/**
 * @param {string} name
 * @param {Nested} members
 * @returns {readonly string[]}
 */
function membersOf(name, members) {
  const dot = name.lastIndexOf('.');
  const words = split(members[name.slice(0, dot)]?.[name.slice(dot + 1)] ?? '');
  return words.flatMap((word) => (word.includes('.') ? membersOf(word, members) : [word]));
}

/** @param {string} words */
function split(words) {
  return words === '' ? [] : words.split(' ');
}
