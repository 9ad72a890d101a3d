import { isIP } from 'node:net';
import { MeshctlError } from '../../../errors.ts';
import { istiodAddress, istiodHost } from '../../bundle/istiod-host.ts';
import type { OnboardingFacts } from '../onboarding-facts.ts';
import type { ProbeOutcome } from '../probe-endpoint.ts';
import type { OnboardingCheck } from './onboarding-check.ts';

/** Whether the VM will have a way to istiod, and will trust what it finds there. */
export function checkEndpoint(facts: OnboardingFacts): readonly OnboardingCheck[] {
  const { probe, vm } = facts;
  const isProbed = probe !== undefined && !(vm instanceof MeshctlError);
  return [gatewayCheck(facts), ...(isProbed ? probeChecks(probe, istiodHost(vm), istiodAddress(vm)) : [])];
}

function gatewayCheck({ endpoint }: OnboardingFacts): OnboardingCheck {
  const { addresses, origin, hostname, reason = 'none is known' } = endpoint;
  const [first, ...others] = addresses;
  const name = 'gateway';
  if (first === undefined)
    return {
      ...{ name, status: 'error', message: `the VM would not find istiod: ${reason}` },
      cure: 'say the address of the gateway with --address, or its Service with --ingress-service',
    };
  if (isNowhere(first))
    return {
      ...{ name, status: 'error', message: `${first} of ${origin} is an address of no other machine` },
      cure: 'say with --address where the VM reaches the gateway',
    };
  if (hostname !== undefined)
    return {
      ...{ name, status: 'warning', message: `${first} is what ${hostname} of ${origin} stands for now` },
      cure: 'load balancers change such addresses: give the VM a DNS name for istiod, or an address that stays',
    };
  if (others.length > 0)
    return {
      ...{ name, status: 'warning', message: `${first} is the first of several addresses of ${origin}` },
      cure: `if the VM reaches another one only, give it with --address: ${others.join(', ')}`,
    };
  return { name, status: 'ok', message: `${first}, from ${origin}` };
}

/** Loopback, unspecified and link-local addresses. */
const isNowhere = (address: string): boolean =>
  isIP(address) === 4
    ? /^(?:127|0)\.|^169\.254\./.test(address)
    : /^(?:::1?|fe[89ab][0-9a-f]:.*)$/i.test(address);

function probeChecks(probe: ProbeOutcome, host: string, address: string): readonly OnboardingCheck[] {
  const fine: OnboardingCheck = { name: 'endpoint', status: 'ok', message: `${address} answers from here` };
  const failed = (name: 'endpoint' | 'root-certificate', message: string, cure: string): OnboardingCheck => ({
    ...{ name, status: 'error', message, cure },
  });
  if (probe.outcome === 'unreachable')
    return [
      failed(
        'endpoint',
        `nothing answers there for ${address}: ${probe.reason}`,
        'see that the gateway has port 15012, with TLS passed through to istiod, and that nothing in between blocks it; leave --probe away if only the VM can reach it',
      ),
    ];
  if (probe.outcome === 'misnamed')
    return [
      failed(
        'endpoint',
        `what answers there is not ${host}: ${probe.reason}`,
        'see that the gateway passes TLS through to istiod of this revision, in place of ending it',
      ),
    ];
  if (probe.outcome === 'untrusted')
    return [
      fine,
      failed(
        'root-certificate',
        `what answers there does not prove itself by the root of the mesh: ${probe.reason}`,
        'see that the address leads to istiod of this mesh, and that the ConfigMap istio-ca-root-cert is of today',
      ),
    ];
  return [
    fine,
    { name: 'root-certificate', status: 'ok', message: `${host} proves itself by the root of the mesh` },
  ];
}
