import { describe, expect, it, test } from 'vitest';
import type { Json, JsonObject } from '../../json.ts';
import { effectiveValues } from './effective-values.ts';
import { valuesOf } from './values.ts';

const defaults = {
  values: {
    level: 'info',
    list: [1, 2],
    global: { hub: 'default', variant: '' },
    pilot: {},
    cni: { cniBinDir: '', ambient: { reconcileIptablesOnStartup: true } },
  },
};

const rows: readonly (readonly [
  sentence: string,
  given: JsonObject,
  path: string,
  expected: Json | undefined,
])[] = [
  ['has defaults', {}, 'level', 'info'],
  ['has what was asked for', { level: 'debug' }, 'level', 'debug'],
  ['replaces lists', { list: [3] }, 'list', [3]],
  ['merges maps', { global: { tag: '1' } }, 'global.hub', 'default'],
  ['takes a default away', { level: null }, 'level', undefined],
  ['has the settings of a profile', { profile: 'ambient' }, 'global.variant', 'distroless'],
  [
    'has what was asked for before those',
    { profile: 'ambient', global: { variant: 'debug' } },
    'global.variant',
    'debug',
  ],
  [
    'has the settings of a platform',
    { global: { platform: 'k3s' } },
    'cni.cniBinDir',
    '/var/lib/rancher/k3s/data/cni',
  ],
  ['has the settings of GKE', { global: { platform: 'gke' } }, 'cni.resourceQuotas.enabled', true],
  [
    'has what an older version did',
    { compatibilityVersion: '1.30' },
    'pilot.env.PILOT_ENABLE_STRICT_GATEWAY_MERGING',
    'false',
  ],
  [
    'has what versions after it did, too',
    { compatibilityVersion: '1.28' },
    'pilot.env.PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE',
    'false',
  ],
  [
    'has not what only older versions did',
    { compatibilityVersion: '1.29' },
    'pilot.env.DISABLE_TRACK_REMAINING_CB_METRICS',
    undefined,
  ],
  [
    'has what an older version of the plugin did',
    { compatibilityVersion: '1.28' },
    'cni.ambient.reconcileIptablesOnStartup',
    false,
  ],
  [
    'has the spans of gateways in 1.27',
    { compatibilityVersion: '1.27' },
    'pilot.env.PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY',
    'false',
  ],
  [
    'has them not in 1.28',
    { compatibilityVersion: '1.28' },
    'pilot.env.PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY',
    undefined,
  ],
];

describe('the settings of a component', () => {
  it.each(rows)('%s', (_, given, path, expected) => {
    expect(valuesOf(effectiveValues(defaults, given)).at(path)).toEqual(expected);
  });

  it.each([
    ['a profile', { profile: 'ambiant' }, /ambiant/],
    ['a platform', { global: { platform: 'nimbus' } }, /nimbus/],
    ['a version', { compatibilityVersion: '1.10' }, /1\.10/],
    ['a prototype', { profile: '__proto__' }, /__proto__/],
  ])('refuses %s that nobody knows', (_, given, message) => {
    expect(() => effectiveValues(defaults, given)).toThrow(message);
  });

  test('count at the top level when they are its own', () => {
    const own = { ...defaults, own: 'pilot' as const };
    expect(effectiveValues(own, { pilot: { level: 'own' } }).level).toBe('own');
  });

  test.each([
    ['asked for', { global: { level: 'all' } }, 'all'],
    ['but after its own', { level: 'own', global: { level: 'all' } }, 'own'],
  ])('count global ones %s where it takes them', (_, given, expected) => {
    expect(effectiveValues({ ...defaults, globals: true }, given).level).toBe(expected);
    expect(effectiveValues(defaults, { global: { level: 'all' } }).level).toBe('info');
  });
});
