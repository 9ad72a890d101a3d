import type {
  ContainerView,
  Difference,
  Level,
  Membership,
  MutualTlsView,
  Note,
  PolicyView,
  TokenPolicyView,
} from './description.ts';
import { refText } from './object-ref.ts';
import { section, type Outline } from './outline.ts';

/** How a workload takes part in the mesh. */
export function membershipLine({ mode, revision, proxyVersion, waypoint }: Membership): string {
  const parts = [
    proxies[mode],
    ...(revision === undefined ? [] : [`revision ${revision}`]),
    ...(proxyVersion === undefined ? [] : [`version ${proxyVersion}`]),
    ...(waypoint === undefined ? [] : [`waypoint ${waypoint}`]),
  ];
  return `proxy: ${parts.join(', ')}`;
}

const proxies: Readonly<Record<Membership['mode'], string>> = {
  ...{ sidecar: 'sidecar', ambient: 'ztunnel of its node (ambient)', gateway: 'it is a gateway' },
  ...{ waypoint: 'it is a waypoint', outside: 'none', unknown: 'not known' },
};

/** Whether it is ready, where that is known. */
export const readyLine = (ready: boolean | undefined): readonly Outline[] =>
  ready === undefined ? [] : [`ready: ${ready ? 'yes' : 'no'}`];

/** The ports of the containers. */
export function portsLine(containers: readonly ContainerView[]): readonly Outline[] {
  const ports = containers.flatMap(({ name: container, ports: held }) =>
    held.map(({ number, name }) => `${number}${name && ` ${name}`} (${container})`),
  );
  return ports.length === 0 ? [] : [`ports: ${ports.join(', ')}`];
}

/** What a workload asks of its clients, and who says so. */
export function mutualTlsOutline({ mode, level, policy, ports, portPolicy }: MutualTlsView): Outline {
  const by = policy === undefined ? 'by default' : `by ${refText(policy)} for ${scopes[level]}`;
  const own = Object.entries(ports).map(
    ([port, ownMode]) => `port ${port}: ${ownMode}${portPolicy ? `, by ${refText(portPolicy)}` : ''}`,
  );
  return [`mutual TLS: ${mode}, ${by}`, ...own];
}

const scopes: Readonly<Record<Level | 'target', string>> = {
  ...{ workload: 'the workload', namespace: 'the namespace', mesh: 'the mesh' },
  ...{ default: 'all', target: 'what it targets' },
};

/** The policies that decide who may send requests. */
export const authorizationOutline = (policies: readonly PolicyView[]): readonly Outline[] =>
  policies.length === 0
    ? ['authorization: everybody may send requests']
    : section('authorization:', policies.map(policyLine));

function policyLine({ policy, action, rules, dryRun, level, enforcedBy }: PolicyView): string {
  const tried = dryRun ? ' (dry run: decides nothing)' : '';
  const count = rules === 0 ? 'no rules' : rules === 1 ? '1 rule' : `${rules} rules`;
  const all = rules === 0 && action === 'ALLOW' ? ', which let nobody through' : '';
  return `${action}${tried} ${refText(policy)}, ${count}${all}; for ${scopes[level]}, enforced by ${enforcedBy}`;
}

/** The policies that check tokens. */
export const tokenOutline = (policies: readonly TokenPolicyView[]): readonly Outline[] =>
  section(
    'tokens:',
    policies.map(
      ({ policy, issuers, level, enforcedBy }) =>
        `${refText(policy)}, of ${issuers.join(', ') || 'nobody'}; for ${scopes[level]}, checked by ${enforcedBy}`,
    ),
  );

/** Where configuration and proxy differ. */
export const differencesOutline = (differences: readonly Difference[]): readonly Outline[] =>
  section(
    'the proxy differs from the configuration:',
    differences.map(
      ({ subject, configuration, proxy }) => `${subject}: configured ${configuration}; in the proxy ${proxy}`,
    ),
  );

export const noteLines = (notes: readonly Note[]): readonly Outline[] =>
  notes.map(({ level, message }) => `${level === 'info' ? 'note' : level}: ${message}`);
