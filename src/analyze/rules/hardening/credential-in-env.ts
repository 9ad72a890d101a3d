import { defineRule } from '../../rule.ts';
import type { Path } from '../../../path.ts';
import { podKinds, type Workload } from '../../workloads.ts';
import { ownerKey, ownerOf } from './owner-of.ts';
import { holdsSecret, isSecretName, isSecretValue } from './is-credential.ts';

/** The spec of a Pod is read by many more than its Secrets are. */
export const credentialInEnv = defineRule<{ variable: string }>({
  slug: 'hardening/credential-in-env',
  code: 'MSH0414',
  severity: 'warning',
  summary: 'Variables of containers take secrets from a Secret.',
  hint: 'Use `valueFrom: {secretKeyRef: ...}`, and replace the secret, since it has been read.',
  kinds: podKinds,
  optIn: true,
  message: ({ variable }) => `the variable ${variable} holds what looks like a secret in plain text`,
  check(mesh, report) {
    for (const workload of mesh.workloads.all)
      for (const { path, name, value } of variablesOf(workload))
        if (holdsSecret(value) || (isSecretName(name) && isSecretValue(value)))
          report(workload.object, path, { variable: name }, { group: groupOf(workload, name, value) });
  },
});

/** A workload and its Pods hold the same; Pods that name no owner are alike when they are of one application. */
function groupOf({ object, labels }: Workload, name: string, value: string): string {
  const isAlone = ownerOf(object).kind === 'Pod';
  const whose = isAlone && labels.app !== undefined ? [object.namespace, labels.app] : [ownerKey(object)];
  return JSON.stringify([...whose, name, value]);
}

interface Variable {
  readonly path: Path;
  readonly name: string;
  readonly value: string;
}

const variablesOf = ({ pod, podPath }: Workload): readonly Variable[] =>
  (['containers', 'initContainers'] as const).flatMap((list) =>
    (pod?.[list] ?? []).flatMap(({ env = [] }, index) =>
      env.map(({ name = '', value = '' }, place) => ({
        ...{ name, value, path: [...podPath, list, index, 'env', place, 'value'] },
      })),
    ),
  );
