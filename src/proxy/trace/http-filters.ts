import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { accessFacts, passAccess } from './access-step.ts';
import { passCors } from './cors-step.ts';
import { passFault } from './fault-step.ts';
import { passJwt } from './jwt-step.ts';
import { matchText } from './string-match.ts';
import type { Verdict } from './trace.ts';
import { resourceNamed, type Walk } from './walk.ts';

/** The filters of a connection manager, and what may overrule their configuration. */
export interface HttpFilters {
  readonly manager: Maybe;
  /** The filters in order, and where they stand. */
  readonly list: readonly Json[];
  readonly path: string;
  /** The `typed_per_filter_config` that count, the nearest to the request first. */
  readonly overrides: readonly Maybe[];
}

/** Passes a request through the HTTP filters in order; a verdict when one of them ends its way. */
export function passHttpFilters(walk: Walk, filters: HttpFilters): Verdict | undefined {
  const found: Found = { shadows: new Map(), claims: {} };
  for (const [index, filter] of filters.list.entries()) {
    const path = `${filters.path}[${index}]`;
    const verdict = passFilter(walk, { filter, path, filters, found });
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

interface Passing {
  readonly filter: Json;
  readonly path: string;
  readonly filters: HttpFilters;
  readonly found: Found;
}

/** What filters leave for those after them. */
interface Found {
  /** The policies that were taken note of, by the key they stand under in the metadata. */
  readonly shadows: Map<string, string>;
  /** What tokens say. */
  claims: JsonObject;
}

function passFilter(walk: Walk, passing: Passing): Verdict | undefined {
  const { filter, path, filters } = passing;
  const name = asText(valueAt(filter, 'name'));
  const override = filters.overrides.map((each) => valueAt(each, name)).find((each) => each !== undefined);
  if (isDisabled(filter, override)) {
    walk.steps.push({ stage: 'http filter', name, reason: 'switched off' });
    return undefined;
  }
  const config = configOf(walk, filter);
  const at = `${path}.typed_config`;
  switch (typeName(config)) {
    case 'RBAC':
      return passRbac(walk, passing, { name, config, override });
    case 'HTTPFault':
      return passFault(walk, { name, config: override ?? config, path: at });
    case 'Cors':
      return passCors(walk, { name, policy: override });
    case 'JwtAuthentication': {
      const { verdict, claims } = passJwt(walk, { name, config, override, path: at });
      passing.found.claims = { ...passing.found.claims, ...claims };
      return verdict;
    }
    default:
      passOther(walk, passing, { name, config });
      return undefined;
  }
}

/** Says what a filter does; when that may end the way of the request, it is taken for granted that it does not. */
function passOther(
  walk: Walk,
  { path, found: { shadows } }: Passing,
  { name, config }: { name: string; config: Maybe },
): void {
  const type = typeName(config);
  const known = type === 'ExtAuthz' ? authorizerReason(config, shadows) : reasons[type];
  const reason = known ?? `its effect is not in the dump (${type || 'no configuration'})`;
  const field = { path: `${path}.typed_config.@type`, value: asText(valueAt(config, '@type')) };
  walk.steps.push({ stage: 'http filter', name, reason, field });
  if (reason !== skipped && (known === undefined || opaque.has(type)))
    walk.assumptions.add(`${name} lets the request pass unchanged: ${reason}`);
}

/** A filter in place, or one that is sent by itself (ECDS). */
function configOf(walk: Walk, filter: Json): Maybe {
  const own = valueAt(filter, 'typed_config');
  if (own !== undefined || valueAt(filter, 'config_discovery') === undefined) return own;
  const sent = resourceNamed(walk, 'ecds', asText(valueAt(filter, 'name')));
  return valueAt(sent, 'typed_config') ?? valueAt(filter, 'config_discovery', 'default_config');
}

function isDisabled(filter: Json, override: Maybe): boolean {
  const wrapped = asText(valueAt(override, '@type')).endsWith('.FilterConfig');
  if (wrapped || valueAt(override, 'disabled') === true) return valueAt(override, 'disabled') === true;
  return override === undefined && valueAt(filter, 'disabled') === true;
}

function typeName(config: Maybe): string {
  const type = asText(valueAt(config, 'type_url')) || asText(valueAt(config, '@type'));
  // Statistics have a message of the same name.
  if (type.includes('.dynamic_forward_proxy.')) return 'DynamicForwardProxy';
  return type.slice(type.lastIndexOf('.') + 1);
}

function passRbac(
  walk: Walk,
  { path, filters, found }: Passing,
  { name, config, override }: { name: string; config: Maybe; override: Maybe },
): Verdict | undefined {
  const effective = override === undefined ? config : (valueAt(override, 'rbac') ?? {});
  const facts = accessFacts(walk.request, filters.manager, found.claims);
  const at = `${path}.typed_config`;
  const { verdict, shadow } = passAccess(
    walk,
    { name, config: effective, path: at, stage: 'http filter' },
    facts,
  );
  const prefix = asText(valueAt(effective, 'shadow_rules_stat_prefix'));
  if (shadow !== undefined) found.shadows.set(`${prefix}shadow_effective_policy_id`, shadow.policy);
  return verdict;
}

const skipped = 'not asked: no rule of CUSTOM access control applies';

/** Istio asks an authorizer only where an RBAC filter before it took note of a policy. */
function authorizerReason(config: Maybe, shadows: ReadonlyMap<string, string>): string {
  const condition = valueAt(config, 'filter_enabled_metadata');
  const asks = 'asks an authorizer outside of the proxy (ext_authz)';
  if (!isObject(condition)) return asks;
  const key = asText(valueAt(asList(condition.path)[0], 'key'));
  const policy = shadows.get(key);
  if (policy === undefined) return asks;
  return matchText(valueAt(condition, 'value', 'string_match'), policy) === 'no' ? skipped : asks;
}

/** Filters whose decision is made elsewhere, or by a program. */
const opaque = new Set([
  ...['ExtAuthz', 'RateLimit', 'LocalRateLimit', 'Lua', 'Wasm'],
  ...['ExternalProcessor', 'RateLimitQuotaFilterConfig', 'OAuth2', 'Composite'],
]);

const reasons: Readonly<Record<string, string>> = {
  RateLimit: 'asks a rate limit service',
  LocalRateLimit: 'counts requests against a limit',
  Lua: 'runs a Lua program',
  Wasm: 'runs a Wasm plugin',
  ExternalProcessor: 'asks a program outside of the proxy (ext_proc)',
  Router: 'hands the request to the action of its route',
  FilterConfig: 'collects statistics',
  DynamicForwardProxy: 'looks up the host in DNS, where the route asks for it',
  PluginConfig: 'collects statistics',
  Alpn: 'chooses the protocol that TLS offers upstream',
  Config: 'exchanges metadata',
  StatefulSession: 'keeps a client with one endpoint',
  GrpcWeb: 'translates gRPC-Web',
};
