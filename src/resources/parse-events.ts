import { parseEvents, YAMLException, type Event } from 'js-yaml';
import { LooseLines } from './loose-lines.ts';
import { ReadFault } from './read-fault.ts';

/** How deep a document may nest, aliases included. Far beyond any real object, and safe for whoever walks the value. */
export const maxDepth = 1_000;

/** The events of one document's text. Throws {@link ReadFault}. */
export function parseDocument(text: string): Event[] {
  try {
    return parseEvents(text, { maxDepth });
  } catch (error) {
    return parseLoosely(text, error);
  }
}

/** Indents further what the parser found too far left, line by line, as long as that is what it finds. */
function parseLoosely(text: string, firstError: unknown): Event[] {
  const loose = new LooseLines(text);
  let error = firstError;
  for (let effort = 0; isTooFarLeft(error) && effort < maxEffort; effort += text.length) {
    if (!loose.loosen(error.mark?.position ?? 0)) break;
    try {
      return loose.restore(parseEvents(loose.text, { maxDepth }));
    } catch (next) {
      error = next;
    }
  }
  throw toFault(error, text, loose);
}

/** Characters that are parsed again at most for one document. */
const maxEffort = 20_000_000;

function isTooFarLeft(error: unknown): error is YAMLException {
  return error instanceof YAMLException && error.reason === 'deficient indentation';
}

function toFault(error: unknown, text: string, loose: LooseLines): unknown {
  if (error instanceof RangeError) return tooDeep(0);
  if (!(error instanceof YAMLException)) return error;
  return syntaxFault(error.reason, Math.min(loose.original(error.mark?.position ?? 0), text.length), text);
}

/** The fault of a document that nests deeper than {@link maxDepth}. */
export function tooDeep(start: number): ReadFault {
  return new ReadFault('yaml/nesting', `the document nests deeper than ${maxDepth} levels`, {
    start,
    hint: 'Remove the superfluous levels of brackets or indentation.',
  });
}

function syntaxFault(reason: string, start: number, text: string): ReadFault {
  if (reason.startsWith('nesting exceeded')) return tooDeep(start);
  const known = wording.find(([pattern]) => pattern.test(reason));
  const place = start < text.length ? { start } : { start, end: start };
  if (known === undefined) return new ReadFault('yaml/syntax', reason, place);
  const [, message, hint] = known;
  return new ReadFault('yaml/syntax', message, hint === undefined ? place : { ...place, hint });
}

/** The parser's reasons in words that say what to look for. */
const wording: readonly [RegExp, string, string?][] = [
  [/^tab characters/, 'a tab is used for indentation', 'Indent with spaces.'],
  [
    /^bad indentation of a mapping/,
    'the text here does not fit the lines above it',
    'Align keys of one object in the same column; quote text that contains `: `.',
  ],
  [
    /^bad indentation of a sequence/,
    'this list item does not fit the lines above it',
    'Align the `-` of all items of a list in the same column.',
  ],
  [
    /^(?:expected ':' after|can not read a block mapping entry)/,
    'a `key: value` is expected here',
    'Add the missing colon, or quote text that spans lines.',
  ],
  [/within a flow collection$/, 'a `[` or `{` is never closed'],
  [/within a (?:single|double) quoted scalar$/, 'a quote is never closed'],
  [
    /^missed comma/,
    'a comma is missing between two entries',
    'Within braces and brackets, quote text that holds one of `[]{},`.',
  ],
  [/^deficient indentation/, 'this line must be indented further than the key it belongs to'],
  [
    /^unknown escape/,
    'unknown escape sequence in double quotes',
    'Write `\\\\` for a backslash, or use single quotes.',
  ],
  [/^expected hexadecimal/, 'a hexadecimal digit is expected in this escape sequence'],
  [/^a whitespace character is expected after/, 'a space is missing after the colon'],
  [/^directives end mark/, 'a directive (`%`) is not allowed here', 'Remove the line.'],
  [
    /^end of the stream/,
    'the text here does not belong to the value above it',
    'Separate documents by a line `---`.',
  ],
  [
    /non-printable|valid JSON character/,
    'a control character is not allowed here',
    'Write it as an escape in double quotes.',
  ],
];
