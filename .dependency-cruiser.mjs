// Imports point one way: vscode | cli → sources | node → core; webview → protocol; the core imports nothing above it.
const SURFACES = '^src/(vscode|cli|webview)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-imports-core',
      severity: 'error',
      comment: 'The core runs everywhere: it knows no surface, no source, no platform.',
      from: { path: '^src/core/' },
      to: { path: '^src/', pathNot: '^src/core/' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^src/(core|sources)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-vscode-imports-vscode',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/vscode/' },
      to: { path: '^vscode$|@types/vscode' },
    },
    {
      name: 'sources-import-core',
      severity: 'error',
      from: { path: '^src/sources/' },
      to: { path: '^src/', pathNot: '^src/(core|sources)/' },
    },
    {
      name: 'node-imports-sources-and-core',
      severity: 'error',
      from: { path: '^src/node/' },
      to: { path: '^src/', pathNot: '^src/(core|sources|node)/' },
    },
    {
      name: 'extension-runs-without-node',
      severity: 'error',
      comment: 'The extension also runs in a web worker.',
      from: { path: '^src/(vscode|webview)/' },
      to: { path: '^src/node/' },
    },
    {
      name: 'surfaces-know-no-other-surface',
      severity: 'error',
      from: { path: SURFACES },
      to: { path: SURFACES, pathNot: '^src/$1/' },
    },
    {
      name: 'page-knows-the-protocol-only',
      severity: 'error',
      comment: 'Apart from small helpers that know nothing of archives.',
      from: { path: '^src/webview/' },
      to: { path: '^src/', pathNot: '^src/(webview/|protocol\\.ts$|core/base/)' },
    },
    {
      name: 'protocol-stands-alone',
      severity: 'error',
      from: { path: '^src/protocol\\.ts$' },
      to: { path: '^src/' },
    },
    {
      name: 'heavy-bundles-load-lazily',
      severity: 'error',
      comment: 'What a lazy bundle holds is imported with import() only, or as types.',
      from: { path: '^src/vscode/', pathNot: '^src/vscode/lazy/' },
      to: { path: '^src/vscode/lazy/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.vscode-test)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
