import type { ReportEntry } from './report-entry.ts';
import { redactJson } from './redact-json.ts';
import { redactText } from './redact-text.ts';
import type { Gathered, Target } from './target.ts';

/** What becomes part of the report: without secrets, and no longer than `room` bytes; undefined if nothing fits. */
export function cleanEntry(
  { path }: Pick<Target, 'path'>,
  gathered: Gathered,
  room: number,
): ReportEntry | undefined {
  if ('json' in gathered) {
    const { value, count } = redactJson(gathered.json);
    const bytes = Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
    return bytes.length > room ? undefined : { path, bytes, redacted: count, truncated: false };
  }
  const { text, count } = redactText(gathered.text);
  const bytes = Buffer.from(text);
  if (bytes.length <= room) return { path, bytes, redacted: count, truncated: false };
  if (gathered.newest !== true || room < leastOfLog) return undefined;
  return { path, bytes: endOf(bytes, room), redacted: count, truncated: true };
}

/** A log that is cut to less tells nothing. */
const leastOfLog = 4096;

/** The last whole lines. */
function endOf(bytes: Buffer, room: number): Buffer {
  const end = bytes.subarray(bytes.length - room);
  const line = end.indexOf('\n');
  return line < 0 ? end : end.subarray(line + 1);
}
