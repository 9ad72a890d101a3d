import { displayWidth } from '../src/output/display-width.ts';

/** How chalk's sixteen colours look on a dark ground; the numbers are those of ECMA-48, "Select Graphic Rendition". */
const colors: Readonly<Record<string, string>> = {
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '34': '#79c0ff',
  '36': '#76e3ea',
};
const cell = { width: 8.4, height: 19 };
const margin = 16;

/** Draws what a terminal shows, colours included, as SVG. */
export function terminalPicture(prompt: string, output: string): string {
  const lines = [`$ ${prompt}`, ...output.trimEnd().split('\n')];
  const columns = Math.max(...lines.map((line) => displayWidth(plain(line))));
  const width = Math.ceil(columns * cell.width) + 2 * margin;
  const height = lines.length * cell.height + 2 * margin;
  const rows = lines.map((line, at) => row(line, margin + (at + 1) * cell.height - 5));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(prompt)}</title>`,
    '<rect width="100%" height="100%" rx="8" fill="#0d1117"/>',
    '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3" xml:space="preserve">',
    ...rows,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

// eslint-disable-next-line no-control-regex
const sequence = /\u001b\[([\d;]*)m/;

const plain = (line: string): string => line.split(new RegExp(sequence, 'g')).filter(isText).join('');
const isText = (_: string, at: number): boolean => at % 2 === 0;

function row(line: string, y: number): string {
  const styles = new Set<string>();
  const spans = line.split(new RegExp(sequence, 'g')).map((part, at) => {
    if (isText(part, at)) return span(part, styles);
    for (const code of part.split(';')) apply(code, styles);
    return '';
  });
  return `<text x="${margin}" y="${y}">${spans.join('')}</text>`;
}

function span(text: string, styles: ReadonlySet<string>): string {
  if (text === '') return '';
  const fill = [...styles].map((code) => colors[code]).find((color) => color !== undefined);
  const attributes = [
    ...(fill === undefined ? [] : [` fill="${fill}"`]),
    ...(styles.has('1') ? [' font-weight="bold"'] : []),
    ...(styles.has('2') ? [' opacity="0.65"'] : []),
  ];
  return attributes.length === 0 ? escaped(text) : `<tspan${attributes.join('')}>${escaped(text)}</tspan>`;
}

function apply(code: string, styles: Set<string>): void {
  if (code === '0' || code === '') styles.clear();
  else if (code === '22') ['1', '2'].forEach((style) => styles.delete(style));
  else if (code === '39') Object.keys(colors).forEach((style) => styles.delete(style));
  else styles.add(code);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
