import type { Static } from 'typebox';
import type { HTTPRoute } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';
import { checkDuration } from '../values/durations.ts';
import { checkRetries } from '../values/retries.ts';
import { checkCors } from './cors.ts';
import { checkDestination, checkDestinations, checkMirrorPercent, checkMirrors } from './destinations.ts';
import { checkDirectResponse } from './direct-response.ts';
import { checkFault } from './fault.ts';
import { checkHeaders } from './headers.ts';
import { checkHttpMatch } from './http-match.ts';
import { checkRedirect } from './redirect.ts';
import { checkAuthority, checkRewrite } from './rewrite.ts';
import type { RouteContext } from './route-context.ts';

const noAction = errorRule({
  slug: 'httproute/no-action',
  summary: 'An HTTP route says what to do with requests.',
  message: () => 'the route does nothing with the requests it matches',
  hint: 'Add one of `route`, `redirect`, `directResponse` and `delegate`.',
});

const conflictingActions = errorRule({
  slug: 'httproute/conflicting-actions',
  summary: 'The actions of an HTTP route do not exclude each other.',
  message: ({ fields: [a, b] }: { fields: readonly [string, string] }) =>
    `\`${a}\` and \`${b}\` exclude each other`,
});

const nestedDelegate = errorRule({
  slug: 'virtualservice/delegate-nested',
  summary: 'A delegate does not delegate further.',
  message: () => 'without `hosts` this is a delegate, and a delegate cannot delegate further',
});

const rootWithAction = errorRule({
  slug: 'virtualservice/root-with-route-or-redirect',
  summary: 'A route that delegates has neither destinations nor a redirect of its own.',
  message: ({ field }: { field: string }) => `the route delegates, so it cannot have \`${field}\` as well`,
});

const mirrorPercent = warningRule({
  slug: 'virtualservice/deprecated-mirror-percent',
  summary: '`mirrorPercentage` says how many requests are mirrored.',
  message: () => '`mirrorPercent` is deprecated',
  hint: 'Write `mirrorPercentage: {value: ...}`.',
});

export const httpRouteRules: readonly RuleInfo[] = [
  noAction,
  conflictingActions,
  nestedDelegate,
  rootWithAction,
  mirrorPercent,
];

type Route = Loose<Static<typeof HTTPRoute>>;

/** Checks a rule for HTTP requests. */
export function checkHttpRoute(route: Route, path: Path, context: RouteContext): void {
  const { report } = context;
  if (route.delegate !== undefined && !context.delegate) checkRoot(route, path, report);
  else checkActions(route, path, context);
  for (const [index, match] of (route.match ?? []).entries()) {
    checkHttpMatch(match, [...path, 'match', index], context);
  }
  checkAnswers(route, path, report);
  checkChanges(route, path, report);
  checkTargets(route, path, context);
}

function checkRoot(route: Route, path: Path, report: Report): void {
  for (const field of ['redirect', 'route'] as const) {
    if (route[field] !== undefined) report(rootWithAction, path, { field }, [...path, field]);
  }
}

function checkActions(route: Route, path: Path, { delegate, report }: RouteContext): void {
  if (delegate && route.delegate !== undefined) report(nestedDelegate, [...path, 'delegate'], {});
  const answer = answers.find((field) => route[field] !== undefined);
  if (answer !== undefined) checkConflicts(route, answer, path, report);
  else if (isEmpty(route.route) && route.delegate === undefined) report(noAction, path, {});
  if (route.mirror !== undefined && !isEmpty(route.mirrors))
    reportConflict('mirror', 'mirrors', path, report);
}

/** What a proxy answers with by itself; the first decides. */
const answers = ['redirect', 'directResponse'] as const;

const isEmpty = (list: readonly unknown[] | undefined): boolean => list === undefined || list.length === 0;

function checkConflicts(route: Route, answer: (typeof answers)[number], path: Path, report: Report): void {
  if (!isEmpty(route.route)) reportConflict(answer, 'route', path, report);
  for (const other of ['directResponse', 'fault', 'rewrite'] as const) {
    if (other !== answer && route[other] !== undefined) reportConflict(answer, other, path, report);
  }
}

function reportConflict(a: string, b: string, path: Path, report: Report): void {
  report(conflictingActions, path, { fields: [a, b] }, [...path, b]);
}

function checkAnswers(route: Route, path: Path, report: Report): void {
  const { corsPolicy, fault, redirect, directResponse } = route;
  if (corsPolicy !== undefined) checkCors(corsPolicy, [...path, 'corsPolicy'], report);
  if (fault !== undefined) checkFault(fault, [...path, 'fault'], report);
  if (redirect !== undefined) checkRedirect(redirect, route, path, report);
  if (directResponse !== undefined) checkDirectResponse(directResponse, [...path, 'directResponse'], report);
}

function checkChanges(route: Route, path: Path, report: Report): void {
  const { headers, rewrite, retries, timeout } = route;
  if (headers !== undefined) checkHeaders(headers, [...path, 'headers'], report);
  if (rewrite !== undefined) checkRewrite(rewrite, [...path, 'rewrite'], report);
  if (headers !== undefined) checkAuthority(rewrite, headers, path, report);
  if (retries !== undefined) checkRetries(retries, [...path, 'retries'], report);
  if (timeout !== undefined) checkDuration(timeout, [...path, 'timeout'], report);
}

function checkTargets(route: Route, path: Path, context: RouteContext): void {
  const { report } = context;
  if (route.route !== undefined) checkDestinations(route.route, [...path, 'route'], context);
  if (route.mirror !== undefined) checkDestination(route.mirror, [...path, 'mirror'], report);
  if (route.mirrors !== undefined) checkMirrors(route.mirrors, [...path, 'mirrors'], report);
  if (route.mirrorPercentage !== undefined) {
    checkMirrorPercent(route.mirrorPercentage.value ?? 0, [...path, 'mirrorPercentage', 'value'], report);
  }
  if (route.mirrorPercent !== undefined) {
    checkMirrorPercent(route.mirrorPercent, [...path, 'mirrorPercent'], report);
    report(mirrorPercent, [...path, 'mirrorPercent'], {});
  }
}
