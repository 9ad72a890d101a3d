import { displayWidth, graphemes } from '../src/output/display-width.ts';

export interface PictureSize {
  /** Cells of a row; of longer lines the rest is left out. Default: as many as the longest line has. */
  readonly columns?: number;
  /** Rows of output; more of them are left out, which the last one says. Default: all. */
  readonly rows?: number;
}

/** How chalk's colours look on a dark ground; the numbers are those of ECMA-48, "Select Graphic Rendition". */
const colors: Readonly<Record<string, string>> = {
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '34': '#79c0ff',
  '36': '#76e3ea',
};
const cell = { width: 8.43, height: 19 };
const margin = 16;

interface Span {
  readonly text: string;
  /** Of the tspan. */
  readonly attributes: string;
}

/** Draws what a terminal shows, colours included, as SVG. */
export function terminalPicture(prompt: string, output: string, size: PictureSize = {}): string {
  const { columns = Infinity, rows = Infinity } = size;
  const shown = output.trimEnd().split('\n').map(spansOf);
  const left = shown.length - rows;
  const lines = [
    [{ text: `$ ${prompt}`, attributes: '' }],
    ...shown.slice(0, rows).map((line) => cut(line, columns)),
    ...(left > 0 ? [[{ text: `... ${left} more lines`, attributes: faint }]] : []),
  ];
  const width = Math.ceil(Math.max(...lines.map(widthOf)) * cell.width) + 2 * margin;
  const height = lines.length * cell.height + 2 * margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(prompt).replaceAll('\u00a0', ' ')}</title>`,
    '<rect width="100%" height="100%" rx="8" fill="#0d1117"/>',
    '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3">',
    ...lines.flatMap((line, at) => textOf(line, margin + (at + 1) * cell.height - 5)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

// eslint-disable-next-line no-control-regex
const sequence = /\u001b\[([\d;]*)m/;
const faint = ' opacity="0.65"';

/** Text and the codes between take turns. */
function spansOf(line: string): readonly Span[] {
  const styles = new Set<string>();
  return line.split(new RegExp(sequence, 'g')).flatMap((part, at) => {
    if (at % 2 === 0) return part === '' ? [] : [{ text: part, attributes: attributesOf(styles) }];
    for (const code of part.split(';')) apply(code, styles);
    return [];
  });
}

function apply(code: string, styles: Set<string>): void {
  if (code === '0' || code === '') styles.clear();
  else if (code === '22') ['1', '2'].forEach((style) => styles.delete(style));
  else if (code === '39' || code in colors) Object.keys(colors).forEach((style) => styles.delete(style));
  if (code in colors || code === '1' || code === '2') styles.add(code);
}

function attributesOf(styles: ReadonlySet<string>): string {
  const fill = Object.entries(colors).find(([code]) => styles.has(code))?.[1];
  return [
    fill === undefined ? '' : ` fill="${fill}"`,
    styles.has('1') ? ' font-weight="bold"' : '',
    styles.has('2') ? faint : '',
  ].join('');
}

/** The beginning of a line that fits, with `…` where something is missing. */
function cut(line: readonly Span[], columns: number): readonly Span[] {
  if (widthOf(line) <= columns) return line;
  let room = columns - 1;
  const kept = line.map(({ text, attributes }) => {
    const fitting = beginning(text, room);
    room = fitting === text ? room - displayWidth(text) : 0;
    return { text: fitting, attributes };
  });
  return [...kept, { text: '…', attributes: faint }];
}

function beginning(text: string, width: number): string {
  let end = 0;
  for (const { segment, index } of graphemes(text)) {
    if (displayWidth(text.slice(0, index + segment.length)) > width) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

const widthOf = (spans: readonly Span[]): number => displayWidth(spans.map(({ text }) => text).join(''));

function textOf(spans: readonly Span[], y: number): readonly string[] {
  const parts = spans
    .filter(({ text }) => text !== '')
    .map(({ text, attributes }) =>
      attributes === '' ? escaped(text) : `<tspan${attributes}>${escaped(text)}</tspan>`,
    );
  return parts.length === 0 ? [] : [`<text x="${margin}" y="${y}">${parts.join('')}</text>`];
}

/** XML has no words for control characters; and what draws SVG makes one space of several, but for this one. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\p{Cc}/gu, '\ufffd')
    .replaceAll(' ', '\u00a0')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
