import { printable, type Paint } from '../../src/output/index.ts';
import type { SimulatedStep, SimulatedWrite, Simulation } from '../../src/upgrade/simulate/index.ts';

/** A simulation for people: each step with what it wrote. */
export function simulationText({ steps, wants, left, succeeds }: Simulation, styles: Paint): string {
  return [
    ...wants.map((text) => `${styles.warning('warn')} ${printable(text)}`),
    ...left.map((text) => styles.dim(`not simulated: ${printable(text)}`)),
    ...(wants.length + left.length > 0 ? [''] : []),
    ...steps.flatMap((step, index) => stepLines(step, index + 1, styles)),
    '',
    succeeds
      ? styles.bold('Every step was done, and every Pod had its one injector all the time.')
      : styles.error('The upgrade would not come through as planned.'),
    '',
  ].join('\n');
}

function stepLines(step: SimulatedStep, number: number, styles: Paint): readonly string[] {
  const { id, title, outcome, problems, violations, writes, pods } = step;
  const head = `${String(number).padStart(3)}. ${printable(title)} ${styles.dim(`[${id}]`)}`;
  if (outcome === 'not-reached') return [`${head} ${styles.dim('not reached')}`];
  const counts = Object.entries(pods).map(([revision, count]) => `${count} of ${revision}`);
  return [
    head,
    ...problems.map((text) => `     ${styles.error('failed')} ${printable(text)}`),
    ...violations.map(
      ({ subject, message }) => `     ${styles.error('broken')} ${printable(subject)} ${printable(message)}`,
    ),
    ...writeLines(writes),
    ...(writes.length > 0 ? [styles.dim(`     Pods with a proxy: ${counts.join(', ')}`)] : []),
  ];
}

/** So many of one kind are told one by one. */
const most = 8;

function writeLines(writes: readonly SimulatedWrite[]): readonly string[] {
  const shown = writes.slice(0, most).map(writeLine);
  const more = writes.length - shown.length;
  return [...shown, ...(more > 0 ? [`     and ${more} more; -o json has them all`] : [])];
}

function writeLine({ action, object: { kind, namespace, name }, changes }: SimulatedWrite): string {
  const place = namespace === undefined ? name : `${namespace}/${name}`;
  const [first, ...others] = changes;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const what = first === undefined || action === 'create' ? '' : ` (${first}${more})`;
  return printable(`     ${action.padEnd(7)} ${kind} ${place}${what}`);
}
