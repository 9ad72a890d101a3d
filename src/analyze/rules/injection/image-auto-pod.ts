import { defineRule } from '../../rule.ts';
import { autoImageOf, leftAuto } from './image-auto.ts';

/** A Pod whose image nobody has put in does not start. */
export const imageAutoPod = defineRule<{ resourceType: string; resourceName: string }>({
  slug: 'injection/image-auto-pod',
  code: 'IST0147',
  severity: 'error',
  summary: 'The image of a proxy is put in by the injector, or named.',
  hint: 'Label the Pod or its namespace for injection and create the Pod again.',
  kinds: ['Pod', 'Namespace', 'ConfigMap', 'MutatingWebhookConfiguration'],
  message: ({ resourceName }) =>
    `the proxy of Pod ${resourceName} has the image \`auto\`, which no injector replaces`,
  check(mesh, report) {
    for (const workload of leftAuto(mesh, ({ object }) => object.kind === 'Pod')) {
      const { object } = workload;
      report(object, autoImageOf(workload) ?? [], { resourceType: 'Pod', resourceName: object.name });
    }
  },
});
