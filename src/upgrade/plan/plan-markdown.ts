import type { UpgradeFact, UpgradePlan, UpgradeStep } from '../upgrade-plan.ts';

/** A plan as a page: what was decided, and each step with its conditions, its checks and its way back. */
export function planMarkdown({ from, to, feasible, facts, steps, istioNamespace }: UpgradePlan): string {
  const noted = facts.filter(({ verdict }) => verdict !== 'fine');
  return [
    `# Upgrade from ${code(from.revision)} (${text(from.version)}) to ${code(to.revision)} (${text(to.version)})`,
    '',
    `Control planes in ${code(istioNamespace)}. ${feasible ? 'It can be carried out.' : 'It **cannot** be carried out: something stops it.'}`,
    '',
    '## What was looked at',
    '',
    ...(noted.length === 0 ? ['Nothing stands in the way.'] : noted.map(factLine)),
    '',
    '## Steps',
    ...steps.flatMap(stepLines),
    '',
  ].join('\n');
}

const factLine = ({ verdict, code: name, message, hint }: UpgradeFact): string =>
  `- **${verdict}** ${code(name)}: ${text(message)}${hint === undefined ? '' : ` _${text(hint)}_`}`;

function stepLines(step: UpgradeStep, i: number): readonly string[] {
  const { id, title, before, check, undo } = step;
  return [
    '',
    `### ${i + 1}. ${text(title)} (${code(id)})`,
    '',
    ...(before.length === 0 ? [] : [`- Before: ${before.map(text).join('; ')}`]),
    `- Done when: ${check.map(text).join('; ')}`,
    `- Way back: ${text(undo)}`,
    ...detailsOf(step),
  ];
}

function detailsOf(step: UpgradeStep): readonly string[] {
  if (step.kind !== 'wave') return [];
  return [
    '',
    '| Namespace | Labels | Restarts |',
    '| --- | --- | --- |',
    ...step.namespaces.map(({ name, labels, owners, loosePods }) => {
      const changes = Object.entries(labels).map(
        ([key, { before, after }]) =>
          code(after === null ? `${key}-` : `${key}=${after}`) +
          (before === null ? '' : ` (was ${code(before)})`),
      );
      const restarts = owners.map(({ kind, name: owner, pods }) => `${kind} ${text(owner)} (${pods})`);
      const loose = loosePods.map((pod) => `Pod ${text(pod)} by hand`);
      return `| ${text(name)} | ${changes.join(', ')} | ${[...restarts, ...loose].join(', ')} |`;
    }),
  ];
}

const code = (value: string): string => `\`${value.replaceAll('`', "'")}\``;

/** Nothing that comes from a cluster becomes markup. */
const text = (value: string): string =>
  value.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\`*_{}[\]<>|#]/g, (sign) => `\\${sign}`);
