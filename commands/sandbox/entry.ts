import type { Entry } from '../entry.ts';

/** The commands about simulated clusters, for the table of all commands. */
export const sandbox: Entry = {
  name: 'sandbox',
  summary: 'Try commands on a simulated cluster in memory',
  group: 'Installation',
  commands: [
    {
      name: 'start',
      summary: 'Serve a simulated cluster until Ctrl-C',
      load: async () => (await import('./start.ts')).startCommand,
    },
    {
      name: 'run',
      summary: 'Run a command on a simulated cluster of its own',
      example: 'meshctl sandbox run -- kubectl get pods -A',
      load: async () => (await import('./run.ts')).runCommand,
    },
  ],
};
