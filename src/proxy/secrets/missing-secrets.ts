import type { ProxyDump } from '../dump/dump.ts';

/** Names of secrets that the control plane has not sent. */
export function missingSecrets(dump: ProxyDump): ReadonlySet<string> {
  const items = [...(dump.section('secrets')?.items({ name: true }) ?? [])];
  return new Set(items.filter(({ state }) => state === 'warming').map(({ name }) => name));
}
