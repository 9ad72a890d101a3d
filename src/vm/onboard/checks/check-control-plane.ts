import { MeshctlError } from '../../../errors.ts';
import { readRoots } from '../../verify/read-roots.ts';
import type { IstiodFacts } from '../read-istiod.ts';
import type { OnboardingFacts } from '../onboarding-facts.ts';
import type { OnboardingCheck } from './onboarding-check.ts';

/** Whether there is a control plane, and whether its istiod takes in VMs. */
export function checkControlPlane(
  { vm, istiod, group }: OnboardingFacts,
  autoRegister: boolean,
): readonly OnboardingCheck[] {
  if (vm instanceof MeshctlError) {
    const { message, reason, hint = 'name the control plane with -i and --revision' } = vm;
    const text = reason === undefined ? message : `${message} (${reason})`;
    return [{ name: 'control-plane', status: 'error', message: text, cure: hint }];
  }
  const revision = vm.revision === '' ? 'default' : vm.revision;
  const message = `revision ${revision} in the namespace ${vm.istioNamespace}`;
  return [
    { name: 'control-plane', status: 'ok', message },
    istiodCheck(istiod),
    ...(autoRegister && istiod !== undefined ? [registrationCheck(istiod, group.probe !== undefined)] : []),
    ...clusterChecks(vm.clusterId, istiod),
    ...rootChecks(vm.rootCertificate),
  ];
}

function istiodCheck(istiod: IstiodFacts | undefined): OnboardingCheck {
  const name = 'istiod';
  if (istiod === undefined)
    return {
      ...{ name, status: 'warning', message: 'no Deployment of istiod with this revision can be seen' },
      cure: 'find out its version yourself: the package istio-sidecar on the VM should have the same',
    };
  if (istiod.readyReplicas === 0)
    return {
      ...{ name, status: 'error', message: `no pod of ${istiod.name} is ready` },
      cure: 'see why: `meshctl verify`',
    };
  const { version } = istiod;
  return version === ''
    ? {
        ...{ name, status: 'warning', message: `the image of ${istiod.name} tells no version` },
        cure: 'the package istio-sidecar on the VM should have the version of istiod',
      }
    : { name, status: 'ok', message: `version ${version}: install that of the package istio-sidecar` };
}

function registrationCheck({ name: of, environment }: IstiodFacts, hasProbe: boolean): OnboardingCheck {
  const name = 'auto-registration';
  const isOff = (variable: string): boolean => /^(?:false|f|0)$/i.test(environment[variable] ?? '');
  if (isOff(registration))
    return {
      ...{ name, status: 'error', message: `${of} registers no VMs: ${registration} is false` },
      cure: 'remove that setting from istiod; or make the WorkloadEntry yourself, and give --no-register',
    };
  if (hasProbe && isOff(healthChecks))
    return {
      ...{ name, status: 'warning', message: `${of} takes no health of VMs: ${healthChecks} is false` },
      cure: 'remove that setting from istiod, or the probe from the group',
    };
  return { name, status: 'ok', message: `${of} registers VMs` };
}

const registration = 'PILOT_ENABLE_WORKLOAD_ENTRY_AUTOREGISTRATION';
const healthChecks = 'PILOT_ENABLE_WORKLOAD_ENTRY_HEALTHCHECKS';

function rootChecks(rootCertificate: string): readonly OnboardingCheck[] {
  if (readRoots(rootCertificate).certificates.length > 0) return [];
  return [
    {
      name: 'root-certificate',
      status: 'error',
      message: 'the ConfigMap istio-ca-root-cert holds no certificate that can be read',
      cure: 'see what istiod has written into it, and why',
    },
  ];
}

/** istiod has the token checked by the cluster that the agent names. */
function clusterChecks(clusterId: string, istiod: IstiodFacts | undefined): readonly OnboardingCheck[] {
  const own = istiod?.environment.CLUSTER_ID ?? '';
  const name = 'cluster-id';
  if (own !== '' && clusterId !== '' && own !== clusterId)
    return [
      {
        ...{
          name,
          status: 'warning',
          message: `the VM will say ${clusterId}, and istiod calls its own ${own}`,
        },
        cure: `unless ${clusterId} is a cluster that istiod knows besides its own, give --cluster-id ${own}`,
      },
    ];
  if (clusterId === '' && own !== '' && own !== 'Kubernetes')
    return [
      {
        ...{ name, status: 'error', message: `the name of the cluster is empty, and istiod calls it ${own}` },
        cure: `give --cluster-id ${own}`,
      },
    ];
  return [{ name, status: 'ok', message: clusterId === '' ? 'without a name, as istiod has it' : clusterId }];
}
