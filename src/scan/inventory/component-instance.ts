import type { JudgedComponent } from '../../advisories/index.ts';
import type { Path } from '../../path.ts';
import type { Resource } from '../../resources/index.ts';

/** Parts of Istio that are looked for. */
export type ComponentName = Exclude<JudgedComponent['component'], 'istioctl' | 'kiali'>;

/** A part of Istio that runs, or that is going to. Pods of one workload that are alike are one. */
export interface ComponentInstance {
  readonly component: ComponentName;
  /** Of the workload: `Deployment`, `Pod`; `IstioOperator` for what a spec installs, `Proxy` for what only a dump tells of. */
  readonly kind: string;
  /** Empty for what has none. */
  readonly namespace: string;
  readonly name: string;
  /** Of the control plane that it is, or follows. */
  readonly revision?: string;
  /** As it is written. */
  readonly image?: string;
  /** What the workload asks for, where its Pods run something else. */
  readonly declaredImage?: string;
  readonly digest?: string;
  /** Of Istio, such as `1.30.2`; of vendors the one they build upon. */
  readonly version?: string;
  /** The minor release, where no more is known. */
  readonly line?: string;
  readonly versionFrom?: VersionSource;
  readonly origin: Origin;
  readonly variant?: string;
  readonly vendorSuffix?: string;
  /** Those that were given; 0 where only the workload was. */
  readonly pods: number;
  /** What shows it; absent for what no object shows. */
  readonly place?: InstancePlace;
}

export interface InstancePlace {
  readonly resource: Resource;
  /** In the object. */
  readonly path: Path;
}

/**
 * What a version was taken from: the tag of an `image`, the `tag` of an installation, an `annotation` of the Pod, the
 * `metadata` that a proxy reports, the istiod that injects it (`injector`), or what was `given` for all that say none.
 */
export type VersionSource = 'image' | 'tag' | 'annotation' | 'metadata' | 'injector' | 'given';

/** Who built it, as `parseImage` says. */
export type Origin = 'upstream' | 'vendor' | 'unreleased' | 'unknown';
