/**
 * The settings that `defaults` of a settings file may hold: those of the global flags and those that several commands
 * have. A list of its own, so that a misspelt name is seen without loading every command.
 */
export const sharedSettings: readonly string[] = [
  'color',
  'quiet',
  'verbose',
  'output',
  'address',
  'admin',
  'brief',
  'cluster',
  'direction',
  'failOn',
  'file',
  'filename',
  'fqdn',
  'gatewayApiChannel',
  'maxWarnings',
  'minSeverity',
  'name',
  'namespace',
  'now',
  'port',
  'requestTimeout',
  'status',
  'stdinFilename',
  'strict',
  'subset',
  'type',
  'withHeaders',
  'workloadNamespace',
];
