import type { CelRule } from '../schema/fields.ts';
import {
  filtersLack,
  hasAtMostOneOf,
  hasFewMatches,
  hasFields,
  hasPlainBackends,
  hasUnless,
  isPlainPath,
  isShort,
  lacks,
  lacksUnless,
  isOfType,
} from '../schema/sure.ts';

/** The CEL rules of the Gateway API definitions: each stands once, with our own message. */

/** A field that only one type of the object may have. */
export const fieldNeedsType = (field: string, type: string): CelRule => ({
  rule: `!(has(self.${field}) && self.type != '${type}')`,
  message: `\`${field}\` must go with \`type: ${type}\` only.`,
  sure: lacksUnless(field, type),
});

/** A type of the object that cannot do without a field. */
export const typeNeedsField = (field: string, type: string): CelRule => ({
  rule: `!(!has(self.${field}) && self.type == '${type}')`,
  message: `\`type: ${type}\` needs \`${field}\`.`,
  sure: hasUnless(field, type),
});

/** A filter that a list may hold once. */
export const oneFilterOf = (type: string): CelRule => ({
  rule: `self.filter(f, f.type == '${type}').size() <= 1`,
  message: `A filter of type ${type} must not occur twice.`,
  sure: isShort,
});

/** Text that exact and prefix paths cannot hold, or end with. */
export const pathWithout = (where: 'contains' | 'endsWith', text: string): CelRule => ({
  rule: `(self.type in ['Exact','PathPrefix']) ? !self.value.${where}('${text}') : true`,
  message: `Exact and prefix paths cannot ${where === 'contains' ? 'hold' : 'end with'} \`${text}\`.`,
  sure: isPlainPath,
});

/** A type of path modifier that cannot do without its field. */
export const modifierNeedsField = (type: string, field: string): CelRule => ({
  rule: `self.type == '${type}' ? has(self.${field}) : true`,
  message: `\`type: ${type}\` needs \`${field}\`.`,
  sure: hasFields('type', field),
});

/** A field that only one type of path modifier may have. */
export const modifierFieldNeedsType = (field: string, type: string): CelRule => ({
  rule: `has(self.${field}) ? self.type == '${type}' : true`,
  message: `\`${field}\` must go with \`type: ${type}\` only.`,
  sure: lacks(field),
});

export const targetsAllOrNoSectionNames: CelRule = {
  rule: "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')) : true))",
  message: 'Targets of one object must all have a `sectionName`, unless there is only one of them.',
  sure: isShort,
};

export const uniqueTargetSections: CelRule = {
  rule: "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || (has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))",
  message: 'The same target and `sectionName` must not occur twice.',
  sure: isShort,
};

export const caRefsOrWellKnown: CelRule = {
  rule: '!(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 && has(self.wellKnownCACertificates) && self.wellKnownCACertificates != "")',
  message: 'Set either `caCertificateRefs` or `wellKnownCACertificates`, not both.',
};

export const someCa: CelRule = {
  rule: '(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 || has(self.wellKnownCACertificates) && self.wellKnownCACertificates != "")',
  message: 'Set `caCertificateRefs` or `wellKnownCACertificates`.',
};

export const hostnameTypeNeedsHostname: CelRule = {
  rule: '!(self.type == "Hostname" && (!has(self.hostname) || self.hostname == ""))',
  message: '`type: Hostname` needs `hostname`.',
};

export const hostnameNeedsHostnameType: CelRule = {
  rule: '!(self.type != "Hostname" && has(self.hostname) && self.hostname != "")',
  message: '`hostname` must go with `type: Hostname` only.',
};

export const uriTypeNeedsUri: CelRule = {
  rule: '!(self.type == "URI" && (!has(self.uri) || self.uri == ""))',
  message: '`type: URI` needs `uri`.',
};

export const uriNeedsUriType: CelRule = {
  rule: '!(self.type != "URI" && has(self.uri) && self.uri != "")',
  message: '`uri` must go with `type: URI` only.',
};

export const immutable: CelRule = {
  rule: 'self == oldSelf',
  message: 'The value must not change once the object exists.',
};

export const uniqueIpAddresses: CelRule = {
  rule: "self.all(a1, a1.type == 'IPAddress' && has(a1.value) ? self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )",
  message: 'The same IP address must not occur twice.',
};

