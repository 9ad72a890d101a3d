import { compareText } from '../compare-text.ts';
import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { discover, listKinds, type ClusterClient, type Pod } from '../kube/index.ts';
import { version } from '../version.ts';
import type { FailedTarget } from './report-entry.ts';
import type { BugReportOptions } from './bug-report-options.ts';
import { clusterTargets } from './cluster-targets.ts';
import { istiodTargets } from './istiod-targets.ts';
import { logTargets } from './log-targets.ts';
import { isRunning, meshContainers, podOf, roleOf, type MeshRole } from './mesh-pod.ts';
import { proxyTargets } from './proxy-targets.ts';
import { ReportScope } from './report-scope.ts';
import type { Target } from './target.ts';

/** What a report is made of, what matters most first; what was not found because it could not be read is in `failed`. */
export interface FoundTargets {
  readonly targets: readonly Target[];
  readonly failed: readonly FailedTarget[];
}

/**
 * Looks at a cluster and says what a report of it is made of.
 *
 * @throws {MeshctlError} `environment` when the cluster does not answer at all.
 */
export async function findTargets(client: ClusterClient, options: BugReportOptions): Promise<FoundTargets> {
  const { signal, extra = [] } = options;
  const how = signal ? { signal } : {};
  const scope = new ReportScope(options);
  const discovery = await discover(client, 'all', how);
  const [pods] = await listKinds(client, [{ group: '', kind: 'Pod' }], { discovery, ...how }).catch(
    notListed,
  );
  const found = meshPods(pods?.objects ?? [], scope);
  const running = found.filter(({ pod }) => isRunning(pod));
  return {
    targets: [
      versions(client),
      ...clusterTargets(client, discovery, scope),
      ...running.filter(({ role }) => role === 'istiod').flatMap(({ pod }) => istiodTargets(client, pod)),
      ...extra,
      ...found.filter(({ role }) => role !== 'proxy').flatMap((one) => logsOf(client, one, scope, options)),
      ...running.flatMap((one) => proxyOf(client, one, scope, options)),
      ...found.filter(({ role }) => role === 'proxy').flatMap((one) => logsOf(client, one, scope, options)),
    ],
    failed: (pods?.problems ?? []).map(({ message }) => ({ path: 'proxies', message })),
  };
}

/** That pods may not be listed is no reason to gather nothing. */
function notListed(error: unknown): { objects: readonly JsonObject[]; problems: readonly MeshctlError[] }[] {
  if (!(error instanceof MeshctlError)) throw error;
  return [{ objects: [], problems: [error] }];
}

interface MeshPod {
  readonly pod: Pod;
  readonly role: MeshRole;
}

function meshPods(objects: readonly JsonObject[], scope: ReportScope): readonly MeshPod[] {
  return objects
    .map(podOf)
    .filter(({ namespace }) => scope.hasNamespace(namespace))
    .flatMap((pod) => {
      const role = roleOf(pod);
      return role === undefined ? [] : [{ pod, role }];
    })
    .sort((a, b) => compareText(idOf(a), idOf(b)));
}

const idOf = ({ pod }: MeshPod): string => `${pod.namespace}/${pod.name}`;

function proxyOf(
  client: ClusterClient,
  { pod, role }: MeshPod,
  scope: ReportScope,
  { proxyAdminPort = 15_000 }: BugReportOptions,
): readonly Target[] {
  if (role !== 'proxy' && role !== 'ztunnel') return [];
  const container = role === 'ztunnel' ? 'ztunnel' : 'istio-proxy';
  return scope.hasContainer(pod, container) ? proxyTargets(client, pod, role, proxyAdminPort) : [];
}

function logsOf(
  client: ClusterClient,
  { pod, role }: MeshPod,
  scope: ReportScope,
  { since, maxLogBytes = 4 * 2 ** 20 }: BugReportOptions,
): readonly Target[] {
  return meshContainers(pod, role)
    .filter(({ name }) => scope.hasContainer(pod, name))
    .flatMap((container) =>
      logTargets(client, pod, container, { maxBytes: maxLogBytes, ...(since && { since }) }),
    );
}

function versions(client: ClusterClient): Target {
  return {
    path: 'versions.json',
    what: 'versions of meshctl and Kubernetes',
    gather: async (signal) => ({
      json: { meshctl: version, kubernetes: await client.get('/version', { signal }) },
    }),
  };
}
