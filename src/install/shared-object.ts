import { objectIn, type JsonObject } from '../json.ts';
import { labelOf } from '../label-of.ts';
import { label } from '../label.ts';
import type { InstallState } from './install-state.ts';

/**
 * An object that all control planes share, as this one wants it: the label says which of them wrote it last. While that
 * one is still there, and this one has been installed already, it is left alone; or they would take it from each other
 * in turns, and each would differ from its spec whenever another one was installed.
 */
export function sharedObject(
  desired: JsonObject,
  live: JsonObject | undefined,
  state: InstallState,
): JsonObject {
  const [wanted, written] = [labelOf(desired, label.revision), labelOf(live, label.revision)];
  if (written === '' || written === wanted) return desired;
  if (!isRunning(state, wanted) || !isRunning(state, written)) return desired;
  const metadata = objectIn(desired, 'metadata');
  const labels = { ...objectIn(metadata, 'labels'), [label.revision]: written };
  return { ...desired, metadata: { ...metadata, labels } };
}

function isRunning({ objects }: InstallState, revision: string): boolean {
  return [...objects.values()].some(
    (object) =>
      object.kind === 'Deployment' &&
      labelOf(object, 'app') === 'istiod' &&
      labelOf(object, label.revision) === revision,
  );
}
