import { objectIn as objectAt, valueIn, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { checkEviction } from '../controllers/disruption-budgets.ts';
import { selectorText } from '../read/selector-text.ts';
import { badRequest, noSuchPath } from '../refusal.ts';
import { answerToken } from '../reviews/answer-token.ts';
import { metadataOf, nameOf } from '../store/metadata.ts';
import { deleteObject } from '../write/delete-object.ts';
import { patched, patchTypes } from '../write/patch-object.ts';
import { updateObject } from '../write/update-object.ts';
import { answerStatus, liveOf, type Stage } from './answer-object.ts';
import { ok, success, type Answer } from './answer.ts';
import { mediaType, objectIn, type ApiRequest } from './api-request.ts';
import { deletionOf } from './deletion-of.ts';
import type { Place } from './place.ts';
import { writerOf } from './writer-of.ts';

/**
 * Answers a request for a part of an object, or for something that is done with it.
 *
 * @throws {Refusal}
 */
export function answerSubresource(stage: Stage, place: Place, request: ApiRequest): Answer {
  const { kind, subresource } = place;
  if (subresource === 'status' && kind.status) return answerStatus(stage, place, request);
  if (subresource === 'scale' && kind.scale) return answerScale(stage.cluster, place, request);
  const answer = others[`${kind.resource} ${subresource ?? ''} ${request.method}`];
  if (answer === undefined || kind.group !== '') throw noSuchPath();
  return answer(stage.cluster, place, request);
}

type Answerer = (cluster: Cluster, place: Place, request: ApiRequest) => Answer;

const others: Readonly<Record<string, Answerer>> = {
  'pods eviction POST': (cluster, place, request) => {
    const pod = liveOf(cluster, place);
    checkEviction(cluster, pod);
    const options = valueIn(request.body, 'deleteOptions');
    const deletion = deletionOf({ body: options, query: request.query });
    deleteObject(cluster, place.kind, pod, deletion);
    return { code: 201, body: success({}) };
  },
  'serviceaccounts token POST': (cluster, place, request) => ({
    code: 201,
    body: answerToken(cluster, liveOf(cluster, place), objectIn(request)),
  }),
  'namespaces finalize PUT': (cluster, place, request) => {
    const live = liveOf(cluster, place);
    const spec = { ...objectAt(live, 'spec') };
    const finalizers = valueIn(request.body, 'spec', 'finalizers');
    if (finalizers === undefined) Reflect.deleteProperty(spec, 'finalizers');
    else spec.finalizers = finalizers;
    const by = { ...writerOf(request), subresource: 'finalize' } as const;
    return ok(updateObject(cluster, place.kind, live, { ...live, spec }, by));
  },
};

function answerScale(cluster: Cluster, place: Place, request: ApiRequest): Answer {
  const live = liveOf(cluster, place);
  if (request.method === 'GET') return ok(scaleOf(live));
  const wanted = valueIn(nextScale(place, live, request), 'spec', 'replicas');
  if (typeof wanted !== 'number') throw badRequest('a scale has a number of replicas');
  const next = { ...live, spec: { ...objectAt(live, 'spec'), replicas: wanted } };
  const by = { ...writerOf(request), subresource: 'scale' } as const;
  return ok(scaleOf(updateObject(cluster, place.kind, live, next, by)));
}

function nextScale({ kind }: Place, live: JsonObject, request: ApiRequest) {
  if (request.method === 'PUT') return objectIn(request);
  const type = patchTypes[mediaType(request.headers)];
  if (request.method !== 'PATCH' || type === undefined) throw noSuchPath();
  return patched(kind, scaleOf(live), { type, value: request.body ?? null });
}

/** https://kubernetes.io/docs/reference/kubernetes-api/autoscaling-resources/scale-v1/ */
function scaleOf(object: JsonObject): JsonObject {
  const { namespace, uid, resourceVersion, creationTimestamp } = metadataOf(object);
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: {
      name: nameOf(object),
      namespace: namespace ?? '',
      uid: uid ?? '',
      resourceVersion: resourceVersion ?? '',
      creationTimestamp: creationTimestamp ?? '',
    },
    spec: { replicas: valueIn(object, 'spec', 'replicas') ?? 0 },
    status: {
      replicas: valueIn(object, 'status', 'replicas') ?? 0,
      selector: selectorText(objectAt(object, 'spec', 'selector')),
    },
  };
}
