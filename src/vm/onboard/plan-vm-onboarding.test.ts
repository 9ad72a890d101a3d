import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import { renderVmBundle } from '../bundle/render-bundle.ts';
import { claims, now, sampleFacts, sampleGroup, tokenOf } from '../testing/sample-vm.ts';
import { verifyVmBundle } from '../verify/verify-bundle.ts';
import type { OnboardingFacts, PresentBundle } from './onboarding-facts.ts';
import type { OnboardingOptions } from './onboarding-plan.ts';
import { planVmOnboarding } from './plan-vm-onboarding.ts';
import type { IstiodFacts } from './read-istiod.ts';
import { accountChange, groupChange, onboardingFacts } from './testing/sample-facts.ts';

const options: OnboardingOptions = { bundle: { autoRegister: true }, tokenDuration: 3600, wait: false };
const planOf = (over: Partial<OnboardingFacts> = {}, more: Partial<OnboardingOptions> = {}) =>
  planVmOnboarding(onboardingFacts(over), { ...options, ...more });

const { istiod } = onboardingFacts();
const withIstiod = (over: Partial<IstiodFacts>): Partial<OnboardingFacts> =>
  istiod === undefined ? {} : { istiod: { ...istiod, ...over } };
const withEnvironment = (environment: Record<string, string>): Partial<OnboardingFacts> =>
  withIstiod({ environment });
const probe = { tcpSocket: { port: 80 } };
const gateway = (addresses: readonly string[], more: object = {}): Partial<OnboardingFacts> => ({
  endpoint: { addresses, origin: 'the Service istio-system/gateway', ...more },
});
const registration = 'PILOT_ENABLE_WORKLOAD_ENTRY_AUTOREGISTRATION';
const health = 'PILOT_ENABLE_WORKLOAD_ENTRY_HEALTHCHECKS';
const conflict = { field: 'spec.template', manager: 'argo' };

describe('checks', () => {
  test('are all fine where nothing stands against it', () => {
    const { ok, checks } = planOf({ probe: { outcome: 'trusted' } });
    expect(ok).toBe(true);
    expect(checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'control-plane ok',
      'istiod ok',
      'auto-registration ok',
      'cluster-id ok',
      'group ok',
      'service-account ok',
      'network ok',
      'gateway ok',
      'endpoint ok',
      'root-certificate ok',
    ]);
  });

  test.each<[string, Partial<OnboardingFacts>, string, RegExp]>([
    [
      'no control plane',
      { vm: new MeshctlError('environment', 'no ConfigMap istio', { hint: 'use -i' }) },
      'control-plane error',
      /use -i/,
    ],
    [
      'a root certificate that is none',
      { vm: { ...sampleFacts(), rootCertificate: 'junk' } },
      'root-certificate error',
      /istiod has written/,
    ],
    ['no pod of istiod', withIstiod({ readyReplicas: 0 }), 'istiod error', /meshctl verify/],
    ['an istiod outside', { istiod: undefined }, 'istiod warning', /package/],
    ['an image without a version', withIstiod({ version: '' }), 'istiod warning', /version/],
    [
      'no registration',
      withEnvironment({ [registration]: 'false' }),
      'auto-registration error',
      /--no-register/,
    ],
    [
      'no health of a VM with a probe',
      { ...withEnvironment({ [health]: 'false' }), group: sampleGroup({ template: {}, probe }) },
      'auto-registration warning',
      /probe/,
    ],
    ['another cluster', withEnvironment({ CLUSTER_ID: 'east' }), 'cluster-id warning', /--cluster-id east/],
    [
      'a cluster without a name, which istiod has',
      { ...withEnvironment({ CLUSTER_ID: 'east' }), vm: { ...sampleFacts(), clusterId: '' } },
      'cluster-id error',
      /--cluster-id east/,
    ],
    ['a clock that is a minute off', { clockOffset: 60_000 }, 'clock warning', /set the clock/],
    ['a clock that is hours off', { clockOffset: -7_200_000 }, 'clock error', /set the clock/],
    [
      'a certificate of somebody else',
      { certificate: new MeshctlError('input', 'no', { reason: 'it is of db', hint: 'take another' }) },
      'identity error',
      /take another/,
    ],
    ['no namespace', { namespaceExists: false }, 'namespace error', /kubectl create namespace shop/],
    [
      'a group that somebody else manages',
      { groupChange: { ...groupChange(), action: 'change', conflicts: [conflict] } },
      'group error',
      /the cluster/,
    ],
    [
      'a network that the mesh does not know',
      { group: sampleGroup({ template: { network: 'vms' } }), meshNetworks: ['a', 'b'] },
      'network warning',
      /spec.template.network/,
    ],
    [
      'no permission to request tokens',
      { denials: [{ what: 'request a token', rule: 'create serviceaccounts/token' }] },
      'permission error',
      /--verb=create --resource=serviceaccounts\/token.*--token-file/,
    ],
    ['no gateway', gateway([], { reason: 'there is no Service' }), 'gateway error', /--address/],
    ['a gateway at loopback', gateway(['127.0.0.1']), 'gateway error', /--address/],
    ['a gateway at link-local IPv6', gateway(['fe80::1']), 'gateway error', /--address/],
    [
      'a gateway that has only a name',
      gateway(['198.51.100.1'], { hostname: 'lb.example' }),
      'gateway warning',
      /DNS/,
    ],
    ['several addresses', gateway(['198.51.100.1', '198.51.100.2']), 'gateway warning', /198\.51\.100\.2/],
    [
      'nothing that answers',
      { probe: { outcome: 'unreachable', reason: 'ECONNREFUSED' } },
      'endpoint error',
      /15012.*passed through/,
    ],
    [
      'a gateway that ends TLS itself',
      { probe: { outcome: 'misnamed', reason: 'DNS:gateway' } },
      'endpoint error',
      /pass/,
    ],
    [
      'a gateway of another mesh',
      { probe: { outcome: 'untrusted', reason: 'SELF_SIGNED' } },
      'root-certificate error',
      /istio-ca-root-cert/,
    ],
  ])('name %s, with the cure', (_, over, expected, cure) => {
    const { ok, checks } = planOf(over);
    const found = checks.filter(({ status }) => status !== 'ok');
    expect(found.map(({ name, status }) => `${name} ${status}`)).toEqual([expected]);
    expect(found[0]?.cure).toMatch(cure);
    expect(ok).toBe(!expected.endsWith('error'));
  });

  test.each<[string, Partial<OnboardingFacts>]>([
    ['an IPv6 address', gateway(['2001:db8::1'])],
    ['registration said to be on', withEnvironment({ [registration]: 'true' })],
    ['no health without a probe', withEnvironment({ [health]: 'false' })],
    ['a network that is known', { group: sampleGroup({ template: { network: 'b' } }), meshNetworks: ['b'] }],
    ['a namespace that may not be read', { namespaceExists: undefined }],
  ])('have nothing against %s', (_, over) => {
    expect(planOf(over).checks.filter(({ status }) => status !== 'ok')).toEqual([]);
  });

  test('do not ask for registration where the entry is made by hand', () => {
    const { ok } = planOf(withEnvironment({ [registration]: 'false' }), { bundle: {} });
    expect(ok).toBe(true);
  });
});

