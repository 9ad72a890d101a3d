export { askIstiod } from './ask-istiod.ts';
export { eachIstiod, type IstiodAnswers, type MissingIstiod } from './each-istiod.ts';
export { expectedDump } from './expected-dump.ts';
export { findIstiods, type IstiodOptions } from './find-istiods.ts';
export { proxyStatusAt } from './proxy-status-at.ts';
export type { ClientCertificate, XdsTarget } from './xds/index.ts';
export { proxyStatus, type LiveStatus } from './proxy-status.ts';
export { meshVersions, type MeshVersions } from './mesh-versions.ts';
export { versionSkew, type VersionSkew } from './version-skew.ts';
