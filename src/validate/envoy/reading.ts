import type { Json } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { Report } from '../rule.ts';
import { wrongType } from './value-rules.ts';

/** How a value is read. */
export interface Reading {
  readonly report: Report;
  /**
   * What becomes of the value: Envoy gets it as it is (`whole`), laid over what is there (`overlay`), or not at all
   * (`none`).
   */
  readonly use: 'whole' | 'overlay' | 'none';
  /**
   * Whether a message is reached from the patch value through single fields alone: that is where Istio itself looks
   * for extensions without configuration.
   */
  readonly direct: boolean;
  /**
   * Who reads the JSON: Istio, or Envoy itself, which takes durations in seconds alone and may know more types than
   * those of its API.
   */
  readonly reader: 'istio' | 'envoy';
}

/** Reports a value of the wrong type. */
export function reportType(expected: string, value: Json, path: Path, { report }: Reading): void {
  report(wrongType, path, { expected, found: described(value) });
}

const longest = 40;

function described(value: Json): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return String(value);
  const text = value.length > longest ? `${value.slice(0, longest)}...` : value;
  return JSON.stringify(text);
}
