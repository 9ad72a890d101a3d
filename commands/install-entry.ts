import type { Entry } from './entry.ts';

/** Puts a control plane into a cluster, or brings it up to date. */
export const installEntry: Entry = {
  name: 'install',
  aliases: ['upgrade'],
  summary: 'Install Istio in a cluster, or change what is installed',
  group: 'Installation',
  example: 'meshctl install --dry-run --diff',
  load: async () => (await import('./install.ts')).installCommand,
};
