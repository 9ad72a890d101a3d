import { calledWebhooks, overlapsOf, type ReadWebhook } from '../analyze/injectors/index.ts';
import { compareText } from '../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { pushTo } from '../group-by.ts';

/** A webhook that is called for the same Pods as others: they get the proxy of whoever comes last. */
export interface WebhookOverlap {
  /** The code by which `meshctl analyze` tells the same. */
  readonly code: 'IST0139';
  /** Name of the MutatingWebhookConfiguration. */
  readonly configuration: string;
  readonly webhook: string;
  /** `configuration/webhook` of each of the others, by name. */
  readonly others: readonly string[];
}

/** Webhooks of injectors that are called for the same Pods, by name. An injector is what names a revision, or calls itself Istio's. */
export function webhookOverlaps(configurations: readonly JsonObject[]): readonly WebhookOverlap[] {
  const webhooks = configurations.filter(isMutating).flatMap((object) => {
    const configuration = plainText(objectIn(object, 'metadata').name);
    return injectionWebhooks(object).map((read) => ({
      ...read,
      configuration,
      title: `${configuration}/${read.webhook.name ?? ''}`,
    }));
  });
  const met = new Map<(typeof webhooks)[number], string[]>();
  for (const { webhook, others } of overlapsOf(webhooks))
    for (const { title } of others) pushTo(met, webhook, title);
  return Array.from(met, ([{ configuration, webhook }, others]) => ({
    ...{ code: 'IST0139' as const, configuration, webhook: webhook.name ?? '' },
    others: [...new Set(others)].sort(compareText),
  })).sort((a, b) => compareText(a.configuration, b.configuration) || compareText(a.webhook, b.webhook));
}

const isMutating = ({ kind }: JsonObject): boolean => kind === 'MutatingWebhookConfiguration';

function injectionWebhooks(object: JsonObject): readonly ReadWebhook[] {
  const read = calledWebhooks(object);
  const isIstios = read.some(
    ({ webhook, revisions }) => revisions.length > 0 || webhook.name?.endsWith('istio.io'),
  );
  return isIstios ? read : [];
}
