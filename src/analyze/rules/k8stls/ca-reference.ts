import { caRefsOf, mayExist } from '../../gateway-api/index.ts';
import { defineRule, type FindingDetails } from '../../rule.ts';

type Reason = 'kind' | 'several' | 'not-found' | 'undecided' | 'no-certificate';

/** Clients are verified by the certificates of one ConfigMap or Secret. */
export const caReference = defineRule<{ ca: string; reason: Reason }>({
  slug: 'k8stls/ca-reference',
  code: 'MSH0236',
  severity: 'error',
  summary: 'Gateways verify clients by one ConfigMap or Secret that holds CA certificates.',
  kinds: ['KubernetesGateway', 'ConfigMap', 'Secret'],
  message: ({ ca, reason }) => messages[reason](ca),
  hint: 'Name one ConfigMap or Secret with the certificates in `ca.crt`.',
  check(mesh, report) {
    for (const { gateway, path, label, fault } of mesh.derive(caRefsOf)) {
      if (fault === undefined || fault === 'not-permitted' || fault === 'undecided-grant') continue;
      const details: FindingDetails = fault === 'undecided' ? mayExist(label) : {};
      report(gateway, path, { ca: label, reason: fault }, details);
    }
  },
});

const messages: Readonly<Record<Reason, (ca: string) => string>> = {
  kind: (ca) => `CA certificates are read from a ConfigMap or Secret of the core group, not from ${ca}`,
  several: (ca) => `Istio takes one reference to CA certificates; with ${ca} it takes none`,
  'not-found': (ca) => `there is no ${ca}`,
  undecided: (ca) => `there is no ${ca}`,
  'no-certificate': (ca) => `${ca} holds no certificate in \`ca.crt\``,
};
