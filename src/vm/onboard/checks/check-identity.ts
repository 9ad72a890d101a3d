import { MeshctlError } from '../../../errors.ts';
import type { OnboardingFacts } from '../onboarding-facts.ts';
import type { OnboardingCheck } from './onboarding-check.ts';

/** Whether all is there that the VM is known by, and may be made where it is not. */
export function checkIdentity(facts: OnboardingFacts): readonly OnboardingCheck[] {
  return [
    ...namespaceChecks(facts),
    groupCheck(facts),
    accountCheck(facts),
    ...networkChecks(facts),
    ...permissionChecks(facts),
    ...certificateChecks(facts),
  ];
}

function namespaceChecks({ namespaceExists, group: { namespace } }: OnboardingFacts): OnboardingCheck[] {
  if (namespaceExists !== false) return [];
  return [
    {
      ...{ name: 'namespace', status: 'error', message: `there is no namespace ${namespace}` },
      cure: `\`kubectl create namespace ${namespace}\``,
    },
  ];
}

function groupCheck({ groupChange, group }: OnboardingFacts): OnboardingCheck {
  const name = 'group';
  const title = `WorkloadGroup ${group.namespace}/${group.name}`;
  const conflicts = groupChange?.conflicts ?? [];
  if (conflicts.length > 0)
    return {
      ...{ name, status: 'error' },
      message: `others manage fields of ${title}: ${conflicts.map(({ field, manager }) => `${field} (${manager})`).join(', ')}`,
      cure: 'write into the file what the cluster has, or take the group of the cluster by its name',
    };
  const states = { create: 'will be made', change: 'will be changed', delete: '', unchanged: 'is there' };
  return { name, status: 'ok', message: `${title} ${states[groupChange?.action ?? 'unchanged']}` };
}

function accountCheck({ accountChange, group }: OnboardingFacts): OnboardingCheck {
  const state = accountChange.action === 'create' ? 'will be made' : 'is there';
  const message = `the service account ${group.namespace}/${group.serviceAccount} ${state}`;
  return { name: 'service-account', status: 'ok', message };
}

function networkChecks({ group: { network }, meshNetworks, vm }: OnboardingFacts): OnboardingCheck[] {
  if (vm instanceof MeshctlError) return [];
  const name = 'network';
  if (network === '') return [{ name, status: 'ok', message: 'that of the cluster' }];
  if (meshNetworks.length === 0 || meshNetworks.includes(network))
    return [{ name, status: 'ok', message: network }];
  return [
    {
      ...{ name, status: 'warning' },
      message: `the group says ${network}, and the mesh knows ${meshNetworks.join(', ')}`,
      cure: 'correct spec.template.network; a network of its own needs a gateway, or nobody reaches the VM',
    },
  ];
}

function permissionChecks({ denials, group: { namespace } }: OnboardingFacts): OnboardingCheck[] {
  return denials.map(({ what, rule, reason }) => {
    const [verb = '', resource = ''] = rule.split(' ');
    return {
      ...{ name: 'permission', status: 'error' },
      message: `you may not ${what} in the namespace ${namespace}${reason === undefined ? '' : ` (${reason})`}`,
      cure: `an administrator can permit it: \`kubectl create role -n ${namespace} meshctl-onboard --verb=${verb} --resource=${resource}\`, bound to you${resource.endsWith('/token') ? '; or give you a token for --token-file' : ''}`,
    };
  });
}

function certificateChecks({ certificate }: OnboardingFacts): OnboardingCheck[] {
  if (certificate === undefined) return [];
  const name = 'identity';
  if (certificate instanceof MeshctlError) {
    const { message, reason = '', hint = '' } = certificate;
    return [{ name, status: 'error', message: `${message}: ${reason}`, cure: hint }];
  }
  const { identity, expires } = certificate;
  return [{ name, status: 'ok', message: `a certificate of ${identity}, valid until ${expires}` }];
}
