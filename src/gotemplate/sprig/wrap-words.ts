/** Lines of at most `width` characters, broken at blanks; what is longer stays whole unless it may be cut. */
export function wrapText(text: string, width: number, lineEnd: string, cutsWords: boolean): string {
  const most = Math.max(width, 1);
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > most) {
    if (text.charAt(start) === ' ') start += 1;
    else {
      const { end, next } = breakAfter(text, start, most, cutsWords);
      lines.push(text.slice(start, end));
      if (next === undefined) return lines.join(lineEnd);
      start = next;
    }
  }
  return [...lines, text.slice(start)].join(lineEnd);
}

interface Break {
  readonly end: number;
  /** Where the next line starts, if there is one. */
  readonly next: number | undefined;
}

function breakAfter(text: string, start: number, most: number, cutsWords: boolean): Break {
  const before = text.lastIndexOf(' ', start + most);
  if (before >= start) return { end: before, next: before + 1 };
  if (cutsWords) return { end: start + most, next: start + most };
  const after = text.indexOf(' ', start + most);
  return after === -1 ? { end: text.length, next: undefined } : { end: after, next: after + 1 };
}
