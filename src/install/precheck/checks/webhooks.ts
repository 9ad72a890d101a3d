import { isObject, objectsIn, valueIn, type JsonObject } from '../../../json.ts';
import { labelOf } from '../../../label-of.ts';
import { label } from '../../../label.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { isDeactivated, webhookOverlaps } from '../../../revision/index.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import type { PrecheckFinding } from '../precheck-report.ts';

/** Webhooks that stand in the way; undefined when they could not be read. */
export function webhookFindings({
  injectors,
  istiods,
}: PrecheckFacts): readonly PrecheckFinding[] | undefined {
  if (injectors === undefined || istiods === undefined) return undefined;
  const revisions = new Set(istiods.map((istiod) => labelOf(istiod, label.revision) || 'default'));
  const overlaps = webhookOverlaps(injectors.map(named)).map(
    ({ configuration, webhook, others }): PrecheckFinding => ({
      ...{ code: 'IST0139', severity: 'error', origin: `MutatingWebhookConfiguration ${configuration}` },
      message: `its webhook ${webhook} is called for the same pods as ${others.join(', ')}`,
      hint: 'remove the one that is left over, or change what it selects',
    }),
  );
  return [...injectors.flatMap((injector) => orphaned(injector, revisions)), ...overlaps];
}

const named = (injector: JsonObject): JsonObject => ({ ...injector, kind: 'MutatingWebhookConfiguration' });

/** Pods that such an injector is called for do not start: it fails closed. */
function orphaned(injector: JsonObject, revisions: ReadonlySet<string>): readonly PrecheckFinding[] {
  const revision = labelOf(injector, label.revision);
  const calls = objectsIn(injector.webhooks).some((webhook) =>
    isObject(valueIn(webhook, 'clientConfig', 'service')),
  );
  if (revision === '' || revisions.has(revision) || !calls || isDeactivated(injector)) return [];
  return [
    {
      ...{
        code: 'MSH0308',
        severity: 'warning',
        origin: `MutatingWebhookConfiguration ${keyOf(injector).name}`,
      },
      message: `it calls the revision ${revision}, of which no istiod is in the cluster: its pods cannot start`,
      hint: `install that revision, or delete what is left of it with \`meshctl uninstall --revision ${revision}\``,
    },
  ];
}
