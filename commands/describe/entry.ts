import type { Entry } from '../entry.ts';

/** `meshctl describe`. */
export const describe: Entry = {
  name: 'describe',
  summary: 'Show what the mesh does to a pod or a service, and where proxies differ',
  group: 'Proxies',
  commands: [
    {
      name: 'pod',
      aliases: ['po', 'pods'],
      summary: 'Show how a pod takes part in the mesh, and how requests come to it',
      example: 'meshctl describe pod reviews-v1.shop mesh/',
      load: async () => (await import('./pod.ts')).podCommand,
    },
    {
      name: 'service',
      aliases: ['svc', 'services'],
      summary: 'Show where requests for a service go, and who may send them',
      load: async () => (await import('./service.ts')).serviceCommand,
    },
  ],
};
