import { parseTag, type TagVersion } from './parse-tag.ts';

/** The part of Istio that an image holds; `none` for images of others. */
export type ImageComponent =
  | 'istiod'
  | 'proxy'
  | 'ztunnel'
  | 'cni'
  | 'istioctl'
  | 'operator'
  | 'mixer'
  | 'galley'
  | 'citadel'
  | 'sidecar-injector'
  | 'proxy-init'
  | 'none';

/** What a reference to an image says of what runs. */
export interface IstioImage extends Omit<TagVersion, 'origin'> {
  readonly component: ImageComponent;
  readonly origin: TagVersion['origin'] | 'not-istio';
  /** Such as `sha256:0123...`. With one, the tag is a remark. */
  readonly digest?: string;
}

/** Reads `registry[:port]/repository[:tag][@digest]`. Mirrors rename registries and folders, so only the last name counts. */
export function parseImage(reference: string): IstioImage {
  const [path = '', digest] = reference.split('@');
  const [name = '', tag = ''] = path.slice(path.lastIndexOf('/') + 1).split(':');
  const named = componentOf(name);
  const isOurs = named !== undefined && (!isCommon(named.name) || reference.includes('istio'));
  return {
    ...(isOurs ? { component: named.component, ...readTag(tag, named) } : notIstio),
    ...(digest !== undefined && { digest }),
  };
}

const notIstio = { component: 'none', origin: 'not-istio' } as const;

interface NamedComponent {
  readonly component: ImageComponent;
  /** As upstream calls it. */
  readonly name: string;
  /** Whether it is named as only packagers do. */
  readonly isRenamed: boolean;
  readonly vendor: string | undefined;
}

function componentOf(image: string): NamedComponent | undefined {
  const [, prefix, name = '', vendor] = /^(istio-)?(.+?)(?:-(rhel\d+|fips))?$/.exec(image) ?? [];
  const component = Object.hasOwn(components, name) ? components[name] : undefined;
  return component && { component, name, isRenamed: prefix !== undefined || vendor !== undefined, vendor };
}

function readTag(tag: string, { isRenamed, vendor }: NamedComponent): TagVersion {
  // Numbers of OpenShift Service Mesh are its own.
  if (vendor?.startsWith('rhel') === true) return { vendorSuffix: vendor, origin: 'vendor' };
  const read = parseTag(tag);
  if (!isRenamed) return read;
  const vendorSuffix = read.vendorSuffix ?? vendor;
  return {
    ...read,
    ...(vendorSuffix !== undefined && { vendorSuffix }),
    origin: read.version === undefined ? 'unknown' : 'vendor',
  };
}

/** Others give these names to images of theirs, too. */
const isCommon = (name: string): boolean => ['proxy', 'operator', 'mixer'].includes(name);

/** By the name of the image. `istio-proxy`, `istio-pilot` and so on are how packagers call them. */
const components: Readonly<Record<string, ImageComponent>> = {
  pilot: 'istiod',
  proxyv2: 'proxy',
  proxy: 'proxy',
  ztunnel: 'ztunnel',
  'install-cni': 'cni',
  istioctl: 'istioctl',
  operator: 'operator',
  mixer: 'mixer',
  galley: 'galley',
  citadel: 'citadel',
  sidecar_injector: 'sidecar-injector',
  proxy_init: 'proxy-init',
};
