import { existsSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../../src/index.ts';
import { isObject, plainText, type Json } from '../../../src/json.ts';
import { connectWriter, keyOf, waitReady, type ClusterWriter } from '../../../src/kube/apply/index.ts';
import { ApiError, limit } from '../../../src/kube/index.ts';
import { rigSources, startRig, type Rig } from '../../../src/kube/testing/rig.ts';
import { readRecorded, readRecordedObject, type RevisionCase } from '../revision-case.ts';

export interface CaseCluster {
  readonly rig: Rig;
  readonly writer: ClusterWriter;
}

/** The sources of the server, which lie beside the cases. */
export function caseServer(folder: string): string {
  const beside = path.join(folder, '../../apirig');
  const sources = rigSources() ?? (existsSync(beside) ? beside : undefined);
  if (sources === undefined)
    throw new Error('no sources of the API server: name their folder in MESHCTL_APIRIG');
  return sources;
}

export type { Rig };

/** A real API server of the version of the case, with its objects in it and its denials. */
export async function startCaseCluster(
  sources: string,
  folder: string,
  recorded: RevisionCase,
): Promise<CaseCluster> {
  const { kubernetesVersion, deniedCreate } = recorded.command;
  const flags = ['--ready-delay', '0s', '--kubernetes-version', kubernetesVersion];
  const rig = await startRig(sources, { workloads: true, flags });
  const writer = await connectWriter({ kubeconfig: rig.kubeconfig, env: {} });
  await load(writer, objectsOf(folder, recorded));
  for (const resource of deniedCreate) await rig.admin('POST', '/denials', { verbs: ['create'], resource });
  if (installs(recorded)) await rig.admin('PATCH', '/loop', { mesh: true });
  await rig.admin('DELETE', '/stats');
  return { rig, writer };
}

/** An installation waits until istiod has written its certificate into the webhooks. */
const installs = ({ command: { args } }: RevisionCase): boolean =>
  args[0] === 'install' || args[0] === 'upgrade';

/** The objects of a case, completed so that a server takes them. */
function objectsOf(folder: string, { cluster }: RevisionCase): readonly JsonObject[] {
  const fill = readRecorded(path.join(folder, 'fill.json')) as Readonly<Record<string, JsonObject>>;
  const named = cluster.flatMap(({ namespace }) => (namespace === null ? [] : [namespace]));
  const held = cluster.flatMap(({ kind, name }) => (kind === 'Namespace' ? [name] : []));
  const missing = [...new Set(named)].filter((name) => !held.includes(name));
  return [
    ...missing.map((name): JsonObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
    ...cluster.map((one) => {
      const object = { ...readRecordedObject(folder, one), ...fill[`${one.kind}/${one.name}`] };
      return one.kind === 'CustomResourceDefinition' ? definition(folder, one.name, object) : object;
    }),
  ];
}

function definition(folder: string, name: string, object: JsonObject): JsonObject {
  if (object.spec !== undefined) return gatewayApiDefinition(object);
  const { spec } = readRecorded(path.join(folder, '../install/crds', `${name}.json`)) as JsonObject;
  return { ...object, spec: withMessages(spec ?? {}) };
}

/** The recorded ones have no texts, and a rule with line breaks needs one. */
function withMessages(value: Json): Json {
  if (Array.isArray(value)) return value.map(withMessages);
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withMessages(item)]));
  return typeof inner.rule === 'string' ? { message: 'not valid', ...inner } : inner;
}

function gatewayApiDefinition(object: JsonObject): JsonObject {
  const { metadata, spec } = object;
  const annotations = { 'api-approved.kubernetes.io': 'unapproved' };
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } };
  const { versions } = isObject(spec) ? spec : {};
  const complete = (Array.isArray(versions) ? versions : []).map((version) =>
    isObject(version) ? { ...version, schema } : version,
  );
  return {
    ...object,
    metadata: { ...(isObject(metadata) ? metadata : {}), annotations },
    spec: { ...(isObject(spec) ? spec : {}), versions: complete },
  };
}

async function load(writer: ClusterWriter, objects: readonly JsonObject[]): Promise<void> {
  const stages = ['Namespace', 'CustomResourceDefinition'];
  const stageOf = ({ kind }: JsonObject): number => (stages.indexOf(plainText(kind)) + 1 || 3) - 1;
  for (const stage of [0, 1, 2]) {
    const some = objects.filter((object) => stageOf(object) === stage);
    await limit(
      8,
      some.map((object) => () => createOnce(writer, object)),
    );
  }
  const missing = await waitReady(writer, objects.map(keyOf), { timeout: 30_000 });
  for (const { object, reason } of missing) throw new Error(`${object.kind} ${object.name}: ${reason}`);
}

async function createOnce(writer: ClusterWriter, object: JsonObject): Promise<void> {
  try {
    await writer.create(object, { fieldManager: 'istio-operator', fieldValidation: 'Ignore' });
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
  }
}
