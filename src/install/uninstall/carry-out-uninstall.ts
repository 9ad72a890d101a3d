import type { ClusterChange } from '../../changes/index.ts';
import { MeshctlError } from '../../errors.ts';
import { groupBy } from '../../group-by.ts';
import { objectIn, plainText } from '../../json.ts';
import { waitGone, type ClusterWriter } from '../../kube/apply/index.ts';
import type { InstallEvent, Waited } from '../install-event.ts';
import type { UninstallPlan } from './uninstall-plan.ts';

interface CarryOutOptions {
  /** Milliseconds for the objects of one kind to be gone. Default: 300000. */
  readonly timeout?: number;
  /** Ends the removal: its reason is thrown. What is gone stays gone, and the same plan can be made again. */
  readonly signal?: AbortSignal;
}

/**
 * Deletes what a plan says, kind by kind, and waits until each kind is gone: what the objects own goes before them. Only
 * the very objects that were read are deleted, never others that were made under their names since.
 *
 * @throws {MeshctlError} when something cannot be deleted, or is not gone in time; what was deleted before stays so.
 */
export async function* carryOutUninstall(
  writer: Pick<ClusterWriter, 'delete' | 'watch'>,
  { deletions }: Pick<UninstallPlan, 'deletions'>,
  options: CarryOutOptions = {},
): AsyncGenerator<InstallEvent, void, undefined> {
  for (const [stage, changes] of groupBy(deletions, ({ object }) => object.kind)) {
    yield { type: 'started', stage };
    try {
      yield* removeKind(writer, stage, changes, options);
    } catch (error) {
      yield { type: 'failed', stage, error };
      throw error;
    }
    yield { type: 'done', stage };
  }
}

async function* removeKind(
  writer: Pick<ClusterWriter, 'delete' | 'watch'>,
  stage: string,
  changes: readonly ClusterChange[],
  { timeout = 300_000, signal }: CarryOutOptions,
): AsyncGenerator<InstallEvent, void, undefined> {
  const ending: ClusterChange[] = [];
  for (const change of changes) {
    const uid = uidOf(change);
    const outcome = await writer.delete(change.object, { uid, ...(signal && { signal }) });
    yield { type: 'applied', stage, change };
    if (outcome === 'ending') ending.push(change);
  }
  if (ending.length === 0) return;
  const reason = 'it goes when what it owns is gone';
  yield { type: 'waiting', stage, waiting: ending.map(({ object }) => ({ object, reason })) };
  const left = await waitAll(writer, ending, { timeout, ...(signal && { signal }) });
  if (left.length === 0) return;
  yield { type: 'waiting', stage, waiting: left };
  throw notGone(left);
}

async function waitAll(
  writer: Pick<ClusterWriter, 'watch'>,
  ending: readonly ClusterChange[],
  options: { readonly timeout: number; readonly signal?: AbortSignal },
): Promise<readonly Waited[]> {
  const states = await Promise.all(
    ending.map((change) => waitGone(writer, change.object, uidOf(change), options)),
  );
  return ending.flatMap(({ object }, i) => {
    const state = states[i];
    return state === undefined || state.ready ? [] : [{ object, reason: state.reason }];
  });
}

const uidOf = ({ live = {} }: ClusterChange): string => plainText(objectIn(live, 'metadata').uid);

function notGone([first, ...others]: readonly Waited[]): MeshctlError {
  const { kind = '', name = '' } = first?.object ?? {};
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return new MeshctlError('environment', `${kind} ${name} is not gone in time${more}`, {
    ...(first && { reason: first.reason }),
    hint: 'see to what holds it, and give the same command again: it goes on where it stopped',
  });
}
