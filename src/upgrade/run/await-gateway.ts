import { objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { keyOf, readiness, type ObjectKey } from '../../kube/apply/index.ts';
import { listKinds } from '../../kube/index.ts';
import { label } from '../../label.ts';
import { poll, type PollContext } from './poll.ts';
import type { StepContext } from './run-context.ts';
import type { AwaitGateway } from './step-action.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Waits until the Deployments of a Gateway, which istiod makes, are those of a control plane, and ready. Where nobody makes
 * them anew this is told, and nothing fails: the proxies stay with the old control plane, which is not removed then.
 *
 * @throws {StepFailure} when new Pods are not ready in time.
 */
export async function awaitGateway(
  context: PollContext & Pick<StepContext, 'writer'>,
  { object, revision }: AwaitGateway,
): Promise<ActionOutcome> {
  const { writer, emit, step, signal } = context;
  const gateway = await writer.get(object, { signal });
  if (gateway === undefined) return 'unchanged';
  const called = `Gateway ${object.namespace ?? ''}/${object.name}`;
  const there = await deploymentsOf(context, object);
  const isOld = (one: JsonObject): boolean => renderedFor(one) !== revision;
  if (there.length === 0) return 'unchanged';
  if (there.some(isOld) && !isAnswered(gateway)) {
    const reason = unmoved(there.filter(isOld), revision);
    emit({ type: 'notice', step, message: `no controller answers for ${called}: ${reason}` });
    return 'unchanged';
  }
  const left = await poll(context, async () => stateTexts(await deploymentsOf(context, object), revision));
  if (left.length === 0) return 'done';
  const old = (await deploymentsOf(context, object)).filter(isOld);
  if (old.length === 0) throw new StepFailure('ill', left);
  emit({ type: 'notice', step, message: `nobody renders ${called} anew: ${unmoved(old, revision)}` });
  return 'unchanged';
}

const unmoved = (deployments: readonly JsonObject[], revision: string): string =>
  `${deployments.map(nameOf).join(', ')} does not run for ${revision}; see whether the istiod of ${revision} serves its class, or restart it by hand`;

async function deploymentsOf(
  { writer, signal }: Pick<StepContext, 'writer' | 'signal'>,
  { namespace = '', name }: ObjectKey,
): Promise<readonly JsonObject[]> {
  const labelSelector = `gateway.networking.k8s.io/gateway-name=${name}`;
  const kind = { group: 'apps', kind: 'Deployment', labelSelector };
  const [list] = await listKinds(writer.client, [kind], { namespaces: [namespace], signal });
  const [problem] = list?.problems ?? [];
  if (problem !== undefined) throw problem;
  return (list?.objects ?? []).map((one) => ({ apiVersion: 'apps/v1', kind: 'Deployment', ...one }));
}

/** Whoever serves the class of a Gateway writes its status. */
const isAnswered = (gateway: JsonObject): boolean =>
  objectsIn(gateway, 'status', 'conditions').some(({ status }) => status === 'True');

/** The control plane that rendered a Deployment notes itself in its template. */
const renderedFor = (deployment: JsonObject): string =>
  plainText(valueIn(deployment, 'spec', 'template', 'metadata', 'annotations', label.revision));

const stateTexts = (deployments: readonly JsonObject[], revision: string): readonly string[] =>
  deployments.flatMap((one) => {
    const found = renderedFor(one);
    if (found !== revision) return [`${nameOf(one)} is rendered for ${found === '' ? 'nobody' : found}`];
    const state = readiness(one);
    return state.ready ? [] : [`${nameOf(one)}: ${state.reason}`];
  });

function nameOf(deployment: JsonObject): string {
  const { namespace = '', name } = keyOf(deployment);
  return `Deployment ${namespace}/${name}`;
}
