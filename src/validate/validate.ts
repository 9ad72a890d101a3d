import type { Channel } from '../api/index.ts';
import type { Finding } from '../finding.ts';
import { sortFindings } from '../finding-order.ts';
import type { ReadResult, Resource, SourceDocument } from '../resources/index.ts';
import { checkResource, type KindChecks } from './check-resource.ts';
import { loadChecks } from './kind-checks.ts';
import { readFindings, toFinding } from './to-finding.ts';

export interface ValidateOptions {
  /** The namespace assumed for objects without one. Default: `default`. */
  readonly namespace?: string;
  /** Which Gateway API definitions the cluster has. Default: `standard`. */
  readonly channel?: Channel;
  /** Read every document as this, for files of mesh config that name no kind. */
  readonly as?: 'MeshConfig' | 'MeshNetworks';
}

export interface Validation {
  /** In the order of every output: by file, line and column. */
  readonly findings: readonly Finding[];
  /** Number of objects that were checked. */
  readonly checked: number;
  /** Objects of kinds meshctl does not check: `apiVersion kind` to number. */
  readonly skipped: Readonly<Record<string, number>>;
}

/**
 * Checks every resource by itself: the schema of its kind as the API server would, and the rules of Istio's own
 * validation. Nothing is looked up in other resources or in a cluster; that is what `analyze` does.
 */
export async function validate(read: ReadResult, options: ValidateOptions = {}): Promise<Validation> {
  const { namespace = 'default', channel = 'standard', as } = options;
  const findings = read.documents.flatMap(readFindings);
  const resources =
    as === undefined ? read.resources : read.documents.flatMap((document) => asConfig(document, as));
  const known = await checksOf(resources);
  const skipped: Record<string, number> = {};
  let checked = 0;
  for (const resource of resources) {
    const checks = known.get(typeOf(resource));
    const problems = checks && checkResource(resource, checks, { namespace, channel });
    if (problems === undefined) {
      skipped[typeOf(resource)] = (skipped[typeOf(resource)] ?? 0) + 1;
      continue;
    }
    checked += 1;
    for (const problem of problems) findings.push(toFinding(problem, resource));
  }
  return { findings: sortFindings(findings), checked, skipped };
}

/** A file that names no kind, read as what the user says it is. */
function asConfig(document: SourceDocument, kind: string): Resource[] {
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return [{ document, base: [], apiVersion: '', kind, name: '', namespace: undefined, value }];
}

const typeOf = ({ apiVersion, kind }: Resource): string => `${apiVersion} ${kind}`;

async function checksOf(resources: readonly Resource[]): Promise<ReadonlyMap<string, KindChecks>> {
  const first = new Map(resources.map((resource) => [typeOf(resource), resource]));
  const loaded = await Promise.all(
    [...first].map(async ([type, resource]) => [type, await loadChecks(resource)] as const),
  );
  return new Map(loaded.filter((entry): entry is [string, KindChecks] => entry[1] !== undefined));
}
