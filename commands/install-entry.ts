import type { Entry } from './entry.ts';

/** Puts a control plane into a cluster, or changes what is installed. */
export const installEntry: Entry = {
  name: 'install',
  summary: 'Install Istio in a cluster, or change what is installed',
  group: 'Installation',
  example: 'meshctl install --dry-run --diff',
  load: async () => (await import('./install.ts')).installCommand,
};
