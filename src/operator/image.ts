import type { Values } from './values/values.ts';

/** The image of a component: an `image` with a slash as it is, else registry, name, version and variant. */
export function imageOf(values: Values, name: string): string {
  const image = values.text('image') || name;
  if (image.includes('/')) return image;
  const hub = values.text('hub') || values.text('global.hub');
  const tag = values.text('tag') || values.text('global.tag');
  const variant = values.text('variant') || values.text('global.variant');
  return `${hub}/${image}:${taggedVariant(tag, variant)}`;
}

/** A version with its variant; one that is there already is not said twice. */
export function taggedVariant(tag: string, variant: string): string {
  return variant === '' || tag.endsWith(`-${variant}`) ? tag : `${tag}-${variant}`;
}
