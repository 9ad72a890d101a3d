import { planInstall, type DesiredInstall, type InstallPlan } from '../../install/index.ts';
import { label } from '../../label.ts';
import { labelOf } from '../../label-of.ts';

/**
 * Plans what an upgrade installs. Where there is no tag `default`, an installation would make its revision the default
 * one, and take namespaces from whoever serves them; in an upgrade the default moves in a step of its own.
 *
 * @throws {MeshctlError} as `planInstall` does.
 */
export function planSpecInstall(
  desired: DesiredInstall,
  state: Parameters<typeof planInstall>[1],
): InstallPlan {
  const hasDefault = [...state.objects.values()].some(
    (object) => object.kind === 'MutatingWebhookConfiguration' && labelOf(object, label.tag) === 'default',
  );
  return planInstall({ ...desired, managesWebhooks: desired.managesWebhooks && hasDefault }, state);
}
