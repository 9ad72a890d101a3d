import { commands, withArgument } from './commands.ts';

/** Why Envoy takes no format: a `%` without a command, a command it does not know, or one that lacks its argument. */
export interface FormatFault {
  readonly fault: 'incomplete' | 'unknown' | 'argument';
  /** The command; for `incomplete` the text from the `%` on. */
  readonly command: string;
}

/** `%%`, and commands `%NAME%`, `%NAME(argument)%` and `%NAME(argument):length%`. */
const command = /%(?:%|([A-Z0-9_]+)(?:\(([^]*?)\))?(?::\d+)?%)/y;

/** The first fault of a format, as the parser of Envoy meets it; undefined for a good one. */
export function formatFault(text: string): FormatFault | undefined {
  let start = text.indexOf('%');
  while (start >= 0) {
    command.lastIndex = start;
    const match = command.exec(text);
    if (match === null) return { fault: 'incomplete', command: text.slice(start, start + 20) };
    const [whole, name, argument = ''] = match;
    if (name !== undefined && !commands.has(name)) return { fault: 'unknown', command: name };
    if (name !== undefined && argument === '' && withArgument.has(name))
      return { fault: 'argument', command: name };
    start = text.indexOf('%', start + whole.length);
  }
  return undefined;
}
