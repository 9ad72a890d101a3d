export { describePod, describeService } from './describe.ts';
export type { DescribeOptions, Dumps } from './describe-options.ts';
export type {
  ContainerView,
  DestinationRuleView,
  DestinationView,
  Difference,
  Exposure,
  Membership,
  MutualTlsView,
  Note,
  ObjectRef,
  Origin,
  PodDescription,
  PolicyView,
  RouteView,
  ServiceDescription,
  ServicePortView,
  ServiceView,
  ServiceWorkload,
  SubsetView,
  TokenPolicyView,
  VirtualRouteView,
  VirtualServiceView,
} from './description.ts';
export type { Target } from './find-workload.ts';
export { formatPod } from './format-pod.ts';
export { formatService } from './format-service.ts';
export { podInMesh } from './pod-in-mesh.ts';
export { serviceInMesh } from './service-in-mesh.ts';
