import type { BySeverity, ScanReport } from '../scan-report.ts';
import { severities } from '../summarize-scan.ts';
import { listText } from './verdict-text.ts';

/** What was found in numbers, a sentence each. */
export function summaryLines({ summary, groups, asOf }: ScanReport): readonly string[] {
  const { instances, pods, affected, affectedIf, unknown, notAffected, advice, endOfLife, skewed } = summary;
  const { errors, warnings, infos } = summary.hardening;
  const risky = errors + warnings + infos;
  return [
    `${counted(instances, 'workload')} with ${counted(pods, 'Pod')} of ${counted(groups.length, 'build')} of Istio`,
    `${counted(total(affected), 'advisory')} ${total(affected) === 1 ? 'affects' : 'affect'} it${detail(affected)}`,
    `${counted(total(affectedIf), 'advisory')} may affect it${detail(affectedIf)}`,
    `${counted(notAffected, 'advisory')} ${notAffected === 1 ? 'does' : 'do'} not`,
    ...(unknown === 0 ? [] : [`${counted(unknown, 'advisory')} could not be decided`]),
    ...(advice === 0 ? [] : [`${counted(advice, 'piece')} of advice on the configuration`]),
    ...(endOfLife === 0 ? [] : [`${counted(endOfLife, 'build')} without support`]),
    ...(skewed === 0
      ? []
      : [`${counted(skewed, 'build')} that ${skewed === 1 ? 'does' : 'do'} not go with the control plane`]),
    ...(risky === 0 ? [] : [`${counted(risky, 'risky setting')} (${errors} severe)`]),
    `advisories are known up to ${asOf}`,
  ];
}

/** What to upgrade to, and how to go on. */
export const adviceLines = ({ advice }: ScanReport): readonly string[] =>
  advice.map(({ from, smallest, target, stops, left, command }) => {
    const way = stops === undefined ? '' : ` by way of ${listText(stops.map(({ version }) => version))}`;
    const least =
      smallest !== undefined && smallest !== target ? `; ${smallest} is the least that mends all` : '';
    const rest = left.length === 0 ? '' : `; it does not mend ${listText(left)}`;
    return `upgrade ${from} to ${target}${stops !== undefined && stops.length > 1 ? way : ''}${least}${rest}${command === undefined ? '' : `; begin with \`${command}\``}`;
  });

/** `1 workload`, `2 workloads`, `2 advisories`. */
export const counted = (count: number, word: string): string =>
  count === 1 ? `1 ${word}` : `${count} ${word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`}`;

const total = (counts: BySeverity): number => Object.values(counts).reduce((sum, one) => sum + one, 0);

function detail(counts: BySeverity): string {
  const parts = severities.filter((name) => counts[name] > 0).map((name) => `${counts[name]} ${name}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
