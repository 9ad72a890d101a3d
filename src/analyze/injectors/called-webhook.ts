import type { JsonObject } from '../../json.ts';
import { objectIn, plainText } from '../../json.ts';
import { matchesSelector } from '../gateway-api/label-selector.ts';
import { kubernetesShapes, type Webhook } from '../kubernetes-shapes.ts';
import type { Labels } from '../workloads.ts';

/** A webhook that the API server calls when Pods are made. */
export interface CalledWebhook {
  readonly webhook: Pick<Webhook, 'namespaceSelector' | 'objectSelector'>;
  /** The revisions and tags that its configuration names. */
  readonly revisions: readonly string[];
}

/** A webhook of an object as the API has it. */
export interface ReadWebhook extends CalledWebhook {
  readonly webhook: Webhook;
}

/** The webhooks of a MutatingWebhookConfiguration as the API has it. */
export function calledWebhooks(configuration: JsonObject): readonly ReadWebhook[] {
  const { webhooks = [] } = kubernetesShapes.MutatingWebhookConfiguration.read(configuration);
  const labels = Object.entries(objectIn(configuration, 'metadata', 'labels'));
  const revisions = revisionsNamedBy(
    Object.fromEntries(labels.map(([key, value]) => [key, plainText(value)])),
    webhooks,
  );
  return webhooks.map((webhook) => ({ webhook, revisions }));
}

/** Whether the API server calls a webhook for a Pod with these labels in a Namespace with those. */
export const isCalledFor = ({ webhook }: CalledWebhook, namespace: Labels, pod: Labels): boolean =>
  selects(webhook.namespaceSelector, namespace) && selects(webhook.objectSelector, pod);

/** Whether labels match a selector; an absent one selects everything. */
export const selects = (selector: Webhook['objectSelector'], labels: Labels): boolean =>
  matchesSelector(selector ?? {}, (name) => labels[name] ?? null) === true;

/** The revisions that a configuration is for, by its label and its selectors. */
export function revisionsNamedBy(labels: Labels, webhooks: readonly Webhook[]): readonly string[] {
  const selectors = webhooks.flatMap(({ namespaceSelector, objectSelector }) => [
    namespaceSelector ?? {},
    objectSelector ?? {},
  ]);
  const named = [
    labels[revision],
    ...selectors.flatMap(({ matchLabels = {}, matchExpressions = [] }) => [
      matchLabels[revision],
      ...matchExpressions.flatMap(({ key, values = [] }) => (key === revision ? values : [])),
    ]),
  ];
  return [...new Set(named.filter((name) => name !== undefined).filter((name) => name !== ''))];
}

const revision = 'istio.io/rev';
