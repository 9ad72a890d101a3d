import { printable, type Paint } from '../../output/index.ts';
import { formatDiff } from '../diff/index.ts';
import type { SyncComparison, SyncSection } from './compare-sync.ts';

/**
 * A line for each kind of resource, below it one for each difference: `-` is what only the control plane has, `+` what
 * only the proxy has, `~` a field of both, from the control plane's value to the proxy's. Last, what the proxy refused.
 */
export function formatSync({ sections, rejected }: SyncComparison, styles: Paint): string {
  return [
    ...sections.map((section) => heading(section, styles) + indented(differences(section, styles))),
    ...rejected.map(
      ({ kind, name, details }) =>
        `${styles.error('refused')} ${printable(`${kind} ${name || '(without a name)'}: ${details}`)}\n`,
    ),
  ].join('');
}

function heading({ kind, inSync, lastUpdated }: SyncSection, styles: Paint): string {
  const title = kind.slice(0, 1).toUpperCase() + kind.slice(1);
  const time = lastUpdated === undefined ? '' : ` (last taken at ${lastUpdated})`;
  return `${inSync ? styles.ok(`${title} match`) : styles.error(`${title} don't match`)}${printable(time)}\n`;
}

const differences = ({ diff }: SyncSection, styles: Paint): string =>
  formatDiff({ ...diff, unchanged: 0, rejectedBefore: [], rejectedAfter: [] }, styles);

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');
