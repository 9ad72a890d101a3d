import { asText, valueAt, type Maybe } from '../message/index.ts';
import { decide, type Decision } from './decision.ts';
import type { Judgement } from './header-match.ts';
import type { HttpRequest } from './trace.ts';
import { matchRegex } from './string-match.ts';

/** The path without query and fragment, which is what Envoy matches. */
export function barePath(path: string): string {
  return path.split(/[?#]/, 1)[0] ?? '';
}

/** The path of a route match that decides, with its field. */
export interface PathJudgement extends Judgement {
  readonly field: string;
}

/** Judges the part of an `envoy.config.route.v3.RouteMatch` that is about the path. */
export function matchPath(match: Maybe, request: HttpRequest): PathJudgement {
  const field = fields.find((each) => valueAt(match, each) !== undefined);
  if (field === undefined)
    return { field: '', decision: 'unknown', reason: 'its path matcher is an extension' };
  const fold = (text: string): string =>
    valueAt(match, 'case_sensitive') === false ? text.toLowerCase() : text;
  if (field !== 'connect_matcher' && request.method === 'CONNECT')
    return { field, decision: 'no', reason: `${words[field]} something, and CONNECT has no path` };
  const path = fold(barePath(request.path));
  const wanted =
    field === 'safe_regex' ? asText(valueAt(match, field, 'regex')) : fold(asText(valueAt(match, field)));
  const decision =
    field === 'connect_matcher' ? decide(request.method === 'CONNECT') : tests[field](path, wanted);
  return { field, decision, reason: `${words[field]}${wanted && ` ${wanted}`}` };
}

type Field = (typeof fields)[number];
const fields = ['prefix', 'path', 'path_separated_prefix', 'safe_regex', 'connect_matcher'] as const;

const tests: Readonly<Record<Exclude<Field, 'connect_matcher'>, (path: string, wanted: string) => Decision>> =
  {
    prefix: (path, wanted) => decide(path.startsWith(wanted)),
    path: (path, wanted) => decide(path === wanted),
    path_separated_prefix: (path, wanted) => decide(path === wanted || path.startsWith(`${wanted}/`)),
    safe_regex: (path, wanted) => matchRegex(wanted, path),
  };

const words: Readonly<Record<Field, string>> = {
  prefix: 'path starts with',
  path: 'path is',
  path_separated_prefix: 'path is or lies below',
  safe_regex: 'path matches',
  connect_matcher: 'method is CONNECT',
};
