import { askIstiod } from '../istiod/index.ts';
import type { Json } from '../json.ts';
import type { ClusterClient, Pod } from '../kube/index.ts';
import type { Target } from './target.ts';

/** What istiod tells, by the name of the file. */
const paths: Readonly<Record<string, string>> = {
  'version.json': '/version',
  'syncz.json': '/debug/syncz',
  'registryz.json': '/debug/registryz',
  'configz.json': '/debug/configz',
  'endpointz.json': '/debug/endpointz',
  'clusterz.json': '/debug/clusterz',
  'networkz.json': '/debug/networkz',
  'mesh.json': '/debug/mesh',
  'metrics.txt': '/metrics',
};

/** What an istiod tells of itself and of what it knows. */
export function istiodTargets(client: ClusterClient, pod: Pod): readonly Target[] {
  return Object.entries(paths).map(([file, path]) => ({
    path: `istiod/${pod.name}/${file}`,
    what: `${path} of istiod ${pod.name}`,
    gather: async (signal) => {
      // The signal of a target is its time-out.
      const text = await askIstiod(client, pod, path, { signal, timeout: 0 });
      if (text === undefined) return undefined;
      const json = parsed(text);
      return json === undefined ? { text } : { json };
    },
  }));
}

function parsed(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
