import type { Path } from '../../../path.ts';
import { servedListeners } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { serversOf } from '../gateway/servers.ts';
import { meshConfigPlace } from './mesh-config-place.ts';

/** Suites without forward secrecy, or with CBC, SHA-1 or triple DES. */
export const weakCipher = defineRule<{ suite: string; why: string }>({
  slug: 'hardening/weak-cipher',
  code: 'MSH0407',
  severity: 'warning',
  summary: 'TLS is limited to cipher suites with forward secrecy and authenticated encryption.',
  hint: 'Keep the suites that start with ECDHE and use GCM or CHACHA20, or leave the list out.',
  kinds: ['Gateway', 'KubernetesGateway', 'ListenerSet', 'GatewayClass', 'ConfigMap', 'IstioOperator'],
  optIn: true,
  message: ({ suite, why }) => `the cipher suite ${suite} ${why}`,
  check(mesh, report) {
    for (const { object, path, suite } of suitesOf(mesh)) {
      const why = weakness(suite);
      if (why !== undefined) report(object, path, { suite, why });
    }
  },
});

interface NamedSuite {
  readonly object: MeshObject;
  readonly path: Path;
  readonly suite: string;
}

const suitesOf = (mesh: Mesh): readonly NamedSuite[] => [
  ...mesh.derive(serversOf).flatMap(({ gateway, server, path }) =>
    (server.tls?.cipherSuites ?? []).map((suite, index) => ({
      ...{ object: gateway, suite },
      path: [...path, 'tls', 'cipherSuites', index],
    })),
  ),
  ...mesh.derive(servedListeners).flatMap(({ owner, path, spec }) =>
    (spec.tls?.options?.[option] ?? '').split(',').map((suite) => ({
      ...{ object: owner, suite: suite.trim() },
      path: [...path, 'tls', 'options', option],
    })),
  ),
  ...(['tlsDefaults', 'meshMTLS'] as const).flatMap((field) =>
    (mesh.meshConfig.spec[field]?.cipherSuites ?? []).map((suite, index) => ({
      ...{ object: mesh.meshConfig, suite },
      path: meshConfigPlace(mesh.meshConfig, [field, 'cipherSuites', index]),
    })),
  ),
];

const option = 'gateway.istio.io/tls-cipher-suites';

/** Names are those of OpenSSL; operators such as `-ALL` and suites of TLS 1.3 are not judged. */
function weakness(suite: string): string | undefined {
  if (suite.includes('DES') || suite.includes('RC4')) return 'can be broken';
  if (suite.includes('NULL')) return 'does not encrypt';
  if (suite === 'ALL') return 'stands for weak ones, too';
  if (!/^[A-Z]+[A-Z0-9]*-/.test(suite)) return undefined;
  if (!suite.startsWith('ECDHE-')) return 'has no forward secrecy';
  return suite.endsWith('-SHA') ? 'uses CBC and SHA-1' : undefined;
}
