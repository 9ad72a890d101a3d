export { dataBlock } from './data-block.ts';
export { drawn, element, joined, newline, type Content, type Markup } from './markup.ts';
export { pageText } from './page.ts';
export { palette } from './palette.ts';
