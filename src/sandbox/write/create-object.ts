import { randomUUID } from 'node:crypto';
import { updateTo } from '../../server-side-apply/index.ts';
import { plainText, withoutKey, type JsonObject } from '../../json.ts';
import { admitPod } from '../mesh/admit-pod.ts';
import { completeObject } from '../admission/complete-object.ts';
import { finishObject } from '../admission/finish-object.ts';
import { problemsOf } from '../admission/problems-of.ts';
import { timestamp, type Cluster } from '../cluster.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';
import { alreadyExists, badRequest, invalid } from '../refusal.ts';
import { randomSuffix } from '../random-name.ts';
import { metadataOf, nameOf, namespaceOf, withMetadata } from '../store/metadata.ts';
import { checkNamespace } from './check-namespace.ts';
import { ownershipOf } from './ownership.ts';
import type { Writer } from './writer.ts';

/**
 * Makes an object, as POST does.
 *
 * @throws {Refusal} when it may not be made.
 */
export function createObject(cluster: Cluster, kind: Kind, object: JsonObject, by: Writer): JsonObject {
  return storeNew(cluster, kind, object, by, (complete) =>
    updateTo(undefined, complete, ownershipOf(cluster, kind, by)),
  );
}

/** Makes an object whose managed fields are those that `claim` adds, or those that it has. */
export function storeNew(
  cluster: Cluster,
  kind: Kind,
  object: JsonObject,
  by: Writer,
  claim: (object: JsonObject) => JsonObject = (same) => same,
): JsonObject {
  const named = withName(object);
  checkNamespace(cluster, kind, named);
  const complete = completeObject(kind, fresh(kind, named), by.strict === true);
  const admitted = admitPod(cluster, kind, finishObject(cluster, kind, claim(complete)));
  const problems = problemsOf(kind, admitted, undefined);
  if (problems.length > 0) throw invalid(kind, nameOf(admitted), problems);
  if (cluster.store.get(kind, namespaceOf(admitted), nameOf(admitted)) !== undefined)
    throw alreadyExists(kind, nameOf(admitted));
  return by.dryRun === true ? admitted : cluster.store.put(kind, admitted);
}

function withName(object: JsonObject): JsonObject {
  const { name, generateName, resourceVersion } = metadataOf(object);
  if (plainText(resourceVersion) !== '')
    throw badRequest('resourceVersion should not be set on objects to be created');
  if (plainText(name) !== '') return object;
  if (plainText(generateName) === '') throw badRequest('name or generateName is required');
  return withMetadata(object, { name: plainText(generateName) + randomSuffix(5) });
}

/** What no client decides. */
function fresh(kind: Kind, object: JsonObject): JsonObject {
  const content = kind.status && kind.resource !== 'nodes' ? withoutKey(object, 'status') : object;
  return withMetadata(
    { ...content, apiVersion: apiVersionOf(kind), kind: kind.kind },
    {
      uid: randomUUID(),
      creationTimestamp: timestamp(),
      generation: kind.generation ? 1 : undefined,
      resourceVersion: undefined,
      deletionTimestamp: undefined,
      deletionGracePeriodSeconds: undefined,
      selfLink: undefined,
    },
  );
}
