import { MeshctlError } from '../../errors.ts';
import { needsToken, type VmBundleOptions } from '../bundle/vm-bundle.ts';
import type { PublicVmFacts } from '../facts/vm-facts.ts';
import { checkClock } from './checks/check-clock.ts';
import { checkControlPlane } from './checks/check-control-plane.ts';
import { checkEndpoint } from './checks/check-endpoint.ts';
import { checkIdentity } from './checks/check-identity.ts';
import { fileSteps } from './file-steps.ts';
import type { OnboardingFacts } from './onboarding-facts.ts';
import type { OnboardingOptions, OnboardingStep, VmOnboardingPlan } from './onboarding-plan.ts';

/**
 * What it takes to bring a VM into the mesh: whether it can work, and what is to be done. Nothing is read or written;
 * the same facts give the same plan. What an earlier run did is `unchanged`, and a token that is nearly over is made anew.
 */
export function planVmOnboarding(facts: OnboardingFacts, options: OnboardingOptions): VmOnboardingPlan {
  const { group, vm } = facts;
  const known = vm instanceof MeshctlError ? undefined : vm;
  const bundle = withIstiod(options.bundle, known);
  const { tokenDuration } = options;
  const checks = [
    ...checkControlPlane(facts, bundle.autoRegister === true),
    ...checkIdentity(facts),
    ...checkEndpoint(facts),
    ...checkClock(facts, needsToken(bundle) ? tokenDuration : undefined),
  ];
  return {
    ok: checks.every(({ status }) => status !== 'error'),
    ...{
      group,
      checks,
      steps: stepsOf(facts, known, { ...options, bundle }),
      facts: known,
      bundle,
      tokenDuration,
    },
  };
}

/** Left to itself, the agent looks for istiod in `istio-system` alone. */
function withIstiod(bundle: VmBundleOptions, facts: PublicVmFacts | undefined): VmBundleOptions {
  return facts === undefined || facts.istioNamespace === 'istio-system'
    ? bundle
    : { ...bundle, pinIstiod: true };
}

function stepsOf(
  facts: OnboardingFacts,
  vm: PublicVmFacts | undefined,
  options: OnboardingOptions,
): readonly OnboardingStep[] {
  const { delivery, wait } = options;
  return [
    ...clusterSteps(facts),
    ...(vm === undefined ? [] : fileSteps(facts, vm, options)),
    ...(delivery === undefined
      ? []
      : [{ name: 'delivery', action: 'deliver', text: `hand the files over ${delivery}` } as const]),
    ...(wait ? [{ name: 'registration', action: 'wait', text: waitText(facts) } as const] : []),
  ];
}

function clusterSteps(facts: OnboardingFacts): readonly OnboardingStep[] {
  return [groupStep(facts), accountStep(facts)];
}

function groupStep({ group, groupChange: change }: OnboardingFacts): OnboardingStep {
  const title = `WorkloadGroup ${group.namespace}/${group.name}`;
  const name = 'group';
  if (change?.action === 'create') return { name, action: 'create', text: `make the ${title}`, change };
  if (change?.action === 'change') return { name, action: 'change', text: `change the ${title}`, change };
  return { name, action: 'unchanged', text: `the ${title} is as it should be` };
}

function accountStep({ group, accountChange: change }: OnboardingFacts): OnboardingStep {
  const account = `the service account ${group.namespace}/${group.serviceAccount}`;
  const name = 'service-account';
  return change.action === 'create'
    ? { name, action: 'create', text: `make ${account}`, change }
    : { name, action: 'unchanged', text: `${account} is there` };
}

const waitText = ({ group }: OnboardingFacts): string =>
  `wait until the VM is registered with ${group.namespace}/${group.name}${group.probe === undefined ? '' : ', and healthy'}`;
