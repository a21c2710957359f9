import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.vscode-test/', '.test-out/', '.mutants/', 'test/fixtures/', 'examples/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // markdown-it's typed arrays of token positions are dense: an index that its own loop yields is there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/parameter-properties': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', {}],
      eqeqeq: 'error',
      'no-console': 'error',
      // TypeScript knows the globals of each folder better.
      'no-undef': 'off',
    },
  },
  {
    // One writer each: text of archives reaches a terminal, the log and notifications through it only.
    files: ['src/**'],
    ignores: ['src/cli/output.ts', 'src/vscode/base/log.ts', 'src/vscode/base/notify.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'console', message: 'Use the log, or print of src/cli.' }],
      'no-restricted-imports': ['error', 'node:process', 'process', 'node:console', 'console', 'node:tty'],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'stdout', message: 'Write through src/cli/output.ts.' },
        { object: 'process', property: 'stderr', message: 'Write through src/cli/output.ts.' },
        { property: 'createOutputChannel', message: 'Write through src/vscode/base/log.ts.' },
        { property: 'showInformationMessage', message: 'Use notify.' },
        { property: 'showWarningMessage', message: 'Use notify.' },
        { property: 'showErrorMessage', message: 'Use notify.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSQualifiedName[right.name=/^(Log)?OutputChannel$/]',
          message: 'Write through src/vscode/base/log.ts.',
        },
      ],
    },
  },
  {
    // Programs in a terminal, and the host tests, whose only way out is the console.
    files: ['scripts/**', 'test/host/index.ts', 'test/host/leaks/leaks.test.ts'],
    rules: { 'no-console': 'off' },
  },
);
