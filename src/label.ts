/** Labels by which Istio and its installers know objects. */
export const label = {
  component: 'operator.istio.io/component',
  managed: 'operator.istio.io/managed',
  version: 'operator.istio.io/version',
  owner: 'install.operator.istio.io/owning-resource',
  ownerNamespace: 'install.operator.istio.io/owning-resource-namespace',
  notPruned: 'install.operator.istio.io/owning-resource-not-pruned',
  /** The control plane that an object belongs to, or follows. */
  revision: 'istio.io/rev',
  /** The tag that an object is. */
  tag: 'istio.io/tag',
  /** Of namespaces: whether the default revision injects their pods. */
  injection: 'istio-injection',
  dataplaneMode: 'istio.io/dataplane-mode',
  /** Makes a namespace, a Service or a workload use a waypoint. */
  useWaypoint: 'istio.io/use-waypoint',
} as const;
