import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('./bundledPackages.mjs').BundledPackage} BundledPackage */

/** A version with a published vulnerability: a registry that does not name it does not know any. */
export const CANARY = { name: 'minimist', version: '0.0.8' };

/**
 * What came of asking: the advisories of packages by name and version, or why there is no answer.
 *
 * @typedef {{ readonly kind: 'answer', readonly advisories: readonly string[] }
 *   | { readonly kind: 'noAnswer', readonly why: string }} AuditResult
 */

/**
 * Asks npm's registry for advisories about packages, as if each were installed by itself.
 *
 * @param {readonly Pick<BundledPackage, 'name' | 'version'>[]} packages
 * @returns {AuditResult}
 */
export function audit(packages) {
  const folder = mkdtempSync(join(tmpdir(), 'archive-answers-audit-'));
  try {
    const { manifest, lock } = project([...packages, CANARY]);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    const { stdout, error } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    return error === undefined ? readReport(stdout) : { kind: 'noAnswer', why: error.message };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A project that has the packages: an alias each, since one package may be bundled in two versions.
 *
 * @param {readonly Pick<BundledPackage, 'name' | 'version'>[]} packages
 */
function project(packages) {
  const dependencies = Object.fromEntries(
    packages.map(({ name, version }, at) => [`package-${String(at)}`, `npm:${name}@${version}`]),
  );
  const installed = Object.fromEntries(
    packages.map(({ name, version }, at) => [`node_modules/package-${String(at)}`, { name, version }]),
  );
  const manifest = { name: 'audit', version: '0.0.0', private: true, dependencies };
  const lock = {
    name: 'audit',
    version: '0.0.0',
    lockfileVersion: 3,
    packages: { '': manifest, ...installed },
  };
  return { manifest, lock };
}

/**
 * Reads what `npm audit --json` prints. Whatever is not a report that knows the canary is no answer.
 *
 * @param {string} text
 * @returns {AuditResult}
 */
export function readReport(text) {
  const report = parse(text);
  if (report?.vulnerabilities === undefined) {
    const said = report?.message ?? report?.error?.summary ?? (text.trim() || 'npm printed nothing.');
    return { kind: 'noAnswer', why: `The registry refused or could not be reached: ${said}` };
  }
  const advisories = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.filter((one) => typeof one === 'object'),
  );
  if (!advisories.some(({ dependency, name }) => (dependency ?? name) === CANARY.name)) {
    const why = `The registry knows no advisories, not even those of ${CANARY.name} ${CANARY.version}.`;
    return { kind: 'noAnswer', why };
  }
  return {
    kind: 'answer',
    advisories: advisories
      .filter(({ dependency, name }) => (dependency ?? name) !== CANARY.name)
      .map(({ dependency, name, severity, title, url, range }) =>
        [`${dependency ?? name} ${range}`, severity, title, url].join('  '),
      ),
  };
}

/**
 * @typedef {object} Advisory
 * @property {string} name
 * @property {string} [dependency]
 * @property {string} severity
 * @property {string} title
 * @property {string} url
 * @property {string} range
 */

/**
 * What npm prints: a report, or why there is none.
 *
 * @typedef {object} Report
 * @property {Record<string, { readonly via: readonly (string | Advisory)[] }>} [vulnerabilities]
 * @property {string} [message]
 * @property {{ summary?: string }} [error]
 */

/**
 * @param {string} text
 * @returns {Report | undefined}
 */
function parse(text) {
  try {
    const value = /** @type {unknown} */ (JSON.parse(text));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
