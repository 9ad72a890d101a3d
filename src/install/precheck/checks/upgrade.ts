import type { Evidence } from '../../../detect/index.ts';
import {
  judgeUpgrade,
  type CompatibilityJudgement,
  type IgnoredSetting,
  type Revert,
  type UpgradeChange,
} from '../../../upgrade-changes/index.ts';
import { plainText } from '../../../json.ts';
import { istioVersion } from '../../../version.ts';
import { detectInput } from '../detect-input.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import type { IstioMinor } from '../precheck-options.ts';
import type { PrecheckFinding } from '../precheck-report.ts';
import { zipkinFindings } from './zipkin.ts';

/** What changes on the way from a version that the cluster shows signs of. */
export function upgradeFindings(
  facts: PrecheckFacts,
  { minor, version = `1.${minor}` }: IstioMinor,
): readonly PrecheckFinding[] {
  const judged = judgeUpgrade({ from: version, to: istioVersion, input: detectInput(facts) });
  return [
    ...zipkinFindings(facts, minor),
    ...judged.changes.flatMap(({ change, verdict }) =>
      verdict.state === 'yes' ? [changeFinding(change, verdict.evidence)] : [],
    ),
    ...judged.ignoredSettings.map(settingFinding),
    ...(judged.compatibility?.available === false ? [compatibilityFinding(judged.compatibility)] : []),
  ];
}

const gone = 'MSH0312';

/** One finding for a change, however many objects it concerns. */
function changeFinding(change: UpgradeChange, evidence: readonly Evidence[]): PrecheckFinding {
  const { impact, kind, to, action, revert } = change;
  const small = impact === 'low' || kind === 'added' || kind === 'deprecated';
  const hints = [action === undefined ? '' : asOrder(action), revert === undefined ? '' : wayBack(revert)];
  return {
    code: revert === undefined ? gone : 'IST0169',
    severity: small ? 'info' : 'warning',
    ...concerned(`since ${to}: ${change.change.replace(/\.$/, '')}`, evidence),
    hint: hints.filter((hint) => hint !== '').join('; ') || 'there is nothing to be done, but know it',
  };
}

const settingFinding = ({ type, name, removedIn, instead, evidence }: IgnoredSetting): PrecheckFinding => ({
  ...{ code: gone, severity: 'info' },
  ...concerned(`since ${removedIn}: nobody reads the ${type} ${name}`, evidence),
  hint: instead === undefined ? 'drop it' : `use ${instead}`,
});

const compatibilityFinding = ({ wanted, known, evidence }: CompatibilityJudgement): PrecheckFinding => ({
  ...{ code: gone, severity: 'warning' },
  ...concerned(
    `${istioVersion} has no compatibilityVersion ${wanted}, and does not install with it`,
    evidence,
  ),
  hint: `drop it, or set one of ${known.join(', ')}`,
});

/** One object is where a finding is; several are named. */
function concerned(text: string, evidence: readonly Evidence[]): Pick<PrecheckFinding, 'origin' | 'message'> {
  const all = [...new Set(evidence.map(nameOf))];
  const names = all.length > 1 ? all.filter((name) => name !== 'Cluster') : all;
  const [first = 'Cluster', ...others] = names;
  if (others.length === 0) return { origin: first, message: text };
  const rest = names.length > shown ? ` and ${names.length - shown} more` : '';
  return { origin: 'Cluster', message: `${text} (${names.slice(0, shown).join(', ')}${rest})` };
}

const shown = 3;

function nameOf({ resource: { kind, namespace, name } }: Evidence): string {
  if (kind === 'Kubernetes') return 'Cluster';
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

const asOrder = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;

const places: Readonly<Record<Revert['kind'], string>> = {
  istiodEnv: 'values.pilot.env.',
  proxyMetadata: 'meshConfig.defaultConfig.proxyMetadata.',
  runtimeValue: 'meshConfig.defaultConfig.runtimeValues.',
  meshConfig: 'meshConfig.',
  helmValue: 'values.',
};

const wayBack = ({ kind, key, value }: Revert): string =>
  `${places[kind]}${key}=${plainText(value)} keeps it as it was`;
