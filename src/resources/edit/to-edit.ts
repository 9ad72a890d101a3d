import type { SourceText } from '../source-text.ts';
import type { Edit } from './edit-step.ts';
import type { TextChange } from './target.ts';

/** A change of a text that starts at `origin`, with its place in the file. */
export const toEdit = (source: SourceText, origin: number, { start, end, text }: TextChange): Edit => ({
  range: source.range(origin + start, origin + end),
  text,
});
