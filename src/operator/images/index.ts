export { imagesOf } from './images-of.ts';
