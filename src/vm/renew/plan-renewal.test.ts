import { describe, expect, test } from 'vitest';
import { issue } from '../../kube/testing/certificate.ts';
import { renderVmBundle } from '../bundle/render-bundle.ts';
import { claims, now, sampleFacts, sampleGroup, tokenOf } from '../testing/sample-vm.ts';
import type { SavedBundle } from '../verify/saved-bundle.ts';
import { bundleOwner, planVmRenewal, type RenewalRequest } from './index.ts';

const facts = sampleFacts();
const group = sampleGroup();
function saved(over: Readonly<Record<string, string | undefined>> = {}, of = facts): SavedBundle {
  const texts: readonly [string, string | undefined][] = Object.entries({
    ...renderVmBundle(group, of).files,
    ...over,
  });
  return {
    files: Object.fromEntries(
      texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, { text }]])),
    ),
  };
}
const plan = (request: Partial<RenewalRequest> = {}) =>
  planVmRenewal({ name: 'vm/', bundle: saved(), group, facts, now, ...request });
const seconds = now.getTime() / 1000;

describe('what is renewed', () => {
  const renewed = (request: Partial<RenewalRequest>): readonly string[] =>
    plan(request)
      .files.filter(({ renew }) => renew)
      .map(({ file }) => file);
  const token = (over: object): SavedBundle => saved({ 'istio-token': tokenOf({ ...claims, ...over }) });
  const other = issue({ name: 'other', ca: true }).certificate;

  test.each<[string, Partial<RenewalRequest>, readonly string[]]>([
    ['nothing of files that are good', {}, []],
    ['a good token when it is asked for', { token: 'always' }, ['istio-token']],
    ['a token that ended', { bundle: token({ exp: seconds - 1 }) }, ['istio-token']],
    ['a token that ends in a moment', { bundle: token({ exp: seconds + 60 }) }, ['istio-token']],
    ['a token for somebody else', { bundle: token({ aud: ['vault'] }) }, ['istio-token']],
    [
      'a token of another identity',
      { bundle: token({ sub: 'system:serviceaccount:shop:api' }) },
      ['istio-token'],
    ],
    ['a token that is not there', { bundle: saved({ 'istio-token': undefined }) }, ['istio-token']],
    ['a root of another mesh', { bundle: saved({ 'root-cert.pem': other }) }, ['root-cert.pem']],
    ['no token when only the root is asked for', { token: 'never', bundle: token({ exp: 1 }) }, []],
    ['no root when only the token is', { root: false, bundle: saved({ 'root-cert.pem': other }) }, []],
  ])('%s', (_, request, expected) => {
    expect(renewed(request)).toEqual(expected);
  });

  test('both of a VM that has nothing yet', () => {
    expect(planVmRenewal({ name: 'vm/', group, facts, now }).files).toMatchObject([
      { file: 'istio-token', renew: true, reason: 'there was none' },
      { file: 'root-cert.pem', renew: true, reason: 'there was none' },
    ]);
  });

  test('it is said how long the old token is valid', () => {
    const end = 'until 2030-05-01T13:00:00.000Z, for another 60m';
    expect(plan().files[0]?.reason).toBe(`it is valid ${end}`);
    expect(plan({ token: 'always' }).files[0]?.reason).toBe(`the old one is valid ${end}, all the same`);
  });
});

test('a root that is none takes the place of no other', () => {
  const junk = { ...facts, rootCertificate: 'junk' };
  expect(() => plan({ facts: junk })).toThrow(/root certificate that cannot be read/);
  expect(plan({ facts: junk, root: false }).files).toHaveLength(1);
});

describe('files of somebody else are left alone', () => {
  const lone = { 'cluster.env': undefined, 'mesh.yaml': undefined };

  test.each<[string, Partial<RenewalRequest>, RegExp]>([
    ['another group', { group: { ...group, name: 'api' } }, /vm\/ is of the group "web", not of "api"/],
    ['another namespace', { group: { ...group, namespace: 'x' } }, /of the namespace "shop"/],
    ['another identity', { group: { ...group, serviceAccount: 'x' } }, /of the service account "web"/],
    ['another cluster', { facts: { ...facts, clusterId: 'east' } }, /of the cluster "west", not of "east"/],
    [
      'another identity, by the token alone',
      { bundle: saved(lone), group: { ...group, serviceAccount: 'x' } },
      /of the service account "web"/,
    ],
  ])('%s', (_, request, message) => {
    expect(() => plan(request)).toThrow(message);
  });

  test('but for a token alone that is of this identity', () => {
    expect(plan({ bundle: saved(lone) }).files.map(({ renew }) => renew)).toEqual([false, false]);
  });
});

describe('whose a bundle is', () => {
  test('its cluster.env tells, and which revision it is led to', () => {
    const expected = { group: 'web', namespace: 'shop', serviceAccount: 'web', clusterId: 'west' };
    expect(bundleOwner(saved())).toMatchObject(expected);
    expect(bundleOwner(saved())).not.toHaveProperty('revision');
    const canary = saved({}, sampleFacts({ revision: 'canary' }));
    expect(bundleOwner(canary)).toMatchObject({ revision: 'canary' });
  });

  test('nothing tells without it', () => {
    expect(bundleOwner(saved({ 'cluster.env': undefined }))).toBeUndefined();
  });
});
