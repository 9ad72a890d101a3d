import {
  carries,
  rulesByHost,
  selectorText,
  type Mesh,
  type MeshObject,
  type Workload,
} from '../analyze/index.ts';
import type { DestinationRuleView } from './description.ts';
import { refOf } from './object-ref.ts';

type Rule = MeshObject<'DestinationRule'>;
type Policy = NonNullable<Rule['spec']['trafficPolicy']>;

/** The DestinationRules for the host of a Service, the nearest host first, and what their subsets select. */
export const destinationRulesOf = (
  mesh: Mesh,
  service: MeshObject<'Service'>,
  workloads: readonly Workload[],
): readonly DestinationRuleView[] =>
  rulesForHost(mesh, service).map((rule) => ({
    rule: refOf(rule),
    host: rule.spec.host ?? '',
    clients: clientsOf(mesh, rule, service),
    settings: settingsOf(rule.spec.trafficPolicy),
    subsets: (rule.spec.subsets ?? []).map(({ name = '', labels = {}, trafficPolicy }) => ({
      ...{ name, labels, settings: settingsOf(trafficPolicy) },
      selected: workloads.filter((workload) => carries(workload.labels, labels)).length,
    })),
  }));

/** Every DestinationRule whose host is that of a Service, or a wildcard over it. */
export const rulesForHost = (mesh: Mesh, { name, namespace }: MeshObject<'Service'>): readonly Rule[] =>
  mesh.derive(rulesByHost).for(namespace, name);

/** Rules of the namespace of a client count first, then those of the Service, then those of the root namespace. */
function clientsOf(mesh: Mesh, { namespace, spec }: Rule, service: MeshObject<'Service'>): string {
  const chosen = selectorText(spec.workloadSelector?.matchLabels ?? {});
  const who = chosen === '' ? 'clients' : `clients with ${chosen}`;
  if (chosen !== '' || isKept(spec.exportTo)) return `${who} in ${namespace}`;
  if (namespace === service.namespace)
    return isForAll(spec.exportTo) ? 'all clients' : `clients in ${(spec.exportTo ?? []).join(', ')}`;
  return namespace === mesh.rootNamespace ? 'clients without a nearer rule' : `clients in ${namespace}`;
}

const isKept = (exportTo: readonly string[] = []): boolean =>
  exportTo.length > 0 && exportTo.every((to) => to === '.');

const isForAll = (exportTo: readonly string[] = []): boolean =>
  exportTo.length === 0 || exportTo.includes('*');

/** What a traffic policy sets, in short. */
function settingsOf(policy: Policy | undefined): readonly string[] {
  if (policy === undefined) return [];
  const { portLevelSettings = [], ...rest } = policy;
  const ports = portLevelSettings.flatMap(({ port, ...settings }) =>
    named(settings).map((text) => `port ${port?.number ?? 0}: ${text}`),
  );
  return [...named(rest), ...ports];
}

function named({ tls, loadBalancer, connectionPool, outlierDetection, ...more }: Policy): readonly string[] {
  return [
    ...(tls === undefined ? [] : [`TLS ${tls.mode ?? 'DISABLE'}`]),
    ...(loadBalancer === undefined ? [] : [`load balancer ${balancer(loadBalancer)}`]),
    ...(connectionPool === undefined ? [] : ['connection pool']),
    ...(outlierDetection === undefined ? [] : ['outlier detection']),
    ...('tunnel' in more ? ['tunnel'] : []),
    ...('proxyProtocol' in more ? ['PROXY protocol'] : []),
  ];
}

function balancer({ simple, consistentHash }: NonNullable<Policy['loadBalancer']>): string {
  if (consistentHash !== undefined) return 'consistent hash';
  return simple === undefined || simple === 'UNSPECIFIED' ? 'by default' : simple;
}
