import type { Cluster } from '../cluster.ts';

/** One look of the controllers at the cluster. */
export interface Pass {
  readonly cluster: Cluster;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When something was seen for the first time, such as a pod by its uid. */
  readonly firstSeen: (key: string) => number;
  /** Asks for another look at a time. */
  readonly wakeAt: (time: number) => void;
}

/** Looks at the cluster and does its part, if there is something to do. What it does makes another pass. */
export type Controller = (pass: Pass) => void;
