import { describe, expect, test } from 'vitest';
import { readDump } from '../index.ts';
import { summarizePolicies } from './index.ts';

type Rules = Readonly<Record<string, unknown>>;

const http = (...filters: readonly Rules[]) => ({
  name: 'envoy.filters.network.http_connection_manager',
  typed_config: {
    http_filters: filters.map((config) => ({ name: 'envoy.filters.http.rbac', typed_config: config })),
  },
});
const tcp = (config: Rules) => ({ name: 'envoy.filters.network.rbac', typed_config: config });
const policies = (action: string | undefined, ...keys: readonly string[]) => ({
  ...(action !== undefined && { action }),
  policies: Object.fromEntries(keys.map((key) => [key, {}])),
});

const listener = (name: string, ...filters: readonly object[]) => ({ name, filter_chains: [{ filters }] });

function rowsOf(...dynamic: readonly object[]) {
  const section = {
    '@type': 'type.googleapis.com/envoy.admin.v3.ListenersConfigDump',
    dynamic_listeners: dynamic,
  };
  return summarizePolicies(readDump(JSON.stringify({ configs: [section] })));
}

const active = (value: object) => ({ name: 'x', active_state: { listener: value } });

const lines = (...listeners: readonly object[]) =>
  rowsOf(...listeners.map(active)).rows.map(
    ({ action, policy, rules }) => `${action} ${policy} ${rules.join(',')}`,
  );

describe('policies', () => {
  test('come by action, then by name, and count each rule once', () => {
    const keys = ['ns[shop]-policy[b]-rule[10]', 'ns[shop]-policy[b]-rule[2]', 'ns[shop]-policy[a]-rule[0]'];
    expect(
      lines(
        listener('in', http({ rules: policies('LOG', 'ns[shop]-policy[audit]-rule[0]') })),
        listener(
          'in',
          http(
            { rules: policies(undefined, ...keys) },
            { rules: policies('DENY', 'ns[a.b]-policy[x]-rule[1]') },
          ),
        ),
        listener('in', tcp({ rules: policies('ALLOW', 'ns[shop]-policy[b]-rule[2]') })),
      ),
    ).toEqual(['DENY x.a.b 1', 'ALLOW a.shop 0', 'ALLOW b.shop 2,10', 'LOG audit.shop 0']);
  });

  test.each([
    ['a filter with an empty rule set matches nothing', { rules: {} }, ['ALLOW _anonymous_match_nothing_ 0']],
    ['so does one that denies', { rules: { action: 'DENY' } }, ['DENY _anonymous_match_nothing_ 0']],
    ['a filter without a rule set decides nothing', {}, []],
    [
      'shadow rules of an external authorizer are a policy of it',
      { shadow_rules: policies('DENY', 'istio-ext-authz-opa-ns[shop]-policy[ext]-rule[0]') },
      ['CUSTOM ext.shop 0'],
    ],
    ['a dry run decides nothing', { shadow_rules: policies('DENY', 'ns[shop]-policy[dry]-rule[0]') }, []],
    [
      'keys that are not of Istio stand for themselves',
      { rules: policies('ALLOW', 'mine') },
      ['ALLOW mine 0'],
    ],
  ])('%s', (_, config, wanted) => {
    expect(lines(listener('in', http(config)))).toEqual(wanted);
    expect(lines(listener('in', tcp(config)))).toEqual(wanted);
  });

  test('dry runs are told apart where they are asked for', () => {
    const value = listener('in', tcp({ shadow_rules: policies('DENY', 'ns[shop]-policy[dry]-rule[0]') }));
    const section = {
      '@type': 'type.googleapis.com/envoy.admin.v3.ListenersConfigDump',
      dynamic_listeners: [active(value)],
    };
    const dump = readDump(JSON.stringify({ configs: [section] }));
    expect(summarizePolicies(dump, { dryRun: true }).rows).toEqual([
      { action: 'DENY', policy: 'dry.shop', rules: ['0'], listeners: ['in'], dryRun: true },
    ]);
  });

  test('are also found in the default filter chain, and in camel case', () => {
    const rules = policies('DENY', 'ns[shop]-policy[a]-rule[0]');
    expect(lines({ name: 'in', default_filter_chain: { filters: [tcp({ rules })] } })).toEqual([
      'DENY a.shop 0',
    ]);
    const camel = {
      name: 'in',
      filterChains: [
        {
          filters: [
            {
              name: 'envoy.filters.network.http_connection_manager',
              typedConfig: { httpFilters: [{ name: 'envoy.filters.http.rbac', typedConfig: { rules } }] },
            },
          ],
        },
      ],
    };
    expect(lines(camel)).toEqual(['DENY a.shop 0']);
  });

  test('name the listeners that have them', () => {
    const filter = tcp({ rules: policies('DENY', 'ns[shop]-policy[a]-rule[0]') });
    const { rows } = rowsOf(
      active(listener('b', filter)),
      active(listener('a', filter)),
      active(listener('b', filter)),
    );
    expect(rows[0]?.listeners).toEqual(['a', 'b']);
  });
});

test('listeners that wait, drain or were refused do not count', () => {
  const value = listener('in', tcp({ rules: policies('DENY', 'ns[shop]-policy[a]-rule[0]') }));
  for (const state of ['warming_state', 'draining_state'])
    expect(rowsOf({ name: 'x', [state]: { listener: value } })).toEqual({ listeners: 0, rows: [] });
  expect(rowsOf({ error_state: { failed_configuration: value, details: 'no' } })).toEqual({
    listeners: 0,
    rows: [],
  });
});

test.each([
  ['filters that are no list', listener('in'), { filter_chains: [{ filters: 'none' }] }],
  ['policies that are a list', listener('in', tcp({ rules: { policies: ['a'] } })), {}],
])('%s', (_, value, more) => {
  expect(() => rowsOf(active({ ...value, ...more }))).not.toThrow();
});

test('a dump without listeners is refused', () => {
  expect(() => summarizePolicies(readDump('{"configs": []}'))).toThrow(/has no section of listeners/);
});