export const uniqueHostnameAddresses: CelRule = {
  rule: "self.all(a1, a1.type == 'Hostname'  && has(a1.value) ? self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )",
  message: 'The same hostname must not occur twice.',
};

export const hostnameAddressForm: CelRule = {
  rule: 'self.type == \'Hostname\' ? (!has(self.value) || self.value.matches(r"""^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$""")): true',
  message: 'An address of type Hostname must be a DNS name.',
};

export const annotationKeyForm: CelRule = {
  rule: 'self.all(key, key.matches(r"""^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$"""))',
  message: 'Annotation keys must have the form `name` or `prefix/name`.',
};

export const annotationPrefixLength: CelRule = {
  rule: 'self.all(key, key.split("/")[0].size() < 253)',
  message: 'The prefix of an annotation key must have at most 252 characters.',
};

export const plainListenerWithoutTls: CelRule = {
  rule: "self.all(l, l.protocol in ['HTTP', 'TCP', 'UDP'] ? !has(l.tls) : true)",
  message: 'HTTP, TCP and UDP listeners must have no `tls`.',
};

export const httpsTerminates: CelRule = {
  rule: "self.all(l, (l.protocol == 'HTTPS' && has(l.tls)) ? (l.tls.mode == '' || l.tls.mode == 'Terminate') : true)",
  message: 'HTTPS listeners must end TLS: use `tls.mode: Terminate`.',
};

export const tlsListenerNeedsMode: CelRule = {
  rule: "self.all(l, (l.protocol == 'TLS' ? has(l.tls) && has(l.tls.mode) && l.tls.mode != '' : true))",
  message: 'TLS listeners need `tls.mode`.',
};

export const l4ListenerWithoutHostname: CelRule = {
  rule: "self.all(l, l.protocol in ['TCP', 'UDP']  ? (!has(l.hostname) || l.hostname == '') : true)",
  message: 'TCP and UDP listeners must have no `hostname`.',
};

export const uniqueListenerNames: CelRule = {
  rule: 'self.all(l1, self.exists_one(l2, l1.name == l2.name))',
  message: 'Names of listeners must differ.',
  sure: isShort,
};

export const distinctListeners: CelRule = {
  rule: 'self.all(l1, self.exists_one(l2, l1.port == l2.port && l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : !has(l1.hostname) && !has(l2.hostname))))',
  message: 'Listeners must differ in port, protocol or hostname.',
  sure: isShort,
};

export const terminateNeedsCertificate: CelRule = {
  rule: "self.mode == 'Terminate' ? size(self.certificateRefs) > 0 || size(self.options) > 0 : true",
  message: 'Ending TLS needs `certificateRefs` or `options`.',
};

export const uniqueFrontendPorts: CelRule = {
  rule: 'self.all(t1, self.exists_one(t2, t1.port == t2.port))',
  message: 'A port must not occur twice.',
  sure: isShort,
};

export const hostnameStatusForm: CelRule = {
  rule: 'self.type == \'Hostname\' ? self.value.matches(r"""^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"""): true',
  message: 'A hostname in the status must be a DNS name.',
};

export const parentsAllOrNoSections: CelRule = {
  rule: "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__)) ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '') && (!has(p1.port) || p1.port == 0) == (!has(p2.port) || p2.port == 0)): true))",
  message:
    'References to one parent either all have a `sectionName` or `port`, or there is only one of them.',
  sure: isShort,
};

export const uniqueParentSections: CelRule = {
  rule: "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__ )) && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || ( has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName)) && (((!has(p1.port) || p1.port == 0) && (!has(p2.port) || p2.port == 0)) || (has(p1.port) && has(p2.port) && p1.port == p2.port))))",
  message: 'The same parent, `sectionName` and `port` must not occur twice.',
  sure: isShort,
};

