import type { Entry } from '../entry.ts';

/** `meshctl waypoint`. */
export const waypoint: Entry = {
  name: 'waypoint',
  aliases: ['wp'],
  summary: 'Look after waypoints: proxies that namespaces in ambient mode share',
  group: 'Installation',
  commands: [
    {
      name: 'generate',
      summary: 'Print a waypoint as YAML',
      example: 'meshctl waypoint generate --for service -n shop',
      load: async () => (await import('./generate.ts')).generateCommand,
    },
    {
      name: 'apply',
      summary: 'Put a waypoint into a namespace',
      load: async () => (await import('./apply.ts')).applyCommand,
    },
    {
      name: 'list',
      aliases: ['ls'],
      summary: 'List waypoints',
      load: async () => (await import('./list.ts')).listCommand,
    },
    {
      name: 'status',
      summary: 'Show whether waypoints are set up, and why not',
      load: async () => (await import('./status.ts')).statusCommand,
    },
    {
      name: 'delete',
      summary: 'Remove waypoints',
      load: async () => (await import('./delete.ts')).deleteCommand,
    },
  ],
};
