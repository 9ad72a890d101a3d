import { describe, expect, test } from 'vitest';
import { wholeMesh } from '../detect/testing/example-of.ts';
import type { DetectInput } from '../detect/index.ts';
import type { JsonObject } from '../json.ts';
import { judgeUpgrade } from './judge-upgrade.ts';

const nothingKnown: DetectInput = { resources: [], complete: () => false };
const pod = (annotations: JsonObject): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop', annotations } },
});
const definition = (plural: string, bundle: string): JsonObject => ({
  ...{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
  metadata: {
    name: `${plural}.gateway.networking.k8s.io`,
    annotations: { 'gateway.networking.k8s.io/bundle-version': bundle },
  },
});

const judge = (input: DetectInput, from = '1.30', to = '1.31') => judgeUpgrade({ from, to, input });

describe('changes', () => {
  const states = (input: DetectInput, from: string, to: string) =>
    new Map(judge(input, from, to).changes.map(({ change, verdict }) => [change.id, verdict.state]));

  test('concern a mesh, or do not, or cannot be seen', () => {
    const mesh = wholeMesh([pod({ 'sidecar.istio.io/statsCompression': 'true' })]);
    const found = states(mesh, '1.28', '1.29');
    expect(found.get('1.29-stats-compression')).toBe('yes');
    expect(found.get('1.29-cb-remaining')).toBe('no');
    expect(found.get('1.29-cni-grace')).toBe('not-detectable');
    expect(states(nothingKnown, '1.28', '1.29').get('1.29-cb-remaining')).toBe('unseen');
  });
});

describe('settings that nobody reads any more', () => {
  const named = (values: JsonObject, from: string, to: string) =>
    judge(wholeMesh([], { operatorSpec: { values } }), from, to).ignoredSettings.map(({ name }) => name);

  test.each([
    [
      'a variable',
      { pilot: { env: { UNSAFE_PILOT_ENABLE_DELTA_TEST: 'true' } } },
      ['UNSAFE_PILOT_ENABLE_DELTA_TEST'],
    ],
    [
      'a variable that a change speaks of',
      { pilot: { env: { PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY: 'true' } } },
      [],
    ],
    ['a variable that was gone before', { pilot: { env: { PILOT_ENABLE_STATUS: 'true' } } }, []],
    ['a variable that stays', { pilot: { env: { PILOT_ENABLE_IP_AUTOALLOCATE: 'true' } } }, []],
  ])('%s', (_, values, wanted) => {
    expect(named(values, '1.30', '1.31')).toEqual(wanted);
  });

  test('values and annotations', () => {
    const values = { global: { multiCluster: { enabled: true } } };
    expect(named(values, '1.26', '1.27')).toEqual(['global.multiCluster.enabled']);
    const old = wholeMesh([pod({ 'sidecar.istio.io/controlPlaneAuthPolicy': 'NONE' })]);
    expect(judge(old, '1.23', '1.24').ignoredSettings).toMatchObject([
      { type: 'annotation', removedIn: '1.24', evidence: [{ resource: { kind: 'Pod', name: 'web' } }] },
    ]);
  });
});

describe('compatibilityVersion', () => {
  const compatibility = (spec: JsonObject, to = '1.31') =>
    judge(wholeMesh([], { operatorSpec: spec }), '1.30', to).compatibility;

  test('is not spoken of when it is not set', () => {
    expect(compatibility({})).toBeUndefined();
    expect(judge(nothingKnown).compatibility).toBeUndefined();
  });

  test('sets what the new version has for it', () => {
    expect(compatibility({ compatibilityVersion: '1.29' })).toMatchObject({
      ...{ wanted: '1.29', available: true },
      sets: [
        { path: 'pilot.env.PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE', value: 'false' },
        { path: 'pilot.env.PILOT_ENABLE_STRICT_GATEWAY_MERGING', value: 'false' },
        { path: 'pilot.env.PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS', value: 'false' },
      ],
    });
  });

  test('does nothing where the installation has its own value, or nobody reads one', () => {
    const env = { PILOT_ENABLE_STRICT_GATEWAY_MERGING: 'true', PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS: 'false' };
    const found = compatibility({ values: { compatibilityVersion: '1.30', pilot: { env } } });
    expect(Object.fromEntries(found?.sets.map((one) => [one.path.slice(10), one.void]) ?? [])).toEqual({
      PILOT_ENABLE_STRICT_GATEWAY_MERGING: 'overridden',
      PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS: undefined,
      PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY: 'unread',
    });
  });

  test('is refused when the new version does not know it', () => {
    expect(compatibility({ compatibilityVersion: '1.24' })).toMatchObject({ available: false, sets: [] });
    expect(compatibility({ compatibilityVersion: '1.24' })?.known).toContain('1.25');
  });
});

describe('definitions of the Gateway API', () => {
  test.each([
    ['TCPRoutes before 1.6 for 1.31', 'tcproutes', 'v1.5.1', '1.30', '1.31', true],
    ['TCPRoutes of 1.6 for 1.31', 'tcproutes', 'v1.6.0', '1.30', '1.31', false],
    ['TCPRoutes before 1.6 for 1.30', 'tcproutes', 'v1.5.1', '1.29', '1.30', false],
    ['TLSRoutes before 1.5 for 1.30', 'tlsroutes', 'v1.4.1', '1.29', '1.30', true],
    ['TLSRoutes of 1.5 for 1.29.2', 'tlsroutes', 'v1.5.0', '1.28', '1.29.2', true],
    ['TLSRoutes of 1.5 for 1.29.1', 'tlsroutes', 'v1.5.0', '1.28', '1.29.1', false],
    ['TLSRoutes of a patch of 1.4 for 1.29.2', 'tlsroutes', 'v1.4.3', '1.28', '1.29.2', false],
  ])('%s', (_, plural, bundle, from, to, ignored) => {
    expect(judge(wholeMesh([definition(plural, bundle)]), from, to).gates).toHaveLength(ignored ? 1 : 0);
  });

  test('say whether it matters, and was so before', () => {
    const route = {
      apiVersion: 'gateway.networking.k8s.io/v1alpha2',
      kind: 'TLSRoute',
      metadata: { name: 'r' },
    };
    const { gates } = judge(wholeMesh([definition('tlsroutes', 'v1.3.0'), route]), '1.30', '1.31');
    expect(gates).toMatchObject([
      {
        plural: 'tlsroutes',
        kind: 'TLSRoute',
        bundle: 'v1.3.0',
        min: '1.5.0',
        before: true,
        used: { state: 'yes' },
      },
    ]);
  });
});
