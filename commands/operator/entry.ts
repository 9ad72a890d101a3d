import type { Entry } from '../entry.ts';

/** The commands about IstioOperator files, for the table of all commands. */
export const operator: Entry = {
  name: 'operator',
  summary: 'Bring IstioOperator files up to date',
  group: 'Installation',
  commands: [
    {
      name: 'convert',
      summary: 'Rewrite a spec of an older release',
      example: 'meshctl operator convert old.yaml > spec.yaml',
      load: async () => (await import('./convert.ts')).convertCommand,
    },
  ],
};
