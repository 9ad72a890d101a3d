import type { Entry } from './entry.ts';

/** `meshctl remote-clusters`. */
export const remoteClustersEntry: Entry = {
  name: 'remote-clusters',
  summary: 'List the clusters that each istiod reads',
  group: 'Proxies',
  example: 'meshctl remote-clusters',
  load: async () => (await import('./remote-clusters.ts')).remoteClustersCommand,
};
