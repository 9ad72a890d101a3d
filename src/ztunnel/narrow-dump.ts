import { fieldsOf } from '../object-fields.ts';
import type { Json, JsonObject } from '../resources/index.ts';
import type { ZtunnelDump, ZtunnelPolicy, ZtunnelWorkload } from './dump.ts';

/** A workload, by the name of its pod. */
export interface WorkloadName {
  readonly namespace: string;
  readonly name: string;
}

/**
 * The part of a dump that is about one workload: itself, the services it is an endpoint of, the policies that are
 * enforced for it, the certificates of its service account, and its connections.
 */
export function narrowDump(dump: ZtunnelDump, wanted: WorkloadName): ZtunnelDump {
  const isIt = ({ namespace, name }: WorkloadName): boolean =>
    namespace === wanted.namespace && name === wanted.name;
  const workloads = dump.workloads.filter(isIt);
  const uids = new Set(workloads.map(({ uid }) => uid));
  const accounts = workloads.map(accountOf);
  const part = {
    workloads,
    services: dump.services.filter(({ endpoints }) => endpoints.some((uid) => uids.has(uid))),
    policies: dump.policies.filter((policy) => workloads.some((workload) => isEnforced(policy, workload))),
    certificates: dump.certificates.filter(({ identity }) =>
      accounts.some((account) => identity.endsWith(account)),
    ),
    states: dump.states.filter(isIt),
  };
  return { ...part, raw: rawOf(dump, part), known: dump.known ?? dump };
}

/** The end of a SPIFFE identity; the trust domain before it is that of the mesh. */
function accountOf({ namespace, raw }: ZtunnelWorkload): string {
  const account = fieldsOf(raw)?.text('serviceAccount') ?? '';
  return `/ns/${namespace}/sa/${account === '' ? 'default' : account}`;
}

/** A workload lists, as `namespace/name`, the policies that select it by its labels. */
function isEnforced({ namespace, name, scope }: ZtunnelPolicy, workload: ZtunnelWorkload): boolean {
  if (scope === 'Global') return true;
  if (scope === 'Namespace') return namespace === workload.namespace;
  return fieldsOf(workload.raw)?.texts('authorizationPolicies').includes(`${namespace}/${name}`) ?? false;
}

function rawOf(dump: ZtunnelDump, part: Omit<ZtunnelDump, 'raw' | 'known'>): JsonObject {
  const { states: workloadState, ...others } = part;
  const lists = Object.entries({ ...others, workloadState }).filter(([name]) =>
    Object.hasOwn(dump.raw, name),
  );
  return {
    ...dump.raw,
    ...Object.fromEntries(lists.map(([name, items]): [string, Json] => [name, items.map(({ raw }) => raw)])),
  };
}