describe('steps', () => {
  const secret = tokenOf(claims);
  const vm = sampleFacts();
  const folder = 'vm';

  /** What an earlier run left, with some files in another form. */
  function present(files: Record<string, string> = {}, at = now): PresentBundle {
    const rendered = renderVmBundle(sampleGroup(), { ...vm, token: secret }, options.bundle).files;
    const all = { ...rendered, ...files };
    const saved = Object.fromEntries(
      Object.entries(all).map(([name, text]) => [name, { text, mode: 0o600 }]),
    );
    return { files: all, findings: verifyVmBundle({ files: saved, mode: 0o700 }, { now: at }) };
  }
  const stepsOf = (over: Partial<OnboardingFacts> = {}, more: Partial<OnboardingOptions> = {}): string[] =>
    planOf(over, { folder, ...more }).steps.map(({ name, action }) => `${name} ${action}`);
  const done = ['group unchanged', 'service-account unchanged'];

  test('make all that is missing, at first', () => {
    const over = { groupChange: groupChange(), accountChange: accountChange('create') };
    expect(stepsOf(over, { delivery: 'over ssh', wait: true })).toEqual([
      'group create',
      'service-account create',
      'token create',
      'files create',
      'delivery deliver',
      'registration wait',
    ]);
  });

  const later = new Date(now.getTime() + 3500_000);
  const stranger = tokenOf({ ...claims, sub: 'system:serviceaccount:shop:other' });
  test.each<[string, Partial<OnboardingFacts>, readonly string[]]>([
    ['nothing the second time', { present: present() }, ['token unchanged', 'files unchanged']],
    [
      'a new token when it is nearly over',
      { present: present({}, later) },
      ['token refresh', 'files change'],
    ],
    [
      'a new token in place of that of another account',
      { present: present({ 'istio-token': stranger }) },
      ['token refresh', 'files change'],
    ],
    [
      'a new token when the root is another one',
      { present: present({ 'root-cert.pem': 'other' }) },
      ['token refresh', 'files change'],
    ],
    [
      'the files when one has changed',
      { present: present({ hosts: '' }) },
      ['token unchanged', 'files change'],
    ],
  ])('do %s', (_, over, expected) => {
    expect(stepsOf(over)).toEqual([...done, ...expected]);
  });

  test('request a new token when the service account was removed', () => {
    const over = { present: present(), accountChange: accountChange('create') };
    expect(stepsOf(over)).toEqual([
      'group unchanged',
      'service-account create',
      'token refresh',
      'files change',
    ]);
  });

  test('hold no secret', () => {
    const plan = planOf({ present: present() }, { folder });
    expect(JSON.stringify(plan)).not.toContain(secret);
  });

  test('pin istiod where the agent would not look for it', () => {
    const outside = planOf({ vm: { ...vm, istioNamespace: 'mesh' } });
    expect([outside.bundle.pinIstiod, planOf().bundle.pinIstiod]).toEqual([true, undefined]);
  });
});
