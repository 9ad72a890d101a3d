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
    hint: 'Render it first, for example: helm template CHART | meshctl validate -',
  });
}

/** A `{{` at the start of a line, of a list item or of a value; after a plain value too (`name: {{ x }}-{{ y }}`). */
const marker = /^[ \t]*(?:- +)*(?:[^\s#'"{}]+:[ \t]+)?(?:- +)*\{\{/;
const blockHeader = /^( *)(?:- +)*(?:[^#]*[:\s])?[|>][-+0-9]*[ \t]*(?:#.*)?$/;

function findMarker(text: string, faultAt: number): number | undefined {
  let blockIndent = -1;
  const lines = /[^\r\n]*(?:\r\n?|\n|$)/g;
  for (const { 0: line, index } of text.matchAll(lines)) {
    const content = line.trimEnd();
    if (content === '') continue;
    const indent = content.length - content.trimStart().length;
    if (blockIndent >= 0 && indent > blockIndent) continue;
    blockIndent = -1;
    if (index > faultAt) return undefined;
    const found = marker.exec(content);
    if (found !== null) return index + found[0].length - 2;
    const header = blockHeader.exec(content);
    if (header !== null) blockIndent = indent;
  }
  return undefined;
}
