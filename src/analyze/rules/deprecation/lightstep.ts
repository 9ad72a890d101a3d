import { defineRule } from '../../rule.ts';

/** The tracer of Lightstep is gone from Envoy: traces have to go out as OpenTelemetry. */
export const lightstep = defineRule<{ subject: string }>({
  slug: 'deprecation/lightstep',
  code: 'IST0002',
  severity: 'warning',
  summary: 'No Telemetry sends traces to a Lightstep provider.',
  hint: 'Define an `opentelemetry` provider with the address of the collector, and name that one.',
  kinds: ['Telemetry', 'ConfigMap'],
  message: ({ subject }) => `the ${subject} is of the kind Lightstep, which is deprecated`,
  check(mesh, report) {
    const { extensionProviders = [] } = mesh.meshConfig.spec;
    const old = new Set(extensionProviders.filter((given) => given.lightstep).map(({ name }) => name));
    if (old.size === 0) return;
    for (const telemetry of mesh.of('Telemetry')) {
      for (const [index, { providers = [] }] of (telemetry.spec.tracing ?? []).entries()) {
        for (const [number, { name = '' }] of providers.entries()) {
          if (!old.has(name)) continue;
          const path = ['spec', 'tracing', index, 'providers', number, 'name'];
          report(telemetry, path, { subject: `provider ${name}` });
        }
      }
    }
  },
});
