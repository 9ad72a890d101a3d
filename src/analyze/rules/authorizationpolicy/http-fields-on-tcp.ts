import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { isHttp, portProtocol } from '../../port-protocol.ts';
import { selectedWorkloads } from '../../selected-workloads.ts';
import { workloadKinds } from '../../workloads.ts';

type Rule = NonNullable<MeshObject<'AuthorizationPolicy'>['spec']['rules']>[number];

/** The proxy reads no requests on a TCP port: conditions on them never hold for ALLOW, and always for DENY. */
export const httpFieldsOnTcp = defineRule<{ field: string; action: string; service: string }>({
  slug: 'authorizationpolicy/http-fields-on-tcp',
  code: 'MSH0126',
  severity: 'warning',
  summary: 'Conditions on HTTP requests are for workloads that serve HTTP.',
  hint: 'Name the port of the Service `http-...` (or set `appProtocol`) if it is HTTP; for TCP use `ports`, `principals` and `namespaces` only.',
  kinds: ['AuthorizationPolicy', 'Service', ...workloadKinds],
  message: ({ field, action, service }) =>
    `\`${field}\` is known of HTTP requests only, and all ports of the Service ${service} are TCP: ${effects[action] ?? ''}`,
  check(mesh, report) {
    for (const policy of mesh.of('AuthorizationPolicy')) {
      const { action = 'ALLOW', rules = [] } = policy.spec;
      const service = effects[action] === undefined ? undefined : tcpService(mesh, policy);
      if (service === undefined) continue;
      const related = [{ object: service, path: ['spec', 'ports'], message: 'the ports' }];
      for (const [index, rule] of rules.entries()) {
        const field = httpField(rule);
        // A DENY without ports is reported by authz/deny-tcp, whatever the ports are.
        if (field === undefined || (action === 'DENY' && !namesPorts(rule))) continue;
        report(policy, ['spec', 'rules', index], { field, action, service: service.name }, { related });
      }
    }
  },
});

const effects: Readonly<Record<string, string>> = {
  ALLOW: 'the rule lets nobody in',
  DENY: 'the rule refuses every connection to its ports',
};

/** A Service of the selected workloads, when all ports of all of their Services are TCP. */
function tcpService(
  mesh: Mesh,
  policy: MeshObject<'AuthorizationPolicy'>,
): MeshObject<'Service'> | undefined {
  const labels = policy.spec.selector?.matchLabels ?? {};
  if (Object.keys(labels).length === 0) return undefined;
  const selected = selectedWorkloads(mesh, policy, labels).map((workload) => mesh.servicesOf(workload));
  if (selected.some((services) => services.length === 0)) return undefined;
  const services = selected.flat();
  return services.every(isTcp) ? services[0] : undefined;
}

/** Whether every port is TCP by what the Service says, so that nothing is left to detection. */
const isTcp = ({ spec: { ports = [] } }: MeshObject<'Service'>): boolean =>
  ports.length > 0 &&
  ports.every((port) => {
    const protocol = portProtocol(port);
    return protocol !== undefined && !isHttp(protocol);
  });

const operations = ['hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'] as const;
const sources = ['requestPrincipals', 'notRequestPrincipals'] as const;

/** The first condition of a rule that only HTTP requests can meet. */
function httpField({ from = [], to = [], when = [] }: Rule): string | undefined {
  const has = (list: readonly string[] | undefined): boolean => (list ?? []).length > 0;
  return (
    operations.find((field) => to.length > 0 && to.every(({ operation = {} }) => has(operation[field]))) ??
    sources.find((field) => from.length > 0 && from.every(({ source = {} }) => has(source[field]))) ??
    when.find(({ key = '' }) => key.startsWith('request.'))?.key
  );
}

const namesPorts = ({ to = [], when = [] }: Rule): boolean =>
  to.some(({ operation: { ports = [] } = {} }) => ports.length > 0) ||
  when.some(({ key }) => key === 'destination.port');
