export { compareVersions } from './compare-versions.ts';
export { hubEnd, hubsOf } from './hubs-of.ts';
export { parseVersion, type IstioVersion } from './istio-version.ts';
export { knowledgeDate } from './knowledge-date.ts';
export {
  minorRelease,
  minorReleases,
  type CrdGate,
  type KubernetesRange,
  type MinorRelease,
} from './minor-releases.ts';
export { parseImage, type ImageComponent, type IstioImage } from './parse-image.ts';
export { parseTag, type TagVersion } from './parse-tag.ts';
export { skewOf, type Skew } from './skew-of.ts';
export { supportOf, type Support } from './support-of.ts';
export { upgradeStops, type UpgradeStop } from './upgrade-stops.ts';
