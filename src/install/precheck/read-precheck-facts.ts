import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { mayI, type AccessAttributes, type ClusterWriter } from '../../kube/apply/index.ts';
import {
  discover,
  limit,
  listKinds,
  listMetadata,
  type ClusterClient,
  type Discovery,
  type KindToList,
} from '../../kube/index.ts';
import { questionsAbout, usualQuestions, withoutRepeats } from './access-questions.ts';
import type { AnsweredQuestion, PrecheckFacts } from './precheck-facts.ts';

interface ReadOptions {
  /** Default: `istio-system`. */
  readonly istioNamespace?: string;
  /** What is to be installed, if that is known: whether it may be written is asked for. */
  readonly objects?: readonly JsonObject[];
  /** False: nothing is asked about permissions. Default: true. */
  readonly controlPlane?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Reads what a precheck looks at; questions about permissions are asked, and nothing is written. What may not be read is
 * left out.
 *
 * @throws {MeshctlError} when the cluster does not answer.
 */
export async function readPrecheckFacts(
  writer: Pick<ClusterWriter, 'client' | 'create'>,
  options: ReadOptions = {},
): Promise<PrecheckFacts> {
  const { istioNamespace = 'istio-system', objects = [], controlPlane = true, signal } = options;
  const how = signal ? { signal } : {};
  const { client } = writer;
  const [version, discovery] = await Promise.all([client.get('/version', how), discover(client, 'all', how)]);
  const questions = withoutRepeats([...usualQuestions(istioNamespace), ...questionsAbout(objects)]);
  const [lists, definitions, access] = await Promise.all([
    readLists(client, discovery, istioNamespace, how),
    attempt(() => listMetadata(client, definitionsPath, how)),
    controlPlane ? ask(writer, questions, how) : [],
  ]);
  const tried = { ...lists, definitions };
  const read = (name: keyof typeof tried): readonly JsonObject[] | undefined => {
    const one = tried[name];
    return one instanceof MeshctlError ? undefined : one;
  };
  return {
    ...{ istioNamespace, version, served: discovery.kinds, access },
    definitions: read('definitions')?.map((object) => ({ ...definitionKind, ...object })),
    istiods: read('istiods'),
    injectors: read('injectors'),
    validators: read('validators'),
    nodes: read('nodes'),
    pods: read('pods'),
    configMaps: read('configMaps'),
    services: read('services'),
    unread: Object.values(tried).flatMap((one) => (one instanceof MeshctlError ? [one.message] : [])),
  };
}

/** Asks whether one may do each of these things. */
export async function ask(
  writer: Pick<ClusterWriter, 'create'>,
  questions: readonly AccessAttributes[],
  how: { readonly signal?: AbortSignal } = {},
): Promise<readonly AnsweredQuestion[]> {
  return limit(
    8,
    questions.map((attributes) => async () => ({ attributes, ...(await mayI(writer, attributes, how)) })),
  );
}

const definitionsPath = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const definitionKind = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
const admission = 'admissionregistration.k8s.io';

type Tried = readonly JsonObject[] | MeshctlError;

async function readLists(
  client: ClusterClient,
  discovery: Discovery,
  istioNamespace: string,
  how: { readonly signal?: AbortSignal },
) {
  const list = (kind: KindToList, more: { readonly whole?: boolean; readonly namespaces?: string[] } = {}) =>
    attempt(async () => {
      const [found] = await listKinds(client, [kind], { ...how, discovery, ...more });
      const [problem] = found?.problems ?? [];
      if (problem !== undefined) throw problem;
      return found?.objects ?? [];
    });
  const here = { namespaces: [istioNamespace] };
  const [istiods, injectors, validators, nodes, pods, configMaps, services] = await Promise.all([
    list({ group: 'apps', kind: 'Deployment', labelSelector: 'app=istiod' }, { whole: true }),
    list({ group: admission, kind: 'MutatingWebhookConfiguration' }),
    list({ group: admission, kind: 'ValidatingWebhookConfiguration' }),
    list({ group: '', kind: 'Node' }),
    list({ group: '', kind: 'Pod' }),
    list({ group: '', kind: 'ConfigMap' }, here),
    list({ group: '', kind: 'Service' }, here),
  ]);
  return { istiods, injectors, validators, nodes, pods, configMaps, services };
}

async function attempt(read: () => Promise<readonly JsonObject[]>): Promise<Tried> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof MeshctlError) return error;
    throw error;
  }
}
