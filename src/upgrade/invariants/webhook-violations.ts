import type { AskedFor } from './asked-for.ts';
import type { Violation } from './violation.ts';
import type { Configuration, SeenWebhook } from './webhooks-in.ts';

/** What is seen of a cluster, as far as webhooks need it. */
export interface Around {
  readonly asked: readonly AskedFor[];
  /** Ready endpoints of Services, by `namespace/name`. */
  readonly answers: ReadonlyMap<string, number>;
  /** Revisions that have istiods, ready or not. */
  readonly revisions: ReadonlySet<string>;
}

/**
 * Webhooks that fail whoever they are called for. A control plane that is coming up has webhooks before anybody answers:
 * as long as nobody depends on them, they count only when they had an istiod, and have none any more.
 */
export const webhookViolations = (
  { asked, answers, revisions }: Around,
  configurations: readonly Configuration[],
): readonly Violation[] =>
  configurations.flatMap((configuration) =>
    configuration.webhooks.flatMap((webhook) => {
      const isUsed =
        (configuration.validatesDefault && webhook.fails) ||
        asked.some(({ namespace, pod }) => webhook.isCalled(namespace, pod));
      const isLeft =
        webhook.hasCertificate && !webhook.isDeactivated && !revisions.has(configuration.revision);
      return [
        ...(isUsed || isLeft ? unanswered(configuration, webhook, answers) : []),
        ...(isUsed ? uncertified(configuration, webhook) : []),
      ];
    }),
  );

function unanswered(
  { kind, name }: Configuration,
  { service }: SeenWebhook,
  answers: ReadonlyMap<string, number>,
): readonly Violation[] {
  if (service === undefined) return [];
  const id = `${service.namespace}/${service.name}`;
  const ready = answers.get(id);
  if (ready !== undefined && ready > 0) return [];
  const why = ready === undefined ? 'is not there' : 'has no endpoint that is ready';
  return [{ code: 'no-endpoints', subject: `${kind} ${name}`, message: `calls Service ${id}, which ${why}` }];
}

const uncertified = ({ kind, name }: Configuration, webhook: SeenWebhook): readonly Violation[] =>
  webhook.hasCertificate || webhook.service === undefined
    ? []
    : [
        {
          ...{ code: 'no-certificate', subject: `${kind} ${name}` },
          message: `has no caBundle in its webhook ${webhook.name}`,
        },
      ];
