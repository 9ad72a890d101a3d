import { isObject, objectIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import { ApiError, type ClusterClient } from '../../kube/index.ts';

/** What the Deployment of a control plane tells. */
export interface IstiodFacts {
  readonly name: string;
  /** Tag of its image, without the variant: `1.31.0`; empty for an image without one. */
  readonly version: string;
  /** Environment of istiod; only plain values. */
  readonly environment: Readonly<Record<string, string>>;
  readonly readyReplicas: number;
}

/** Looks for the Deployment of a revision; undefined when there is none to be seen. */
export async function readIstiod(
  client: ClusterClient,
  { istioNamespace, revision }: { readonly istioNamespace: string; readonly revision: string },
): Promise<IstiodFacts | undefined> {
  const path = `/apis/apps/v1/namespaces/${encodeURIComponent(istioNamespace)}/deployments`;
  const list = await unlessUnseen(client.get(path, { query: { labelSelector: 'app=istiod' } }));
  const found = listOf(list?.items)
    .filter(isObject)
    .find((one) => revisionOf(one) === (revision === '' ? 'default' : revision));
  return found === undefined ? undefined : factsOf(found);
}

async function unlessUnseen(answer: Promise<JsonObject>): Promise<JsonObject | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && [403, 404].includes(error.status)) return undefined;
    throw error;
  }
}

const revisionOf = (deployment: JsonObject): string =>
  plainText(objectIn(deployment, 'metadata', 'labels')['istio.io/rev']) || 'default';

function factsOf(deployment: JsonObject): IstiodFacts {
  const containers = listOf(valueIn(deployment, 'spec', 'template', 'spec', 'containers'));
  const container = containers.find((one) => valueIn(one, 'name') === 'discovery') ?? containers[0];
  const variables = listOf(valueIn(container, 'env')).map((one): [string, string] => [
    plainText(valueIn(one, 'name')),
    plainText(valueIn(one, 'value')),
  ]);
  const [, tag = ''] = /:([\w][\w.-]*)$/.exec(plainText(valueIn(container, 'image'))) ?? [];
  return {
    name: plainText(valueIn(deployment, 'metadata', 'name')),
    version: tag.replace(/-(?:distroless|debug)$/, ''),
    environment: Object.fromEntries(variables),
    readyReplicas: Number(valueIn(deployment, 'status', 'readyReplicas') ?? 0),
  };
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
