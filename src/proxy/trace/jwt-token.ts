import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { asList, asObject, asText, valueAt, type Maybe } from '../message/index.ts';
import { headerValue } from './header-match.ts';
import { queryValue } from './query-match.ts';
import { matchText } from './string-match.ts';
import type { HttpRequest } from './trace.ts';

/** The token for a provider of `JwtAuthentication`, if any. */
export interface Token {
  readonly provider: string;
  readonly config: Json;
  readonly token: string | undefined;
  /** What it says; undefined when it cannot be read. */
  readonly payload: JsonObject | undefined;
}

/** Why a token does not do, and the status that Envoy answers with. */
export interface TokenFailure {
  readonly why: string;
  readonly status: 401 | 403;
}

/** The tokens of a request, as each provider looks for them. */
export function tokensOf(config: Maybe, http: HttpRequest): Token[] {
  return Object.entries(asObject(valueAt(config, 'providers'))).map(([provider, each]) => {
    const token = tokenFor(each, http);
    return { provider, config: each, token, payload: token === undefined ? undefined : payloadOf(token) };
  });
}

/**
 * Why a token cannot be valid for its provider, as far as that can be known without keys: its form, issuer, audience
 * and, given the moment, its times.
 */
export function tokenFailure(
  { config, token, payload }: Token,
  now: Date | undefined,
  audiences = asList(valueAt(config, 'audiences')),
): TokenFailure | undefined {
  if (token === undefined) return { why: 'it demands a token, and the request has none', status: 401 };
  if (payload === undefined) return { why: 'the token cannot be read', status: 401 };
  const who = issuerFailure(config, payload);
  if (who !== undefined) return { why: who, status: 401 };
  const times = now && timeFailure(config, payload, now.getTime() / 1000);
  if (times !== undefined) return { why: times, status: 401 };
  const subjects = valueAt(config, 'subjects');
  if (subjects !== undefined && matchText(subjects, asText(payload.sub)) === 'no')
    return { why: `the subject ${asText(payload.sub)} of the token is not among those allowed`, status: 401 };
  return audienceFailure(payload, audiences);
}

function issuerFailure(config: Json, { iss }: JsonObject): string | undefined {
  const issuer = asText(valueAt(config, 'issuer'));
  if (issuer === '' || iss === issuer) return undefined;
  return `the token is issued by ${asText(iss) || 'nobody'}, not by ${issuer}`;
}

/** Clocks may differ by a minute where nothing else is said. */
function timeFailure(config: Json, { exp, nbf }: JsonObject, now: number): string | undefined {
  const skew = Number(valueAt(config, 'clock_skew_seconds') ?? 60);
  if (typeof nbf === 'number' && nbf > now + skew) return `the token is not valid before ${timeText(nbf)}`;
  if (typeof exp === 'number' && now > exp + skew) return `the token expired at ${timeText(exp)}`;
  if (exp === undefined && valueAt(config, 'require_expiration') === true) return 'the token never expires';
  return undefined;
}

function timeText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace('.000', '');
}

function audienceFailure(payload: JsonObject, allowed: readonly Json[]): TokenFailure | undefined {
  if (allowed.length === 0) return undefined;
  const given = (Array.isArray(payload.aud) ? payload.aud : [payload.aud ?? ''])
    .map(asText)
    .map(bareAudience);
  const wanted = allowed.map(asText).map(bareAudience);
  if (given.some((each) => wanted.includes(each))) return undefined;
  return {
    why: `the token is for ${given.filter((each) => each !== '').join(', ') || 'nobody'}, not for ${wanted.join(' or ')}`,
    status: 403,
  };
}

/** Envoy compares audiences without scheme and last slash. */
const bareAudience = (audience: string): string => audience.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** Where nothing else is said a token comes as `Bearer`, or as a parameter. */
function tokenFor(provider: Json, http: HttpRequest): string | undefined {
  const headers = asList(valueAt(provider, 'from_headers'));
  const params = asList(valueAt(provider, 'from_params'));
  const cookies = asList(valueAt(provider, 'from_cookies'));
  const isUsual = headers.length + params.length + cookies.length === 0;
  const inHeaders = (isUsual ? usualHeaders : headers).map((each) => fromHeader(each, http));
  const inPath = (isUsual ? ['access_token'] : params).map((name) => queryValue(http.path, asText(name)));
  const inCookies = cookies.map((name) => fromCookie(asText(name), http));
  return [...inHeaders, ...inPath, ...inCookies].find((token) => token !== undefined);
}

function fromHeader(header: Json, http: HttpRequest): string | undefined {
  const value = headerValue(http, asText(valueAt(header, 'name')));
  const prefix = asText(valueAt(header, 'value_prefix'));
  const at = value?.indexOf(prefix) ?? -1;
  return at < 0 ? undefined : value?.slice(at + prefix.length).trim();
}

function fromCookie(name: string, http: HttpRequest): string | undefined {
  const cookies = (headerValue(http, 'cookie') ?? '').split(/[;,]/).map((each) => each.trim());
  return cookies.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
}

const usualHeaders: readonly Json[] = [{ name: 'authorization', value_prefix: 'Bearer ' }];

/** A token is three parts, of which the second is what it says. */
function payloadOf(token: string): JsonObject | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const payload: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString());
    return isObject(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}
