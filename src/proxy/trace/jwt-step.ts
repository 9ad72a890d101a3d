import type { Json, JsonObject } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { isPreflight } from './cors-step.ts';
import { tokenFailure, tokensOf, type Token, type TokenFailure } from './jwt-token.ts';
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
 * Judges what can be known of tokens without their keys: whether one is required and there, who issued it, for whom,
 * and whether it is expired. That its signature is good is taken for granted, and said.
 */
export function passJwt(walk: Walk, filter: JwtFilter): JwtResult {
  const { http } = walk.request;
  const { name, config } = filter;
  if (http !== undefined && isPreflight(http) && valueAt(config, 'bypass_cors_preflight') === true)
    return passUnasked(walk, name, 'lets CORS preflights pass');
  const found = http && requirementFor(walk.request, http, filter);
  if (http === undefined || found?.requirement === undefined)
    return passUnasked(walk, name, 'asks for no token here');
  const { requirement, field } = found;
  const tokens = tokensOf(config, http);
  const failure = judge(requirement, { tokens, now: walk.now });
  const good = tokens.filter((token) => tokenFailure(token, walk.now) === undefined);
  walk.steps.push({
    ...{ stage: 'http filter', name },
    reason: failure === undefined ? passText(tokens, good) : `refused: ${failure.why}`,
    field: { path: `${filter.path}.${field}`, value: requirement },
  });
  if (failure !== undefined)
    return { verdict: { kind: 'direct-response', status: failure.status }, claims: {} };
  return { verdict: undefined, claims: takeForGood(walk, name, good) };
}

/** What tokens say, with what is taken for granted about them. */
function takeForGood(walk: Walk, name: string, good: readonly Token[]): JsonObject {
  const unchecked = walk.now === undefined ? 'signature and times are' : 'signature is';
  if (good.length > 0)
    walk.assumptions.add(`the token is valid for ${name}: its ${unchecked} not checked here`);
  return claimsOf(good);
}

function passUnasked(walk: Walk, name: string, reason: string): JwtResult {
  walk.steps.push({ stage: 'http filter', name, reason });
  return { verdict: undefined, claims: {} };
}

function passText(tokens: readonly Token[], good: readonly Token[]): string {
  if (tokens.every(({ token }) => token === undefined)) return 'passes: no token is needed';
  const issuers = good.map(({ payload }) => asText(payload?.iss) || 'nobody');
  if (issuers.length === 0) return 'passes without a good token, which is not needed';
  return `passes, if the token, issued by ${[...new Set(issuers)].join(', ')}, is valid`;
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

interface Judging {
  readonly tokens: readonly Token[];
  readonly now: Date | undefined;
}

/** Why a `JwtRequirement` is not met; undefined when it is. */
function judge(requirement: Maybe, judging: Judging): TokenFailure | undefined {
  const has = (field: string): boolean => valueAt(requirement, field) !== undefined;
  const all = (field: string): (TokenFailure | undefined)[] =>
    asList(valueAt(requirement, field, 'requirements')).map((each) => judge(each, judging));
  if (has('requires_any')) return anyOf(all('requires_any'));
  if (has('requires_all')) return all('requires_all').find((failure) => failure !== undefined);
  if (has('allow_missing_or_failed')) return undefined;
  if (has('allow_missing')) return judgeMissing(judging);
  return judgeProvider(requirement, judging);
}

/** The worst of several failures is said: one about a token before one that none is there. */
function anyOf(failures: readonly (TokenFailure | undefined)[]): TokenFailure | undefined {
  if (failures.includes(undefined)) return undefined;
  return failures.find((failure) => failure?.status === 403) ?? failures[0];
}

/** Without a token all is well; one that is there has to be good for a provider. */
function judgeMissing({ tokens, now }: Judging): TokenFailure | undefined {
  const given = tokens.filter(({ token }) => token !== undefined);
  return given.length === 0 ? undefined : anyOf(given.map((token) => tokenFailure(token, now)));
}

function judgeProvider(requirement: Maybe, { tokens, now }: Judging): TokenFailure | undefined {
  const own = valueAt(requirement, 'provider_and_audiences');
  const name = asText(valueAt(requirement, 'provider_name')) || asText(valueAt(own, 'provider_name'));
  const found = tokens.find(({ provider }) => provider === name);
  if (found === undefined)
    return name === '' ? undefined : { why: `it has no provider ${name}`, status: 401 };
  const audiences = asList(valueAt(own, 'audiences'));
  return audiences.length > 0 ? tokenFailure(found, now, audiences) : tokenFailure(found, now);
}

function claimsOf(tokens: readonly Token[]): JsonObject {
  const claims: JsonObject = {};
  for (const token of tokens) {
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
