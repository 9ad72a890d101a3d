import type { Mesh, Workload } from '../analyze/index.ts';
import type { Difference, PodDescription, PolicyView } from './description.ts';
import { dottedName } from './object-ref.ts';
import type { ProxyFacts } from './proxy-facts.ts';

/** Where the proxy of a Pod does not do what the configuration says of the Pod itself. */
export function comparePod(
  mesh: Mesh,
  workload: Workload,
  { mutualTls, authorization }: Pick<PodDescription, 'mutualTls' | 'authorization'>,
  facts: ProxyFacts,
): readonly Difference[] {
  const other = comparePodName(workload, facts);
  if (other.length > 0) return other;
  return [
    ...comparePolicies(authorization, facts),
    ...portsOf(mesh, workload).flatMap((port) => compareMode(port, mutualTls, facts)),
  ];
}

/** The dump may be of another Pod altogether; then nothing else is worth comparing. */
export function comparePodName(
  { object, namespace, labels }: Workload,
  facts: ProxyFacts,
): readonly Difference[] {
  if (facts.pod === undefined) return [];
  const isSame =
    object.kind === 'Pod'
      ? facts.pod.name === object.name && facts.pod.namespace === namespace
      : facts.pod.namespace === namespace && fits(facts, labels);
  if (isSame) return [];
  const subject = `the dump ${facts.name}`;
  const proxy = `${facts.pod.namespace}/${facts.pod.name}`;
  return [{ subject, configuration: `${object.kind} ${namespace}/${object.name}`, proxy }];
}

/** Pods carry the labels of their template. */
const fits = ({ labels }: ProxyFacts, template: Readonly<Record<string, string>>): boolean =>
  labels === undefined ||
  Object.entries(template).every(([name, value]) => (labels[name] ?? value) === value);

/** Policies without rules have no name in a proxy. */
function comparePolicies(authorization: readonly PolicyView[], facts: ProxyFacts): readonly Difference[] {
  if (facts.policies === undefined) return [];
  const enforced = authorization.filter(
    ({ enforcedBy, rules }) => rules > 0 && (enforcedBy === 'sidecar' || enforcedBy === 'gateway'),
  );
  const expected = new Set(enforced.map(({ policy }) => dottedName(policy)));
  const known = new Set(authorization.map(({ policy }) => dottedName(policy)));
  const extra = [...facts.policies].filter((name) => !name.startsWith('_') && !known.has(name));
  const subject = (name: string): string => `AuthorizationPolicy ${name}`;
  return [
    ...[...expected]
      .filter((name) => facts.policies?.has(name) === false)
      .map((name) => ({ subject: subject(name), configuration: 'applies', proxy: 'not there' })),
    ...extra.map((name) => ({ subject: subject(name), configuration: 'does not apply', proxy: 'enforced' })),
  ];
}

/** The numbers of the ports that Services send requests to. */
const portsOf = (mesh: Mesh, workload: Workload): readonly number[] => [
  ...new Set(
    mesh
      .servicesOf(workload)
      .flatMap(({ spec: { ports = [] } }) =>
        ports.flatMap(({ port = 0, targetPort = port, protocol }) =>
          protocol === 'UDP' ? [] : (numberOf(workload, targetPort) ?? []),
        ),
      ),
  ),
];

function numberOf({ pod }: Workload, port: number | string): number | undefined {
  if (typeof port === 'number') return port;
  const ports = (pod?.containers ?? []).flatMap((container) => container.ports ?? []);
  return ports.find(({ name }) => name === port)?.containerPort;
}

function compareMode(
  port: number,
  { mode, ports }: PodDescription['mutualTls'],
  facts: ProxyFacts,
): readonly Difference[] {
  const found = facts.inbound?.get(port);
  const wanted = ports[String(port)] ?? mode;
  if (facts.inbound === undefined || found === wanted) return [];
  const subject = `mutual TLS of port ${port}`;
  return [{ subject, configuration: wanted, proxy: found ?? 'no filter chain for the port' }];
}
