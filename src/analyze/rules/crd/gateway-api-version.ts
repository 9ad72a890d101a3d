import { defineRule } from '../../rule.ts';

/** istiod reads routes of some kinds only when their definitions are new enough. */
export const gatewayApiVersion = defineRule<{
  crd: string;
  installedVersion: string;
  minimumVersion: string;
}>({
  slug: 'crd/gateway-api-version',
  code: 'IST0176',
  severity: 'warning',
  summary: 'The definitions of Gateway API are as new as istiod needs them.',
  hint: 'Install the definitions of a newer release of Gateway API.',
  kinds: ['CustomResourceDefinition'],
  message: ({ crd, installedVersion, minimumVersion }) =>
    `${crd} is that of Gateway API ${installedVersion}; istiod passes over its objects below ${minimumVersion}`,
  check(mesh, report) {
    for (const definition of mesh.of('CustomResourceDefinition')) {
      const minimumVersion = minimums[definition.name];
      const installed = numbersOf(definition.annotations[annotation] ?? '');
      if (minimumVersion === undefined || installed === undefined) continue;
      if (!isBelow(installed, numbersOf(minimumVersion) ?? [])) continue;
      report(definition, ['metadata', 'annotations', annotation], {
        crd: definition.name,
        installedVersion: installed.join('.'),
        minimumVersion,
      });
    }
  },
});

const annotation = 'gateway.networking.k8s.io/bundle-version';

const minimums: Readonly<Record<string, string>> = {
  'grpcroutes.gateway.networking.k8s.io': '1.1.0',
  'backendtlspolicies.gateway.networking.k8s.io': '1.4.0',
  'tlsroutes.gateway.networking.k8s.io': '1.5.0',
  'tcproutes.gateway.networking.k8s.io': '1.6.0',
};

const version = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/;

/** Major, minor and patch; what comes after them, as of a pre-release, does not count. */
function numbersOf(text: string): readonly number[] | undefined {
  const match = version.exec(text);
  return match?.slice(1, 4).map((part: string | undefined) => Number(part ?? 0));
}

function isBelow(left: readonly number[], right: readonly number[]): boolean {
  const differs = left.findIndex((part, index) => part !== right[index]);
  return differs >= 0 && (left[differs] ?? 0) < (right[differs] ?? 0);
}
