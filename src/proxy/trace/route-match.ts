import type { JsonObject } from '../../resources/index.ts';
import { asList, asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import { allOf, decide, opposite } from './decision.ts';
import { headerValue, matchHeader, type Judgement } from './header-match.ts';
import { matchPath } from './path-match.ts';
import { matchQuery } from './query-match.ts';
import { matcherText, matchText } from './string-match.ts';
import type { HttpRequest, TraceRequest } from './trace.ts';

/** What a route says of a request. */
export interface RouteJudgement extends Judgement {
  /** Of the condition that decides, within the route: `match.headers[0]`. */
  readonly field: string;
}

/** The request as routes look at it. */
export interface RoutedRequest {
  readonly http: HttpRequest;
  readonly connection: TraceRequest;
}

/** Judges an `envoy.config.route.v3.RouteMatch`: the first condition that fails, else the first that is unknown. */
export function matchRoute(match: Maybe, request: RoutedRequest): RouteJudgement {
  const judgements = conditionsOf(match, request);
  const decision = allOf(judgements.map((each) => each.decision));
  const deciding = judgements.find((each) => each.decision === decision) ?? judgements[0];
  if (decision !== 'yes' && deciding !== undefined) return { ...deciding, decision };
  const reason = judgements.map((each) => each.reason).join(', ');
  return { decision, reason, field: deciding?.field ?? 'match' };
}

function conditionsOf(match: Maybe, request: RoutedRequest): RouteJudgement[] {
  const path = matchPath(match, request.http);
  const headers = asList(valueAt(match, 'headers')).map((matcher, index) => ({
    ...matchHeader(matcher, request.http),
    field: `match.headers[${index}]`,
  }));
  const queries = asList(valueAt(match, 'query_parameters')).map((matcher, index) => ({
    ...matchQuery(matcher, request.http.path),
    field: `match.query_parameters[${index}]`,
  }));
  return [
    { ...path, field: path.field === '' ? 'match' : `match.${path.field}` },
    ...headers,
    ...queries,
    ...cookies(match, request.http),
    ...grpc(match, request.http),
    ...tlsContext(match, request.connection),
    ...fraction(match),
    ...opaque(match),
  ];
}

function cookies(match: Maybe, http: HttpRequest): RouteJudgement[] {
  const given = (headerValue(http, 'cookie') ?? '').split(/[;,]/).map((each) => each.trim());
  return asList(valueAt(match, 'cookies')).map((matcher, index) => {
    const name = asText(valueAt(matcher, 'name'));
    const value = given.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
    const wanted = valueAt(matcher, 'string_match');
    const plain = value === undefined ? 'no' : matchText(wanted, value);
    const inverted = valueAt(matcher, 'invert_match') === true;
    return {
      decision: inverted ? opposite(plain) : plain,
      reason: `cookie ${name} ${inverted ? 'not: ' : ''}${matcherText(wanted)}; ${value === undefined ? 'the request has none' : `it is "${value}"`}`,
      field: `match.cookies[${index}]`,
    };
  });
}

function grpc(match: Maybe, http: HttpRequest): RouteJudgement[] {
  if (valueAt(match, 'grpc') === undefined) return [];
  const type = headerValue(http, 'content-type') ?? '';
  return [
    {
      decision: decide(type === 'application/grpc' || type.startsWith('application/grpc+')),
      reason: 'content type is that of gRPC',
      field: 'match.grpc',
    },
  ];
}

function tlsContext(match: Maybe, { sourcePrincipal }: TraceRequest): RouteJudgement[] {
  const context = valueAt(match, 'tls_context');
  if (context === undefined) return [];
  const wanted = ['presented', 'validated'].map((field) => valueAt(context, field));
  const has = sourcePrincipal !== undefined;
  return [
    {
      decision: decide(wanted.every((each) => each === undefined || each === has)),
      reason: `client certificate ${wanted.includes(false) ? 'missing' : 'present'}`,
      field: 'match.tls_context',
    },
  ];
}

/** An `envoy.type.v3.FractionalPercent`. */
export function shareOf(percent: Maybe): { readonly share: number; readonly whole: number } {
  const whole = Number(denominators[asText(valueAt(percent, 'denominator'))] ?? 100);
  return { share: asNumber(valueAt(percent, 'numerator')), whole };
}

const denominators: JsonObject = { HUNDRED: 100, TEN_THOUSAND: 10_000, MILLION: 1_000_000 };

/** A part of the requests, chosen at random: sure only for none and all. */
function fraction(match: Maybe): RouteJudgement[] {
  const runtime = valueAt(match, 'runtime_fraction');
  if (runtime === undefined) return [];
  const { share, whole } = shareOf(valueAt(runtime, 'default_value'));
  const key = asText(valueAt(runtime, 'runtime_key'));
  const reason = `chosen at random for ${share} of ${whole}${key && `, unless ${key} is set at run time`}`;
  const field = 'match.runtime_fraction';
  if (share > 0 && share < whole) return [{ decision: 'unknown', reason, field }];
  return [{ decision: decide(share >= whole), reason, field }];
}

const opaqueFields = ['dynamic_metadata', 'filter_state'];

function opaque(match: Maybe): RouteJudgement[] {
  return opaqueFields
    .filter((field) => asList(valueAt(match, field)).length > 0)
    .map((field) => ({
      decision: 'unknown',
      reason: `depends on ${field.replace('_', ' ')}`,
      field: `match.${field}`,
    }));
}
