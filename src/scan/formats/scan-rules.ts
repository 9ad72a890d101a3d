import type { Severity } from '../../advisories/index.ts';
import type { RuleInfo } from '../../output/index.ts';
import type { ScanReport } from '../scan-report.ts';
import { advisoryRule, levelOf } from './scan-findings.ts';

/** What the rules of `scanFindings` are about, for SARIF; those of risky settings are in the catalogue of rules. */
export const scanRules = ({ advisories }: Pick<ScanReport, 'advisories'>): readonly RuleInfo[] => [
  ...advisories.map(({ advisory: { id, title, severity, score, cves, workaround, provenance } }) => ({
    ...{ slug: advisoryRule(id), code: id, summary: title, severity: levelOf(severity) },
    docs: provenance.url ?? '',
    score: score ?? scoreOf[severity],
    help: [
      `${title} (${[...cves, severity].join(', ')}).`,
      ...(workaround === undefined ? [] : [`Until it is fixed: ${workaround}.`]),
    ].join(' '),
  })),
  {
    ...{ slug: 'scan/end-of-life', code: 'scan/end-of-life', severity: 'error' as const, docs: '' },
    summary: 'What runs is a version that gets fixes.',
    help: 'Versions without support get no fixes of weaknesses that become known: upgrade.',
  },
  {
    ...{ slug: 'scan/skew', code: 'scan/skew', severity: 'warning' as const, docs: '' },
    summary: 'Proxies go together with their control plane.',
    help: 'A proxy must not be newer than its control plane, and at most one minor version older.',
  },
];

/** Where a record has no score: one in the middle of those that have the word. */
const scoreOf: Readonly<Record<Severity, number>> = {
  critical: 9.5,
  high: 8,
  medium: 5.5,
  unscored: 5.5,
  low: 2,
};
