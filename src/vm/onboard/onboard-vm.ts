import { carryOut } from '../../changes/index.ts';
import { MeshctlError } from '../../errors.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import { renderVmBundle } from '../bundle/render-bundle.ts';
import { filesOf, type BundleFiles, type VmBundle } from '../bundle/vm-bundle.ts';
import { awaitRegistration } from '../registration/await-registration.ts';
import { entriesOf } from '../registration/entries-of.ts';
import type { EntryState } from '../registration/entry-state.ts';
import type { WorkloadCertificate } from '../identity/workload-certificate.ts';
import { verifyVmBundle } from '../verify/verify-bundle.ts';
import { emitted } from './emitted.ts';
import type { OnboardingStep, StepName, VmOnboardingPlan } from './onboarding-plan.ts';

/** What an onboarding works with. */
export interface OnboardingTools {
  readonly writer: ClusterWriter;
  /** Makes or gives the token; asked only when the plan says so. */
  readonly token: () => Promise<string>;
  /** The token of an earlier run, for a plan that keeps it. */
  readonly keptToken?: string;
  /** For a VM that is given one; `readOnboardingFacts` checks it. */
  readonly certificate?: WorkloadCertificate;
  /** Writes the files to where they stay: all of them or none. */
  readonly keep?: (files: BundleFiles) => void;
  /** Hands the files over, and tells how that goes. */
  readonly deliver?: (bundle: VmBundle, signal: AbortSignal) => AsyncIterable<string>;
  readonly now: () => Date;
  /** Addresses by which a VM that is registered already may be known, such as the one it is reached at. */
  readonly addresses: readonly string[];
  /** Milliseconds to wait for the registration. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/** What happens while a VM is brought into the mesh. No secret is in it. */
export type OnboardingEvent =
  | {
      readonly type: 'step';
      readonly step: StepName;
      readonly outcome: 'done' | 'unchanged';
      readonly message: string;
    }
  | { readonly type: 'notice'; readonly message: string; readonly hint?: string }
  | { readonly type: 'delivery'; readonly message: string }
  | { readonly type: 'waiting'; readonly reason: string }
  | { readonly type: 'registered'; readonly entry: EntryState };

/**
 * Carries an onboarding out, and tells what happens. The files are made and verified before any of them is written or
 * handed over. Running it again goes on where it stopped.
 *
 * @throws {MeshctlError} when the plan is not ok, when a step fails, and when the VM does not register in time; then with
 * the failure that it most likely is.
 */
export function onboardVm(
  plan: VmOnboardingPlan,
  tools: OnboardingTools,
): AsyncGenerator<OnboardingEvent, void, undefined> {
  return emitted((emit, left) => {
    const signal = AbortSignal.any([left, ...(tools.signal ? [tools.signal] : [])]);
    return carryOutSteps(plan, { ...tools, signal }, emit);
  });
}

type Tools = OnboardingTools & { readonly signal: AbortSignal };
type Emit = (event: OnboardingEvent) => void;

async function carryOutSteps(plan: VmOnboardingPlan, tools: Tools, emit: Emit): Promise<void> {
  const { facts, group, steps } = plan;
  if (!plan.ok || facts === undefined) throw refused(plan);
  const course: Course = { plan: { ...plan, facts }, tools, emit };
  await changeCluster(course);
  const waits = steps.some(({ name }) => name === 'registration');
  const before = waits ? await entriesOf(tools.writer, group) : [];
  const bundle = await madeBundle(course);
  await handOver(course, bundle);
  if (!waits) return;
  emit({ type: 'registered', entry: await register(course, before, bundle.files['istio-token']) });
  tell(course, 'registration');
}

async function changeCluster(course: Course): Promise<void> {
  const { writer, signal } = course.tools;
  for (const { change, name } of course.plan.steps) {
    if (change !== undefined) await carryOut(writer, change, { signal });
    if (name === 'group' || name === 'service-account') tell(course, name);
  }
}

async function handOver(course: Course, bundle: VmBundle): Promise<void> {
  const { keep, deliver, signal } = course.tools;
  tell(course, 'token');
  if (actionOf(course, 'files') !== 'unchanged') keep?.(bundle.files);
  tell(course, 'files');
  if (deliver === undefined) return;
  for await (const message of deliver(bundle, signal)) course.emit({ type: 'delivery', message });
  tell(course, 'delivery');
}

/** A plan on its way. */
interface Course {
  readonly plan: VmOnboardingPlan & { readonly facts: NonNullable<VmOnboardingPlan['facts']> };
  readonly tools: Tools;
  readonly emit: Emit;
}

const actionOf = ({ plan }: Course, wanted: StepName): OnboardingStep['action'] | undefined =>
  plan.steps.find(({ name }) => name === wanted)?.action;

/** Tells that a step is done, if it is one of the plan. */
function tell({ plan, emit }: Course, wanted: StepName): void {
  for (const { name, action, text } of plan.steps) {
    const outcome = action === 'unchanged' ? 'unchanged' : 'done';
    if (name === wanted) emit({ type: 'step', step: name, outcome, message: text });
  }
}

function refused({ checks }: VmOnboardingPlan): MeshctlError {
  const errors = checks.filter(({ status }) => status === 'error');
  const hint = errors.map(({ cure = '' }) => cure).find((cure) => cure !== '');
  return new MeshctlError('environment', 'the VM could not join the mesh, so that nothing was done', {
    reason: errors.map(({ message }) => message).join('; '),
    ...(hint !== undefined && { hint }),
  });
}

/** A bundle that would not work is not handed out: the clock of this machine shows only now. */
async function madeBundle(course: Course): Promise<VmBundle> {
  const { plan, tools, emit } = course;
  const { group, facts, bundle: options } = plan;
  const { certificate } = tools;
  const secrets = { token: await tokenFor(course), ...(certificate && { certificate }) };
  const bundle = renderVmBundle(group, { ...facts, ...secrets }, options);
  const files = Object.fromEntries(filesOf(bundle.files).map(([name, text]) => [name, { text }]));
  const findings = verifyVmBundle({ files }, { now: tools.now(), group, facts });
  const [first, ...others] = findings.filter(({ severity }) => severity === 'error');
  if (first !== undefined)
    throw new MeshctlError('environment', `the files would not work: ${first.message}`, {
      reason: [first.effect, ...others.map(({ message }) => message)].join('; '),
      hint: first.cure,
    });
  for (const { message, cure } of findings) emit({ type: 'notice', message, hint: cure });
  for (const { message, hint } of bundle.notices)
    emit({ type: 'notice', message, ...(hint !== undefined && { hint }) });
  return bundle;
}

/** Empty for a VM that needs none. */
async function tokenFor(course: Course): Promise<string> {
  const action = actionOf(course, 'token');
  const { token, keptToken } = course.tools;
  if (action === undefined) return '';
  return action === 'unchanged' && keptToken !== undefined ? keptToken : token();
}

function register(
  { plan: { group, facts, bundle }, tools, emit }: Course,
  before: readonly EntryState[],
  token: string,
): Promise<EntryState> {
  const { writer, addresses, timeout, signal, now } = tools;
  const address = bundle.address?.ip;
  return awaitRegistration(
    writer,
    { group, before, addresses, ...(address !== undefined && { address }) },
    {
      ...{ istioNamespace: facts.istioNamespace, revision: facts.revision, timeout, signal, now, token },
      onWaiting: (reason) => {
        emit({ type: 'waiting', reason });
      },
    },
  );
}
