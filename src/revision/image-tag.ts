/** The tag of an image; empty where it has none. */
export const imageTag = (image: string): string => /:([^:/@]+)(@.*)?$/.exec(image)?.[1] ?? '';
