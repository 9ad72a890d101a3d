import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '../../../../resources/index.ts';
import type { ProxyDump } from '../../../dump/dump.ts';
import { readDump } from '../../../dump/read-dump.ts';
import { asList, asObject, valueAt } from '../../../message/index.ts';

export interface KnownDump {
  readonly name: string;
  readonly read: () => ProxyDump;
}

interface RecordedDump extends KnownDump {
  readonly file: string;
}

/** The dumps of our own. */
export function ownDumps(): KnownDump[] {
  const folder = 'testdata/proxy/trace';
  return readdirSync(folder).map((file) => known(file, path.join(folder, file)));
}

/** Dumps that were recorded from proxies, where they are at hand: those with something to send requests to. */
export function recordedDumps(): KnownDump[] {
  const cases = path.join(
    process.env.MESHCTL_CONFORMANCE ?? path.resolve('../shared/conformance'),
    'proxy-config',
  );
  if (!existsSync(cases)) return [];
  return readdirSync(cases)
    .map((name) => known(name, path.join(cases, name, 'config_dump.json')))
    .filter(({ file }) => existsSync(file))
    .filter(({ read }) => isWhole(read))
    .flatMap((each) => [each, ...withSecrets(each)]);
}

/** The same proxy once it has got the certificates that it waits for. */
function withSecrets({ name, file }: RecordedDump): KnownDump[] {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('"dynamic_warming_secrets"')) return [];
  const dump = JSON.parse(text, (_, value: Json) => {
    const [active, warming] = [
      valueAt(value, 'dynamic_active_secrets'),
      valueAt(value, 'dynamic_warming_secrets'),
    ];
    if (warming === undefined) return value;
    return {
      ...asObject(value),
      dynamic_active_secrets: [...asList(active), ...asList(warming)],
      dynamic_warming_secrets: [],
    };
  }) as Json;
  return [{ name: `${name} with its certificates`, read: () => readDump(JSON.stringify(dump)) }];
}

function isWhole(read: () => ProxyDump): boolean {
  try {
    const dump = read();
    return dump.section('clusters') !== undefined && dump.section('listeners') !== undefined;
  } catch {
    return false;
  }
}

function known(name: string, file: string): RecordedDump {
  return { name, file, read: () => readDump(readFileSync(file), { name: file }) };
}