export const grpcMatchesTotal: CelRule = {
  rule: '(self.size() > 0 ? (has(self[0].matches) ? self[0].matches.size() : 0) : 0) + (self.size() > 1 ? (has(self[1].matches) ? self[1].matches.size() : 0) : 0) + (self.size() > 2 ? (has(self[2].matches) ? self[2].matches.size() : 0) : 0) + (self.size() > 3 ? (has(self[3].matches) ? self[3].matches.size() : 0) : 0) + (self.size() > 4 ? (has(self[4].matches) ? self[4].matches.size() : 0) : 0) + (self.size() > 5 ? (has(self[5].matches) ? self[5].matches.size() : 0) : 0) + (self.size() > 6 ? (has(self[6].matches) ? self[6].matches.size() : 0) : 0) + (self.size() > 7 ? (has(self[7].matches) ? self[7].matches.size() : 0) : 0) + (self.size() > 8 ? (has(self[8].matches) ? self[8].matches.size() : 0) : 0) + (self.size() > 9 ? (has(self[9].matches) ? self[9].matches.size() : 0) : 0) + (self.size() > 10 ? (has(self[10].matches) ? self[10].matches.size() : 0) : 0) + (self.size() > 11 ? (has(self[11].matches) ? self[11].matches.size() : 0) : 0) + (self.size() > 12 ? (has(self[12].matches) ? self[12].matches.size() : 0) : 0) + (self.size() > 13 ? (has(self[13].matches) ? self[13].matches.size() : 0) : 0) + (self.size() > 14 ? (has(self[14].matches) ? self[14].matches.size() : 0) : 0) + (self.size() > 15 ? (has(self[15].matches) ? self[15].matches.size() : 0) : 0) <= 128',
  message: 'The rules of a route must have at most 128 matches in all.',
  sure: hasFewMatches,
};

export const uniqueRuleNames: CelRule = {
  rule: 'self.all(l1, !has(l1.name) || self.exists_one(l2, has(l2.name) && l1.name == l2.name))',
  message: 'Names of rules must differ.',
  sure: isShort,
};

export const serviceNeedsPort: CelRule = {
  rule: "(size(self.group) == 0 && self.kind == 'Service') ? has(self.port) : true",
  message: 'A Service needs a `port`.',
  sure: hasFields('group', 'kind', 'port'),
};

export const percentOrFraction: CelRule = {
  rule: '!(has(self.percent) && has(self.fraction))',
  message: 'Set either `percent` or `fraction`, not both.',
  sure: hasAtMostOneOf('percent', 'fraction'),
};

export const fractionAtMostOne: CelRule = {
  rule: 'self.numerator <= self.denominator',
  message: '`numerator` must be at most `denominator`.',
};

export const methodMatchNeedsName: CelRule = {
  rule: 'has(self.type) ? has(self.service) || has(self.method) : true',
  message: 'A method match needs `service` or `method`.',
};

export const grpcServiceForm: CelRule = {
  rule: '(!has(self.type) || self.type == \'Exact\') && has(self.service) ? self.service.matches(r"""^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$"""): true',
  message: 'A gRPC service must be names joined by dots.',
};

export const grpcMethodForm: CelRule = {
  rule: '(!has(self.type) || self.type == \'Exact\') && has(self.method) ? self.method.matches(r"""^[A-Za-z_][A-Za-z_0-9]*$"""): true',
  message: 'A gRPC method must start with a letter or `_` and hold letters, digits and `_` only.',
};

export const permanentCookieNeedsTimeout: CelRule = {
  rule: "!has(self.cookieConfig) || !has(self.cookieConfig.lifetimeType) || self.cookieConfig.lifetimeType != 'Permanent' || has(self.absoluteTimeout)",
  message: 'A permanent cookie needs `absoluteTimeout`.',
};

export const cookieConfigNeedsCookie: CelRule = {
  rule: "!has(self.cookieConfig) || self.type == 'Cookie'",
  message: '`cookieConfig` must go with `type: Cookie` only.',
};

export const standardParentsAllOrNoSections: CelRule = {
  rule: "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__ )) ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')) : true))",
  message: 'References to one parent must all have a `sectionName`, unless there is only one of them.',
  sure: isShort,
};

export const standardUniqueParentSections: CelRule = {
  rule: "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__ )) && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || (has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))",
  message: 'The same parent and `sectionName` must not occur twice.',
  sure: isShort,
};

