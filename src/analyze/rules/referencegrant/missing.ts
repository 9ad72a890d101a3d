import { mayExist } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { ungranted } from './references.ts';

/** A reference to another namespace takes effect only when a ReferenceGrant over there allows it. */
export const missing = defineRule<{ kind: string; target: string; namespace: string }>({
  slug: 'referencegrant/missing',
  code: 'MSH0208',
  severity: 'error',
  summary: 'References to other namespaces are granted there.',
  kinds: [
    'ReferenceGrant',
    'HTTPRoute',
    'GRPCRoute',
    'TLSRoute',
    'TCPRoute',
    'KubernetesGateway',
    'ListenerSet',
  ],
  message: ({ kind, target, namespace }) =>
    `no ReferenceGrant lets ${kind}s of the namespace ${namespace} use ${target}`,
  hint: 'Add a ReferenceGrant in the namespace of the target, or move the two together.',
  check(mesh, report) {
    for (const { object, path, target, isDecided } of ungranted(mesh)) {
      const kind = object.resource.kind;
      const details = isDecided ? {} : mayExist(`a ReferenceGrant for ${target}`);
      report(object, path, { kind, target, namespace: object.namespace }, details);
    }
  },
});
