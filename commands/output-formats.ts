/** What each format that `-o` takes somewhere is for. */
export const formatPurposes = {
  table: 'for people: columns, or findings with the lines around them',
  wide: 'a table with more columns',
  json: 'for programs, a document with apiVersion and kind',
  yaml: 'the same as YAML',
  name: 'names alone, one a line',
  short: 'a table as other tools print it',
  log: 'one line per finding: grep, editors, problem matchers',
  sarif: 'code scanning: SARIF 2.1.0',
  junit: 'test reports: JUnit XML',
  github: 'annotations of GitHub Actions, and a summary of the job',
  gitlab: 'a code quality report of GitLab',
  markdown: 'comments and wikis',
  cyclonedx: 'a bill of materials with what is known against it: CycloneDX 1.6',
  html: 'a page with filters, in one file that loads nothing: browsers, printers',
} as const;

export type OutputFormat = keyof typeof formatPurposes;

/** Their names; a setting for all commands counts only where the command has that format. */
export const outputFormats: readonly string[] = Object.keys(formatPurposes);