export const httpMatchesTotal: CelRule = {
  rule: '(self.size() > 0 ? self[0].matches.size() : 0) + (self.size() > 1 ? self[1].matches.size() : 0) + (self.size() > 2 ? self[2].matches.size() : 0) + (self.size() > 3 ? self[3].matches.size() : 0) + (self.size() > 4 ? self[4].matches.size() : 0) + (self.size() > 5 ? self[5].matches.size() : 0) + (self.size() > 6 ? self[6].matches.size() : 0) + (self.size() > 7 ? self[7].matches.size() : 0) + (self.size() > 8 ? self[8].matches.size() : 0) + (self.size() > 9 ? self[9].matches.size() : 0) + (self.size() > 10 ? self[10].matches.size() : 0) + (self.size() > 11 ? self[11].matches.size() : 0) + (self.size() > 12 ? self[12].matches.size() : 0) + (self.size() > 13 ? self[13].matches.size() : 0) + (self.size() > 14 ? self[14].matches.size() : 0) + (self.size() > 15 ? self[15].matches.size() : 0) <= 128',
  message: 'The rules of a route must have at most 128 matches in all.',
  sure: hasFewMatches,
};

export const redirectWithoutBackends: CelRule = {
  rule: '(has(self.backendRefs) && size(self.backendRefs) > 0) ? (!has(self.filters) || self.filters.all(f, !has(f.requestRedirect))): true',
  message: 'A rule with backends cannot redirect.',
  sure: filtersLack('requestRedirect'),
};

export const redirectPrefixNeedsPrefixMatch: CelRule = {
  rule: "(has(self.filters) && self.filters.exists_one(f, has(f.requestRedirect) && has(f.requestRedirect.path) && f.requestRedirect.path.type == 'ReplacePrefixMatch' && has(f.requestRedirect.path.replacePrefixMatch))) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true",
  message: 'A redirect with `ReplacePrefixMatch` needs exactly one match, of type PathPrefix.',
  sure: filtersLack('requestRedirect'),
};

export const rewritePrefixNeedsPrefixMatch: CelRule = {
  rule: "(has(self.filters) && self.filters.exists_one(f, has(f.urlRewrite) && has(f.urlRewrite.path) && f.urlRewrite.path.type == 'ReplacePrefixMatch' && has(f.urlRewrite.path.replacePrefixMatch))) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true",
  message: 'A rewrite with `ReplacePrefixMatch` needs exactly one match, of type PathPrefix.',
  sure: filtersLack('urlRewrite'),
};

export const backendRedirectPrefixNeedsPrefixMatch: CelRule = {
  rule: "(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && b.filters.exists_one(f, has(f.requestRedirect) && has(f.requestRedirect.path) && f.requestRedirect.path.type == 'ReplacePrefixMatch' && has(f.requestRedirect.path.replacePrefixMatch))) )) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true",
  message: 'A redirect of a backend with `ReplacePrefixMatch` needs exactly one match, of type PathPrefix.',
  sure: hasPlainBackends,
};

export const backendRewritePrefixNeedsPrefixMatch: CelRule = {
  rule: "(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && b.filters.exists_one(f, has(f.urlRewrite) && has(f.urlRewrite.path) && f.urlRewrite.path.type == 'ReplacePrefixMatch' && has(f.urlRewrite.path.replacePrefixMatch))) )) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true",
  message: 'A rewrite of a backend with `ReplacePrefixMatch` needs exactly one match, of type PathPrefix.',
  sure: hasPlainBackends,
};

export const redirectOrRewrite: CelRule = {
  rule: "!(self.exists(f, f.type == 'RequestRedirect') && self.exists(f, f.type == 'URLRewrite'))",
  message: 'A redirect and a rewrite exclude each other.',
  sure: isShort,
};

export const starAlone: CelRule = {
  rule: "!('*' in self && self.size() > 1)",
  message: '`*` must stand alone.',
};

export const grpcProtocolNeedsGrpc: CelRule = {
  rule: "self.protocol == 'GRPC' ? has(self.grpc) : true",
  message: '`protocol: GRPC` needs `grpc`.',
};

export const grpcNeedsGrpcProtocol: CelRule = {
  rule: "has(self.grpc) ? self.protocol == 'GRPC' : true",
  message: '`grpc` must go with `protocol: GRPC` only.',
};

