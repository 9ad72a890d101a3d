import type { JsonObject } from '../../json.ts';

/** What is asked for besides the state of the cluster. */
export interface PrecheckOptions {
  /** The revision that is to be installed. Default: `default`. */
  readonly revision?: string;
  /** What is to be installed, rendered; its workloads must find room. */
  readonly objects?: readonly JsonObject[];
  /** `values.global.platform` of the spec. */
  readonly platform?: string;
  /** Whether the revision was named: then what is there of it is to be replaced, knowingly or not. */
  readonly named?: boolean;
  /** The version that is to be upgraded from: see `parseFromVersion`. */
  readonly from?: IstioMinor;
  /** False for only what `from` asks for. Default: true. */
  readonly controlPlane?: boolean;
}

/** A minor version of Istio 1. */
export interface IstioMinor {
  readonly minor: number;
  /** As it was given, such as `1.28.3`: some patches have changes of later minor versions. */
  readonly version?: string;
}
