import { caFault, mayExist } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { isPassedOver } from '../k8spolicy/index.ts';

type Reason = 'kind' | 'well-known' | 'not-found' | 'undecided' | 'no-certificate';

/** Servers are verified by the system's certificates, or by those of one ConfigMap. */
export const ca = defineRule<{ ca: string; reason: Reason }>({
  slug: 'backendtls/ca',
  code: 'MSH0259',
  severity: 'error',
  summary: 'A BackendTLSPolicy verifies servers by `System`, or by a ConfigMap with CA certificates.',
  kinds: ['BackendTLSPolicy', 'ConfigMap'],
  message: ({ ca: held, reason }) => {
    if (reason === 'well-known') return `Istio knows the CA certificates \`System\`, not ${held}`;
    if (reason === 'kind') return `CA certificates of servers are read from a ConfigMap, not from ${held}`;
    if (reason === 'no-certificate') return `${held} holds no certificate in \`ca.crt\``;
    return `there is no ${held}`;
  },
  hint: 'Name a ConfigMap of the same namespace with the certificates in `ca.crt`.',
  check(mesh, report) {
    for (const policy of mesh.of('BackendTLSPolicy')) {
      if (isPassedOver(policy)) continue;
      const found = faultOf(mesh, policy);
      if (found === undefined) continue;
      const { field, name, reason } = found;
      const details = reason === 'undecided' ? mayExist(name) : {};
      report(policy, ['spec', 'validation', ...field], { ca: name, reason }, details);
    }
  },
});

interface Found {
  readonly field: readonly (string | number)[];
  readonly name: string;
  readonly reason: Reason;
}

function faultOf(mesh: Mesh, { namespace, spec }: MeshObject<'BackendTLSPolicy'>): Found | undefined {
  const { caCertificateRefs: [first] = [], wellKnownCACertificates: known = 'System' } =
    spec.validation ?? {};
  if (known !== '' && known !== 'System')
    return { field: ['wellKnownCACertificates'], name: known, reason: 'well-known' };
  return first && refFault(mesh, namespace, first);
}

function refFault(
  mesh: Mesh,
  namespace: string,
  {
    group = '',
    kind = '',
    name = '',
  }: { readonly group?: string; readonly kind?: string; readonly name?: string },
): Found | undefined {
  const found = { field: ['caCertificateRefs', 0], name: `${kind} ${namespace}/${name}` };
  if (group !== '' || kind !== 'ConfigMap') return { ...found, reason: 'kind' };
  const reason = caFault(mesh, { kind, namespace, name });
  return reason && { ...found, reason };
}
