import type { ClusterChange } from '../../changes/index.ts';
import { planUninstall } from '../../install/uninstall/index.ts';
import type { JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { labelOf } from '../../label-of.ts';
import type { RemoveRevision } from '../upgrade-plan.ts';
import { isWebhook } from './is-webhook.ts';
import type { StepAction } from './step-action.ts';

/** The deletions of a control plane: first what calls it, then itself. Gateways and agents of nodes stay. */
export function removalWrites(
  { revision }: Pick<RemoveRevision, 'revision'>,
  objects: readonly JsonObject[],
  namespace: string,
): readonly StepAction[] {
  const installed = objects.filter((object) => labelOf(object, label.component) !== '');
  if (!installed.some((object) => isOf(object, revision))) return [];
  const ofKind = (kind: string): readonly JsonObject[] => objects.filter((object) => object.kind === kind);
  const state = {
    installed,
    injectors: ofKind('MutatingWebhookConfiguration'),
    validators: ofKind('ValidatingWebhookConfiguration'),
    tagServices: ofKind('Service').filter((service) => labelOf(service, label.tag) !== ''),
    namespaces: ofKind('Namespace'),
    pods: ofKind('Pod'),
    proxies: undefined,
    ...{ customResources: new Map<string, number>(), authority: [], locks: [] },
  };
  const { deletions } = planUninstall(state, { type: 'revision', revision, namespace });
  const own = deletions.filter(({ group }) => group === 'Pilot');
  return [...own.filter(isOfWebhook), ...own.filter((change) => !isOfWebhook(change))].map((change) => ({
    type: 'write',
    change,
  }));
}

const isOf = (object: JsonObject, revision: string): boolean =>
  labelOf(object, label.component) === 'Pilot' && labelOf(object, label.revision) === revision;

const isOfWebhook = ({ object }: ClusterChange): boolean => isWebhook(object);
