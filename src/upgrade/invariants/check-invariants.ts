import { compareText } from '../../compare-text.ts';
import { askedFor } from './asked-for.ts';
import { injectionViolations } from './injection-violations.ts';
import type { Injection, Observed } from './observed.ts';
import { removalViolations, revisionsWithIstiod } from './removal-violations.ts';
import { answering } from './services-in.ts';
import type { Violation } from './violation.ts';
import { readWebhooks } from './webhooks-in.ts';
import { webhookViolations } from './webhook-violations.ts';

/**
 * Looks whether what was seen of a cluster keeps what an upgrade must never break: who asks for a proxy has exactly one
 * injector, every webhook has somebody who answers, and no control plane is gone that proxies belong to. Violations are
 * sorted, each once; the same cluster gives the same ones, whatever the order of its objects.
 */
export function checkInvariants(observed: Observed): readonly Violation[] {
  const configurations = readWebhooks(observed.objects);
  const asked = askedFor(observed.objects);
  const revisions = revisionsWithIstiod(observed.objects);
  const around = { asked, answers: answering(observed.objects), revisions };
  const found = [
    ...injectionViolations(asked, configurations),
    ...webhookViolations(around, configurations),
    ...removalViolations(observed),
    ...(observed.injections ?? []).flatMap(refusals),
  ];
  const once = new Map(found.map((violation) => [textOf(violation), violation]));
  return [...once].sort(([a], [b]) => compareText(a, b)).map(([, violation]) => violation);
}

const textOf = ({ code, subject, message }: Violation): string => [code, subject, message].join('\n');

function refusals({ namespace, pod, webhooks, error }: Injection): readonly Violation[] {
  const subject = `Pod ${namespace}/${pod}`;
  const configurations = new Set(webhooks.map((name) => name.split('/')[0]));
  return [
    ...(error === undefined || error === ''
      ? []
      : [{ code: 'pod-refused' as const, subject, message: `was refused: ${error}` }]),
    ...(configurations.size < 2
      ? []
      : [
          {
            code: 'two-injectors' as const,
            subject,
            message: `was given to ${[...webhooks].sort(compareText).join(' and ')}`,
          },
        ]),
  ];
}
