import type { JsonObject } from '../../json.ts';

/** Kinds that decide what a VM is given. */
export type ReadKind = 'ConfigMap' | 'Service' | 'WorkloadGroup';

/** Where the objects of a cluster are read from: its API, or files. */
export interface ClusterObjects {
  /** What messages call it: `the cluster`, or the folder. */
  readonly name: string;
  /** Whether something that is missing is a fault of the input, not of the environment. */
  readonly saved: boolean;
  /** Undefined when there is none. */
  readonly find: (kind: ReadKind, namespace: string, name: string) => Promise<JsonObject | undefined>;
  /** The revision behind a tag; undefined when there is no such tag, or when it may not be read. */
  readonly revisionOfTag: (tag: string) => Promise<string | undefined>;
}
