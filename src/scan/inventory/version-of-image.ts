import { parseImage, parseTag, type IstioImage, type TagVersion } from '../../releases/index.ts';
import { given } from '../../given.ts';
import type { ComponentInstance, VersionSource } from './component-instance.ts';

/** What is known of the build of a component. */
export type Build = Pick<
  ComponentInstance,
  'image' | 'digest' | 'version' | 'line' | 'versionFrom' | 'origin' | 'variant' | 'vendorSuffix'
>;

/** What a reference to an image says of the build that runs. `running` is the reference with the digest that the node reports. */
export function versionOfImage(image: string, running = ''): Build {
  const key = `${image} ${running}`;
  const known = builds.get(key) ?? read(image, running);
  builds.set(key, known);
  return known;
}

/** Pods are many, images few. */
const builds = new Map<string, Build>();

function read(image: string, running: string): Build {
  const parsed = parseImage(image);
  const digest = parsed.digest ?? /sha256:[0-9a-f]{64}$/.exec(running)?.[0];
  return { image, ...given({ digest }), ...buildOf(parsed, 'image') };
}

/** What a tag, or a version that a proxy reports, says of a build. */
export const versionOfTag = (tag: string, from: VersionSource): Build => buildOf(parseTag(tag), from);

function buildOf(said: TagVersion | IstioImage, from: VersionSource): Build {
  const { version, line, variant, vendorSuffix, origin } = said;
  return {
    ...given({ version, line, variant, vendorSuffix }),
    ...(version !== undefined && { versionFrom: from }),
    origin: origin === 'not-istio' ? 'unknown' : origin,
  };
}
