import type { Paint } from './colors.ts';

const asIs = (text: string): string => text;

/** The styles of text without colours, for formats that are called without any. */
export const plain: Paint = {
  error: asIs,
  warning: asIs,
  info: asIs,
  ok: asIs,
  dim: asIs,
  bold: asIs,
  path: asIs,
};
