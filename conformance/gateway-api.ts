import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allRules, analyze } from '../src/analyze/index.ts';
import type { Finding } from '../src/finding.ts';
import { readText, type Resource } from '../src/resources/index.ts';
import type { Outcome } from './outcome.ts';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
}

/** The recorded status of one object: conditions of its own, of its listeners, of a route's parents, of a policy's targets. */
interface Status {
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly conditions?: readonly Condition[];
  readonly listeners?: readonly { readonly conditions: readonly Condition[] }[];
  readonly parents?: readonly { readonly conditions: readonly Condition[] }[];
  readonly ancestors?: readonly { readonly conditions: readonly Condition[] }[];
}

interface Case {
  readonly id: string;
  readonly input: string;
  readonly statuses: readonly Status[];
}

/** Objects of Gateway API against what istiod answers to them: a finding for each condition that is not well, and no others. */
export async function* gatewayApiCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  const lines = readFileSync(path.join(folder, 'cases.jsonl'), 'utf8').split('\n');
  for (const line of lines.filter((text) => text !== '')) {
    const recorded = JSON.parse(line) as Case;
    if (filter.length > 0 && !filter.some((word) => recorded.id.includes(word))) continue;
    yield { id: recorded.id, mismatches: await mismatchesOf(recorded) };
  }
}

async function mismatchesOf({ input, statuses }: Case): Promise<string[]> {
  const only = allRules.filter(({ slug }) => topics.test(slug)).map(({ slug }) => slug);
  const read = readText(input, 'input.yaml');
  const { findings } = await analyze(read, { channel: 'experimental', only });
  return statuses.flatMap((status) => {
    const resource = read.resources.find((held) => isSame(held, status));
    return resource === undefined ? [] : mismatches(status, resource, findings);
  });
}

/** The rules about Gateway API. */
const topics = /^(k8s[a-z]+|listenerset|referencegrant|waypoint|backendtls)\//;

/** What these rules tell is written in no status. */
const silent: ReadonlySet<string> = new Set([
  'k8sroute/parent-not-found',
  'k8sroute/parent-kind',
  'k8sroute/hostname-unused',
  'k8sroute/field-ignored',
  'k8sroute/rule-shadowed',
  'k8sgateway/class-unknown',
  'k8sgateway/name-collision',
  'k8sgateway/name-length',
  'k8slistener/selector-admits-nothing',
  'k8sbackend/no-weight',
  'k8sbackend/port',
  'k8stls/not-served',
  'k8stls/option-unknown',
  'waypoint/route-without-waypoint',
]);

/** Reasons that follow from what the recording has and the input may lack: information is enough. */
const absences: ReadonlySet<string> = new Set([
  'BackendNotFound',
  'InvalidCertificateRef',
  'InvalidCACertificateRef',
  'NoValidCACertificate',
  'NoMatchingParent',
  'NotAllowedByListeners',
  'RefNotPermitted',
  'TargetNotFound',
  'AddressNotUsable',
  'ListenersNotValid',
  'InvalidParameters',
  'NotAllowed',
  'Invalid',
]);

function mismatches(status: Status, resource: Resource, findings: readonly Finding[]): string[] {
  const about = findings.filter((finding) => isAbout(finding, resource));
  const faults = conditionsOf(status).filter((condition) => isFault(condition, resource));
  const label = `${status.kind} ${status.namespace ?? ''}/${status.name}`;
  if (faults.length === 0)
    return about
      .filter(({ rule, severity }) => severity !== 'info' && topics.test(rule) && !silent.has(rule))
      .filter((finding) => isSame(finding.resource, status))
      .map(({ rule, message }) => `not wanted: ${label} ${rule}: ${message}`);
  return faults
    .filter(({ reason }) => !about.some(({ severity }) => severity !== 'info' || absences.has(reason)))
    .map(({ type, reason }) => `missing: ${label} ${type} ${reason}`);
}

/** Whether a finding is about an object, or one of its other places lies there. */
function isAbout({ range, related }: Finding, { document, base }: Resource): boolean {
  const { start, end } = document.locate(base).value;
  return [range, ...related.map((place) => place.range)].some(
    (held) => held.start.line >= start.line && held.end.line <= end.line,
  );
}

interface Identity {
  readonly kind: string;
  readonly namespace?: string | null | undefined;
  readonly name: string;
}

const isSame = (one: Identity, other: Identity): boolean =>
  one.kind === other.kind && one.name === other.name && (one.namespace ?? '') === (other.namespace ?? '');

const conditionsOf = (status: Status): Condition[] => {
  const { conditions = [], listeners = [], parents = [], ancestors = [] } = status;
  return [...conditions, ...[...listeners, ...parents, ...ancestors].flatMap((held) => held.conditions)];
};

/**
 * Whether a condition tells of a fault. No proxies run in the recording, so the addresses of Gateways that istiod
 * deploys are not known there; policies that Istio is told to pass over are as their author wants them.
 */
function isFault({ type, status, reason }: Condition, resource: Resource): boolean {
  if (reason === 'IgnoredByIstio') return false;
  if (reason === 'AddressNotUsable') return JSON.stringify(resource.value).includes('"addresses"');
  return status === (type === 'Conflicted' ? 'True' : 'False');
}
