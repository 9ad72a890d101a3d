import type { JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { badRequest, notFound, Refusal } from '../refusal.ts';
import type { ListPages } from '../read/list-pages.ts';
import { representation } from '../read/representation.ts';
import { asVersion } from '../read/as-version.ts';
import { watch } from '../read/watch.ts';
import { metadataOf, nameOf, namespaceOf, uidOf, withMetadata } from '../store/metadata.ts';
import { applyObject } from '../write/apply-object.ts';
import { createObject } from '../write/create-object.ts';
import { deleteObject, type Deleted } from '../write/delete-object.ts';
import { patchObject, patchTypes } from '../write/patch-object.ts';
import { updateObject } from '../write/update-object.ts';
import { ok, success, type Answer } from './answer.ts';
import { mediaType, objectIn, type ApiRequest } from './api-request.ts';
import { checkBody } from './check-body.ts';
import { deletionOf } from './deletion-of.ts';
import type { Place } from './place.ts';
import { writerOf } from './writer-of.ts';

/** What the answers about objects come from. */
export interface Stage {
  readonly cluster: Cluster;
  readonly pages: ListPages;
}

/**
 * Answers a request about objects of a kind.
 *
 * @throws {Refusal}
 */
export function answerObject(stage: Stage, place: Place, request: ApiRequest): Answer {
  const shown = representation(place.kind, request.headers.accept ?? '');
  const answer = place.name === undefined ? answerList : answerOne;
  const given = answer(stage, place, request);
  return 'body' in given ? { ...given, body: shown(given.body as JsonObject) } : given;
}

function answerList(stage: Stage, place: Place, request: ApiRequest): Answer {
  const { cluster, pages } = stage;
  const { kind, namespace } = place;
  switch (request.method) {
    case 'GET':
      if (request.query.get('watch') !== 'true') return ok(pages.read(kind, namespace, request.query));
      return {
        stream: watch(
          cluster,
          kind,
          namespace,
          request.query,
          representation(kind, request.headers.accept ?? ''),
        ),
      };
    case 'POST': {
      const object = checkBody(place, objectIn(request));
      return { code: 201, body: createObject(cluster, kind, object, writerOf(request)) };
    }
    case 'DELETE': {
      const list = pages.read(kind, namespace, request.query);
      for (const item of list.items as JsonObject[])
        deleteObject(cluster, kind, liveOf(cluster, { ...place, ...namesOf(item) }), deletionOf(request));
      return ok(list);
    }
    default:
      throw notAllowed();
  }
}

const namesOf = (object: JsonObject): { readonly name: string; readonly namespace: string } => ({
  name: nameOf(object),
  namespace: namespaceOf(object),
});

const notAllowed = (): Refusal =>
  new Refusal(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {});

function answerOne(stage: Stage, place: Place, request: ApiRequest): Answer {
  const { cluster } = stage;
  const { kind } = place;
  switch (request.method) {
    case 'GET':
      return ok(asVersion(kind, liveOf(cluster, place)));
    case 'PUT': {
      const live = liveOf(cluster, place);
      return ok(updateObject(cluster, kind, live, checkBody(place, objectIn(request)), writerOf(request)));
    }
    case 'PATCH':
      return answerPatch(stage, place, request);
    case 'DELETE': {
      const live = liveOf(cluster, place);
      return ok(deletionAnswer(place, deleteObject(cluster, kind, live, deletionOf(request))));
    }
    default:
      throw notAllowed();
  }
}

/** The object that a path names. */
export function liveOf({ store }: Cluster, { kind, namespace = '', name = '' }: Place): JsonObject {
  const live = store.get(kind, namespace, name);
  if (live === undefined) throw notFound(kind, name);
  return live;
}

function deletionAnswer({ kind }: Place, { object, gone }: Deleted): JsonObject {
  if (!gone) return object;
  const group = kind.group === '' ? {} : { group: kind.group };
  return success({ name: nameOf(object), ...group, kind: kind.resource, uid: uidOf(object) });
}

/** Patches of an object or of its status. */
function answerPatch(stage: Stage, place: Place, request: ApiRequest): Answer {
  const { kind, subresource } = place;
  const type = mediaType(request.headers);
  if (type === 'application/apply-patch+yaml') return answerApply(stage, place, request);
  const patchType = patchTypes[type];
  if (patchType === undefined) throw unknownPatch(type);
  const patch = { type: patchType, value: request.body ?? null };
  const live = asVersion(kind, liveOf(stage.cluster, place));
  return ok(patchObject(stage.cluster, kind, live, patch, writerOf(request, subresource)));
}

function answerApply({ cluster }: Stage, place: Place, request: ApiRequest): Answer {
  const { kind, namespace = '', name = '', subresource } = place;
  const { query } = request;
  if (query.get('fieldManager') === null) throw unmanaged();
  const object = withMetadata(checkBody(place, objectIn(request)), { name });
  if (metadataOf(object).managedFields !== undefined) throw badRequest('metadata.managedFields must be nil');
  const live = cluster.store.get(kind, namespace, name);
  if (live === undefined && subresource !== undefined) throw notFound(kind, name);
  const by = { ...writerOf(request, subresource), force: query.get('force') === 'true' };
  const applied = applyObject(cluster, kind, live && asVersion(kind, live), object, by);
  return { code: live === undefined ? 201 : 200, body: applied };
}

function unmanaged(): Refusal {
  const message = 'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value';
  const causes = [{ reason: 'FieldValueRequired', message: 'Required value', field: 'fieldManager' }];
  return new Refusal(422, 'Invalid', message, { causes });
}

function unknownPatch(type: string): Refusal {
  const known = [...Object.keys(patchTypes), 'application/apply-patch+yaml'].join(', ');
  const message = `the body of the request was in an unknown format (${type}) - accepted media types include: ${known}`;
  return new Refusal(415, 'UnsupportedMediaType', message, {});
}

/** `PUT` and `PATCH` of the status of an object. */
export function answerStatus(stage: Stage, place: Place, request: ApiRequest): Answer {
  const { cluster } = stage;
  if (request.method === 'GET') return ok(asVersion(place.kind, liveOf(cluster, place)));
  if (request.method === 'PATCH') return answerPatch(stage, place, request);
  if (request.method !== 'PUT') throw notAllowed();
  const next = checkBody(place, objectIn(request));
  return ok(
    updateObject(cluster, place.kind, liveOf(cluster, place), next, writerOf(request, place.subresource)),
  );
}
