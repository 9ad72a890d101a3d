import { printable } from '../../output/index.ts';
import type { AccessCheck, AccessStep } from './check-request.ts';

/** The outcome of a check for people, and what each filter made of the request. */
export function formatCheck({ reason, steps, assumptions }: AccessCheck): string {
  const taken = assumptions.map((each) => `  - ${each}`);
  const lines = [
    ...steps.map(stepLine),
    ...(steps.length === 0 ? ['no policy is asked'] : []),
    `Verdict: ${reason}`,
    ...(taken.length === 0 ? [] : ['Taken for granted:', ...taken]),
  ];
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `${printable(line)}\n`)
    .join('');
}

function stepLine({ filter, reason, shadow, action, policy, rule }: AccessStep): string {
  const which = policy === undefined ? '' : ` [${action ?? 'policy'} ${policy} rule ${rule ?? ''}]`;
  const kind =
    action === 'CUSTOM' ? 'external authorizer' : policy === undefined ? 'shadow rules' : 'dry run';
  return `${filter}${shadow ? ` (${kind})` : ''}: ${reason.replace(/ \(ns\[.*$/, '')}${which}`;
}