export const httpProtocolNeedsHttp: CelRule = {
  rule: "self.protocol == 'HTTP' ? has(self.http) : true",
  message: '`protocol: HTTP` needs `http`.',
};

export const httpNeedsHttpProtocol: CelRule = {
  rule: "has(self.http) ? self.protocol == 'HTTP' : true",
  message: '`http` must go with `protocol: HTTP` only.',
};

export const pathStartsWithSlash: CelRule = {
  rule: "(self.type in ['Exact','PathPrefix']) ? self.value.startsWith('/') : true",
  message: 'Exact and prefix paths must start with `/`.',
  sure: isPlainPath,
};

export const pathType: CelRule = {
  rule: "self.type in ['Exact','PathPrefix'] || self.type == 'RegularExpression'",
  message: 'The type must be Exact, PathPrefix or RegularExpression.',
  sure: isOfType('Exact', 'PathPrefix', 'RegularExpression'),
};

export const pathCharacters: CelRule = {
  rule: '(self.type in [\'Exact\',\'PathPrefix\']) ? self.value.matches(r"""^(?:[-A-Za-z0-9/._~!$&\'()*+,;=:@]|[%][0-9a-fA-F]{2})+$""") : true',
  message: 'The path holds a character that needs percent-encoding.',
  sure: isPlainPath,
};

export const backendTimeoutWithinRequest: CelRule = {
  rule: "!(has(self.request) && has(self.backendRequest) && duration(self.request) != duration('0s') && duration(self.backendRequest) > duration(self.request))",
  message: '`backendRequest` must not be longer than `request`.',
  sure: lacks('backendRequest'),
};

export const distinctListenerSetEntries: CelRule = {
  rule: 'self.all(l1, !has(l1.port) || self.exists_one(l2, has(l2.port) && l1.port == l2.port && l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : !has(l1.hostname) && !has(l2.hostname))))',
  message: 'Listeners must differ in port, protocol or hostname.',
  sure: isShort,
};

export const hostnamesAreNoIps: CelRule = {
  rule: 'self.all(h, !isIP(h))',
  message: 'A hostname must not be an IP address.',
};

export const plainHostnameForm: CelRule = {
  rule: "self.all(h, !h.contains('*') ? h.matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$') : true)",
  message: 'A hostname must be a DNS name in lower case.',
};

export const wildcardHostnameForm: CelRule = {
  rule: "self.all(h, h.contains('*') ? (h.startsWith('*.') && h.substring(2).matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$')) : true)",
  message: 'A wildcard hostname must be `*.` and a DNS name in lower case.',
};

export const externalHostnameByType: CelRule = {
  rule: "self.type == 'ExternalHostname' ? has(self.externalHostname) : !has(self.externalHostname)",
  message: '`externalHostname` must go with `type: ExternalHostname`, which needs it.',
};

export const notClusterLocal: CelRule = {
  rule: "!self.endsWith('.cluster.local')",
  message: 'The hostname cannot end with `.cluster.local`.',
};

export const portNameUnusable: CelRule = {
  rule: 'size(self) == 0 || format.dns1123Label().validate(self) == null',
  message: 'Leave the name out: the API server refuses every name that is not empty.',
};

export const clientCertificateByMode: CelRule = {
  rule: "self.mode == 'ClientAndServer' ? has(self.clientCertificateRef) : !has(self.clientCertificateRef)",
  message: '`clientCertificateRef` must go with `mode: ClientAndServer`, which needs it.',
};

export const intervalUpToAnHour: CelRule = {
  rule: "!(duration(self) < duration('1s') || duration(self) > duration('1h'))",
  message: 'The interval must lie between 1s and 1h.',
};

export const positiveIntervalUpToAnHour: CelRule = {
  rule: "!(duration(self) == duration('0s') || duration(self) > duration('1h'))",
  message: 'The interval must be longer than 0s and at most 1h.',
};

export const servicePortRequired: CelRule = {
  rule: "self.kind != 'Service' || has(self.port)",
  message: 'A Service needs a `port`.',
};

export const uniqueTargetPorts: CelRule = {
  rule: 'self.all(p1, self.exists_one(p2, p1.number==p2.number))',
  message: 'A port number must not occur twice.',
  sure: isShort,
};
