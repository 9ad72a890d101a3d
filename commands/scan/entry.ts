import type { Entry } from '../entry.ts';

/** `meshctl scan`. Paths and flags without a command mean the scan itself. */
export const scan: Entry = {
  name: 'scan',
  summary: 'Find known weaknesses and risky settings of what runs in a mesh',
  group: 'Configuration',
  bare: 'run',
  bareTakesWords: true,
  example: 'meshctl scan --live',
  commands: [
    {
      name: 'run',
      summary: 'Scan files, saved objects, dumps of proxies or a live cluster',
      load: async () => (await import('./run.ts')).scanCommand,
    },
    {
      name: 'db',
      summary: 'Show, check and update what is known of weaknesses',
      commands: [
        {
          name: 'show',
          summary: 'List the advisories that are known, and where each is from',
          load: async () => (await import('./db-show.ts')).dbShowCommand,
        },
        {
          name: 'check',
          summary: 'Check files of advisories before they are used',
          load: async () => (await import('./db-check.ts')).dbCheckCommand,
        },
        {
          name: 'update',
          summary: 'Add advisories of files, or of an address, to a database',
          load: async () => (await import('./db-update.ts')).dbUpdateCommand,
        },
      ],
    },
  ],
};
