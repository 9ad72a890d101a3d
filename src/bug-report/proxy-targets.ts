import type { Json } from '../json.ts';
import type { ClusterClient, Pod } from '../kube/index.ts';
import { requestAdmin, type AdminTarget } from '../proxy/source/index.ts';
import type { MeshRole } from './mesh-pod.ts';
import type { Gathered, Target } from './target.ts';

const ofEnvoy: Readonly<Record<string, string>> = {
  'config_dump.json': '/config_dump?include_eds=true',
  'clusters.json': '/clusters?format=json',
  'certs.json': '/certs',
  'server_info.json': '/server_info',
  'stats.txt': '/stats',
};
const ofZtunnel: Readonly<Record<string, string>> = { 'config_dump.json': '/config_dump' };

/** What a proxy tells of itself. */
export function proxyTargets(
  client: ClusterClient,
  pod: Pod,
  role: MeshRole,
  adminPort: number,
): readonly Target[] {
  const kind = role === 'ztunnel' ? 'ztunnel' : 'proxy';
  return Object.entries(kind === 'ztunnel' ? ofZtunnel : ofEnvoy).map(([file, path]) => ({
    path: `proxies/${pod.namespace}/${pod.name}/${file}`,
    what: `${path.replace(/\?.*/, '')} of the ${kind} in ${pod.name}.${pod.namespace}`,
    gather: async (signal) => {
      const target: AdminTarget = {
        kind,
        name: `${pod.name}.${pod.namespace}`,
        address: `http://127.0.0.1:${adminPort}`,
        connect: (ends) => client.forward(pod, adminPort, ends),
        signal,
      };
      const body = await requestAdmin(target, { method: 'GET', path });
      return contentOf(file, body.toString('utf8'));
    },
  }));
}

/** An answer that was to be JSON and is none is kept as it is: it tells something, too. */
function contentOf(file: string, text: string): Gathered {
  if (!file.endsWith('.json')) return { text };
  try {
    return { json: JSON.parse(text) as Json };
  } catch {
    return { text };
  }
}
