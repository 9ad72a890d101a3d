import type { JsonObject } from '../../json.ts';
import { askedFor } from './asked-for.ts';
import { answering } from './services-in.ts';
import type { Violation } from './violation.ts';
import type { Configuration, SeenWebhook } from './webhooks-in.ts';

/**
 * Webhooks that fail whoever they are called for. A control plane that is coming up has webhooks before anybody answers:
 * what no istiod ever wrote a certificate into counts only when somebody depends on it.
 */
export function webhookViolations(
  objects: readonly JsonObject[],
  configurations: readonly Configuration[],
): readonly Violation[] {
  const asked = askedFor(objects);
  const answers = answering(objects);
  return configurations.flatMap((configuration) =>
    configuration.webhooks.flatMap((webhook) => {
      const isUsed = asked.some(({ namespace, pod }) => webhook.isCalled(namespace, pod));
      const matters = isUsed || (webhook.hasCertificate && matchesSomething(configuration, webhook));
      return [
        ...(matters ? unanswered(configuration, webhook, answers) : []),
        ...(isUsed ? uncertified(configuration, webhook) : []),
      ];
    }),
  );
}

/** A deactivated injector is called for nothing, not even for what may come. */
const matchesSomething = ({ kind }: Configuration, webhook: SeenWebhook): boolean =>
  kind === 'ValidatingWebhookConfiguration' ? webhook.fails : !webhook.isDeactivated;

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
