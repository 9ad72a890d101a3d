import type { CommandEntry } from './entry.ts';

/** Checks an installation. */
export const verifyEntry: CommandEntry = {
  name: 'verify',
  aliases: ['verify-install'],
  summary: 'Check that an installation is as it should be, and works',
  group: 'Installation',
  example: 'meshctl verify -f spec.yaml',
  load: async () => (await import('./verify.ts')).verifyCommand,
};
