import type { Finding, Problem, Related } from '../finding.ts';
import { contains, formatPath } from '../path.ts';
import { toFinding } from '../validate/index.ts';
import { foldEchoes, type Placed } from './fold-echoes.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import type { AnalysisRule, RelatedPlace, RuleFinding } from './rule.ts';

/** The meshes that rules look at, one for each cluster. */
export interface Scopes {
  /** Everything in one mesh. */
  readonly input: readonly Mesh[];
  /** What is applied together, for each such unit of each cluster. */
  readonly units: readonly Mesh[];
}

/** A rule that could not judge some objects, and why. */
export interface Undecided {
  readonly rule: string;
  readonly code: string;
  readonly reason: string;
  /** How many objects. */
  readonly objects: number;
}

export interface RuleResults {
  readonly findings: readonly Placed[];
  readonly undecided: readonly Undecided[];
}

/** Runs rules over meshes. Findings about what could not be read are left out, echoes of others folded into them. */
export function runRules(rules: readonly AnalysisRule[], scopes: Scopes, compat: boolean): RuleResults {
  const findings: Placed[] = [];
  const undecided = new Map<string, Undecided>();
  for (const rule of rules) {
    const { slug, code, scope = 'input' } = rule;
    rule.run(scope === 'unit' ? scopes.units : scopes.input, {
      found: (finding) => {
        if (!isBroken(finding)) findings.push(placed(rule, finding));
      },
      undecided: (_, reason) => {
        const key = `${slug} ${reason}`;
        const objects = (undecided.get(key)?.objects ?? 0) + 1;
        undecided.set(key, { rule: slug, code, reason, objects });
      },
    });
  }
  return {
    findings: compat ? collapse(findings, rules) : foldEchoes(findings),
    undecided: [...undecided.values()],
  };
}

const isBroken = ({ object: { broken }, path }: RuleFinding): boolean =>
  broken.some((place) => contains(place, path));

function placed(rule: AnalysisRule, found: RuleFinding): Placed {
  const { object, path, args, message, mesh, severity = rule.severity, hint = rule.hint } = found;
  const problem: Problem = {
    ...{ code: rule.code, rule: rule.slug, severity, message, path, args },
    ...(hint !== undefined && { hint }),
    ...(found.mark !== undefined && { mark: found.mark }),
    ...(found.at !== undefined && { at: found.at }),
    rejectedBy: found.rejectedBy ?? [],
  };
  const cluster = mesh?.settings.cluster;
  const finding: Finding = {
    ...toFinding(problem, object.resource),
    ...(cluster !== undefined && { cluster }),
    related: (found.related ?? []).map(relatedPlace),
  };
  return { finding, object, cause: found.cause, echoOf: found.echoOf, group: found.group };
}

function relatedPlace({ object, path, message }: RelatedPlace): Related {
  const { document, base } = object.resource;
  return {
    message,
    file: document.file,
    path: formatPath(path),
    range: document.locate([...base, ...path]).value,
  };
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
const lineOf = ({ range, path }: Finding, { resource: { document, base } }: MeshObject): number =>
  path === '' ? document.locate(base).value.start.line : range.start.line;
