import { plainText } from '../json.ts';
import type { AbsentMeans, Detection, DetectVerdict, Evidence } from './detection.ts';
import { gapsAt, valuesAt, type Hit, type PathStep } from './detect-path.ts';
import type { Found, Looked } from './found.ts';
import { relations } from './relations.ts';
import { scopes } from './scopes/index.ts';
import { evidenceOf, type Seen, type Subject } from './subject.ts';
import { stepsOf } from './steps-of.ts';
import { subjectsOf } from './subjects-of.ts';
import { isNamed } from './texts.ts';
import { valueJudges } from './judge-value.ts';
import { compareAsVersions } from './version-order.ts';
import type { World } from './world.ts';

/** What comes of one thing to look for. */
export function look(detection: Detection, world: World): DetectVerdict {
  const { subjects, missing } = subjectsOf(detection.kind, world);
  const named = { subjects: subjects.filter((subject) => hasName(subject, detection.name)), missing };
  const relation = relations[detection.predicate];
  const found = relation ? relation(detection, named, world) : judged(detection, named, world);
  return verdictOf(detection, found, world);
}

function hasName({ resource }: Subject, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  const [namespace, name] = pattern.includes('/') ? pattern.split('/') : ['*', pattern];
  return isNamed(name ?? '', resource.name) && isNamed(namespace ?? '', resource.namespace ?? '');
}

function judged(detection: Detection, seen: Seen, world: World): Looked {
  const steps = stepsOf(detection);
  const gaps = gapsCount(detection, world)
    ? absentIn(seen).flatMap((subject) => withSubject(subject, gapsAt(subject.value, steps)))
    : [];
  const values = seen.subjects.flatMap((subject) =>
    withSubject(
      subject,
      valuesAt(subject.value, steps).filter((hit) => holds(detection, hit, steps)),
    ),
  );
  const found = [...values, ...gaps];
  return { found, missing: [...seen.missing, ...unreadVersion(detection, seen, steps)] };
}

const withSubject = (subject: Subject, hits: readonly Hit[]): readonly Found[] =>
  hits.map((hit) => ({ ...hit, subject }));

/** What is planned says nothing about what is absent, where something runs. */
function absentIn({ subjects }: Seen): readonly Subject[] {
  const running = subjects.filter(({ planned = false }) => !planned);
  return running.length > 0 ? running : subjects;
}

function holds({ predicate, value }: Detection, hit: Hit, steps: readonly PathStep[]): boolean {
  const keyed = steps.at(-1)?.step === 'anyKey';
  return hit.value !== undefined && valueJudges[predicate]?.(hit.value, value, hit, keyed) === true;
}

function gapsCount({ predicate, value, absentMeans }: Detection, world: World): boolean {
  if (predicate === 'absent' || predicate === 'containsOrAbsent') return true;
  if (predicate === 'missingAny') return true;
  if (predicate === 'in' && Array.isArray(value) && value.includes(null)) return true;
  return absentMeans !== undefined && isAffected(absentMeans, world.input.istioVersion);
}

/** A version that is not known may be concerned. */
function isAffected(absentMeans: AbsentMeans, version: string | undefined): boolean {
  const [, order, limit] = /^affected (before|from) (\S+)/.exec(absentMeans) ?? [];
  if (limit === undefined || version === undefined) return true;
  const sign = compareAsVersions(version, limit) ?? 0;
  return order === 'before' ? sign < 0 : sign >= 0;
}

/** Of versions, one that is not there is not known. */
function unreadVersion(
  { kind }: Detection,
  { subjects }: Seen,
  steps: readonly PathStep[],
): readonly string[] {
  if (kind !== 'KubernetesVersion' || subjects.some(({ value }) => valuesAt(value, steps).length > 0))
    return [];
  return [kind];
}

function verdictOf({ scope }: Detection, { found, missing }: Looked, world: World): DetectVerdict {
  const inScope = scope === undefined ? undefined : scopes[scope];
  const kept = found.map((one) => ({ one, counts: inScope === undefined ? true : inScope(one, world) }));
  const sure = kept.filter(({ counts }) => counts === true).map(({ one }) => told(one));
  if (sure.length > 0) return { state: 'yes', evidence: sure };
  const doubtful = kept.flatMap(({ one, counts }) => (typeof counts === 'string' ? [{ one, counts }] : []));
  const lacking = [...new Set([...missing, ...doubtful.map(({ counts }) => plainText(counts))])];
  if (lacking.length === 0) return { state: 'no' };
  return { state: 'unseen', missing: lacking, evidence: doubtful.map(({ one }) => told(one)) };
}

const told = ({ subject, path, value }: Found): Evidence => evidenceOf(subject, path, value);
