import { objectIn, plainText, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { istioVersion } from '../../../version.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import type { PrecheckFinding } from '../precheck-report.ts';

const group = 'gateway.networking.k8s.io';

/** What Istio reads now, and what it will read only: kinds by the version that must be served. */
const needed: readonly [
  version: string,
  code: string,
  severity: 'error' | 'warning',
  kinds: readonly string[],
][] = [
  ['v1beta1', 'IST0156', 'error', ['Gateway', 'GatewayClass', 'HTTPRoute', 'ReferenceGrant']],
  ['v1', 'IST0172', 'warning', ['Gateway', 'GatewayClass', 'HTTPRoute', 'GRPCRoute']],
];

/** The oldest bundle of definitions of which istiod reads a kind: it passes others over in silence. */
const oldestBundles: Readonly<Record<string, string>> = {
  grpcroutes: '1.1.0',
  backendtlspolicies: '1.4.0',
  tlsroutes: '1.5.0',
  tcproutes: '1.6.0',
};

/** What is wrong with the definitions of Gateway API; nothing is where there are none. */
export function gatewayApiFindings({ served, definitions }: PrecheckFacts): readonly PrecheckFinding[] {
  const kinds = served.filter((one) => one.group === group);
  const versions = needed.flatMap(([version, code, severity, names]) =>
    names.flatMap((kind) => {
      const found = kinds.filter((one) => one.kind === kind);
      const [first] = found;
      if (first === undefined || found.some((one) => one.version === version)) return [];
      const has = found.map((one) => one.version).join(', ');
      return [
        {
          ...{ code, severity, origin: `CustomResourceDefinition ${first.resource}.${group}` },
          message:
            severity === 'error'
              ? `${kind} is served as ${has}, and Istio needs ${version}`
              : `${kind} is served as ${has}, and later releases of Istio will need ${version}`,
          hint: 'apply a newer bundle of Gateway API before the upgrade',
        },
      ];
    }),
  );
  return [...versions, ...(definitions ?? []).flatMap(bundleFinding)];
}

function bundleFinding(definition: JsonObject): readonly PrecheckFinding[] {
  const { name } = keyOf(definition);
  const oldest = name.endsWith(`.${group}`) ? oldestBundles[name.replace(/\..*/, '')] : undefined;
  const bundle = plainText(
    objectIn(definition, 'metadata', 'annotations')['gateway.networking.k8s.io/bundle-version'],
  );
  if (oldest === undefined || bundle === '' || !isBelow(bundle, oldest)) return [];
  return [
    {
      ...{ code: 'MSH0302', severity: 'warning', origin: `CustomResourceDefinition ${name}` },
      message: `it is of the bundle ${bundle}, and istiod ${istioVersion} reads it from v${oldest} on: it would pass such objects over`,
      hint: `apply the bundle v${oldest} of Gateway API or a newer one`,
    },
  ];
}

function isBelow(version: string, bound: string): boolean {
  const numbers = (text: string): number[] => (text.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  const [one, other] = [numbers(version), numbers(bound)];
  const place = other.findIndex((number, i) => one[i] !== number);
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
}
