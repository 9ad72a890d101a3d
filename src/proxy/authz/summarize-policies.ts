import { compareText } from '../../compare-text.ts';
import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import type { ProxyDump } from '../dump/dump.ts';
import { requiredSection } from '../dump/required-section.ts';
import type { Shape } from '../dump/shape.ts';
import { asList, asObject, asText, type Maybe } from '../message/index.ts';

/** What an RBAC filter does with what its rules match; LOG is an AUDIT policy, CUSTOM asks an external authorizer. */
export type PolicyAction = 'DENY' | 'ALLOW' | 'LOG' | 'CUSTOM';

/** An AuthorizationPolicy as a proxy has it. */
export interface PolicyRow {
  readonly action: PolicyAction;
  /** `name.namespace`; `_anonymous_match_nothing_` is a filter without rules, which matches nothing. */
  readonly policy: string;
  /** Numbers of its rules, as texts. */
  readonly rules: readonly string[];
  /** Names of the listeners that have it. */
  readonly listeners: readonly string[];
  /** Only tried out (`istio.io/dry-run`): what it would decide is logged and counted. */
  readonly dryRun: boolean;
}

/** Which policies. */
export interface PolicyOptions {
  /** Those too that are only tried out. Default: false, as in istioctl. */
  readonly dryRun?: boolean;
}

/** The policies of a proxy; without listeners nobody has sent it any configuration. */
export interface PolicySummary {
  readonly listeners: number;
  readonly rows: readonly PolicyRow[];
}

/**
 * The authorization policies in the RBAC filters of the listeners that a proxy got over xDS and uses, by action and
 * name. Throws MeshctlError (input) for a dump without listeners.
 */
export function summarizePolicies(dump: ProxyDump, { dryRun = false }: PolicyOptions = {}): PolicySummary {
  const rows = new Map<string, Collected>();
  let listeners = 0;
  for (const { name, state, message } of requiredSection(dump, 'listeners').items(shape)) {
    if (state !== 'active') continue;
    listeners += 1;
    for (const { key, ...found } of rulesOf(message))
      if (dryRun || !found.dryRun) collect(rows, { ...found, listener: name, ...parsed(key) });
  }
  return { listeners, rows: [...rows.values()].map(rowOf).sort(compareRows) };
}

const ruleSet = { action: true, policies: true } as const;
const rbac = { typed_config: { rules: ruleSet, shadow_rules: ruleSet } } as const;
const chain = {
  filters: {
    name: true,
    typed_config: {
      rules: ruleSet,
      shadow_rules: ruleSet,
      http_filters: { name: true, ...rbac },
    },
  },
} as const;
const shape = { filter_chains: chain, default_filter_chain: chain } as const satisfies Shape;

const actions: readonly PolicyAction[] = ['DENY', 'ALLOW', 'LOG', 'CUSTOM'];

interface Found {
  readonly action: PolicyAction;
  /** As in the filter; undefined for a filter without rules. */
  readonly key: string | undefined;
  readonly dryRun: boolean;
}

function* rulesOf(listener: JsonObject): Generator<Found> {
  for (const one of [...asList(listener.filter_chains), listener.default_filter_chain ?? null]) {
    for (const filter of asList(asObject(one).filters).map(asObject)) {
      const config = asObject(filter.typed_config);
      if (filter.name === 'envoy.filters.network.rbac') yield* rulesIn(config);
      for (const inner of asList(config.http_filters).map(asObject)) {
        if (inner.name === 'envoy.filters.http.rbac') yield* rulesIn(asObject(inner.typed_config));
      }
    }
  }
}

/**
 * Shadow rules decide nothing; those with a prefix say when to ask an external authorizer, others are what policies that
 * are tried out would do.
 */
function* rulesIn({ rules, shadow_rules: shadow }: JsonObject): Generator<Found> {
  if (isObject(rules)) {
    const action = actionOf(rules.action);
    const keys = policyKeys(rules);
    for (const key of keys) yield { action, key, dryRun: false };
    if (keys.length === 0) yield { action, key: undefined, dryRun: false };
  }
  for (const key of policyKeys(shadow)) {
    const isCustom = key.startsWith('istio-ext-authz-');
    yield { action: isCustom ? 'CUSTOM' : actionOf(asObject(shadow).action), key, dryRun: !isCustom };
  }
}

const policyKeys = (rules: Maybe): readonly string[] => Object.keys(asObject(asObject(rules).policies));

/** Envoy leaves out the first action, ALLOW. */
const actionOf = (action: Json | undefined): PolicyAction =>
  actions.find((known) => known === asText(action)) ?? 'ALLOW';

/** Of `ns[NAMESPACE]-policy[NAME]-rule[NUMBER]`; other keys, which are not Istio's, stand for themselves. */
function parsed(key: string | undefined): { readonly policy: string; readonly rule: string } {
  if (key === undefined) return { policy: '_anonymous_match_nothing_', rule: '0' };
  const [, namespace, name, rule] = /ns\[(.+)\]-policy\[(.+)\]-rule\[(.+)\]/.exec(key) ?? [];
  if (namespace === undefined || name === undefined || rule === undefined) return { policy: key, rule: '0' };
  return { policy: `${name}.${namespace}`, rule };
}

interface Collected {
  readonly action: PolicyAction;
  readonly policy: string;
  readonly rules: Set<string>;
  readonly listeners: Set<string>;
  readonly dryRun: boolean;
}

interface Rule {
  readonly action: PolicyAction;
  readonly policy: string;
  readonly rule: string;
  readonly listener: string;
  readonly dryRun: boolean;
}

function collect(rows: Map<string, Collected>, { action, policy, rule, listener, dryRun }: Rule): void {
  const id = `${action} ${policy} ${String(dryRun)}`;
  const row = rows.get(id) ?? { action, policy, dryRun, rules: new Set(), listeners: new Set() };
  rows.set(id, row);
  row.rules.add(rule);
  row.listeners.add(listener);
}

const rowOf = ({ action, policy, rules, listeners, dryRun }: Collected): PolicyRow => ({
  action,
  policy,
  dryRun,
  rules: [...rules].sort((a, b) => Number(a) - Number(b) || compareText(a, b)),
  listeners: [...listeners].sort(compareText),
});

const compareRows = (a: PolicyRow, b: PolicyRow): number =>
  actions.indexOf(a.action) - actions.indexOf(b.action) ||
  compareText(a.policy, b.policy) ||
  Number(a.dryRun) - Number(b.dryRun);
