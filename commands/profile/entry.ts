import type { Entry } from '../entry.ts';

/** The commands about profiles, for the table of all commands. */
export const profile: Entry = {
  name: 'profile',
  summary: 'Show the settings that installations start from',
  group: 'Installation',
  commands: [
    {
      name: 'list',
      aliases: ['ls'],
      summary: 'List the built-in profiles',
      load: async () => (await import('./list.ts')).listCommand,
    },
    {
      name: 'dump',
      summary: 'Print a profile as a spec to start from',
      example: 'meshctl profile dump demo > spec.yaml',
      load: async () => (await import('./dump.ts')).dumpCommand,
    },
    {
      name: 'diff',
      summary: 'Compare two profiles or specs',
      example: 'meshctl profile diff default demo',
      load: async () => (await import('./diff.ts')).diffCommand,
    },
  ],
};
