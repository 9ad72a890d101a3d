import type { Static } from 'typebox';
import type { IstioOperatorSpec } from '../../api/istio-operator.ts';
import type { Path } from '../../path.ts';
import type { Json } from '../../resources/index.ts';
import { checkGatewayPorts, operatorPortRules } from './ports.ts';
import { checkMeshConfigAt } from '../mesh-config.ts';
import { checkValuesLists, operatorListRules } from './lists.ts';
import { errorRule, warningRule, type Check, type Report, type RuleInfo } from '../rule.ts';
import { valueAt } from '../value-at.ts';

type OperatorSpec = Static<typeof IstioOperatorSpec>;
type GatewaySpec = NonNullable<NonNullable<OperatorSpec['components']>['ingressGateways']>[number];

const image = errorRule({
  slug: 'operator/image',
  summary: 'Hub and tag form the address of an image.',
  message: ({ field, value }: { field: string; value: string }) =>
    `${field} ${JSON.stringify(value)} cannot be part of the address of an image`,
  hint: 'A hub is lower case, such as `docker.io/istio`; a tag holds letters, digits, `_`, `.` and `-`.',
});

const revision = errorRule({
  slug: 'operator/revision',
  summary: 'A revision is a DNS label.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} cannot be a revision`,
  hint: 'Use letters, digits and inner hyphens, such as `1-31-1`; dots are not allowed.',
});

const gatewayName = errorRule({
  slug: 'operator/gateway-name',
  summary: 'A gateway name has lower-case letters, digits, dots and hyphens.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} cannot be the name of a gateway`,
});

const replicasWithAutoscale = warningRule({
  slug: 'operator/replicas-with-autoscale',
  summary: 'A component is either scaled by load or has a fixed number of replicas.',
  message: () => '`replicaCount` is overruled by the autoscaler, which is on for this component',
  hint: 'Set `autoscaleEnabled: false` in its values, or drop `replicaCount`.',
});

const closingRegistry = warningRule({
  slug: 'operator/closing-registry',
  code: 'MSH0015',
  summary: 'The images come from a registry that has them.',
  message: ({ hub }: { hub: string }) => `${hub} holds no images of Istio 1.31 and closes`,
  hint: 'Use `hub: docker.io/istio`.',
});

export const istioOperatorRules: readonly RuleInfo[] = [
  ...[image, revision, gatewayName, replicasWithAutoscale, closingRegistry],
  ...operatorPortRules,
  ...operatorListRules,
];

/** The rules of the installer for an IstioOperator. */
export const checkIstioOperator: Check<OperatorSpec> = (spec, { report }) => {
  checkImages(spec, report);
  if (spec.revision !== undefined && spec.revision !== '' && !dnsLabel.test(spec.revision)) {
    report(revision, ['spec', 'revision'], { value: spec.revision });
  }
  for (const list of ['ingressGateways', 'egressGateways'] as const) {
    for (const [index, gateway] of (spec.components?.[list] ?? []).entries()) {
      checkGateway(gateway, list, ['spec', 'components', list, index], spec, report);
    }
  }
  checkReplicas(spec, report);
  checkValuesLists(spec, report);
  checkMesh(spec, report);
};

function checkMesh({ meshConfig, values = {} }: OperatorSpec, report: Report): void {
  if (meshConfig !== undefined) checkMeshConfigAt(meshConfig, ['spec', 'meshConfig'], report);
  const nested = values['meshConfig'];
  if (typeof nested === 'object' && nested !== null && !Array.isArray(nested)) {
    checkMeshConfigAt(nested, ['spec', 'values', 'meshConfig'], report);
  }
}

const dnsLabel = /^[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;
const repository =
  /^([a-zA-Z0-9.-]+(:\d+)?\/)?[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*(\/[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*)*$/;
const imageTag = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const closing = /^(gcr\.io\/istio-release|registry\.istio\.io\/)/;

function checkImages({ hub, tag }: OperatorSpec, report: Report): void {
  if (hub !== undefined && !repository.test(hub))
    report(image, ['spec', 'hub'], { field: 'hub', value: hub });
  if (tag !== undefined && !imageTag.test(String(tag))) {
    report(image, ['spec', 'tag'], { field: 'tag', value: String(tag) });
  }
  if (hub !== undefined && closing.test(hub)) report(closingRegistry, ['spec', 'hub'], { hub });
}

function checkGateway(
  gateway: GatewaySpec,
  list: GatewayList,
  path: Path,
  spec: OperatorSpec,
  report: Report,
): void {
  const { name = '' } = gateway;
  if (name !== '' && !/^[a-z0-9.-]{1,254}$/.test(name))
    report(gatewayName, [...path, 'name'], { value: name });
  const service = gateway.k8s?.service as Json | undefined;
  const ports = service === undefined ? undefined : valueAt(service, ['ports']);
  if (Array.isArray(ports))
    checkGatewayPorts(ports, [...path, 'k8s', 'service', 'ports'], runsAsRoot(spec, list), report);
}

type GatewayList = 'ingressGateways' | 'egressGateways';

const valuesOf: Readonly<Record<GatewayList, string>> = {
  ingressGateways: 'istio-ingressgateway',
  egressGateways: 'istio-egressgateway',
};

const runsAsRoot = (spec: OperatorSpec, list: GatewayList): boolean =>
  valueAt((spec.values ?? {}) as Json, ['gateways', valuesOf[list], 'runAsRoot']) === true;

function checkReplicas({ components, values = {} }: OperatorSpec, report: Report): void {
  const autoscaled = (path: Path): boolean => valueAt(values as Json, [...path, 'autoscaleEnabled']) === true;
  const pilot = components?.pilot?.k8s?.replicaCount;
  if (pilot !== undefined && pilot > 1 && autoscaled(['pilot'])) {
    report(replicasWithAutoscale, ['spec', 'components', 'pilot', 'k8s', 'replicaCount'], {});
  }
  for (const list of ['ingressGateways', 'egressGateways'] as const) {
    if (!autoscaled(['gateways', valuesOf[list]])) continue;
    for (const [index, { k8s }] of (components?.[list] ?? []).entries()) {
      if (k8s?.replicaCount === undefined) continue;
      report(replicasWithAutoscale, ['spec', 'components', list, index, 'k8s', 'replicaCount'], {});
    }
  }
}
