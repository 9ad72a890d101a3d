import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { asList, asObject, asText, valueAt, type Maybe } from '../message/index.ts';
import { allOf, anyOf, decide, type Decision } from './decision.ts';
import { headerValue } from './header-match.ts';
import { queryValue } from './query-match.ts';
import { matchRoute } from './route-match.ts';
import type { HttpRequest, TraceRequest, Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/** A filter that checks JSON Web Tokens. */
export interface JwtFilter {
  readonly name: string;
  readonly config: Maybe;
  /** What the route says of it (`PerRouteConfig`). */
  readonly override: Maybe;
  readonly path: string;
}

export interface JwtResult {
  /** When it refuses the request. */
  readonly verdict: Verdict | undefined;
  /** What the tokens say, as filters after this one find it in the metadata. */
  readonly claims: JsonObject;
}

/**
 * Judges what can be known of tokens without their keys: whether one is required and there, and who issued it. That its
 * signature and times are good is taken for granted, and said.
 */
export function passJwt(walk: Walk, filter: JwtFilter): JwtResult {
  const { http } = walk.request;
  const found = http && requirementFor(walk.request, http, filter);
  if (http === undefined || found?.requirement === undefined) {
    walk.steps.push({ stage: 'http filter', name: filter.name, reason: 'asks for no token here' });
    return { verdict: undefined, claims: {} };
  }
  const tokens = tokensOf(filter.config, http);
  const decision = judge(found.requirement, tokens);
  const given = tokens.filter(({ token }) => token !== undefined);
  walk.steps.push({
    ...{ stage: 'http filter', name: filter.name, reason: reasonOf(decision, given) },
    field: { path: `${filter.path}.${found.field}`, value: found.requirement },
  });
  if (decision === 'no') return { verdict: { kind: 'direct-response', status: 401 }, claims: {} };
  if (given.length > 0)
    walk.assumptions.add(
      `the token is valid for ${filter.name}: its signature and times are not checked here`,
    );
  return { verdict: undefined, claims: claimsOf(given) };
}

function reasonOf(decision: Decision, given: readonly Token[]): string {
  if (given.length === 0)
    return decision === 'no'
      ? 'refused: it demands a token, and the request has none'
      : 'passes: no token is needed';
  const issuer = given.map(({ payload }) => asText(payload?.iss)).join(', ') || 'nobody';
  return decision === 'no'
    ? `refused: the token, issued by ${issuer}, fits no provider`
    : `passes, if the token, issued by ${issuer}, is valid`;
}

/** The first rule whose match holds counts. */
function requirementFor(
  connection: TraceRequest,
  http: HttpRequest,
  { config, override }: JwtFilter,
): { readonly requirement: Json | undefined; readonly field: string } | undefined {
  const named = asText(valueAt(override, 'requirement_name'));
  if (named !== '')
    return { requirement: valueAt(config, 'requirement_map', named), field: 'requirement_map' };
  const rules = asList(valueAt(config, 'rules'));
  const index = rules.findIndex(
    (rule) => matchRoute(valueAt(rule, 'match'), { http, connection }).decision === 'yes',
  );
  if (index < 0) return undefined;
  const name = asText(valueAt(rules[index], 'requirement_name'));
  const requirement =
    name === '' ? valueAt(rules[index], 'requires') : valueAt(config, 'requirement_map', name);
  return { requirement, field: `rules[${index}]` };
}

/** The token for a provider, if any. */
interface Token {
  readonly provider: string;
  readonly config: Json;
  readonly token: string | undefined;
  readonly payload: JsonObject | undefined;
}

function tokensOf(config: Maybe, http: HttpRequest): Token[] {
  return Object.entries(asObject(valueAt(config, 'providers'))).map(([provider, each]) => {
    const token = tokenFor(each, http);
    return { provider, config: each, token, payload: token === undefined ? undefined : payloadOf(token) };
  });
}

/** Where nothing else is said a token comes as `Bearer`, or as a parameter. */
function tokenFor(provider: Json, http: HttpRequest): string | undefined {
  const headers = asList(valueAt(provider, 'from_headers'));
  const params = asList(valueAt(provider, 'from_params'));
  const isUsual = headers.length + params.length === 0;
  const inHeaders = (isUsual ? usualHeaders : headers).map((each) => fromHeader(each, http));
  const inPath = (isUsual ? ['access_token'] : params).map((name) => queryValue(http.path, asText(name)));
  return [...inHeaders, ...inPath].find((token) => token !== undefined);
}

function fromHeader(header: Json, http: HttpRequest): string | undefined {
  const value = headerValue(http, asText(valueAt(header, 'name')));
  const prefix = asText(valueAt(header, 'value_prefix'));
  const at = value?.indexOf(prefix) ?? -1;
  return at < 0 ? undefined : value?.slice(at + prefix.length).trim();
}

const usualHeaders: readonly Json[] = [{ name: 'authorization', value_prefix: 'Bearer ' }];

function payloadOf(token: string): JsonObject | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return isObject(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}

function judge(requirement: Maybe, tokens: readonly Token[]): Decision {
  const has = (field: string): boolean => valueAt(requirement, field) !== undefined;
  const all = (field: string): Decision[] =>
    asList(valueAt(requirement, field, 'requirements')).map((each) => judge(each, tokens));
  if (has('requires_any')) return anyOf(all('requires_any'));
  if (has('requires_all')) return allOf(all('requires_all'));
  if (has('allow_missing_or_failed')) return 'yes';
  if (has('allow_missing')) return decide(tokens.every(({ token }) => token === undefined));
  const audiences = valueAt(requirement, 'provider_and_audiences');
  const name = asText(valueAt(requirement, 'provider_name')) || asText(valueAt(audiences, 'provider_name'));
  const found = tokens.find(({ provider }) => provider === name);
  return decide(found !== undefined && fits(found));
}

/** A token that could be valid: whole, and of the issuer. */
function fits({ config, payload }: Token): boolean {
  const issuer = asText(valueAt(config, 'issuer'));
  return payload !== undefined && (issuer === '' || payload.iss === issuer);
}

function claimsOf(tokens: readonly Token[]): JsonObject {
  const claims: JsonObject = {};
  for (const token of tokens.filter(fits)) {
    const name = asText(valueAt(token.config, 'payload_in_metadata'));
    if (name !== '') claims[name] = normalized(token);
  }
  return claims;
}

/** Claims that list several words in one text are lists in the metadata. */
function normalized({ config, payload = {} }: Token): JsonObject {
  const spaced = asList(valueAt(config, 'normalize_payload_in_metadata', 'space_delimited_claims'));
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      spaced.includes(name) && typeof value === 'string' ? value.split(' ') : value,
    ]),
  );
}
