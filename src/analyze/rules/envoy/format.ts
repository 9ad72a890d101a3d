import { closest } from '../../../closest.ts';
import { defineRule } from '../../rule.ts';
import { commands } from './commands.ts';
import { formatFault, type FormatFault } from './format-fault.ts';
import { formatsOf, type Format } from './formats.ts';

/**
 * Header values and access logs hold commands such as `%PROTOCOL%`. Istio checks their form at most; Envoy refuses the
 * whole resource with "Not supported field in StreamInfo" (envoyproxy/envoy#34671) or "Couldn't find valid command".
 */
export const format = defineRule<{ fault: FormatFault['fault']; command: string; lost: Format['lost'] }>({
  slug: 'envoy/format',
  code: 'MSH0160',
  severity: 'error',
  summary: 'The formats of header values and access logs have only commands that Envoy knows.',
  hint: 'For a percent sign write `%%`.',
  kinds: ['VirtualService', 'HTTPRoute', 'GRPCRoute', 'ConfigMap'],
  message: ({ fault, command, lost }) =>
    `${faults[fault](command)}; Envoy refuses the ${lost} that hold it, old ones stay in use`,
  check(mesh, report) {
    for (const { object, path, text, lost } of formatsOf(mesh)) {
      const found = formatFault(text);
      if (found === undefined) continue;
      const meant = found.fault === 'unknown' ? closest(found.command, commands) : undefined;
      report(
        object,
        path,
        { ...found, lost },
        meant === undefined ? {} : { hint: `Did you mean \`%${meant}%\`? For a percent sign write \`%%\`.` },
      );
    }
  },
});

const faults: Readonly<Record<FormatFault['fault'], (command: string) => string>> = {
  incomplete: (text) => `no command begins at ${JSON.stringify(text)}`,
  unknown: (command) => `Envoy has no command %${command}%`,
  argument: (command) => `%${command}% needs an argument, such as %${command}(name)%`,
};
