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
import { checkStringMatch, checkUriMatch } from './string-match.ts';

const invalidNamespace = errorRule({
  slug: 'match/source-namespace',
  summary: 'The namespace of a match is a DNS label.',
  message: ({ namespace }: { namespace: string }) =>
    `${JSON.stringify(namespace)} is not the name of a namespace`,
});

export const httpMatchRules: readonly RuleInfo[] = [invalidNamespace];

type Match = Loose<Static<typeof HTTPMatchRequest>>;
type Matches = Readonly<Record<string, Loose<Static<typeof StringMatch>>>>;

/** Checks which requests a rule is for. */
export function checkHttpMatch(match: Match, path: Path, report: Report): void {
  checkTexts(match, path, report);
  if (match.headers !== undefined) checkHeaderMatches(match.headers, [...path, 'headers'], report);
  if (match.withoutHeaders !== undefined) {
    checkAbsentHeaders(match.withoutHeaders, [...path, 'withoutHeaders'], report);
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

function checkHeaderMatches(headers: Matches, path: Path, report: Report): void {
  for (const [name, text] of Object.entries(headers)) {
    checkMatchedName(name, path, report);
    checkStringMatch(text, [...path, name], report);
  }
}

/** Here `regex: "*"` is no regular expression: it asks that the header is absent. */
function checkAbsentHeaders(headers: Matches, path: Path, report: Report): void {
  for (const [name, text] of Object.entries(headers)) {
    checkMatchedName(name, path, report);
    if (text.regex !== '*') checkStringMatch(text, [...path, name], report);
  }
}

const pseudoHeaders = new Set([':method', ':scheme', ':authority', ':path', ':status']);

function checkMatchedName(name: string, path: Path, report: Report): void {
  if (pseudoHeaders.has(name) || isJwtClaim(name)) return;
  checkHeaderName(name, path, report, [...path, name]);
}
