import { adminPortInGateway } from './admin-port-in-gateway.ts';
import { adminPortInService } from './admin-port-in-service.ts';
import { allowAll } from './allow-all.ts';
import { certificateExpiring } from './certificate-expiring.ts';
import { clientMtlsOff } from './client-mtls-off.ts';
import { credentialInConfigMap } from './credential-in-config-map.ts';
import { credentialInEnv } from './credential-in-env.ts';
import { credentialInEnvoyFilter } from './credential-in-envoy-filter.ts';
import { credentialInRoute } from './credential-in-route.ts';
import { egressAllowAny } from './egress-allow-any.ts';
import { firstPartyToken } from './first-party-token.ts';
import { forgeableHeader } from './forgeable-header.ts';
import { gatewayPlaintext } from './gateway-plaintext.ts';
import { imageUnpinned } from './image-unpinned.ts';
import { istiodFlag } from './istiod-flag.ts';
import { jwtWithoutAudience } from './jwt-without-audience.ts';
import { listenerPlaintext } from './listener-plaintext.ts';
import { mtlsDisabled } from './mtls-disabled.ts';
import { mtlsPermissive } from './mtls-permissive.ts';
import { noDefaultDeny } from './no-default-deny.ts';
import { oldTls } from './old-tls.ts';
import { plaintextDiscovery } from './plaintext-discovery.ts';
import { sharedServiceAccount } from './shared-service-account.ts';
import { untrustedClientAddress } from './untrusted-client-address.ts';
import { wasmWithoutChecksum } from './wasm-without-checksum.ts';
import { weakCipher } from './weak-cipher.ts';
import { wildcardHost } from './wildcard-host.ts';

/** Risky settings: nothing is broken by them, so each runs only when it is asked for. */
export const hardeningRules = [
  ...[mtlsPermissive, mtlsDisabled, clientMtlsOff, allowAll, noDefaultDeny],
  ...[gatewayPlaintext, listenerPlaintext, oldTls, weakCipher, wildcardHost],
  ...[egressAllowAny, jwtWithoutAudience, wasmWithoutChecksum, imageUnpinned],
  ...[credentialInEnvoyFilter, credentialInEnv, credentialInConfigMap, credentialInRoute],
  ...[adminPortInService, adminPortInGateway, sharedServiceAccount, forgeableHeader, untrustedClientAddress],
  ...[istiodFlag, plaintextDiscovery, firstPartyToken, certificateExpiring],
];
