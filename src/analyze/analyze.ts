import type { Finding } from '../finding.ts';
import { sortFindings } from '../finding-order.ts';
import { istioVersion } from '../version.ts';
import type { ReadResult } from '../resources/index.ts';
import { FrameSource, type Validation } from '../validate/index.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import { assumedIngress } from './assumed-ingress.ts';
import { isIstioctlFinding } from './compat.ts';
import { meshConfiguration } from './mesh-settings.ts';
import { Mesh, type MeshSettings } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { kustomizationsOf, readObjects } from './read-objects.ts';
import { allRules } from './rules/index.ts';
import { runRules, type Scopes, type Undecided } from './run-rules.ts';
import { chooseRules } from './choose-rules.ts';
import { splitIntoUnits } from './units/index.ts';
import { isKind } from './workloads.ts';

/** What `analyze` found: the findings of `validate`, and those of the rules about objects together. */
export interface Analysis extends Validation {
  /** How many rules ran. */
  readonly rulesRun: number;
  /** Rules that could not judge some objects, and why. */
  readonly undecided: readonly Undecided[];
}

/** What to analyze: one configuration, or one for each cluster of a mesh by the name of the cluster. */
export type AnalysisInput = ReadResult | Readonly<Record<string, ReadResult>>;

/**
 * Checks resources by themselves, as `validate` does, and together: references, conflicts, and what is known to go wrong
 * in a mesh. Takes what `readResources` or `readText` gave.
 */
export async function analyze(input: AnalysisInput, options: AnalyzeOptions = {}): Promise<Analysis> {
  const clusters = isRead(input) ? [{ read: input }] : byName(input);
  const parts: ClusterPart[] = [];
  for (const { cluster, read } of clusters) parts.push(await readCluster(read, options, cluster));
  const compat = options.compat !== undefined;
  const rules = chooseRules([...allRules, ...(options.rules ?? [])], options);
  const scopes: Scopes = {
    input: parts.map(({ mesh }) => mesh),
    units: parts.flatMap(({ units }) => units),
  };
  const results = runRules(rules, scopes, compat);
  const frames = new FrameSource();
  for (const { finding, object } of results.findings) frames.add(finding, object.resource.document);
  const validations = parts.flatMap((part) => part.validations);
  const whole = merged(validations);
  return {
    ...whole,
    findings: sortFindings([
      ...whole.findings.filter((finding) => !compat || isIstioctlFinding(finding)),
      ...results.findings.map(({ finding }) => finding),
    ]),
    lines: (file, from, to) => {
      const lines = frames.lines(file, from, to);
      return lines.length > 0 ? lines : whole.lines(file, from, to);
    },
    rulesRun: rules.length,
    undecided: results.undecided,
  };
}

const isRead = (input: AnalysisInput): input is ReadResult => Array.isArray(input.documents);

const byName = (
  input: Readonly<Record<string, ReadResult>>,
): readonly { cluster?: string; read: ReadResult }[] =>
  Object.entries(input).map(([cluster, read]) => ({ cluster, read }));

interface ClusterPart {
  readonly mesh: Mesh;
  readonly units: readonly Mesh[];
  readonly validations: readonly Validation[];
}

async function readCluster(
  read: ReadResult,
  options: AnalyzeOptions,
  cluster: string | undefined,
): Promise<ClusterPart> {
  const compat = options.compat !== undefined;
  const { resources, objects, setAside, validation } = await readObjects(read, options);
  const all = [...objects.values()];
  const { objects: configs, validations } = await meshConfiguration(all, options);
  const settings = settingsOf(options, cluster);
  const mesh = new Mesh([...all, ...configs, ...assumed(configs, compat)], settings, setAside);
  const split = compat
    ? []
    : splitIntoUnits(resources, options.unit ?? 'auto', kustomizationsOf(read, options));
  const units = split.map((unit) => {
    const held = unit.flatMap((resource) => objects.get(resource) ?? []);
    return new Mesh([...held, ...configs], settings);
  });
  return { mesh, units: units.length > 1 ? units : [mesh], validations: [validation, ...validations] };
}

const assumed = (configs: readonly MeshObject[], compat: boolean): readonly MeshObject[] =>
  compat ? configs.filter((object) => isKind(object, 'MeshConfig')).flatMap(assumedIngress) : [];

const settingsOf = (options: AnalyzeOptions, cluster: string | undefined): MeshSettings => ({
  assume: options.assume ?? 'partial',
  compat: options.compat !== undefined,
  now: options.now ?? new Date(),
  istioVersion: options.istioVersion ?? istioVersion,
  kubernetesVersion: options.kubernetesVersion ?? '1.32',
  ...(cluster !== undefined && { cluster }),
});

/** `validate` looks at the names of ports too; here the rule about Services does, which knows the mesh. */
const isOurs = ({ rule }: Finding): boolean =>
  !rule.startsWith('service/port') && rule !== 'service/app-protocol';

/** Several validations as one. */
function merged(validations: readonly Validation[]): Validation {
  const sum = (of: (validation: Validation) => number): number =>
    validations.reduce((total, validation) => total + of(validation), 0);
  const skipped: Record<string, number> = {};
  for (const [kind, number] of validations.flatMap((validation) => Object.entries(validation.skipped)))
    skipped[kind] = (skipped[kind] ?? 0) + number;
  return {
    findings: validations.flatMap(({ findings }) => findings).filter(isOurs),
    unreadable: validations.some(({ unreadable }) => unreadable),
    files: [...new Set(validations.flatMap(({ files }) => files))],
    documents: sum(({ documents }) => documents),
    resources: sum(({ resources }) => resources),
    checked: sum(({ checked }) => checked),
    skipped,
    notices: validations.flatMap(({ notices }) => notices),
    lines: (file, from, to) => {
      for (const { lines } of validations) {
        const found = lines(file, from, to);
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}
