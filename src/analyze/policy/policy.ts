import type { Severity } from '../../finding.ts';
import type { Range } from '../../resources/index.ts';

/** A severity that a rule is given, or that its findings are left out. */
export type Level = Severity | 'off';

/** Severities for some rules, for all files or for some. */
export interface SeverityLayer {
  /** Patterns of `matchesPath`; without them, for all files. */
  readonly files?: readonly string[];
  /** Code or slug to level. */
  readonly levels: ReadonlyMap<string, Level>;
}

/** What a flag suppresses. */
export interface FlagSuppression {
  /** As it was given. */
  readonly text: string;
  /** Code or slug. */
  readonly rule: string;
  /** Pattern of `matchesResource`; without it, for all. */
  readonly resource?: string;
}

/** What an entry of the settings suppresses. */
export interface IgnoreEntry {
  /** Code or slug. */
  readonly rule: string;
  /** Pattern of `matchesResource`. */
  readonly resource?: string;
  /** Patterns of `matchesPath`. */
  readonly files?: readonly string[];
  readonly reason: string;
  /** The last day on which it counts, `YYYY-MM-DD`. */
  readonly until?: string;
  /** Where it is written. */
  readonly place: Place;
}

/** A place in a settings file. */
export interface Place {
  readonly file: string;
  readonly path: string;
  readonly range: Range;
}

/** Which findings the user wants to see, and how severe they are. The names of all rules are those that findings carry. */
export interface Policy {
  /** Absolute path of the folder that patterns of files count from. */
  readonly folder: string;
  /** Those that come later win; in one of them a slug wins over a code. */
  readonly severities: readonly SeverityLayer[];
  readonly flags: readonly FlagSuppression[];
  readonly ignore: readonly IgnoreEntry[];
}
