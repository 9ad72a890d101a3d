import { paint, printable } from '../../src/output/index.ts';
import type { Body } from '../../src/output/index.ts';
import type { OnboardingEvent, VmOnboardingPlan } from '../../src/vm/onboard/index.ts';

/** A plan for people. */
export function planText({ group, checks, steps }: VmOnboardingPlan, colors: boolean): string {
  const styles = paint(colors);
  const marks = { ok: 'ok', warning: styles.warning('warning'), error: styles.error('error') };
  return [
    styles.bold(`A VM of ${printable(group.namespace)}/${printable(group.name)}`),
    ...checks.flatMap(({ name, status, message, cure }) => [
      `  ${marks[status]}: ${name}: ${printable(message)}`,
      ...(cure === undefined ? [] : [`    cure: ${printable(cure)}`]),
    ]),
    styles.bold('Steps'),
    ...steps.map(({ action, text }) => `  ${action}: ${printable(text)}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** A plan for programs: `VmOnboardingPlan`. */
export function planDocument({ ok, group, checks, steps }: VmOnboardingPlan): Body {
  return {
    ...{ ok, group: groupOf(group) },
    checks: checks.map((check) => ({ ...check })),
    steps: steps.map(({ name, action, text }) => ({ name, action, text })),
  };
}

/** What came of it, for programs: `VmOnboardingResult`. */
export function resultDocument(plan: VmOnboardingPlan, events: readonly OnboardingEvent[]): Body {
  const entry = events.flatMap((event) => (event.type === 'registered' ? [{ ...event.entry }] : []))[0];
  return {
    group: groupOf(plan.group),
    steps: events.flatMap((event) =>
      event.type === 'step' ? [{ name: event.step, outcome: event.outcome, text: event.message }] : [],
    ),
    warnings: [
      ...plan.checks.filter(({ status }) => status === 'warning').map(({ message }) => message),
      ...events.flatMap((event) => (event.type === 'notice' ? [event.message] : [])),
    ],
    ...(entry !== undefined && { entry }),
  };
}

const groupOf = ({ namespace, name, serviceAccount }: VmOnboardingPlan['group']): Body => ({
  ...{ namespace, name, serviceAccount },
});

/** An event as lines for people. */
export function eventLines(event: OnboardingEvent): readonly string[] {
  if (event.type === 'step') return [`${event.outcome}: ${printable(event.message)}`];
  if (event.type === 'delivery') return [`  ${printable(event.message)}`];
  if (event.type === 'waiting') return [`waiting: ${printable(event.reason)}`];
  if (event.type === 'notice')
    return [
      `warning: ${printable(event.message)}`,
      ...(event.hint === undefined ? [] : [`  hint: ${printable(event.hint)}`]),
    ];
  const { name, address, health } = event.entry;
  return [`registered: WorkloadEntry ${printable(name)} at ${printable(address)}, health ${health}`];
}
