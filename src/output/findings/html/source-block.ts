import type { Finding } from '../../../finding.ts';
import { drawLine } from '../../drawn-line.ts';
import { drawn, element, joined, newline, type Markup } from '../../html/index.ts';
import { frameRows, type FrameLimits, type FrameRow, type Source } from '../frame-rows.ts';

/** Cells of a line that are shown; longer ones are cut around the range. */
const width = 160;

/** The source around a range, with what belongs to the range marked; nothing when the source is not to be had. */
export function sourceBlock(
  range: Finding['range'],
  source: Source,
  limits: Omit<FrameLimits, 'width'>,
): Markup[] {
  const { rows, more } = frameRows(range, source, { ...limits, width });
  if (rows.length === 0) return [];
  const digits = String(rows.at(-1)?.line ?? '').length;
  const lines = rows.map((row) => joined(gutter(String(row.line), digits), rowText(row), newline));
  if (more) lines.push(joined(gutter('', digits), '...', newline));
  return [element('pre', {}, ...lines), newline];
}

function gutter(label: string, digits: number): Markup {
  return element('span', {}, `${label.padStart(digits)} `);
}

/** A point is shown as the character after it, or as a blank at the end of the line. */
function rowText({ text, marked }: FrameRow): Markup {
  if (marked === undefined) return drawn(text);
  const line = drawLine(text);
  const { from } = marked;
  const to = Math.max(marked.to, from + 1);
  const inside = line.slice(from, to);
  return joined(
    drawn(line.slice(0, from)),
    element('mark', {}, drawn(inside === '' ? ' ' : inside)),
    drawn(line.slice(to, Math.max(to, line.width))),
  );
}
