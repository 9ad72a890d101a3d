import { defineRule } from '../../rule.ts';
import { minorVersion } from '../../../minor-version.ts';
import { removedKubernetesApi } from './removed-kubernetes-apis.ts';

/** The API server refuses objects in versions that it no longer serves. */
export const kubernetesApi = defineRule<{
  apiVersion: string;
  kind: string;
  removed: string;
  target: string;
}>({
  slug: 'deprecated/kubernetes-api',
  code: 'MSH0147',
  severity: 'error',
  summary: 'Objects are written in API versions that the cluster serves.',
  kinds: [
    ...([
      'Deployment',
      'StatefulSet',
      'DaemonSet',
      'ReplicaSet',
      'CronJob',
      'CustomResourceDefinition',
    ] as const),
    ...(['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'] as const),
  ],
  message: ({ apiVersion, kind, removed, target }) =>
    `${kind} of ${apiVersion} is gone since Kubernetes ${removed}; this is for ${target}`,
  check(mesh, report) {
    const { kubernetesVersion: target } = mesh.settings;
    const minor = minorVersion(target);
    if (minor === undefined) return;
    for (const object of mesh.objects) {
      const { apiVersion, kind } = object.resource;
      const api = removedKubernetesApi(apiVersion, kind);
      if (api === undefined || api.removed > minor) continue;
      const removed = `1.${api.removed}`;
      report(
        object,
        ['apiVersion'],
        { apiVersion, kind, removed, target },
        {
          rejectedBy: ['apiserver'],
          hint:
            api.successor === undefined
              ? 'Nothing takes its place: delete it.'
              : `Rewrite it for ${api.successor}; some fields differ.`,
        },
      );
    }
  },
});
