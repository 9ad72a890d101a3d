import { defineRule } from '../../rule.ts';
import { holdsSecret, isSecretName, isSecretValue } from './is-credential.ts';

/** ConfigMaps are not encrypted where Kubernetes keeps them, and readable for more than Secrets are. */
export const credentialInConfigMap = defineRule<{ key: string }>({
  slug: 'hardening/credential-in-configmap',
  code: 'MSH0415',
  severity: 'warning',
  summary: 'No ConfigMap holds a secret.',
  hint: 'Move it into a Secret, and replace it, since it has been read.',
  kinds: ['ConfigMap'],
  optIn: true,
  message: ({ key }) => `${key} holds what looks like a secret in plain text`,
  check(mesh, report) {
    for (const map of mesh.of('ConfigMap'))
      for (const [key, value] of Object.entries(map.spec.data ?? {}))
        if (holdsSecret(value) || (isSecretName(key) && isSecretValue(value)))
          report(map, ['data', key], { key });
  },
});
