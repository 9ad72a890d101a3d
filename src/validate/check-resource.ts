import type { Channel, ObjectCheck } from '../api/index.ts';
import type { Args, Problem } from '../finding.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Path } from '../path.ts';
import { PathSet } from '../path-set.ts';
import type { Resource } from '../resources/index.ts';
import { dropEchoes } from './drop-echoes.ts';
import { mergeProblems } from './merge-problems.ts';
import type { Check, CheckContext, Rule } from './rule.ts';

/** Everything that is checked about a kind. */
export interface KindChecks {
  /** The schema; undefined for a version that is not served. Kinds of Kubernetes itself have none. */
  readonly structure?: (object: JsonObject, options: CheckOptions) => ObjectCheck | undefined;
  /** Reads an object of a version that is not served as one of the newest version; what is wrong with it counts for nothing. */
  readonly unserved?: (object: JsonObject) => ObjectCheck | undefined;
  /** The semantic rules; without a schema they get the spec as it is written. */
  readonly check?: Check<never>;
}

export interface CheckOptions {
  /** The namespace assumed for objects without one. */
  readonly namespace: string;
  readonly channel: Channel;
}

/** An object that has been checked. */
export interface CheckedResource extends ObjectCheck {
  readonly resource: Resource;
}

/** Every problem of one object, each fault once; undefined when its version is not served. */
export function checkResource(
  resource: Resource,
  checks: KindChecks,
  options: CheckOptions,
): CheckedResource | undefined {
  const object = resource.value;
  const structure = checks.structure === undefined ? unread(object) : checks.structure(object, options);
  if (structure === undefined) return undefined;
  const { problems, spec, broken } = structure;
  const found = checks.check === undefined ? [] : semanticProblems(checks.check, spec, resource, options);
  const all = [...problems, ...withoutEchoes(found, broken)];
  const merged = all.length === 0 ? all : mergeProblems(dropEchoes(all), object);
  return { resource, spec, broken, problems: merged };
}

/** What is known of an object without a schema: the spec is as it is written. */
const unread = (object: JsonObject): ObjectCheck => ({
  problems: [],
  broken: [],
  spec: object.spec ?? null,
});

/** A finding about something that could not be read, or about an object that holds it, may be an echo. */
function withoutEchoes(found: readonly Problem[], broken: readonly Path[]): readonly Problem[] {
  if (found.length === 0 || broken.length === 0) return found;
  const places = new PathSet(broken);
  return found.filter(({ path }) => !places.touches(path));
}

function semanticProblems(
  check: Check<never>,
  spec: Json,
  resource: Resource,
  options: CheckOptions,
): Problem[] {
  const problems: Problem[] = [];
  const report = <A extends Args>(rule: Rule<A>, path: Path, args: A, mark?: Path): void => {
    const repair = rule.repair?.(args, mark ?? path);
    problems.push({
      code: rule.code,
      rule: rule.slug,
      severity: rule.severity,
      message: rule.message(args),
      ...(rule.hint !== undefined && { hint: rule.hint }),
      path,
      ...(mark !== undefined && { mark }),
      args,
      rejectedBy: rule.refused ? ['istio'] : [],
      ...(repair !== undefined && { repair }),
    });
  };
  const context: CheckContext = {
    report,
    name: resource.name,
    namespace: resource.namespace ?? options.namespace,
    get labels() {
      return textsOf(resource.value, 'labels');
    },
    get annotations() {
      return textsOf(resource.value, 'annotations');
    },
  };
  (check as Check<Json>)(spec, context);
  return problems;
}

const none: Readonly<Record<string, string>> = {};

/** Labels or annotations; values that are no text have been reported elsewhere. */
function textsOf({ metadata }: JsonObject, name: 'labels' | 'annotations'): Readonly<Record<string, string>> {
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) return none;
  const given = metadata[name];
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return none;
  const texts = Object.entries(given).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}
