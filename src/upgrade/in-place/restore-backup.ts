import { waitReady, type ClusterWriter, type ObjectKey } from '../../kube/apply/index.ts';
import { MeshctlError } from '../../errors.ts';
import { restoreObject } from '../run/index.ts';
import type { SavedObject } from './backup-of.ts';

/** What was done to an object on the way back. */
export interface RestoredObject {
  readonly object: ObjectKey;
  /** `left`: a definition or a namespace, on which other objects depend. */
  readonly outcome: 'restored' | 'deleted' | 'unchanged' | 'left';
}

export interface RestoreOptions {
  /** Milliseconds for what is waited for. Default: 300000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/**
 * Makes objects what they were: first those that were there, in the order of the backup, then what was not there goes, in
 * the reverse order, when the control plane of before is ready. A second run goes on where the first one ended.
 *
 * @throws {MeshctlError} `environment` when something is not ready in time; what came after it is as it was then.
 */
export async function* restoreBackup(
  writer: ClusterWriter,
  objects: readonly SavedObject[],
  { timeout = 300_000, signal = new AbortController().signal }: RestoreOptions = {},
): AsyncGenerator<RestoredObject, void, undefined> {
  const context = { writer, timeout, signal };
  const there = objects.filter(({ before }) => before !== null);
  for (const saved of there) yield await putBack(context, saved);
  const workloads = there.map(({ object }) => object).filter(({ kind }) => workloadKinds.has(kind));
  const [waiting] = await waitReady(writer, workloads, { timeout, signal });
  if (waiting !== undefined)
    throw new MeshctlError('environment', `${waiting.object.kind} ${waiting.object.name} is not ready`, {
      reason: waiting.reason,
      hint: 'see why, and run the same command again: it goes on where it was',
    });
  for (const saved of objects.toReversed()) if (saved.before === null) yield await putBack(context, saved);
}

const workloadKinds = new Set(['Deployment', 'DaemonSet']);

async function putBack(
  context: Parameters<typeof restoreObject>[0],
  { object, before }: SavedObject,
): Promise<RestoredObject> {
  if (isShared(object)) return { object, outcome: 'left' };
  if ((await restoreObject(context, { object, before })) === 'unchanged')
    return { object, outcome: 'unchanged' };
  return { object, outcome: before === null ? 'deleted' : 'restored' };
}

/** To take back what objects of others are made of would take them, too. */
const isShared = ({ kind }: ObjectKey): boolean =>
  kind === 'CustomResourceDefinition' || kind === 'Namespace';
