import type { Finding } from '../../finding.ts';
import type { JsonObject } from '../../json.ts';
import type { SourceDocument } from '../../resources/index.ts';

/** A file with an IstioOperator, or several texts that count as one. */
export interface SpecFile {
  /** As the user gave it; `-` for standard input. */
  readonly name: string;
  readonly text: string;
}

/** What an installation is asked for with; later ones win. */
export interface SpecInputs {
  readonly files?: readonly SpecFile[];
  /** `path=value` each, as for `--set`. */
  readonly sets?: readonly string[];
  /**
   * Reads a profile of the user's own: `<folder>/profiles/<name>.yaml` of the folder that `installPackagePath` names, or
   * the file that `profile` names when it ends in `.yaml`. Undefined when there is no such file.
   */
  readonly readProfile?: (file: string) => Promise<SpecFile | undefined>;
  /** What is known of the cluster; lies between the profile and the files. */
  readonly detected?: JsonObject;
}

/** An IstioOperator with everything that was said laid over its profile. */
export interface OperatorSpec {
  /** Name of the profile at the bottom. */
  readonly profile: string;
  /** `metadata.name`, empty without one. */
  readonly name: string;
  /** The namespace of the control plane. */
  readonly namespace: string;
  /** The whole: apiVersion, kind, metadata, spec. */
  readonly merged: JsonObject;
  /** What files and `--set` say, without the profile. */
  readonly asked: JsonObject;
  /** What is wrong with it; errors stop rendering unless forced. */
  readonly findings: readonly Finding[];
  /** What was given, each with the document its places are in: files first, then each `--set`. */
  readonly layers: readonly SpecLayer[];
}

/** One thing that was given. */
export interface SpecLayer {
  readonly document: SourceDocument;
  readonly value: JsonObject;
}
