import { isObject } from '../../json.ts';
import type { Json } from '../../resources/index.ts';
import { asList, asObject } from '../message/index.ts';
import { redact } from '../redact/redact.ts';
import type { ProxySource } from './proxy-source.ts';

/** What is left in a dump that is saved. */
export interface SaveDumpOptions {
  /** Leave private keys, passwords and tokens as they are. */
  readonly showSecrets?: boolean;
}

/** A dump to keep. */
export interface SavedDump {
  /** JSON. */
  readonly text: string;
  /** How many secrets were replaced by `[redacted]`. */
  readonly redacted: number;
}

/**
 * Reads all that a source has: the answer to `/config_dump` with endpoints, and as one more section of it that to
 * `/clusters`, which a source that is no running proxy cannot be asked for. `readDump` takes the text.
 */
export async function saveDump(
  source: ProxySource,
  { showSecrets = false }: SaveDumpOptions = {},
): Promise<SavedDump> {
  const whole = await wholeDump(source);
  const { value, count } = showSecrets ? { value: whole, count: 0 } : redact(whole);
  return { text: `${JSON.stringify(value)}\n`, redacted: count };
}

async function wholeDump(source: ProxySource): Promise<Json> {
  const dump = await jsonOf(source);
  if (!source.live || !isObject(dump)) return dump;
  const statuses = asObject(await jsonOf(source, 'clusterStatuses'));
  return { ...dump, configs: [...asList(dump.configs), { '@type': statusesType, ...statuses }] };
}

const statusesType = 'type.googleapis.com/envoy.admin.v3.Clusters';

async function jsonOf(source: ProxySource, section?: 'clusterStatuses'): Promise<Json> {
  const dump = await source.read(section);
  return dump.value();
}
