import type { Entry } from './entry.ts';

/** `meshctl precheck`, for the table of all commands. */
export const precheckEntry: Entry = {
  name: 'precheck',
  summary: 'Tell whether a cluster is fit for an installation or an upgrade',
  group: 'Installation',
  example: 'meshctl precheck -f spec.yaml',
  load: async () => (await import('./precheck.ts')).precheckCommand,
};
