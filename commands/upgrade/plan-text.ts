import { printable, type Paint } from '../../src/output/index.ts';
import type { UpgradeFact, UpgradePlan } from '../../src/upgrade/index.ts';

/** A plan for people: what was decided, then the steps. */
export function planText({ from, to, facts, steps, feasible }: UpgradePlan, styles: Paint): string {
  const shown = facts.filter(({ verdict }) => verdict !== 'fine');
  const fine = facts.length - shown.length;
  const title = `${from.revision} (${from.version}) -> ${to.revision} (${to.version})`;
  return [
    styles.bold(printable(title)),
    '',
    ...shown.flatMap((fact) => factLines(fact, styles)),
    ...(fine > 0 ? [styles.dim(`${fine === 1 ? '1 check is' : `${fine} checks are`} fine`)] : []),
    '',
    ...(feasible
      ? []
      : [styles.error('This upgrade cannot be carried out until what stops it is mended.'), '']),
    ...steps.map(
      ({ id, title: step }, i) => `${String(i + 1).padStart(3)}. ${printable(step)} ${styles.dim(`[${id}]`)}`,
    ),
    '',
  ].join('\n');
}

function factLines({ verdict, code, message, hint }: UpgradeFact, styles: Paint): readonly string[] {
  const mark = {
    stop: styles.error('stop'),
    warn: styles.warning('warn'),
    plan: styles.info('plan'),
    fine: 'fine',
  };
  return [
    `${mark[verdict]} ${code}: ${printable(message)}`,
    ...(hint === undefined ? [] : [styles.dim(`     ${printable(hint)}`)]),
  ];
}
