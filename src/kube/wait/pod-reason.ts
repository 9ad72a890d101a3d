import type { JsonObject } from '../../resources/index.ts';
import { conditionOf, conditionText, textAt } from './fields.ts';
import { objectIn, objectsIn } from '../../json.ts';

/**
 * Why a pod is not ready, from what is nearest to the cause: a node that takes it, a container that waits or has ended,
 * the last warning about it, its Ready condition.
 */
export function podReason(pod: JsonObject, related: readonly JsonObject[]): string {
  const why = schedulingReason(pod) ?? containerReason(pod) ?? warningOf(pod, related) ?? readyReason(pod);
  return `pod ${textAt(objectIn(pod, 'metadata'), 'name')}: ${why}`;
}

/** The last warning among events about an object. */
export function warningOf(object: JsonObject, related: readonly JsonObject[]): string | undefined {
  const uid = textAt(objectIn(object, 'metadata'), 'uid');
  const events = related
    .filter(({ kind, type }) => kind === 'Event' && type === 'Warning')
    .filter((event) => uid !== '' && objectIn(event, 'involvedObject').uid === uid)
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  const last = events.at(-1);
  return last && labelled(textAt(last, 'reason'), textAt(last, 'message'));
}

/** Events of newer clients have `eventTime` only. */
function timeOf(event: JsonObject): string {
  return textAt(event, 'lastTimestamp') || textAt(event, 'eventTime');
}

function schedulingReason(pod: JsonObject): string | undefined {
  const scheduled = conditionOf(pod, 'PodScheduled');
  return scheduled?.status === 'False' ? `no node takes it: ${conditionText(scheduled)}` : undefined;
}

/** Why a container waits, where it is more than that the pod has just begun. */
function containerReason(pod: JsonObject): string | undefined {
  const status = objectIn(pod, 'status');
  const states = [...objectsIn(status, 'initContainerStatuses'), ...objectsIn(status, 'containerStatuses')];
  for (const state of states) {
    const why = waitingReason(state) ?? endReason(state);
    if (why !== undefined) return `container ${textAt(state, 'name')}: ${why}`;
  }
  return undefined;
}

/** Every container waits for these while nothing is wrong. */
const ordinary = new Set(['', 'ContainerCreating', 'PodInitializing']);

function waitingReason(state: JsonObject): string | undefined {
  const waiting = objectIn(state, 'state', 'waiting');
  const reason = textAt(waiting, 'reason');
  return ordinary.has(reason) ? undefined : labelled(reason, textAt(waiting, 'message'));
}

function endReason(state: JsonObject): string | undefined {
  const { exitCode } = objectIn(state, 'state', 'terminated');
  return typeof exitCode === 'number' && exitCode !== 0 ? `it ended with exit code ${exitCode}` : undefined;
}

function readyReason(pod: JsonObject): string {
  const ready = conditionOf(pod, 'Ready');
  const why = ready === undefined ? '' : conditionText(ready);
  return why === '' ? `its phase is ${textAt(objectIn(pod, 'status'), 'phase') || 'not known'}` : why;
}

function labelled(reason: string, message: string): string {
  return [reason, message].filter((part) => part !== '').join(': ');
}
