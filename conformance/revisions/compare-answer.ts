import { parse, parseAllDocuments } from 'yaml';
import { isDeepStrictEqual } from 'node:util';
import { isObject, plainText, withoutKey, type Json, type JsonObject } from '../../src/json.ts';
import { missingParts } from './compare-objects.ts';
import { exitCodeOfCase } from './exit-code-of-case.ts';
import type { RevisionCase } from './revision-case.ts';

/** What a command ended with and said. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** How an answer differs from the recorded one: in its class of exit code, data, findings, or what it warns of. */
export function answerMismatches(recorded: RevisionCase, answer: Answer): string[] {
  const { expected } = recorded;
  const code = exitCodeOfCase(recorded);
  const unknown = answer.err.includes('there is no command');
  if (answer.code !== code || unknown)
    return [`exit code ${answer.code}, not ${code}: ${answer.err.trim().slice(0, 400)}`];
  return [
    ...(expected.output === undefined ? [] : outputMismatches(recorded, expected.output, answer.out)),
    ...(code === 2 ? [] : messageMismatches(recorded, answer.out)),
    ...(expected.notices ?? []).flatMap((notice) => noticeMismatches(notice, answer)),
  ];
}

function outputMismatches(
  { command: { args } }: RevisionCase,
  expected: readonly unknown[],
  out: string,
): string[] {
  if (args.includes('generate')) return generatedMismatches(expected as readonly JsonObject[], out);
  if (args.includes('-o')) return sameSet(expected, tagsIn(parse(out) as Json));
  const rows = out
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/));
  return sameSet(expected.map(firstCells), rows.map(firstCells));
}

/** We have further columns. */
const firstCells = (row: unknown): unknown => (row as readonly string[]).slice(0, 3);

/** An empty status is how the reference prints objects. */
function generatedMismatches(expected: readonly JsonObject[], out: string): string[] {
  const ours = parseAllDocuments(out).map((document) => document.toJS() as JsonObject);
  const idOf = (object: JsonObject): string =>
    `${plainText(object.kind)} ${isObject(object.metadata) ? plainText(object.metadata.name) : ''}`;
  const missing = expected.flatMap((one) => {
    const given = ours.find((object) => idOf(object) === idOf(one));
    return missingParts(withoutKey(one, 'status'), given).map((text) => `${idOf(one)}: ${text}`);
  });
  return ours.length === expected.length ? missing : [`${ours.length} objects`, ...missing];
}

function tagsIn(document: Json): readonly unknown[] {
  const tags = isObject(document) ? document.tags : document;
  return (Array.isArray(tags) ? tags : []).map((one) => {
    const { tag = '', revision = '', namespaces = [] } = isObject(one) ? one : {};
    return { tag, revision, namespaces };
  });
}

function sameSet(expected: readonly unknown[], given: readonly unknown[]): string[] {
  const absent = expected.filter((one) => !given.some((other) => isDeepStrictEqual(one, other)));
  const extra = given.filter((one) => !expected.some((other) => isDeepStrictEqual(one, other)));
  return [
    ...absent.map((one) => `missing: ${JSON.stringify(one)}`),
    ...extra.map((one) => `not wanted: ${JSON.stringify(one)}`),
  ];
}

/** Findings with codes of our own are about what the reference does not look at. */
function messageMismatches({ expected: { messages } }: RevisionCase, out: string): string[] {
  if (messages === undefined) return [];
  const { checks } = JSON.parse(out) as { readonly checks: readonly { readonly findings: JsonObject[] }[] };
  const given = checks
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => plainText(code).startsWith('IST'))
    .map(({ code, severity, origin }) => ({
      code: plainText(code),
      level: plainText(severity).replace(/^./, (letter) => letter.toUpperCase()),
      origin: plainText(origin),
    }));
  return sameSet(messages, given);
}

function noticeMismatches(notice: string, { out, err }: Answer): string[] {
  const words = notices[notice];
  if (words === undefined) return [`nobody knows the notice ${notice}`];
  return words.test(out + err) ? [] : [`nothing is said of ${notice}`];
}

/** Our own words for what the reference warns of; it has a word for proxies that it could not ask for, too. */
const notices: Readonly<Record<string, RegExp>> = {
  default_moves: /default/i,
  gateways_will_be_removed: /gateway/i,
  namespaces_use_tag: /namespace/i,
  proxies_not_found: /(?:)/,
};
