const mark = '...';

/** A text cut down to `width` bytes, dots included, so that what is at `offset` can be seen. */
export function abbreviate(text: string, offset: number, width: number): string {
  const bytes = Buffer.from(text);
  const room = width - mark.length;
  if (bytes.length <= width) return text;
  const start = bytes.length - offset < room ? bytes.length - room : offset;
  if (start <= 4) return bytes.subarray(0, room).toString() + mark;
  if (start + room < bytes.length) return mark + abbreviate(bytes.subarray(start).toString(), 0, room);
  return mark + bytes.subarray(-room).toString();
}
