export { imagesOf, type ImageUse } from './images-of.ts';
