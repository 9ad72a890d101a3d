import type { Json } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { matchPath } from './path-match.ts';
import { matchRoute, type RoutedRequest, type RouteJudgement } from './route-match.ts';
import type { RejectedChoice } from './trace.ts';

/** A route that gets the request, or may get it. */
export interface RouteCandidate {
  readonly route: Json;
  readonly name: string;
  /** In the dump. */
  readonly path: string;
  readonly judgement: RouteJudgement;
}

export interface RouteChoice {
  /** In order; all but the last depend on what cannot be told. */
  readonly candidates: readonly RouteCandidate[];
  /** Whether the last of the candidates gets what the others leave; otherwise that gets no route. */
  readonly sure: boolean;
  readonly rejected: readonly RejectedChoice[];
}

/** Goes through the routes of a virtual host in order, up to the first that surely matches. */
export function chooseRoute(virtualHost: Maybe, request: RoutedRequest, at: string): RouteChoice {
  const candidates: RouteCandidate[] = [];
  const rejected: RejectedChoice[] = [];
  for (const [index, route] of asList(valueAt(virtualHost, 'routes')).entries()) {
    const path = `${at}.routes[${index}]`;
    const judgement = matchRoute(valueAt(route, 'match'), request);
    const name = routeName(route, index, request);
    if (judgement.decision === 'no')
      rejected.push({ name, reason: judgement.reason, path: `${path}.${judgement.field}` });
    else candidates.push({ route, name, path, judgement });
    if (judgement.decision === 'yes') return { candidates, sure: true, rejected };
  }
  return { candidates, sure: false, rejected };
}

function routeName(route: Json, index: number, { http }: RoutedRequest): string {
  const name = asText(valueAt(route, 'name'));
  const { reason } = matchPath(valueAt(route, 'match'), http);
  return `#${index + 1} ${name === '' ? reason : name}`;
}
