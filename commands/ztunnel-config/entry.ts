import type { Entry } from '../entry.ts';

/** The commands about ztunnels, for the table of all commands. */
export const ztunnelConfig: Entry = {
  name: 'ztunnel-config',
  aliases: ['zc'],
  summary: 'Show what a ztunnel knows and which certificates it holds',
  group: 'Proxies',
  commands: [
    {
      name: 'workload',
      aliases: ['w', 'workloads'],
      summary: 'List the workloads a ztunnel knows',
      example: 'meshctl ztunnel-config workload',
      load: async () => (await import('./workload.ts')).workloadCommand,
    },
    {
      name: 'service',
      aliases: ['services', 's', 'svc'],
      summary: 'List the services a ztunnel knows, and their endpoints',
      load: async () => (await import('./service.ts')).serviceCommand,
    },
    {
      name: 'policy',
      aliases: ['policies', 'p', 'pol'],
      summary: 'List the authorization policies of a ztunnel',
      load: async () => (await import('./policy.ts')).policyCommand,
    },
    {
      name: 'certificate',
      aliases: ['certificates', 'certs', 'cert'],
      summary: 'List the certificates of a ztunnel, and whether they are valid',
      load: async () => (await import('./certificate.ts')).certificateCommand,
    },
    {
      name: 'connections',
      aliases: ['connection', 'cons'],
      summary: 'List the open connections of a ztunnel',
      load: async () => (await import('./connections.ts')).connectionsCommand,
    },
    {
      name: 'all',
      summary: 'List all that a ztunnel knows',
      load: async () => (await import('./all.ts')).allCommand,
    },
    {
      name: 'log',
      aliases: ['o'],
      summary: 'Show what ztunnels log, and change it',
      load: async () => (await import('./log.ts')).logCommand,
    },
  ],
};
