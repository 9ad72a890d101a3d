import type { Static } from 'typebox';
import type { HTTPMatchRequest, StringMatch } from '../../api/virtual-service.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkHeaderName } from '../values/header-names.ts';
import { isDnsLabel } from '../values/hosts.ts';
import { checkLabels } from '../values/labels.ts';
import { checkPort } from '../values/ports.ts';
import { checkGatewayNames } from './gateway-names.ts';
import { isJwtClaim } from './jwt-claim.ts';
import type { RouteContext } from './route-context.ts';
import { checkStringMatch, checkUriMatch } from './string-match.ts';

const invalidNamespace = errorRule({
  slug: 'match/source-namespace',
  summary: 'The namespace of a match is a DNS label.',
  message: ({ namespace }: { namespace: string }) =>
    `${JSON.stringify(namespace)} is not the name of a namespace`,
});

const jwtClaimOnMesh = errorRule({
  slug: 'httproute/jwt-claim-needs-gateway',
  summary: 'Only at gateways can requests be matched by the claims of a token.',
  message: ({ header }: { header: string }) =>
    `${JSON.stringify(header)} matches a claim of a token, which only gateways can do`,
  hint: 'Bind the virtual service to `gateways` without `mesh`.',
});

export const httpMatchRules: readonly RuleInfo[] = [invalidNamespace, jwtClaimOnMesh];

type Match = Loose<Static<typeof HTTPMatchRequest>>;
type Matches = Readonly<Record<string, Loose<Static<typeof StringMatch>>>>;

/** Checks which requests a rule is for. */
export function checkHttpMatch(match: Match, path: Path, context: RouteContext): void {
  const { report } = context;
  checkTexts(match, path, report);
  if (match.headers !== undefined) checkHeaderMatches(match.headers, [...path, 'headers'], context);
  if (match.withoutHeaders !== undefined) {
    checkAbsentHeaders(match.withoutHeaders, [...path, 'withoutHeaders'], context);
  }
  const { port = 0, sourceLabels, gateways, sourceNamespace: namespace = '' } = match;
  if (port !== 0) checkPort(port, [...path, 'port'], report);
  if (sourceLabels !== undefined) checkLabels(sourceLabels, [...path, 'sourceLabels'], report);
  if (gateways !== undefined) checkGatewayNames(gateways, [...path, 'gateways'], report);
  if (namespace !== '' && !isDnsLabel(namespace)) {
    report(invalidNamespace, [...path, 'sourceNamespace'], { namespace });
  }
}

function checkTexts(match: Match, path: Path, report: Report): void {
  if (match.uri !== undefined) checkUriMatch(match.uri, [...path, 'uri'], report);
  for (const field of ['scheme', 'method', 'authority'] as const) {
    const text = match[field];
    if (text !== undefined) checkStringMatch(text, [...path, field], report);
  }
  for (const [name, text] of Object.entries(match.queryParams ?? {})) {
    checkStringMatch(text, [...path, 'queryParams', name], report);
  }
}

function checkHeaderMatches(headers: Matches, path: Path, context: RouteContext): void {
  for (const [name, text] of Object.entries(headers)) {
    checkMatchedName(name, path, context);
    checkStringMatch(text, [...path, name], context.report);
  }
}

/** Here `regex: "*"` is no regular expression: it asks that the header is absent. */
function checkAbsentHeaders(headers: Matches, path: Path, context: RouteContext): void {
  for (const [name, text] of Object.entries(headers)) {
    checkMatchedName(name, path, context);
    if (text.regex !== '*') checkStringMatch(text, [...path, name], context.report);
  }
}

const pseudoHeaders = new Set([':method', ':scheme', ':authority', ':path', ':status']);

function checkMatchedName(header: string, path: Path, { claims, report }: RouteContext): void {
  if (pseudoHeaders.has(header)) return;
  if (!isJwtClaim(header)) checkHeaderName(header, path, report, [...path, header]);
  else if (!claims) report(jwtClaimOnMesh, ['spec'], { header }, [...path, header]);
}
