import type { Finding, Severity } from '../finding.ts';
import type { Paint } from './colors.ts';

/** The program that made the findings. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  readonly informationUri: string;
}

/** A rule that could not judge some objects: what it would have to know is not there. */
export interface UndecidedRule {
  readonly rule: string;
  readonly code: string;
  /** What is missing, for people. */
  readonly reason: string;
  /** Number of objects it could not judge. */
  readonly objects: number;
}

/** What was read and what came of it. */
export interface Summary {
  /** Files, documents and objects that were read. */
  readonly files: number;
  readonly documents: number;
  readonly resources: number;
  /** Objects of kinds that no check reads: kind to number. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings left out because the user suppressed them, or because the baseline holds them. */
  readonly suppressed: number;
  readonly baselined: number;
  /** Rules that could not decide, once for each reason. */
  readonly undecided: readonly UndecidedRule[];
  /** For the summary line alone: no document holds these two, since the same input has to give the same bytes. */
  readonly rulesRun?: number;
  readonly milliseconds?: number;
}

/** What is known of a rule apart from its findings. */
export interface RuleInfo {
  readonly slug: string;
  readonly code: string;
  /** One sentence, plain text. */
  readonly summary: string;
  readonly severity: Severity;
  /** Address of its page. */
  readonly docs: string;
  /** Why it matters and what to do, Markdown. */
  readonly help: string;
  /** Of what weakens security: how much, from 0 to 10, as CVSS counts. */
  readonly score?: number;
}

/** All that an output format may show. */
export interface FindingReport {
  readonly tool: Tool;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly rules: readonly RuleInfo[];
  /** Every file that was checked, with or without findings. */
  readonly files: readonly string[];
  /** The lines `from`..`to` (from 1, inclusive) of a file; fewer or none where they are not to be had. */
  readonly lines: (file: string, from: number, to: number) => readonly string[];
}

/** The least severity that fails a build. */
export type FailOn = Severity | 'never';

/** How a format shows a report; each takes what it has a use for. */
export interface FormatOptions {
  /** Colours of the formats for people; plain text without. */
  readonly styles?: Paint;
  /** Width of the terminal; without it nothing is wrapped. */
  readonly columns?: number;
  /** Folder that the paths of sarif, gitlab, github and junit are made relative to. */
  readonly root?: string;
  /** For formats that know only pass and fail. Default: `error`. */
  readonly failOn?: FailOn;
}

/** Report in, text out; the text ends with a newline unless it is empty. */
export type FindingFormatter = (report: FindingReport, options?: FormatOptions) => string;
