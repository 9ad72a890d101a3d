import { objectsIn, type JsonObject } from '../../json.ts';
import type { Kind } from '../kinds/kind.ts';
import { metadataOf, nameOf } from '../store/metadata.ts';
import { cellsOf, columnsOf } from './columns.ts';

/**
 * How a client wants to have objects: as a table (kubectl get), as their metadata alone, or as they are. From the
 * parameters of the Accept header.
 */
export function representation(kind: Kind, accept: string): (answer: JsonObject) => JsonObject {
  for (const type of accept.split(',')) {
    if (type.includes('as=Table')) return (answer) => tableOf(kind, answer);
    if (type.includes('as=PartialObjectMetadata')) return partial;
    if (type.includes('json') && !type.includes('as=')) break;
  }
  return (answer) => answer;
}

const itemsOf = (answer: JsonObject): readonly JsonObject[] =>
  Array.isArray(answer.items) ? objectsIn(answer.items) : [answer];

/** https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables */
function tableOf(kind: Kind, answer: JsonObject): JsonObject {
  if (answer.kind === 'Status') return answer;
  const { resourceVersion, continue: next, remainingItemCount } = metadataOf(answer);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: {
      resourceVersion: resourceVersion ?? '',
      ...(next !== undefined && { continue: next }),
      ...(remainingItemCount !== undefined && { remainingItemCount }),
    },
    columnDefinitions: columnsOf(kind),
    rows: itemsOf(answer).map((item) => ({
      cells: [nameOf(item), ...cellsOf(kind, item)],
      object: { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: metadataOf(item) },
    })),
  };
}

function partial(answer: JsonObject): JsonObject {
  if (answer.kind === 'Status') return answer;
  const one = (object: JsonObject): JsonObject => ({
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: metadataOf(object),
  });
  if (!Array.isArray(answer.items)) return one(answer);
  return {
    kind: 'PartialObjectMetadataList',
    apiVersion: 'meta.k8s.io/v1',
    metadata: metadataOf(answer),
    items: objectsIn(answer.items).map(one),
  };
}
