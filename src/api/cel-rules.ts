import type { CelRule } from './schema/fields.ts';
import {
  hasAtMostOneOf,
  hasFields,
  hasPlainKeys,
  haveOwnNumbers,
  isWithoutStar,
  lacks,
} from './schema/sure.ts';

/** The CEL rules of the Istio CRDs: each stands once, with our own message. */
export const selectorOrTargetRefs: CelRule = {
  rule: '(has(self.selector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1',
  message: 'Set either `selector` or `targetRefs`, not both.',
  sameAs: 'policy/selector-and-target',
  sure: hasAtMostOneOf('selector', 'targetRefs'),
};

export const wasmXorLua: CelRule = {
  rule: 'has(self.wasm) != has(self.lua)',
  message: 'Set exactly one of `wasm` and `lua`.',
  sameAs: 'trafficextension/one-of',
};

export const noWildcardInLabelKeys: CelRule = {
  rule: 'self.all(key, !key.contains("*"))',
  message: 'A label key of a selector cannot hold `*`: selectors match exact labels only.',
  sameAs: 'selector/wildcard',
  sure: hasPlainKeys,
};

export const noEmptyLabelKeys: CelRule = {
  rule: 'self.all(key, key.size() != 0)',
  message: 'A label key of a selector cannot be empty.',
  sameAs: 'selector/empty-key',
  sure: hasPlainKeys,
};

export const noWildcardInLabelValue: CelRule = {
  rule: '!self.contains("*")',
  message: 'A label value of a selector cannot hold `*`: selectors match exact labels only.',
  sameAs: 'selector/wildcard',
  sure: isWithoutStar,
};

export const mustBeEmpty: CelRule = {
  rule: 'self.size() == 0',
  message: 'Leave this empty: a policy cannot refer to another namespace.',
  sameAs: 'targetref/namespace',
};

export const wasmUrlScheme: CelRule = {
  rule: 'isURL(self) ? (url(self).getScheme() in ["", "http", "https", "file", "oci"]) : (isURL("http://" + self) &&\nurl("http://" + self).getScheme() in ["", "http", "https", "file", "oci"])',
  message: 'Use an URL with the scheme http, https, file or oci, or none.',
  sameAs: 'wasm/url',
};

export const valueNotFromHost: CelRule = {
  rule: '(has(self.valueFrom) ? self.valueFrom : "") != "HOST" || !has(self.value)',
  message: 'With `valueFrom: HOST` the value comes from the proxy: drop `value`.',
  sameAs: 'wasm/env-value',
  sure: lacks('valueFrom'),
};

export const atMostOneTarget: CelRule = {
  rule: '(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1',
  message: 'Set at most one of `selector`, `targetRef` and `targetRefs`.',
  sameAs: 'policy/selector-and-target',
  sure: hasAtMostOneOf('selector', 'targetRef', 'targetRefs'),
};

export const wasmPluginUrlScheme: CelRule = {
  rule: 'isURL(self) ? (url(self).getScheme() in ["", "http", "https", "oci", "file"]) : (isURL("http://" + self) &&\nurl("http://" + self).getScheme() in ["", "http", "https", "oci", "file"])',
  message: 'Use an URL with the scheme http, https, oci or file, or none.',
  sameAs: 'wasm/url',
};

export const atLeast1ms: CelRule = {
  rule: "duration(self) >= duration('1ms')",
  message: 'Give a duration of at least 1ms.',
  sameAs: 'duration/too-small',
};

export const workloadSelectorOrTargetRefs: CelRule = {
  rule: '(has(self.workloadSelector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1',
  message: 'Set either `workloadSelector` or `targetRefs`, not both.',
  sameAs: 'policy/selector-and-target',
  sure: hasAtMostOneOf('workloadSelector', 'targetRefs'),
};

export const waypointContext: CelRule = {
  rule: 'has(self.context) ? ((self.context == "WAYPOINT") ? has(self.waypoint) : !has(self.waypoint)) : !has(self.waypoint)',
  message: 'A `waypoint` match must go with `context: WAYPOINT`, and that context needs one.',
};

export const portNumber: CelRule = {
  rule: '0 < self && self <= 65535',
  message: 'A port must lie between 1 and 65535.',
  sameAs: 'port/range',
};

export const tlsCertificatesOrCredentialNames: CelRule = {
  rule: '(has(self.tlsCertificates) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1',
  message: 'Set either `tlsCertificates` or `credentialNames`, not both.',
  sameAs: 'servertls/multiple-certs',
  sure: hasAtMostOneOf('tlsCertificates', 'credentialNames'),
};

export const credentialNameOrNames: CelRule = {
  rule: '(has(self.credentialName) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1',
  message: 'Set either `credentialName` or `credentialNames`, not both.',
  sameAs: 'servertls/multiple-certs',
  sure: hasAtMostOneOf('credentialName', 'credentialNames'),
};

export const credentialNamesOrTlsCertificates: CelRule = {
  rule: '(has(self.credentialNames) ? 1 : 0) + (has(self.tlsCertificates) ? 1 : 0) <= 1',
  message: 'Set either `credentialNames` or `tlsCertificates`, not both.',
  sameAs: 'servertls/multiple-certs',
  sure: hasAtMostOneOf('credentialNames', 'tlsCertificates'),
};

export const selectorOrEndpoints: CelRule = {
  rule: '(has(self.workloadSelector) ? 1 : 0) + (has(self.endpoints) ? 1 : 0) <= 1',
  message: 'Set either `workloadSelector` or `endpoints`, not both.',
  sameAs: 'serviceentry/selector-and-endpoints',
  sure: hasAtMostOneOf('workloadSelector', 'endpoints'),
};

