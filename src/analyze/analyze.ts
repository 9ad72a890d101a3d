import { splitApiVersion } from '../api/index.ts';
import type { Finding } from '../finding.ts';
import { sortFindings } from '../finding-order.ts';
import type { ReadResult, Resource } from '../resources/index.ts';
import { FrameSource, linesFrom, ruleInfos, type Validation } from '../validate/index.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import { alternativesOf } from './alternatives.ts';
import { assumedIngress } from './assumed-ingress.ts';
import { asIstioctlReports } from './compat-findings.ts';
import { kindName } from './kinds.ts';
import { meshConfiguration } from './mesh-settings.ts';
import { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { settingsOf } from './read-mesh.ts';
import { readObjects } from './read-objects.ts';
import { allRules } from './rules/index.ts';
import { applyPolicy, policyRules, PolicyScan, RuleNames, type Policy } from './policy/index.ts';
import type { AnalysisRule } from './rule.ts';
import { runRules, type RuleTiming, type Scopes, type Undecided } from './run-rules.ts';
import { chooseRules, isWanted } from './choose-rules.ts';
import { splitIntoUnits } from './units/index.ts';
import { isKind } from './workloads.ts';

/** What `analyze` found: the findings of `validate`, and those of the rules about objects together. */
export interface Analysis extends Validation {
  /** How many rules about objects together ran. */
  readonly rulesRun: number;
  /** Rules that could not judge some objects, and why. */
  readonly undecided: readonly Undecided[];
  /** How many findings suppressions have left out. */
  readonly suppressed: number;
  /** The suppressions given by flags that suppressed nothing. */
  readonly unusedFlags: readonly string[];
  /** How long each rule took. */
  readonly timings: readonly RuleTiming[];
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
  const rules = await chooseRules([...allRules, ...(options.rules ?? [])], options);
  const scopes: Scopes = {
    input: parts.map(({ mesh }) => mesh),
    units: parts.flatMap(({ units }) => units),
    alternatives: parts.flatMap(({ alternatives }) => alternatives),
  };
  const results = runRules(rules, scopes, compat);
  const validation = merged(parts.flatMap(({ validations }) => validations));
  const single = validation.findings.filter((finding) => isWanted(finding, options));
  const found = [
    ...(compat ? asIstioctlReports(single) : single).map(asAdvice),
    ...results.findings.map(({ finding }) => finding),
  ];
  const { scan, ...rest } = await withPolicy(found, parts, rules, options);
  const frames = new FrameSource();
  for (const { finding, object } of results.findings) frames.add(finding, object.resource.document);
  for (const finding of rest.findings) {
    const commented = scan.documentOf(finding);
    if (commented !== undefined) frames.add(finding, commented.document);
  }
  return {
    ...validation,
    ...rest,
    lines: linesFrom(frames, validation),
    rulesRun: rules.length,
    undecided: results.undecided,
    timings: results.timings,
  };
}

/** istioctl warns of a duplicate match when it validates, and mentions it when it analyzes. */
const asAdvice = (finding: Finding): Finding =>
  finding.code === 'IST0131' ? { ...finding, severity: 'info' } : finding;

interface Judged extends Pick<Analysis, 'findings' | 'suppressed' | 'unusedFlags'> {
  readonly scan: PolicyScan;
}

/** What is left after the suppressions of the policy, and of comments and annotations in the input. */
async function withPolicy(
  found: readonly Finding[],
  parts: readonly ClusterPart[],
  rules: readonly AnalysisRule[],
  options: AnalyzeOptions,
): Promise<Judged> {
  const { policy = noPolicy, cwd = process.cwd(), only, compat } = options;
  const scan = new PolicyScan(policy, { cwd, trim: compat === undefined });
  for (const { read, resources } of parts) scan.add({ documents: read.documents, resources });
  if (scan.isIdle) return { scan, findings: sortFindings(found), suppressed: 0, unusedFlags: [] };
  const single = await ruleInfos();
  const known = new RuleNames([...single, ...policyRules, ...allRules, ...(options.rules ?? [])]);
  const ran = new RuleNames(only === undefined ? [...single, ...policyRules, ...rules] : rules);
  return { scan, ...applyPolicy(found, scan, { rules: known, ran, now: options.now ?? new Date() }) };
}

const noPolicy: Policy = { folder: '/', severities: [], flags: [], ignore: [] };

const isRead = (input: AnalysisInput): input is ReadResult => Array.isArray(input.documents);

const byName = (
  input: Readonly<Record<string, ReadResult>>,
): readonly { cluster?: string; read: ReadResult }[] =>
  Object.entries(input).map(([cluster, read]) => ({ cluster, read }));

interface ClusterPart {
  readonly read: ReadResult;
  readonly resources: readonly Resource[];
  readonly mesh: Mesh;
  readonly units: readonly Mesh[];
  readonly alternatives: Scopes['alternatives'];
  readonly validations: readonly Validation[];
}

async function readCluster(
  read: ReadResult,
  options: AnalyzeOptions,
  cluster: string | undefined,
): Promise<ClusterPart> {
  const compat = options.compat !== undefined;
  const { resources, objects, setAside, kustomizations, validation } = await readObjects(read, options);
  const all = [...objects.values()];
  const { objects: configs, validations } = await meshConfiguration(all, options);
  const settings = settingsOf(options, cluster);
  const mesh = new Mesh([...all, ...configs, ...assumed(configs, compat)], settings, setAside);
  const split = compat ? [] : splitIntoUnits(resources, options.unit ?? 'auto', kustomizations);
  const held = split.map((unit) => unit.flatMap((resource) => objects.get(resource) ?? []));
  const alternatives = (held.length > 1 ? alternativesOf(all, held) : []).map(
    async ({ objects: those, judged }) => {
      const { objects: ownConfigs } = await meshConfiguration(those, options);
      return { mesh: new Mesh([...those, ...ownConfigs], settings, setAside), judged };
    },
  );
  return {
    read,
    resources,
    mesh,
    units: held.length > 1 ? held.map((unit) => new Mesh([...unit, ...configs], settings)) : [mesh],
    alternatives: await Promise.all(alternatives),
    validations: [validation, ...validations].map((one) => inCluster(one, cluster)),
  };
}

/** Findings of single objects carry the name of the cluster, too. */
function inCluster(validation: Validation, cluster: string | undefined): Validation {
  if (cluster === undefined) return validation;
  return { ...validation, findings: validation.findings.map((finding) => ({ ...finding, cluster })) };
}

const assumed = (configs: readonly MeshObject[], compat: boolean): readonly MeshObject[] =>
  compat ? configs.filter((object) => isKind(object, 'MeshConfig')).flatMap(assumedIngress) : [];

/** `validate` looks at the names of ports too; here the rule about Services does, which knows the mesh. */
const isOurs = ({ rule }: Finding): boolean =>
  !rule.startsWith('service/port') && rule !== 'service/app-protocol';

/** Whether rules read a kind, as `apiVersion kind`, that has no checks of its own. */
function isReadByRules(type: string): boolean {
  const [apiVersion = '', kind = ''] = type.split(' ');
  return kindName(splitApiVersion(apiVersion).group, kind) !== 'Other';
}

/** Several validations as one. */
function merged(validations: readonly Validation[]): Validation {
  const sum = (of: (validation: Validation) => number): number =>
    validations.reduce((total, validation) => total + of(validation), 0);
  const skipped: Record<string, number> = {};
  for (const [kind, number] of validations.flatMap((validation) => Object.entries(validation.skipped)))
    if (!isReadByRules(kind)) skipped[kind] = (skipped[kind] ?? 0) + number;
  return {
    findings: validations.flatMap(({ findings }) => findings).filter(isOurs),
    unreadable: validations.some(({ unreadable }) => unreadable),
    files: [...new Set(validations.flatMap(({ files }) => files))],
    documents: sum(({ documents }) => documents),
    resources: sum(({ resources }) => resources),
    checked: sum(({ checked }) => checked),
    skipped,
    notices: validations.flatMap(({ notices }) => notices),
    lines: linesFrom(...validations),
  };
}
