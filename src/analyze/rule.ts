import type { Args, Refuser, Repair, Severity } from '../finding.ts';
import type { Path } from '../path.ts';
import type { KindName } from './kinds.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';

/** What is known of a rule about the objects of a mesh together. */
interface RuleFacts {
  /** `<topic>/<name>`, stable: the key of suppressions, of settings and of the page `docs/rules/<topic>/<name>.md`. */
  readonly slug: string;
  /** The code users know, such as IST0101; rules of our own have an MSH code. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what holds when the rule is kept. */
  readonly summary: string;
  /** What to do, when the message does not say it. */
  readonly hint?: string;
  /** The kinds that the rule looks at: only these are fetched from a live cluster. */
  readonly kinds: readonly KindName[];
  /**
   * What is judged together. `unit`: conflicts, which exist only between objects that are applied together; `input`
   * (default): everything, for references, which may be satisfied from anywhere.
   */
  readonly scope?: 'unit' | 'input';
  /** Runs only when it is asked for by name or given a severity. */
  readonly optIn?: boolean;
  /** Advice that Istio 1.31 has made stale: given only under `--compat istioctl`. */
  readonly compatOnly?: boolean;
  /** Address of a page about it; rules of meshctl have theirs by their name. */
  readonly docs?: string;
  /** Under `--compat istioctl`, equal findings of one object are one, wherever they lie in it. */
  readonly onePerObject?: boolean;
}

/** A rule as its file defines it: facts, the words of its findings, and a look at one mesh or at all clusters. */
export interface RuleDefinition<A extends Args> extends RuleFacts {
  readonly message: (args: A) => string;
  readonly check?: (mesh: Mesh, report: Report<A>) => void;
  readonly checkClusters?: (meshes: readonly Mesh[], report: Report<A>) => void;
}

/** A rule as `analyze` runs it. */
export interface AnalysisRule extends RuleFacts {
  /** Judges each mesh, one for each cluster, and tells what it finds. */
  readonly run: (meshes: readonly Mesh[], out: RuleOutput) => void;
}

/** A finding of a rule before it has a place in a file. */
export interface RuleFinding extends FindingDetails {
  readonly mesh: Mesh | undefined;
  readonly object: MeshObject;
  readonly path: Path;
  readonly args: Args;
  readonly message: string;
}

/** Takes what a rule says. */
export interface RuleOutput {
  readonly found: (finding: RuleFinding) => void;
  readonly undecided: (object: MeshObject, reason: string, mesh?: Mesh) => void;
}

/** Another place that belongs to a finding. */
export interface RelatedPlace {
  readonly object: MeshObject;
  readonly path: Path;
  readonly message: string;
}

/** What a finding may say besides its arguments. */
export interface FindingDetails {
  /** Instead of the severity of the rule: `info` for what may exist in the cluster. */
  readonly severity?: Severity;
  readonly hint?: string;
  /** The value to underline, when it is not the one at the path; `at: 'key'` underlines the key. */
  readonly mark?: Path;
  readonly at?: 'key' | 'value';
  readonly related?: readonly RelatedPlace[];
  readonly rejectedBy?: readonly Refuser[];
  /** How to mend it mechanically. */
  readonly repair?: Repair;
  /** The finding is about a placeholder; others at placeholders are left out. */
  readonly fillIn?: true;
  /** The name of what is missing or wrong, such as `Gateway shop/front`: findings that only follow from it say `echoOf`. */
  readonly cause?: string;
  /** Where a finding with this `cause` is reported, this one becomes a related place of it. */
  readonly echoOf?: string;
  /** Findings of one rule with the same group become one, the others its related places. */
  readonly group?: string;
}

/** Reports that a rule is broken at `path`, counted from the root of the object. */
export interface Report<A extends Args = Args> {
  (object: MeshObject, path: Path, args: A, details?: FindingDetails): void;
  /** Says that the rule cannot judge an object, because the input lacks something; the summary names it. */
  readonly undecided: (object: MeshObject, reason: string) => void;
}

/**
 * Defines a rule; one rule is one file, `src/analyze/rules/<topic>/<name>.ts`. The arguments of its message are typed:
 * `defineRule<{ host: string }>({ slug: 'route/host', ..., check(mesh, report) { ... } })`.
 */
export function defineRule<A extends Args = Args>(definition: RuleDefinition<A>): AnalysisRule {
  const { message, check, checkClusters, ...facts } = definition;
  const reporter = (mesh: Mesh | undefined, out: RuleOutput): Report<A> =>
    Object.assign(
      (object: MeshObject, path: Path, args: A, details: FindingDetails = {}) => {
        out.found({ ...details, mesh, object, path, args, message: message(args) });
      },
      {
        undecided: (object: MeshObject, reason: string) => {
          out.undecided(object, reason, mesh);
        },
      },
    );
  return {
    ...facts,
    run: (meshes, out) => {
      if (check !== undefined) for (const mesh of meshes) check(mesh, reporter(mesh, out));
      checkClusters?.(meshes, reporter(undefined, out));
    },
  };
}
