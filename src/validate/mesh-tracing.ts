import type { Static } from 'typebox';
import type { Tracing } from '../api/mesh-proxy-config.ts';
import type { Path } from '../path.ts';
import { checkClientTls } from './client-tls.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';
import { checkHostPort } from './values/host-ports.ts';

type TracingSpec = Loose<Static<typeof Tracing>>;

const accessToken = errorRule({
  slug: 'mesh/lightstep-access-token',
  summary: 'Lightstep is used with an access token.',
  message: () => 'Lightstep needs an `accessToken`',
});

export const meshTracingRules: readonly RuleInfo[] = [accessToken];

/** Checks where proxies send their traces. */
export function checkMeshTracing(tracing: TracingSpec, path: Path, report: Report): void {
  if (tracing.tlsSettings !== undefined)
    checkClientTls(tracing.tlsSettings, '', [...path, 'tlsSettings'], report);
  const name = tracers.find((tracer) => tracing[tracer] !== undefined);
  if (name === undefined || name === 'openCensusAgent' || name === 'stackdriver') return;
  const { address = '' } = tracing[name] ?? {};
  const placeholder = name === 'lightstep' ? undefined : '$(HOST_IP)';
  checkHostPort(address, [...path, name, 'address'], report, placeholder);
  if (name === 'lightstep') checkAccessToken(tracing.lightstep?.accessToken, [...path, name], report);
}

function checkAccessToken(token: string | undefined, path: Path, report: Report): void {
  if (token === undefined || token === '') report(accessToken, [...path, 'accessToken'], {});
}

/** Of several tracers the last counts, in the order of their declaration; here it comes first. */
const tracers = ['openCensusAgent', 'stackdriver', 'datadog', 'lightstep', 'zipkin'] as const;
