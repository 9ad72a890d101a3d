import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../../json.ts';
import { label } from '../../../label.ts';
import { labelOf } from '../../../label-of.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { injected } from '../../../sandbox/mesh/injected.ts';
import { matchesLabels } from '../../../sandbox/read/label-selector.ts';
import type { ModelMesh } from './model-mesh.ts';

/** Makes a Pod of an owner, as the webhooks of the cluster have it; false when one of them refuses it. */
export function makePod(mesh: ModelMesh, owner: JsonObject, hash: string): boolean {
  const pod = freshPod(mesh, owner, hash);
  const { namespace = '', name } = keyOf(pod);
  const home = labelsIn(mesh.get({ apiVersion: 'v1', kind: 'Namespace', name: namespace }));
  const called = callsFor(mesh, { 'kubernetes.io/metadata.name': namespace, ...home }, labelsIn(pod));
  let made = pod;
  let error: string | undefined;
  for (const { client, revision } of called) {
    const answer = answerOf(mesh, client, revision);
    if ('error' in answer) error ??= answer.error;
    else made = injected(made, answer);
  }
  if (called.length > 0)
    mesh.injections.push({
      ...{ namespace, pod: name, webhooks: called.map((one) => one.name) },
      ...(error !== undefined && { error }),
    });
  if (error !== undefined) return false;
  mesh.put(made);
  return true;
}

interface Call {
  readonly name: string;
  readonly client: JsonObject;
  readonly revision: string;
}

function callsFor(mesh: ModelMesh, namespace: JsonObject, pod: JsonObject): readonly Call[] {
  return mesh.ofKind('MutatingWebhookConfiguration').flatMap((object) =>
    objectsIn(object, 'webhooks')
      .filter(
        ({ namespaceSelector, objectSelector }) =>
          matchesLabels(namespaceSelector, namespace) && matchesLabels(objectSelector, pod),
      )
      .map((webhook) => ({
        name: `${keyOf(object).name}/${plainText(webhook.name)}`,
        client: objectIn(webhook, 'clientConfig'),
        revision: labelOf(object, label.revision),
      })),
  );
}

type Answer = { readonly revision: string; readonly image: string } | { readonly error: string };

function answerOf(mesh: ModelMesh, client: JsonObject, revision: string): Answer {
  const service = objectIn(client, 'service');
  const where = { namespace: plainText(service.namespace), name: plainText(service.name) };
  const found = mesh.get({ apiVersion: 'v1', kind: 'Service', ...where });
  if (found === undefined) return { error: `service "${where.name}" not found` };
  const matchLabels = objectIn(found, 'spec', 'selector');
  const istiod = mesh
    .ofKind('Pod')
    .find((pod) => keyOf(pod).namespace === where.namespace && matchesLabels({ matchLabels }, labelsIn(pod)));
  if (istiod === undefined) return { error: `no endpoints available for service "${where.name}"` };
  if (plainText(client.caBundle) === '') return { error: 'x509: no caBundle' };
  const [container] = objectsIn(istiod, 'spec', 'containers');
  return {
    revision: labelOf(istiod, label.revision) || revision,
    image: plainText(container?.image).replace('pilot', 'proxyv2'),
  };
}

const labelsIn = (object: JsonObject | undefined): JsonObject => objectIn(object, 'metadata', 'labels');

function freshPod(mesh: ModelMesh, owner: JsonObject, hash: string): JsonObject {
  const { kind, namespace = '', name } = keyOf(owner);
  const template = objectIn(owner, 'spec', 'template');
  const number = mesh.nextNumber();
  const isDeployment = kind === 'Deployment';
  const controller = isDeployment
    ? { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${name}-${hash}` }
    : { apiVersion: 'apps/v1', kind, name };
  return {
    ...{ apiVersion: 'v1', kind: 'Pod' },
    metadata: {
      ...{ namespace, name: `${name}-${hash}-${number}` },
      labels: {
        ...objectIn(template, 'metadata', 'labels'),
        ...{ 'pod-template-hash': hash, 'model.owner': `${kind}.${name}` },
      },
      annotations: objectIn(template, 'metadata', 'annotations'),
      ownerReferences: [{ ...controller, uid: `${controller.name}-uid`, controller: true }],
    },
    spec: objectIn(template, 'spec'),
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  };
}

/** The revision that injected a Pod; undefined for one without a proxy. */
export function injectedBy(pod: JsonObject): string | undefined {
  const status = valueIn(pod, 'metadata', 'annotations', 'sidecar.istio.io/status');
  return status === undefined ? undefined : plainText((JSON.parse(plainText(status)) as JsonObject).revision);
}
