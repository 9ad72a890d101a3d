import { compareText } from '../../compare-text.ts';
import type { Resource } from '../../resources/index.ts';
import type { ComponentInstance, ComponentName } from './component-instance.ts';
import { instancesInPods } from './instances-in-pods.ts';
import { instancesInSpecs } from './instances-in-specs.ts';
import type { ProxyReport } from './proxy-report.ts';
import { versionOfTag } from './version-of-image.ts';
import { withKnownVersions } from './with-known-versions.ts';
import { withReports } from './with-reports.ts';

/** What components are looked for in. */
export interface InventoryInput {
  readonly resources: readonly Resource[];
  /** What proxies say of themselves, as `readProxyReports` gives it. */
  readonly reports?: readonly ProxyReport[];
  /** The version of all that say none, such as `1.30.2`. */
  readonly istioVersion?: string;
}

/**
 * Finds the parts of Istio that run or are going to, by component, namespace and name. When there are none and a version
 * is given, a control plane with a gateway and sidecars of that version is assumed.
 */
export function takeInventory({
  resources,
  reports = [],
  istioVersion,
}: InventoryInput): readonly ComponentInstance[] {
  const inPods = instancesInPods(resources);
  const runs = new Set(inPods.map(({ component }) => component));
  const planned = instancesInSpecs(resources).filter(({ component }) => !runs.has(component));
  const found = withReports([...inPods, ...planned], reports);
  if (found.length === 0 && istioVersion !== undefined) return assumed(istioVersion);
  return withKnownVersions(found, istioVersion).toSorted(byPlace);
}

const assumed = (version: string): readonly ComponentInstance[] =>
  (['istiod', 'gateway', 'sidecar'] as const).map((component) => ({
    ...{ component, kind: 'Mesh', namespace: '', name: component, pods: 0 },
    ...versionOfTag(version, 'given'),
  }));

const components: readonly ComponentName[] = [
  ...(['istiod', 'cni', 'ztunnel', 'gateway', 'waypoint', 'sidecar', 'mixer'] as const),
];

const byPlace = (a: ComponentInstance, b: ComponentInstance): number =>
  components.indexOf(a.component) - components.indexOf(b.component) ||
  compareText(a.namespace, b.namespace) ||
  compareText(a.name, b.name) ||
  compareText(a.kind, b.kind) ||
  compareText(a.image ?? '', b.image ?? '');
