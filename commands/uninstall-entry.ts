import type { Entry } from './entry.ts';

/** `meshctl uninstall`, for the table of all commands. */
export const uninstallEntry: Entry = {
  name: 'uninstall',
  summary: 'Remove a control plane, or all that was installed',
  group: 'Installation',
  example: 'meshctl uninstall --revision 1-30-2',
  load: async () => (await import('./uninstall.ts')).uninstallCommand,
};
