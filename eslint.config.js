import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const cli = {
  group: ['commander', '**/commands/*', 'chalk', 'ora', 'inquirer'],
  message: 'src is the library: only commands/ may use this.',
};

export default tseslint.config(
  { ignores: ['dist', '.cache', 'testdata', 'docs'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Return an exit code.' },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/output/**', '**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [cli] }] },
  },
  // The schema of a kind is a table: its length is the length of the API.
  { files: ['src/api/**/*.ts'], ignores: ['src/api/schema/**'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.test.ts'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  {
    files: ['scripts/**', 'bench/**', 'conformance/**', 'bin/**'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off', 'max-lines-per-function': 'off' },
  },
);
