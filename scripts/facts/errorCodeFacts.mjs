import { sortedRecord } from './factFiles.mjs';

/**
 * The error codes: the page of their documentation, their titles, and what is raised with them in any version.
 *
 * @param {import('./factFiles.mjs').NameFacts} facts
 * @param {import('./factFiles.mjs').MoreFacts} more
 */
export function errorCodeFacts({ sqlalchemyErrorCodes }, more) {
  const titles = new Map(sqlalchemyErrorCodes.map(({ code, title }) => [code, title]));
  /** @type {Map<string, Map<string, Set<string>>>} */
  const raised = new Map();
  for (const { code, class: className = '', messages = [] } of more.errorCodes) {
    /** @type {Map<string, Set<string>>} */
    const byClass = raised.get(code) ?? new Map();
    raised.set(code, byClass);
    const all = byClass.get(className) ?? new Set();
    byClass.set(className, all);
    for (const message of messages) all.add(message);
  }
  return {
    page: sharedPage(sqlalchemyErrorCodes),
    titles: sortedRecord(titles, (title) => title),
    raised: sortedRecord(raised, (byClass) => sortedRecord(byClass, (messages) => [...messages])),
  };
}

/** @param {import('./factFiles.mjs').NameFacts['sqlalchemyErrorCodes']} codes */
function sharedPage(codes) {
  const pages = new Set(codes.map(({ code, url }) => url.slice(0, url.length - code.length)));
  const [page = ''] = pages;
  if (pages.size > 1) throw new Error(`The error codes are on several pages: ${[...pages].join(', ')}`);
  return page;
}
