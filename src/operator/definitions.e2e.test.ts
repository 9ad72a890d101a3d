import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isObject, objectIn, plainText, type Json, type JsonObject } from '../json.ts';
import { apiSender, type ApiSend } from '../kube/testing/api-sender.ts';
import { objectApplier } from '../kube/testing/object-applier.ts';
import { rigSources, startRig, type Rig } from '../kube/testing/rig.ts';
import { readText } from '../resources/index.ts';
import { loadOperatorSpec, renderManifests } from './index.ts';

/** A recorded document, and what the API server with the definitions of Istio made of it. */
interface Recorded {
  readonly id: string;
  readonly document: string;
  readonly crd?: { readonly checked?: boolean; readonly valid?: boolean };
}

const sources = rigSources();
const folder = path.join(
  process.env.MESHCTL_CONFORMANCE ?? path.resolve('../shared/conformance'),
  'validate',
);

describe.skipIf(sources === undefined || !existsSync(folder))('an API server with our definitions', () => {
  let rig: Rig;
  let send: ApiSend;
  const places = new Map<string, Place>();

  beforeAll(async () => {
    rig = await startRig(sources ?? '');
    send = await apiSender(rig.kubeconfig);
    const apply = await objectApplier(rig.kubeconfig);
    const { objects } = await renderManifests(await loadOperatorSpec({}), { components: ['Base'] });
    for (const { object } of objects) {
      if (object.kind !== 'CustomResourceDefinition') continue;
      expect(await apply(object)).toBeUndefined();
      for (const [type, place] of placesOf(object)) places.set(type, place);
    }
    await Promise.all([...places.values()].map(({ root }) => untilServed(root)));
    for (const name of namespacesOf(recorded))
      await send('POST', '/api/v1/namespaces', json({ metadata: { name } }));
  }, 60_000);

  afterAll(async () => {
    await rig.stop();
  });

  const untilServed = (root: string): Promise<void> =>
    vi.waitFor(
      async () => {
        expect((await send('GET', root)).status).toBe(200);
      },
      { timeout: 20_000 },
    );

  const verdictOf = async ({ document }: Recorded): Promise<boolean | undefined> => {
    const { documents } = readText(document, 'case.yaml');
    const objects = documents.map(({ value }) => value).filter((value) => isObject(value));
    const ours = objects.filter((object) => places.has(typeOf(object)));
    if (ours.length === 0) return undefined;
    if (documents.some(({ problems }) => problems.length > 0)) return false;
    const answers = await Promise.all(ours.map((object) => accepts(object)));
    return answers.every(Boolean);
  };

  const accepts = async (object: JsonObject): Promise<boolean> => {
    const place = places.get(typeOf(object));
    const namespace = plainText(objectIn(object, 'metadata').namespace) || 'default';
    const where = `${place?.root ?? ''}${place?.namespaced === true ? `/namespaces/${namespace}` : ''}/${place?.plural ?? ''}`;
    const { status } = await send('POST', `${where}?dryRun=All&fieldValidation=Strict`, json(object));
    return status < 300;
  };

  test('accepts and refuses every recorded document as the real one did', { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    let judged = 0;
    for (const one of recorded) {
      const verdict = await verdictOf(one);
      if (verdict === undefined || excused.has(one.id)) continue;
      judged += 1;
      if (verdict !== one.crd?.valid) wrong.push(`${one.id}: ${verdict ? 'accepted' : 'refused'}`);
    }
    expect(judged).toBeGreaterThan(1_000);
    expect(wrong).toEqual([]);
  });
});

/** Recorded as refused by a simulation of the server; the real one drops the null and accepts them. */
const excused = new Set(['workloadentry-0027', 'workloadentry-0047']);

interface Place {
  /** Path of the group and version. */
  readonly root: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

function placesOf({ spec }: JsonObject): (readonly [string, Place])[] {
  const { group, names, scope, versions } = isObject(spec) ? spec : {};
  const { kind, plural } = isObject(names) ? names : {};
  return (Array.isArray(versions) ? versions : []).filter(isObject).map(({ name }) => {
    const version = `${plainText(group)}/${plainText(name)}`;
    const root = `/apis/${version}`;
    return [
      `${version} ${plainText(kind)}`,
      { root, plural: plainText(plural), namespaced: scope === 'Namespaced' },
    ];
  });
}

const typeOf = ({ apiVersion, kind }: JsonObject): string => `${plainText(apiVersion)} ${plainText(kind)}`;

const json = (value: Json) => ({ type: 'application/json', text: JSON.stringify(value) });

const recorded: readonly Recorded[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Recorded)
      .filter(({ crd }) => crd?.checked === true)
  : [];

function namespacesOf(cases: readonly Recorded[]): ReadonlySet<string> {
  const values = cases.flatMap(({ document }) => readText(document, 'case.yaml').documents);
  return new Set(values.flatMap(({ value }) => plainText(objectIn(value, 'metadata').namespace) || []));
}
