import type { Detection, DetectQuery } from '../detect/index.ts';
import type { Json } from '../json.ts';

export type ChangeArea =
  | 'ambient'
  | 'cli'
  | 'extensibility'
  | 'gateway'
  | 'injection'
  | 'install'
  | 'scale'
  | 'security'
  | 'telemetry'
  | 'traffic';

/** How the old behaviour comes back. */
export interface Revert {
  /**
   * Where the setting is: `istiodEnv` below `values.pilot.env`, `proxyMetadata` and `runtimeValue` in
   * `meshConfig.defaultConfig`, `meshConfig` and `helmValue` by their path.
   */
  readonly kind: 'istiodEnv' | 'proxyMetadata' | 'helmValue' | 'meshConfig' | 'runtimeValue';
  readonly key: string;
  readonly value: Json;
  /** The value of `compatibilityVersion` that does it, too, in releases that know it. */
  readonly compatibilityVersion?: string;
  /** An annotation that does it for one Pod. */
  readonly perPod?: string;
}

export type ChangeSource =
  | 'upgrade-notes'
  | 'release-notes'
  | 'code'
  | 'env-diff'
  | 'values-diff'
  | 'annotation-diff'
  | 'announcement';

/** A record as the tables have it. */
export interface ChangeRecord {
  /** The minor version that has it first, and a few words: `1.24-retry-503`. */
  readonly id: string;
  readonly area: ChangeArea;
  readonly kind: 'default' | 'behaviour' | 'breaking' | 'removed' | 'deprecated' | 'added';
  readonly impact: 'high' | 'medium' | 'low';
  /** What is different, one or two sentences. */
  readonly change: string;
  /** What to do about it; absent when there is nothing to do. */
  readonly action?: string;
  readonly revert?: Revert;
  /** Whether files suffice to see who is concerned, or a cluster, or nothing does. */
  readonly detectability: 'config' | 'cluster' | 'none';
  /** Default: any. */
  readonly match?: NonNullable<DetectQuery['match']>;
  readonly detect?: readonly Detection[];
  readonly source: ChangeSource;
  /** Patches of older minor versions that have it, too: one for each minor version. */
  readonly backports?: readonly string[];
  /** The first patch that has it, when that is not the first release of its minor version. */
  readonly firstIn?: string;
  /** The first version that is free of it again. */
  readonly endsIn?: string;
  readonly note?: string;
}

/** Something that is different from one minor version to the next. */
export interface UpgradeChange extends Omit<ChangeRecord, 'source' | 'detect'> {
  /** Minor versions. */
  readonly from: string;
  readonly to: string;
  readonly detect: readonly Detection[];
  readonly source: { readonly kind: ChangeSource; readonly url: string };
}
