/**
 * A type as an annotation has it: a name with its arguments, alternatives, or something that leads to no name.
 *
 * @typedef {{ readonly kind: 'name', readonly name: string, readonly args: readonly Type[] }
 *   | { readonly kind: 'union', readonly options: readonly Type[] }
 *   | { readonly kind: 'other', readonly text: string }} Type
 */

const TOKEN =
  /\s*(?:(?<name>[A-Za-z_][\w.]*)|(?<sign>\[|\]|\(|\)|,|\|)|(?<other>\.\.\.|-?[\d.]+|[{}:=*<>+-]))/y;

/**
 * Reads an annotation: names, subscripts, `|`, and quotes around any part. Whatever else there is makes it `undefined`:
 * no type is better than a wrong one.
 *
 * @param {string} text
 * @returns {Type | undefined}
 */
export function parseAnnotation(text) {
  // Quotes only defer evaluation; strings of `Literal` may hold anything, and lead nowhere.
  if (/\bLiteral\b/.test(text)) return undefined;
  const tokens = tokensOf(text.replace(/(["'])([\w.[\], |]*)\1/g, '$2'));
  if (tokens === undefined) return undefined;
  const reader = { tokens, at: 0 };
  const type = readUnion(reader);
  return reader.at === tokens.length ? type : undefined;
}

/** @typedef {{ readonly tokens: readonly string[], at: number }} Reader */

/** @param {string} text */
function tokensOf(text) {
  const tokens = [];
  const trimmed = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const groups = TOKEN.exec(trimmed)?.groups;
    if (groups === undefined) return undefined;
    tokens.push(groups['name'] ?? groups['sign'] ?? groups['other'] ?? '');
  }
  return tokens;
}

/**
 * @param {Reader} reader
 * @returns {Type | undefined}
 */
function readUnion(reader) {
  const options = [];
  do {
    const option = readSingle(reader);
    if (option === undefined) return undefined;
    options.push(option);
  } while (take(reader, '|'));
  const [only] = options;
  return options.length === 1 ? only : { kind: 'union', options };
}

/**
 * @param {Reader} reader
 * @returns {Type | undefined}
 */
function readSingle(reader) {
  const token = reader.tokens[reader.at];
  if (token === undefined) return undefined;
  // The parameters of a Callable.
  if (token === '[') {
    const args = readArguments(reader, '[', ']');
    return args === undefined ? undefined : { kind: 'other', text: '[]' };
  }
  if (/^[\]),|(]$/.test(token)) return undefined;
  reader.at += 1;
  if (!/^[A-Za-z_]/.test(token)) return { kind: 'other', text: token };
  // A call, in the metadata of Annotated.
  if (reader.tokens[reader.at] === '(') return undefined;
  const args = reader.tokens[reader.at] === '[' ? readArguments(reader, '[', ']') : [];
  return args === undefined ? undefined : { kind: 'name', name: token, args };
}

/**
 * @param {Reader} reader
 * @param {string} open
 * @param {string} close
 * @returns {readonly Type[] | undefined}
 */
function readArguments(reader, open, close) {
  if (!take(reader, open)) return undefined;
  const args = [];
  while (!take(reader, close)) {
    const arg = readUnion(reader);
    if (arg === undefined) return undefined;
    args.push(arg);
    if (!take(reader, ',') && reader.tokens[reader.at] !== close) return undefined;
  }
  return args;
}

/**
 * @param {Reader} reader
 * @param {string} token
 */
function take(reader, token) {
  if (reader.tokens[reader.at] !== token) return false;
  reader.at += 1;
  return true;
}
