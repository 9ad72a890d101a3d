import type { Entry } from '../entry.ts';

/** `meshctl tag`. */
export const tag: Entry = {
  name: 'tag',
  summary: 'Give control planes names that namespaces can follow',
  group: 'Installation',
  commands: [
    {
      name: 'set',
      summary: 'Make a tag, or move it to another revision',
      example: 'meshctl tag set prod --revision 1-31-1',
      load: async () => (await import('./set.ts')).setCommand,
    },
    {
      name: 'generate',
      summary: 'Print the objects of a tag, from files or from a cluster',
      load: async () => (await import('./generate.ts')).generateCommand,
    },
    {
      name: 'list',
      aliases: ['show', 'ls'],
      summary: 'List tags, their revisions and the namespaces that name them',
      load: async () => (await import('./list.ts')).listCommand,
    },
    {
      name: 'remove',
      aliases: ['delete', 'rm'],
      summary: 'Remove a tag, and say who goes without an injector then',
      load: async () => (await import('./remove.ts')).removeCommand,
    },
  ],
};
