import { MeshctlError } from '../../errors.ts';
import type { ClusterClient } from '../client.ts';
import type { Connection } from '../connection.ts';
import { pathOf, type ServedKind } from '../discovery/served-kind.ts';
import { KindNotServed, type KindIndex } from './kind-index.ts';
import type { ObjectKey } from './object-key.ts';
import { questionKind } from './question-kind.ts';

/** What all writes of one connection share. */
export interface WriteStage {
  readonly connection: Connection;
  readonly client: ClusterClient;
  readonly kinds: KindIndex;
}

/** An object, and where the API has it. */
export interface Target {
  /** With its namespace, where the kind has namespaces. */
  readonly key: ObjectKey;
  readonly served: ServedKind;
  /** Of all objects of the kind there. */
  readonly list: string;
  readonly path: string;
}

/**
 * Finds the place of an object in the API. One without a name can only be made: in any other request, its place would be
 * that of all objects of the kind.
 */
export async function targetOf(
  stage: WriteStage,
  key: ObjectKey,
  signal: AbortSignal,
  { unnamed = false } = {},
): Promise<Target> {
  requireField(key, 'kind');
  requireField(key, 'apiVersion');
  const question = questionKind(key);
  if (!unnamed && question === undefined) requireField(key, 'name');
  const served = question ?? (await stage.kinds.find(key, signal));
  const { namespace: asked, ...rest } = key;
  const namespace = served.namespaced ? (asked ?? stage.connection.namespace) : undefined;
  const list = pathOf(served, namespace);
  return {
    key: { ...rest, ...(namespace !== undefined && { namespace }) },
    served,
    list,
    path: `${list}/${encodeURIComponent(key.name)}`,
  };
}

/** An object that is to be written must say what it is. */
function requireField(key: ObjectKey, field: 'kind' | 'apiVersion' | 'name'): void {
  if (key[field] !== '') return;
  throw new MeshctlError('input', `an object has no ${field}: ${JSON.stringify(key)}`, {
    hint: 'every object that is written needs apiVersion, kind and metadata.name',
  });
}

/** `targetOf`; undefined when the cluster does not have the kind, and so no object of it. */
export async function targetIfServed(
  stage: WriteStage,
  key: ObjectKey,
  signal: AbortSignal,
): Promise<Target | undefined> {
  try {
    return await targetOf(stage, key, signal);
  } catch (error) {
    if (error instanceof KindNotServed) return undefined;
    throw error;
  }
}

/** What ends a request: what ends all, and its own signal. */
export function endOf({ connection }: WriteStage, signal: AbortSignal | undefined): AbortSignal {
  return signal ? AbortSignal.any([connection.deadline, signal]) : connection.deadline;
}
