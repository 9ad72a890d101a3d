import type { Entry } from '../entry.ts';

/** `meshctl revision`. */
export const revision: Entry = {
  name: 'revision',
  summary: 'Show the control planes of a cluster, and what follows each',
  group: 'Installation',
  commands: [
    {
      name: 'list',
      aliases: ['ls'],
      summary: 'List control planes, and what is wrong with who follows them',
      example: 'meshctl revision list',
      load: async () => (await import('./list.ts')).listCommand,
    },
    {
      name: 'describe',
      summary: 'Show webhooks, namespaces, pods and gateways of a control plane',
      load: async () => (await import('./describe.ts')).describeCommand,
    },
  ],
};
