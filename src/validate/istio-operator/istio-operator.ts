import type { Static } from 'typebox';
import type { IstioOperatorSpec } from '../../api/istio-operator.ts';
import { isObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { checkMeshConfigAt } from '../mesh-config.ts';
import { errorRule, type Check, type Report, type RuleInfo } from '../rule.ts';
import { valueAt } from '../value-at.ts';
import { isDnsLabel } from '../values/hosts.ts';
import { gatewayLists, valuesOf } from './gateway-lists.ts';
import { checkHub, checkTag, imageRules } from './image.ts';
import { checkValuesLists, operatorListRules } from './lists.ts';
import { checkIngressPorts, checkServicePorts, operatorPortRules } from './ports.ts';
import { checkReplicas, replicaRules } from './replicas.ts';

type Spec = Loose<Static<typeof IstioOperatorSpec>>;

const revisionLabel = errorRule({
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

export const istioOperatorRules: readonly RuleInfo[] = [
  ...[revisionLabel, gatewayName],
  ...imageRules,
  ...replicaRules,
  ...operatorPortRules,
  ...operatorListRules,
];

/** The rules of the installer for an IstioOperator. */
export const checkIstioOperator: Check<Spec> = (spec, { report }) => {
  const { hub, tag, revision = '', values = {} } = spec;
  if (hub !== undefined) checkHub(hub, ['spec', 'hub'], report);
  if (tag !== undefined) checkTag(tag, ['spec', 'tag'], report);
  if (revision !== '' && !isDnsLabel(revision))
    report(revisionLabel, ['spec', 'revision'], { value: revision });
  checkGateways(spec, report);
  checkReplicas(spec, report);
  checkValues(values, report);
  if (spec.meshConfig !== undefined) checkMeshConfigAt(spec.meshConfig, ['spec', 'meshConfig'], report);
};

function checkGateways({ components = {}, values = {} }: Spec, report: Report): void {
  for (const list of gatewayLists) {
    const isRoot = valueAt(values, ['gateways', valuesOf[list], 'runAsRoot']) === true;
    for (const [index, gateway] of (components[list] ?? []).entries())
      checkGateway({ name: valuesOf[list], ...gateway }, isRoot, ['spec', 'components', list, index], report);
  }
}

type Gateway = NonNullable<NonNullable<Spec['components']>['ingressGateways']>[number];

const objectName = /^[a-z0-9.-]{0,254}$/;

function checkGateway({ name = '', k8s }: Gateway, isRoot: boolean, path: Path, report: Report): void {
  if (!objectName.test(name)) report(gatewayName, [...path, 'name'], { value: name });
  const service = k8s?.service;
  if (isRoot || !isObject(service) || !Array.isArray(service.ports)) return;
  checkServicePorts(service.ports, name, [...path, 'k8s', 'service', 'ports'], report);
}

function checkValues(values: NonNullable<Spec['values']>, report: Report): void {
  const path = ['spec', 'values'];
  checkValuesLists(values, path, report);
  const ingress = ['gateways', 'istio-ingressgateway', 'ingressPorts'] as const;
  const ports = valueAt(values, ingress);
  if (Array.isArray(ports)) checkIngressPorts(ports, ingress[1], [...path, ...ingress], report);
  const { meshConfig } = values;
  if (isObject(meshConfig)) checkMeshConfigAt(meshConfig, [...path, 'meshConfig'], report);
}
