// Asks npm's registry for known vulnerabilities of everything that is bundled into dist/: `npm run audit`. Needs a network,
// so that CI does not run it. Exit codes: 0 none is known, 1 some are, 3 the registry gave no answer.
import { audit } from './dependencies/audit.mjs';
import { bundledPackages } from './dependencies/bundledPackages.mjs';

const packages = bundledPackages();
const result = audit(packages);
const names = packages.map(({ name, version }) => `${name} ${version}`);
console.log(`${String(names.length)} bundled packages: ${names.join(', ')}`);
if (result.kind === 'noAnswer') {
  console.error(`Not audited. ${result.why}`);
  process.exitCode = 3;
} else if (result.advisories.length > 0) {
  console.error(`Known vulnerabilities:\n${result.advisories.join('\n')}`);
  process.exitCode = 1;
} else {
  console.log('No known vulnerabilities.');
}
