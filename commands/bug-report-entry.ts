import type { Entry } from './entry.ts';

/** `meshctl bug-report`. */
export const bugReportEntry: Entry = {
  name: 'bug-report',
  aliases: ['bugreport'],
  summary: 'Gather what helps to find out what is wrong, without secrets',
  group: 'Proxies',
  example: 'meshctl bug-report',
  load: async () => (await import('./bug-report/bug-report.ts')).bugReportCommand,
};
