import { defineRule } from '../../rule.ts';
import { autoImageOf, leftAuto } from './image-auto.ts';

/** Pods of a template that the injector does not see keep the image `auto`, and do not start. */
export const imageAutoTemplate = defineRule<{ resourceType: string; resourceName: string }>({
  slug: 'injection/image-auto-template',
  code: 'IST0146',
  severity: 'warning',
  summary: 'Templates that leave the image of the proxy to the injector are injected.',
  hint: 'Label the template with `sidecar.istio.io/inject: "true"` (and `istio.io/rev` for a revision), or label the namespace.',
  kinds: [
    ...(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Rollout'] as const),
    ...(['Namespace', 'ConfigMap', 'MutatingWebhookConfiguration'] as const),
  ],
  message: ({ resourceType, resourceName }) =>
    `the proxy of ${resourceType} ${resourceName} has the image \`auto\`, which no injector replaces`,
  check(mesh, report) {
    const { compat } = mesh.settings;
    const templates = leftAuto(mesh, ({ object: { kind } }) =>
      compat ? kind === 'Deployment' : kind !== 'Pod',
    );
    for (const workload of templates) {
      const { kind, name } = workload.object;
      report(workload.object, autoImageOf(workload) ?? [], { resourceType: kind, resourceName: name });
    }
  },
});
