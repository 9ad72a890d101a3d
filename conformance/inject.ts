import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { injectResources } from '../src/inject/index.ts';
import { isObject, type JsonObject } from '../src/json.ts';
import { injectionSettings, loadOperatorSpec } from '../src/operator/index.ts';
import { readText } from '../src/resources/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { laid } from './laid.ts';
import { differences } from './differences.ts';
import { comparablePods } from './comparable-pods.ts';
import type { Outcome } from './outcome.ts';

interface Settings {
  readonly set: readonly string[];
  readonly meshConfig: JsonObject;
  readonly environment: {
    readonly nativeSidecars?: 'disabled';
    readonly platform?: 'openshift';
    readonly compliancePolicy?: string;
  };
  readonly spec?: string;
}

interface Refusal {
  readonly error: { readonly annotation?: string; readonly contains?: string };
}

/** What workloads are after injection, or the annotation for which they are refused. */
export async function* injectCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  for (const id of readdirSync(folder).sort()) {
    const place = path.join(folder, id);
    if (!existsSync(path.join(place, 'settings.json'))) continue;
    if (filter.length > 0 && !filter.some((word) => id.includes(word))) continue;
    yield { id, mismatches: await mismatchesOf(place) };
  }
}

async function mismatchesOf(place: string): Promise<string[]> {
  const settings = read(place, 'settings.json') as Settings;
  const expected = read(place, 'expected.json') as Refusal | JsonObject[];
  try {
    const ours = await injectedIn(place, settings);
    if (!Array.isArray(expected)) return ['it is injected, but was refused'];
    return differences(comparablePods([...expected]), comparablePods([...ours]));
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    return Array.isArray(expected)
      ? [`refused: ${error.message}`]
      : refusalMismatches(expected, error.message);
  }
}

function read(place: string, name: string): unknown {
  return JSON.parse(readFileSync(path.join(place, name), 'utf8'));
}

function refusalMismatches({ error: { annotation, contains } }: Refusal, message: string): string[] {
  const said = message.toLowerCase();
  const names = [annotation, contains].filter((name) => name !== undefined);
  return names.some((name) => said.includes(name.toLowerCase())) ? [] : [`${names.join(' ')} is not named`];
}

async function injectedIn(place: string, settings: Settings): Promise<readonly JsonObject[]> {
  const { set, spec, environment } = settings;
  const base = [
    'profile=empty',
    'components.pilot.enabled=true',
    'hub=registry.istio.io/testing',
    'tag=latest',
  ];
  const files =
    spec === undefined ? [] : [{ name: spec, text: readFileSync(path.join(place, spec), 'utf8') }];
  const found = injectionSettings(await loadOperatorSpec({ files, sets: [...base, ...set] }));
  const input = readFileSync(path.join(place, 'input.yaml'), 'utf8');
  const objects = readText(input, 'input.yaml').documents.flatMap(({ value }) =>
    isObject(value) ? [value] : [],
  );
  return injectResources(objects, {
    ...found,
    mesh: laid(found.mesh, settings.meshConfig),
    nativeSidecars: environment.nativeSidecars !== 'disabled',
    ...(environment.platform === 'openshift' && { namespaces: new Map([['test-ns', openshiftNamespace]]) }),
    ...(environment.compliancePolicy !== undefined && { compliancePolicy: environment.compliancePolicy }),
  }).objects;
}

const openshiftNamespace: JsonObject = {
  metadata: {
    annotations: {
      'openshift.io/sa.scc.uid-range': '1000620000/10000',
      'openshift.io/sa.scc.supplemental-groups': '1000620000/10000',
    },
  },
};
