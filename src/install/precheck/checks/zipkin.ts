import { keyOf } from '../../../kube/apply/index.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import type { PrecheckFinding } from '../precheck-report.ts';

/** Up to 1.21 proxies sent traces to a Service of that name without being told to. */
export function zipkinFindings(
  { services = [], istioNamespace }: PrecheckFacts,
  minor: number,
): readonly PrecheckFinding[] {
  if (minor >= 22 || !services.some((service) => keyOf(service).name === 'zipkin')) return [];
  return [
    {
      ...{ code: 'IST0169', severity: 'warning', origin: `Service ${istioNamespace}/zipkin` },
      message: 'since 1.22: nothing is traced to zipkin unless it is said, and there is a Service of it',
      hint: 'set meshConfig.defaultConfig.tracing, or values.compatibilityVersion=1.21',
    },
  ];
}
