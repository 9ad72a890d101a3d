import { detect, type DetectInput, type DetectVerdict, type Evidence } from '../detect/index.ts';
import { plainText } from '../json.ts';
import { minorVersion } from '../minor-version.ts';
import { minorRelease, type CrdGate } from '../releases/index.ts';
import { endOf, isAtLeast } from './version-step.ts';

/** A kind of the Gateway API that istiod ignores after an upgrade. */
export interface GateJudgement {
  /** Such as `tlsroutes`. */
  readonly plural: string;
  readonly kind: string;
  /** Release of the Gateway API that the definition is of. */
  readonly bundle: string;
  /** What the new version of Istio accepts. */
  readonly min?: string;
  readonly max?: string;
  /** Whether the old version ignores it already. */
  readonly before: boolean;
  /** The definition. */
  readonly definition: Evidence;
  /** Whether there are objects of the kind. */
  readonly used: DetectVerdict;
}

/** Kinds whose definition is of a release of the Gateway API that the version to go to does not accept. */
export function judgeGates(from: string, to: string, input: DetectInput): readonly GateJudgement[] {
  return Object.entries(kinds).flatMap(([plural, kind]) => {
    const gate = gateAt(to, plural, Infinity);
    const definition = definitionOf(plural, input);
    if (gate === undefined || definition === undefined) return [];
    const bundle = plainText(definition.value);
    if (!isIgnored(bundle, gate)) return [];
    const { min, max } = gate;
    const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    const old = gateAt(from, plural, 0);
    const before = old !== undefined && isIgnored(bundle, old);
    const used = detect({ entries: [{ kind, path: 'metadata.name', predicate: 'exists' }] }, input);
    return [{ plural, kind, bundle, ...limits, before, definition, used }];
  });
}

const kinds: Readonly<Record<string, string>> = {
  grpcroutes: 'GRPCRoute',
  backendtlspolicies: 'BackendTLSPolicy',
  tlsroutes: 'TLSRoute',
  tcproutes: 'TCPRoute',
};

function gateAt(version: string, plural: string, patch: number): CrdGate | undefined {
  const end = endOf(version, patch);
  const gate = minorRelease(`1.${end.minor}`)?.gatewayApi.crdGates[plural];
  if (gate?.since !== undefined && !isAtLeast(end, endOf(gate.since, 0))) return undefined;
  return gate;
}

function definitionOf(plural: string, input: DetectInput): Evidence | undefined {
  const found = detect(
    {
      entries: [
        {
          ...{ kind: 'CRD', name: `${plural}.gateway.networking.k8s.io`, predicate: 'exists' },
          path: 'metadata.annotations["gateway.networking.k8s.io/bundle-version"]',
        },
      ],
    },
    input,
  );
  return found.state === 'yes' ? found.evidence[0] : undefined;
}

/** Gates name the first release of a minor one; the patches of the newest that is accepted are accepted, too. */
function isIgnored(bundle: string, { min, max }: CrdGate): boolean {
  const [own, least, most] = [bundle, min, max].map((release = '') => minorVersion(release));
  if (own === undefined) return false;
  return (least !== undefined && own < least) || (most !== undefined && own > most);
}
