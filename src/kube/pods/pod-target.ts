import { closest } from '../../closest.ts';
import { MeshctlError } from '../../errors.ts';

/** A pod, or what stands for its pods, as a command line names it. */
export interface PodTarget {
  readonly type: TargetType;
  readonly name: string;
  readonly namespace?: string;
}

/** What can stand for pods, by its name in paths of the API. */
export type TargetType =
  | 'pods'
  | 'deployments'
  | 'statefulsets'
  | 'daemonsets'
  | 'replicasets'
  | 'jobs'
  | 'replicationcontrollers'
  | 'services'
  | 'gateways';

/**
 * Reads `[type/]name[.namespace]`: `web-1`, `web-1.shop`, `deployment/web.shop`, `deploy.apps/web`. Types are as kubectl
 * takes them: singular, plural or short, with their group or without.
 *
 * @throws {MeshctlError} `usage` for an unknown type, and for names that cannot be.
 */
export function parsePodTarget(text: string): PodTarget {
  const slash = text.indexOf('/');
  const type = slash < 0 ? 'pods' : typeNamed(text.slice(0, slash));
  const rest = text.slice(slash + 1);
  const dot = rest.lastIndexOf('.');
  const name = dot < 0 ? rest : rest.slice(0, dot);
  const namespace = dot < 0 ? undefined : rest.slice(dot + 1);
  if (!dnsName.test(name) || (namespace !== undefined && !dnsLabel.test(namespace))) throw noName(text);
  return { type, name, ...(namespace !== undefined && { namespace }) };
}

const dnsLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const dnsName = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

interface TypeNames {
  readonly type: TargetType;
  readonly group: string;
  readonly names: readonly string[];
}

const types: readonly TypeNames[] = [
  { type: 'pods', group: '', names: ['pod', 'pods', 'po'] },
  { type: 'deployments', group: 'apps', names: ['deployment', 'deployments', 'deploy'] },
  { type: 'services', group: '', names: ['service', 'services', 'svc'] },
  { type: 'statefulsets', group: 'apps', names: ['statefulset', 'statefulsets', 'sts'] },
  { type: 'daemonsets', group: 'apps', names: ['daemonset', 'daemonsets', 'ds'] },
  { type: 'replicasets', group: 'apps', names: ['replicaset', 'replicasets', 'rs'] },
  { type: 'jobs', group: 'batch', names: ['job', 'jobs'] },
  {
    type: 'replicationcontrollers',
    group: '',
    names: ['replicationcontroller', 'replicationcontrollers', 'rc'],
  },
  { type: 'gateways', group: 'gateway.networking.k8s.io', names: ['gateway', 'gateways', 'gtw'] },
];

/** `deploy`, `deployments.apps`, `deployments.v1.apps`. */
function typeNamed(text: string): TargetType {
  const [word = '', ...rest] = text.toLowerCase().split('.');
  const group = /^v\d/.test(rest[0] ?? '') ? rest.slice(1).join('.') : rest.join('.');
  const found = types.find(({ names }) => names.includes(word));
  if (found !== undefined && (rest.length === 0 || found.group === group)) return found.type;
  const meant =
    found === undefined
      ? closest(
          word,
          types.flatMap(({ names }) => names),
        )
      : undefined;
  throw new MeshctlError('usage', `"${text}" is no type that stands for pods`, {
    hint:
      meant === undefined
        ? `use one of ${types.map(({ names }) => names[0]).join(', ')}; a gateway is one of the Gateway API`
        : `did you mean ${meant}?`,
  });
}

function noName(text: string): MeshctlError {
  return new MeshctlError('usage', `"${text}" does not name a pod`, {
    hint: 'write it as [type/]name[.namespace], such as web-1, web-1.shop or deployment/web.shop',
  });
}
