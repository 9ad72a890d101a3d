import type { Entry } from './entry.ts';

/** `meshctl create-remote-secret`. */
export const createRemoteSecretEntry: Entry = {
  name: 'create-remote-secret',
  summary: 'Print a Secret with which istiods elsewhere reach a cluster',
  group: 'Installation',
  example: 'meshctl create-remote-secret --name east',
  load: async () => (await import('./create-remote-secret.ts')).createRemoteSecretCommand,
};
