import type { FindingFormatter } from './report.ts';

/** The formats of findings by the name that `-o` takes. Each is loaded when it is asked for. */
export const findingFormats = {
  table: async () => (await import('./findings/table.ts')).formatTable,
  log: async () => (await import('./findings/log.ts')).formatLog,
  json: async () => (await import('./findings/json.ts')).formatJson,
  yaml: async () => (await import('./findings/yaml.ts')).formatYaml,
  sarif: async () => (await import('./findings/sarif.ts')).formatSarif,
  junit: async () => (await import('./findings/junit.ts')).formatJunit,
  github: async () => (await import('./findings/github.ts')).formatGithub,
  gitlab: async () => (await import('./findings/gitlab.ts')).formatGitlab,
  markdown: async () => (await import('./findings/markdown.ts')).formatMarkdown,
  html: async () => (await import('./findings/html/html.ts')).formatHtml,
} satisfies Record<string, () => Promise<FindingFormatter>>;

/** The name of a format of findings. */
export type FindingFormat = keyof typeof findingFormats;

export { apiVersion, jsonText, toJson, type Body } from './envelope.ts';
export { findingBody } from './findings/finding-list.ts';
export { findingLine } from './findings/log.ts';
export { fails } from './findings/fails.ts';
export { withoutLesser } from './findings/without-lesser.ts';
export { githubSummary } from './findings/github-summary.ts';
export { escapeLines, printable } from './printable.ts';
export { markdownCode, markdownText } from './markdown-text.ts';
export type {
  FailOn,
  FindingFormatter,
  FindingReport,
  FormatOptions,
  RuleInfo,
  Summary,
  Tool,
  UndecidedRule,
} from './report.ts';
export { paint } from './colors.ts';
export type { Paint } from './colors.ts';
export { summaryLine } from './summary-line.ts';
export { undecidedLines } from './undecided-lines.ts';
export { table } from './table.ts';
export type { Column } from './table.ts';
