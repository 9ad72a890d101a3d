import type { Json } from '../../resources/index.ts';
import { printable, type Paint } from '../../output/index.ts';
import type { Change } from './diff-values.ts';
import type { ProxyDiff, RejectedResource } from './diff-dumps.ts';

/**
 * A line for each resource that only one dump has, for each change of the others, and for each refused update:
 * `~ cluster outbound|8080|v2|cart.shop.svc.cluster.local: connect_timeout 10s -> 1s`.
 */
export function formatDiff(diff: ProxyDiff, styles: Paint): string {
  const lines = [
    ...diff.removed.map(({ kind, name }) => styles.error(`- ${kind} ${printable(name)}`)),
    ...diff.added.map(({ kind, name }) => styles.info(`+ ${kind} ${printable(name)}`)),
    ...diff.changed.flatMap(({ kind, name, changes }) =>
      changes.map((change) => styles.warning(`~ ${kind} ${printable(name)}: ${printable(describe(change))}`)),
    ),
    ...diff.rejectedBefore.map((one) => rejected('before', one)),
    ...diff.rejectedAfter.map((one) => rejected('after', one)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function describe({ path, what, before, after }: Change): string {
  switch (what) {
    case 'added':
      return `${path} added: ${shown(after)}`;
    case 'removed':
      return `${path} removed: ${shown(before)}`;
    case 'moved':
      return `${path} moved`;
    case 'changed':
      return `${path} ${shown(before)} -> ${shown(after)}`;
  }
}

const longest = 160;

function shown(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const rejected = (when: string, { kind, name, hasActive, details }: RejectedResource): string =>
  printable(
    `! ${kind} ${name || '(without a name)'}: an update was refused ${when}${hasActive ? ', the version before it stays in use' : ''}: ${details}`,
  );
