import { plainText, type Json, type JsonObject } from '../../json.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';
import { badRequest, type Refusal } from '../refusal.ts';
import { metadataOf, withMetadata } from '../store/metadata.ts';
import type { Place } from './place.ts';

/**
 * The object of a request, in the namespace of its path.
 *
 * @throws {Refusal} when it is another one than the path says.
 */
export function checkBody({ kind, namespace, name }: Place, object: JsonObject): JsonObject {
  const said = (value: Json | undefined, wanted: string | undefined): boolean =>
    plainText(value) === '' || wanted === undefined || value === wanted;
  if (!said(object.apiVersion, apiVersionOf(kind)) || !said(object.kind, kind.kind))
    throw otherKind(kind, object);
  const metadata = metadataOf(object);
  if (!said(metadata.name, name))
    throw badRequest(
      `the name of the object (${plainText(metadata.name)}) does not match the name on the URL (${name ?? ''})`,
    );
  if (kind.namespaced && !said(metadata.namespace, namespace))
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  return withMetadata(object, { namespace: kind.namespaced ? namespace : undefined });
}

function otherKind(kind: Kind, object: JsonObject): Refusal {
  const said = `${plainText(object.kind)} in version "${plainText(object.apiVersion)}"`;
  return badRequest(`${said} cannot be handled as a ${kind.kind}: the path is of another kind`);
}
