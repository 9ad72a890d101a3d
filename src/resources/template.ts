import { ReadFault } from './read-fault.ts';

/**
 * What to say about a document that cannot be read because it is a template: a `{{` where YAML wants a key or a value,
 * at or before the fault. Undefined when there is none, so that the fault itself is what counts. `{{` in quotes,
 * comments and block scalars does not make a template.
 */
export function templateFault(text: string, fault: ReadFault): ReadFault | undefined {
  const start = findMarker(text, fault.start);
  if (start === undefined) return undefined;
  const close = text.indexOf('}}', start);
  const lineEnd = text.indexOf('\n', start);
  const end = close === -1 || (lineEnd !== -1 && close > lineEnd) ? start + 2 : close + 2;
  return new ReadFault('yaml/template', 'this is a template, not YAML yet', {
    start,
    end,
    hint: 'Render it first, for example: helm template CHART | meshctl analyze -',
  });
}

/** What may stand before a `{{` that takes the place of a key, an item or the start of a value. */
const beforeMarker = /^[ \t]*(?:- +)*(?:[^\s#'"{}-][^\s#'"{}]*:[ \t]+)?$/;
/** The same within braces and brackets: only text in quotes may come before, and what is no text. */
const beforeFlowMarker = /^(?:[^#'"]|"(?:[^"\\]|\\.)*"|'[^']*')*(?:[{[,]|:[ \t])[ \t]*$/;
const blockHeader = /(?:^|[-:\s])[|>][-+0-9]*[ \t]*(?:#.*)?$/;

const isPlaceForMarker = (before: string): boolean =>
  beforeMarker.test(before) || (/[{[]/.test(before) && beforeFlowMarker.test(before));

function findMarker(text: string, faultAt: number): number | undefined {
  let blockIndent = -1;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const indent = line.length - line.trimStart().length;
    if (indent === line.length || (blockIndent >= 0 && indent > blockIndent)) continue;
    if (index > faultAt) return undefined;
    const marker = line.indexOf('{{');
    if (marker !== -1 && isPlaceForMarker(line.slice(0, marker))) return index + marker;
    blockIndent = blockHeader.test(line) ? indent : -1;
  }
  return undefined;
}
