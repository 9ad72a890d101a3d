import type { Static } from 'typebox';
import type { HTTPHealthCheckConfig, ReadinessProbe, WorkloadGroupSpec } from '../api/workload-group.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { checkLabels } from './values/labels.ts';
import { checkPort } from './values/ports.ts';

type Spec = Loose<Static<typeof WorkloadGroupSpec>>;
type Probe = Loose<Static<typeof ReadinessProbe>>;
type HttpGet = Loose<Static<typeof HTTPHealthCheckConfig>>;

const templateRequired = errorRule({
  slug: 'workloadgroup/template-required',
  summary: 'A workload group has a template for its entries.',
  message: () => 'the workload group has no template',
  hint: '`template: {}` is enough.',
});

const negative = errorRule({
  slug: 'probe/negative',
  summary: 'The times and thresholds of a probe are not negative.',
  message: ({ value }: { value: number }) => `${value} is negative`,
});

const method = errorRule({
  slug: 'probe/method',
  summary: 'A probe asks by HTTP, opens a TCP connection or runs a command.',
  message: () => 'the probe has no method',
  hint: 'Give `httpGet`, `tcpSocket` or `exec`.',
});

const grpc = errorRule({
  slug: 'probe/grpc',
  summary: 'Probes of workload groups do not use gRPC.',
  message: () => "Istio's own validation refuses gRPC probes in workload groups",
  hint: 'Use `httpGet`, `tcpSocket` or `exec`.',
});

const command = errorRule({
  slug: 'probe/command',
  summary: 'A probe that runs a command names it.',
  message: () => 'the probe has no command',
});

const scheme = errorRule({
  slug: 'probe/scheme',
  summary: 'The scheme of a probe is HTTP or HTTPS.',
  message: ({ scheme: given }: { scheme: string }) => `scheme ${JSON.stringify(given)} is not HTTP or HTTPS`,
  hint: 'Write it in upper case.',
});

const headerName = errorRule({
  slug: 'probe/header-name',
  summary: 'The name of a header of a probe has letters, digits and hyphens.',
  message: ({ name }: { name: string }) =>
    name === '' ? 'the header has no name' : `${JSON.stringify(name)} is not a header name for a probe`,
  hint: 'Letters, digits and `-` are allowed.',
});

export const workloadGroupRules: readonly RuleInfo[] = [
  ...[templateRequired, negative, method, grpc, command, scheme, headerName],
];

/**
 * The rules of Istio for a WorkloadGroup. The template is not judged, since what it lacks is filled in when a workload
 * registers.
 */
export const checkWorkloadGroup: Check<Spec> = ({ metadata, template, probe }, { report }) => {
  if (template === undefined) report(templateRequired, ['spec', 'template'], {});
  if (metadata?.labels !== undefined) checkLabels(metadata.labels, ['spec', 'metadata', 'labels'], report);
  if (probe !== undefined) checkProbe(probe, ['spec', 'probe'], report);
};

const counts = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

function checkProbe(probe: Probe, path: Path, report: Report): void {
  for (const name of counts) {
    const value = probe[name];
    if (value !== undefined && value < 0) report(negative, [...path, name], { value });
  }
  checkMethod(probe, path, report);
}

/** Of several methods, which the API server refuses, Istio reads the last one. */
function checkMethod({ httpGet, tcpSocket, exec, grpc: call }: Probe, path: Path, report: Report): void {
  if (call !== undefined) {
    report(grpc, [...path, 'grpc'], {});
  } else if (exec !== undefined) {
    if ((exec.command ?? []).length === 0) report(command, [...path, 'exec', 'command'], {});
  } else if (tcpSocket !== undefined) {
    checkPort(tcpSocket.port ?? 0, [...path, 'tcpSocket', 'port'], report);
  } else if (httpGet !== undefined) {
    checkHttpGet(httpGet, [...path, 'httpGet'], report);
  } else {
    report(method, path, {});
  }
}

const probeHeader = /^[-A-Za-z0-9]+$/;

function checkHttpGet(probe: HttpGet, path: Path, report: Report): void {
  const { port = 0, scheme: given = '', httpHeaders = [] } = probe;
  checkPort(port, [...path, 'port'], report);
  if (given !== '' && given !== 'HTTP' && given !== 'HTTPS')
    report(scheme, [...path, 'scheme'], { scheme: given });
  for (const [index, { name = '' }] of httpHeaders.entries()) {
    if (!probeHeader.test(name)) report(headerName, [...path, 'httpHeaders', index, 'name'], { name });
  }
}
