import type { Link } from '../model';
import { FILE_OR_HOST } from './namesInSentence';

const ANCHOR = /#(?:module-)?([A-Za-z_]\w*(?:\.\w+)*)$/;
/** A page of Python's documentation of the library: of a module, or of the names that need no import. */
const LIBRARY_PAGE = /^https?:\/\/docs\.python\.org\/(?:[a-z-]+\/)?3(?:\.\d+)?\/library\/([\w.]+)\.html/i;
/** Pages whose anchors are names of builtins. */
const BUILTIN_PAGES = new Set(['functions', 'exceptions', 'stdtypes', 'constants']);
const DOCUMENTATION =
  /^https?:\/\/(?!github\.com)(?:docs\.|[\w-]+\.readthedocs\.|[^/]+\/(?:[^#]*\/)?(?:docs?|reference|api|library)(?:\/|\.))/i;

/** The qualified names whose documentation a link leads to, in the words of its address or its text. */
export function documentedNames({ target, text }: Link): readonly string[] {
  const names: string[] = [];
  const page = LIBRARY_PAGE.exec(target)?.[1];
  // The anchor of a parameter leads to its function.
  const anchor = ANCHOR.exec(target.replace(/\.params\..*/s, ''))?.[1];
  const isName = anchor !== undefined && (anchor.includes('.') || target.includes('#module-'));
  if (anchor !== undefined && (isName || (page !== undefined && BUILTIN_PAGES.has(page)))) names.push(anchor);
  else if (page !== undefined && !BUILTIN_PAGES.has(page) && !target.includes('#')) names.push(page);
  if (isName || !DOCUMENTATION.test(target) || /^https?:/i.test(text)) return names;
  // A page about several names: the text says which.
  const address = new Set(target.toLowerCase().match(/[a-z_]\w*/g) ?? []);
  for (const [name] of text.matchAll(/[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g)) {
    const parts = name.toLowerCase().split('.');
    const isInAddress = parts.length > 1 ? parts.every((part) => address.has(part)) : page === name;
    if (isInAddress && !FILE_OR_HOST.test(name) && !names.includes(name)) names.push(name);
  }
  return names;
}
