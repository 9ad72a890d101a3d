import type { JsonObject } from '../json.ts';

/** A file of a chart; names are relative to the chart, with `/`. */
export interface ChartFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What Chart.yaml says about a chart that another one needs. */
export interface Dependency {
  readonly name: string;
  /** A constraint, such as `^1.2`; empty for any version. */
  readonly version: string;
  readonly alias: string;
  /** Paths of settings that switch it on or off, the first one that is there counts. */
  readonly conditions: readonly string[];
  readonly tags: readonly string[];
  readonly importValues: readonly ImportedValues[];
}

/** Settings of a dependency that its parent takes over as defaults; `.` is the top level. */
export interface ImportedValues {
  readonly child: string;
  readonly parent: string;
}

/** A chart of Helm: https://helm.sh/docs/topics/charts/ */
export interface Chart {
  readonly name: string;
  readonly version: string;
  /** Chart.yaml, as it is written. */
  readonly metadata: JsonObject;
  /** Undefined when Chart.yaml does not say, which leaves all charts of `charts/` switched on. */
  readonly dependencies: readonly Dependency[] | undefined;
  /** The defaults. */
  readonly values: JsonObject;
  readonly templates: readonly ChartFile[];
  /** What templates can read, `crds/` among it. */
  readonly files: readonly ChartFile[];
  readonly subcharts: readonly Chart[];
  /** Where it was found, for messages. */
  readonly place: string;
}
