import type { Finding, Problem, Related } from '../finding.ts';
import type { Json } from '../json.ts';
import { contains, formatPath, parsePath } from '../path.ts';
import { toFinding } from '../validate/index.ts';
import { foldEchoes, type Placed } from './fold-echoes.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { placeholderAt } from './read-objects.ts';
import type { AnalysisRule, RelatedPlace, RuleFinding, RuleOutput } from './rule.ts';

/** The meshes that rules look at, one for each cluster. */
export interface Scopes {
  /** Everything in one mesh. */
  readonly input: readonly Mesh[];
  /** What is applied together, for each such unit of each cluster. */
  readonly units: readonly Mesh[];
  /** Where an object is defined more than once: the objects that are judged with one of its definitions alone. */
  readonly alternatives: readonly { readonly mesh: Mesh; readonly judged: ReadonlySet<MeshObject> }[];
}

/** A rule that could not judge some objects, and why. */
export interface Undecided {
  readonly rule: string;
  readonly code: string;
  readonly reason: string;
  /** How many objects. */
  readonly objects: number;
}

/** How long a rule took, in milliseconds. */
export interface RuleTiming {
  readonly rule: string;
  readonly milliseconds: number;
}

export interface RuleResults {
  readonly findings: readonly Placed[];
  readonly undecided: readonly Undecided[];
  readonly timings: readonly RuleTiming[];
}

/** Runs rules over meshes. Findings about what could not be read are left out, echoes of others folded into them. */
export function runRules(rules: readonly AnalysisRule[], scopes: Scopes, compat: boolean): RuleResults {
  const findings: Placed[] = [];
  const timings: RuleTiming[] = [];
  const undecided = new Map<string, Undecided>();
  const undecide = ({ slug, code }: AnalysisRule, reason: string): void => {
    const key = `${slug} ${reason}`;
    const objects = (undecided.get(key)?.objects ?? 0) + 1;
    undecided.set(key, { rule: slug, code, reason, objects });
  };
  for (const rule of rules) {
    const start = performance.now();
    runScoped(rule, scopes, {
      found: (finding) => {
        if (isBroken(finding, compat)) return;
        if (!compat && isOpen(finding)) undecide(rule, 'a value is still to be filled in');
        else findings.push(placed(rule, finding));
      },
      undecided: (_, reason) => {
        undecide(rule, reason);
      },
    });
    timings.push({ rule: rule.slug, milliseconds: performance.now() - start });
  }
  return {
    findings: compat ? collapse(findings, rules) : foldEchoes(distinct(findings)),
    undecided: [...undecided.values()],
    timings,
  };
}

/** Runs a rule over what it looks at, so that each object is judged with those that belong to it. */
function runScoped(rule: AnalysisRule, { input, units, alternatives }: Scopes, out: RuleOutput): void {
  if (rule.scope === 'unit') {
    rule.run(units, out);
    return;
  }
  const isApart = (object: MeshObject): boolean => alternatives.some(({ judged }) => judged.has(object));
  rule.run(
    input,
    only(out, ({ mesh, object }) => mesh === undefined || !isApart(object)),
  );
  for (const { mesh, judged } of alternatives)
    rule.run(
      [mesh],
      only(out, (said) => said.mesh !== undefined && judged.has(said.object)),
    );
}

/** Passes on only what is said of some objects; what is said of all clusters together has no mesh. */
const only = (
  out: RuleOutput,
  takes: (said: { readonly mesh: Mesh | undefined; readonly object: MeshObject }) => boolean,
): RuleOutput => ({
  found: (finding) => {
    if (takes(finding)) out.found(finding);
  },
  undecided: (object, reason, mesh) => {
    if (takes({ mesh, object })) out.undecided(object, reason, mesh);
  },
});

/** Whether something that the finding goes by could not be read: its value, one that holds it, or a part of it. */
const isBroken = ({ object: { broken }, path }: RuleFinding, compat: boolean): boolean =>
  broken.some((place) => contains(place, path) || (!compat && path.length > 1 && contains(path, place)));

const isOpen = ({ object, path, mark = path, fillIn }: RuleFinding): boolean =>
  fillIn !== true && placeholderAt(object.resource, mark) !== undefined;

function placed(rule: AnalysisRule, found: RuleFinding): Placed {
  const { object, path, args, message, mesh, severity = rule.severity, hint = rule.hint } = found;
  const problem: Problem = {
    ...{ code: rule.code, rule: rule.slug, severity, message, path, args },
    ...(hint !== undefined && { hint }),
    ...placeOf(found),
    rejectedBy: found.rejectedBy ?? [],
  };
  const cluster = mesh?.settings.cluster;
  const finding: Finding = {
    ...toFinding(problem, object.resource),
    ...(cluster !== undefined && { cluster }),
    related: (found.related ?? []).map(relatedPlace),
    docs: rule.docs ?? `https://meshctl.dev/rules/${rule.slug}`,
  };
  return { finding, object, cause: found.cause, echoOf: found.echoOf, group: found.group };
}

/** What to underline and what to repair. */
const placeOf = ({ mark, at, repair }: RuleFinding): Pick<Problem, 'mark' | 'at' | 'repair'> => ({
  ...(mark !== undefined && { mark }),
  ...(at !== undefined && { at }),
  ...(repair !== undefined && { repair }),
});

function relatedPlace({ object, path, message }: RelatedPlace): Related {
  const { document, base } = object.resource;
  return {
    message,
    file: document.file,
    path: formatPath(path),
    range: document.locate([...base, ...path]).value,
  };
}

/** An object that is in several units may be found at fault in each. */
function distinct(findings: readonly Placed[]): Placed[] {
  const seen = new Set<string>();
  return findings.filter(({ finding: { rule, file, path, range, message, cluster } }) => {
    const key = JSON.stringify([rule, file, path, range.start, message, cluster]);
    return !seen.has(key) && seen.add(key);
  });
}

/** As istioctl: findings that read the same and lie on the same line are one. */
function collapse(findings: readonly Placed[], rules: readonly AnalysisRule[]): Placed[] {
  const anywhere = new Set(rules.filter(({ onePerObject }) => onePerObject).map(({ slug }) => slug));
  const seen = new Set<string>();
  return findings.filter(({ finding, object }) => {
    const line = anywhere.has(finding.rule) ? '' : lineOf(finding, object);
    const key = JSON.stringify([
      finding.code,
      finding.args,
      finding.file,
      finding.document,
      line,
      finding.resource,
    ]);
    return !seen.has(key) && seen.add(key);
  });
}

/** istioctl knows the lines of scalars; everything else lies where its document begins. */
function lineOf({ path, range }: Finding, { resource: { document, base, value } }: MeshObject): number {
  const held = (parsePath(path) ?? []).reduce<Json | undefined>(childOf, value);
  const isScalar = held !== undefined && (held === null || typeof held !== 'object');
  return isScalar ? range.start.line : document.locate(base).value.start.line;
}

const childOf = (value: Json | undefined, step: string | number): Json | undefined =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<string | number, Json>>)[step]
    : undefined;
