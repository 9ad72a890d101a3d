import { builtInDatabase, type AdvisoryDatabase } from '../advisories/index.ts';
import type { DetectInput } from '../detect/index.ts';
import type { Finding } from '../finding.ts';
import { compareText } from '../compare-text.ts';
import type { Resource } from '../resources/index.ts';
import { groupComponents } from './group-components.ts';
import type { ProxyReport } from './inventory/proxy-report.ts';
import { takeInventory } from './inventory/take-inventory.ts';
import { judgeAdvisories, type JudgedAdvisory } from './judge-advisories.ts';
import { recommend } from './recommend.ts';
import type { ScanReport } from './scan-report.ts';
import { byBadness, outcomeOf, summarizeScan } from './summarize-scan.ts';

/** What to scan. */
export interface ScanInput {
  readonly resources: readonly Resource[];
  /** Whether all objects of a kind were given. Default: of none. */
  readonly complete?: DetectInput['complete'];
  /** What proxies say of themselves, as `readProxyReports` gives it. */
  readonly reports?: readonly ProxyReport[];
  /** The version of all that say none. */
  readonly istioVersion?: string;
  /** Of the API server, such as `v1.33.1`. */
  readonly kubernetesVersion?: string;
  readonly istioNamespace?: string;
  /** Risky settings, as `findHardening` finds them. */
  readonly hardening?: readonly Finding[];
  /** Default: what meshctl knows. */
  readonly database?: AdvisoryDatabase;
  /** The day to judge support by. Default: now. */
  readonly now?: Date;
}

/** Takes the inventory of a mesh, and decides for each build what is known against it. */
export function scan(input: ScanInput): ScanReport {
  const { database = builtInDatabase, now = new Date(), hardening = [] } = input;
  const inventory = takeInventory(input);
  const groups = groupComponents(inventory, now);
  const advisories = judgeAdvisories(database.advisories, groups, detectInput(input)).toSorted(worstFirst);
  return {
    asOf: database.asOf,
    ...{ inventory, groups, advisories, hardening },
    advice: recommend(groups, advisories, now),
    summary: summarizeScan(groups, advisories, hardening),
  };
}

function detectInput(input: ScanInput): DetectInput {
  const { resources, complete = () => false, reports = [], kubernetesVersion, istioNamespace } = input;
  const versions = reports
    .filter(({ version }) => version !== '')
    .map(({ name, namespace, version }) => [`${name}.${namespace}`, version] as const);
  return {
    ...{ resources, complete },
    ...(versions.length > 0 && { proxyVersions: Object.fromEntries(versions) }),
    ...(kubernetesVersion !== undefined && { kubernetesVersion }),
    ...(istioNamespace !== undefined && { istioNamespace }),
  };
}

/** Newer ones before older ones that are as bad. */
const worstFirst = (a: JudgedAdvisory, b: JudgedAdvisory): number =>
  byBadness(outcomeOf(a), outcomeOf(b)) ||
  compareText(b.advisory.date, a.advisory.date) ||
  compareText(a.advisory.id, b.advisory.id);
