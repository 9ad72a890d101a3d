import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { crdOf, istioVersion, kinds, type JsonObject } from '../src/index.ts';
import type { Outcome } from './outcome.ts';

/** The definitions meshctl makes against the real ones, descriptions and messages of CEL rules apart. */
export async function* crdCases(folder: string): AsyncGenerator<Outcome> {
  for (const file of readdirSync(folder).sort()) {
    if (file === 'index.json') continue;
    const id = path.basename(file, '.json');
    const recorded = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as JsonObject;
    const ours = await crdNamed(id);
    yield {
      id,
      mismatches: ours === undefined ? ['meshctl has no such definition'] : crdDifferences(recorded, ours),
    };
  }
}

async function crdNamed(name: string): Promise<JsonObject | undefined> {
  for (const entry of kinds) {
    const definition = await entry.load();
    if (`${definition.plural}.${definition.group}` === name) return crdOf(definition, 'experimental');
  }
  return undefined;
}

/** What is not equal of two definitions, texts apart. */
export function crdDifferences(recorded: JsonObject, ours: JsonObject): string[] {
  const [want, have] = [comparable(recorded), comparable(ours)].map((crd) => JSON.stringify(crd));
  if (want === undefined || have === undefined || want === have) return [];
  let at = 0;
  while (want[at] === have[at]) at += 1;
  return [
    `want ...${want.slice(Math.max(0, at - 60), at + 80)}`,
    `have ...${have.slice(Math.max(0, at - 60), at + 80)}`,
  ];
}

/** Sorted keys, no descriptions, no messages, the recorded placeholder for the version. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'string') return value.replaceAll('@CHART_VERSION@', istioVersion);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, item]) => key !== 'description' || typeof item !== 'string',
  );
  const isRule = 'rule' in value && 'message' in value;
  return Object.fromEntries(
    entries
      .filter(([key]) => !isRule || key !== 'message')
      .map(([key, item]): [string, unknown] => [key, comparable(item)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