export const cidrNeedsStatic: CelRule = {
  rule: '!((has(self.addresses) ? self.addresses : []).exists(k, k.contains("/")) && !((has(self.resolution) ? self.resolution : "NONE") in ["STATIC", "NONE"]))',
  message: 'An address range needs `resolution: STATIC` or `NONE`.',
  sameAs: 'serviceentry/cidr-resolution',
  sure: lacks('addresses'),
};

export const noneWithoutEndpoints: CelRule = {
  rule: '((has(self.resolution) ? self.resolution : "NONE") == "NONE") ? !has(self.endpoints) : true',
  message: 'With `resolution: NONE` there must be no `endpoints`.',
  sameAs: 'serviceentry/none-endpoints',
  sure: lacks('endpoints'),
};

export const roundRobinOneEndpoint: CelRule = {
  rule: '((has(self.resolution) ? self.resolution : "") == "DNS_ROUND_ROBIN") ? ((has(self.endpoints) ? self.endpoints : []).size() <= 1) : true',
  message: 'With `resolution: DNS_ROUND_ROBIN` there must be at most one endpoint.',
  sameAs: 'serviceentry/round-robin-endpoints',
  sure: lacks('endpoints'),
};

export const addressOrNetwork: CelRule = {
  rule: 'has(self.address) || has(self.network)',
  message: 'Give an `address`, or the `network` to reach it through.',
  sameAs: 'endpoint/address-required',
  sure: hasFields('address'),
};

export const unixWithoutPorts: CelRule = {
  rule: '(has(self.address) ? self.address : "").startsWith("unix://") ? !has(self.ports) : true',
  message: 'A unix socket has no ports: drop `ports`.',
  sameAs: 'endpoint/unix-with-ports',
  sure: lacks('ports'),
};

export const unixPath: CelRule = {
  rule: 'self.startsWith("unix://") ? (self.substring(7, 8) == "/" || self.substring(7, 8) == "@") : true',
  message: 'After `unix://` must come an absolute path, or `@` and an abstract name.',
  sameAs: 'unix/path',
};

export const unixNoTrailingSlash: CelRule = {
  rule: 'self.startsWith("unix://") ? !self.endsWith("/") : true',
  message: 'A unix socket is a file: its path cannot end with `/`.',
  sameAs: 'unix/path',
};

export const portMapNames: CelRule = {
  rule: 'self.all(key, size(key) < 63 && key.matches("^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$"))',
  message: 'A port name must have at most 62 letters, digits and inner hyphens.',
  sameAs: 'port/name',
  sure: hasPlainKeys,
};

export const notAnyHost: CelRule = {
  rule: 'self != "*"',
  message: 'A host cannot be just `*`.',
  sameAs: 'host/star-not-allowed',
  sure: isWithoutStar,
};

export const uniquePortNumbers: CelRule = {
  rule: 'self.all(l1, self.exists_one(l2, l1.number == l2.number))',
  message: 'A port number must not occur twice.',
  sameAs: 'serviceentry/port-number-duplicate',
  sure: haveOwnNumbers,
};

export const probeScheme: CelRule = {
  rule: 'self in ["", "HTTP", "HTTPS"]',
  message: 'The scheme must be HTTP or HTTPS, in upper case.',
  sameAs: 'probe/scheme',
};

export const serviceAccountsAlone: CelRule = {
  rule: '(has(self.serviceAccounts) || has(self.notServiceAccounts)) ? (!has(self.principals) &&\n!has(self.notPrincipals) && !has(self.namespaces) && !has(self.notNamespaces)) : true',
  message:
    'Service accounts already name a namespace and a principal: do not combine them with `principals` or `namespaces`.',
  sameAs: 'authz/service-accounts-conflict',
  sure: lacks('serviceAccounts', 'notServiceAccounts'),
};

export const portLevelNeedsSelector: CelRule = {
  rule: 'has(self.portLevelMtls) ? (((has(self.selector) && has(self.selector.matchLabels)) ? self.selector.matchLabels : {}).size() > 0) : true',
  message: '`portLevelMtls` needs a selector with labels.',
  sameAs: 'peerauth/port-level-needs-selector',
  sure: lacks('portLevelMtls'),
};

export const portKeys: CelRule = {
  rule: 'self.all(key, 0 < int(key) && int(key) <= 65535)',
  message: 'The keys must be port numbers between 1 and 65535.',
  sameAs: 'port/range',
};

export const jwksXorUri: CelRule = {
  rule: '(has(self.jwksUri) ? 1 : 0) + (has(self.jwks_uri) ? 1 : 0) + (has(self.jwks) ? 1 : 0) <= 1',
  message: 'Set either `jwks` or `jwksUri`, not both.',
  sure: hasAtMostOneOf('jwksUri', 'jwks_uri', 'jwks'),
};

export const httpUrl: CelRule = {
  rule: 'url(self).getScheme() in ["http", "https"]',
  message: 'Use an absolute URL that starts with http:// or https://.',
  sameAs: 'jwt/uri-scheme',
};

export const upsertNeedsValue: CelRule = {
  rule: '((has(self.operation) ? self.operation : "") == "UPSERT") ? (self.value != "") : true',
  message: '`operation: UPSERT` needs a value.',
  sameAs: 'telemetry/tag-override',
  sure: lacks('operation'),
};

export const removeWithoutValue: CelRule = {
  rule: '((has(self.operation) ? self.operation : "") == "REMOVE") ? !has(self.value) : true',
  message: '`operation: REMOVE` takes no value.',
  sameAs: 'telemetry/tag-override',
  sure: lacks('operation'),
};
