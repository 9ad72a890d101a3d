import type { Json, JsonObject } from '../json.ts';
import type { Path } from '../path.ts';
import type { Edit, EditStep } from './edit/edit-step.ts';
import type { Range } from './range.ts';

/** Why a document could not be read. It is an error of input: exit code 2. */
export interface ReadProblem {
  /** `yaml/syntax`, `yaml/duplicate-key`, `yaml/template`, `yaml/alias-expansion`, ...: a stable slug. */
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  readonly range: Range;
  /** How to mend it mechanically. */
  readonly fix?: { readonly description: string; readonly edits: readonly Edit[] };
}

/** Where a path lies: its value, and its key unless it is the root or a list item. */
export interface Location {
  readonly value: Range;
  readonly key?: Range;
  /** False when the path does not exist and the range is that of its nearest existing ancestor. */
  readonly exact: boolean;
}

/** A line of a file, without its line break. */
export interface NumberedLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** One document of a file. Its value is read at once, its positions only when somebody asks. */
export interface SourceDocument {
  /** As the user gave it, or relative to the working directory, with `/`; `-` (or `--stdin-filename`) for standard input. */
  readonly file: string;
  /** Number of the document in its file, from 0; empty documents are not counted. */
  readonly index: number;
  /** Undefined when the document did not parse; then `problems` says why. */
  readonly value: Json | undefined;
  readonly problems: readonly ReadProblem[];
  /** The lines `from`..`to` (1-based, inclusive) of the file, for code frames. */
  lines: (from: number, to: number) => string[];
  /**
   * The lines that hold `text`, of the document and of what stands before it: comments and the separator after the
   * document that came last. Costs a search of the text.
   */
  linesWith: (text: string) => NumberedLine[];
  /** Exact position of a path; accepts paths that do not exist. Re-reads the document on first use. */
  locate: (path: Path) => Location;
  /**
   * The changes of its text that make the steps, in their order in the text; undefined when the text does not allow one
   * of them without doubt.
   */
  edits: (steps: readonly EditStep[]) => Edit[] | undefined;
}

/** A Kubernetes object: a document, or an item of a `List`. */
export interface Resource {
  readonly document: SourceDocument;
  /** Where the object stands in its document: `[]`, or `['items', 3]`. */
  readonly base: Path;
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty when the object has none. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly value: JsonObject;
}

/** All that was read. */
export interface ReadResult {
  readonly documents: readonly SourceDocument[];
  /** Objects with apiVersion and kind; documents without them stay in `documents` only. */
  readonly resources: readonly Resource[];
  /** Number of files read. */
  readonly files: number;
  /** What the user should know but is no fault, one sentence each: a directory without any file to read. */
  readonly notices: readonly string[];
}
