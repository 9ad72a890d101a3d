/** What follows the last colon of the name of an image. */
export const tagOf = (image: string): string => image.slice(image.lastIndexOf(':') + 1);
