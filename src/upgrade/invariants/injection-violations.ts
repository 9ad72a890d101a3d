import { compareText } from '../../compare-text.ts';
import type { JsonObject } from '../../json.ts';
import { askedFor, asksForProxy, type AskedFor } from './asked-for.ts';
import type { Violation } from './violation.ts';
import type { Configuration } from './webhooks-in.ts';

/** Pods that ask for a proxy and would get none, and those that several injectors would be called for. */
export function injectionViolations(
  objects: readonly JsonObject[],
  configurations: readonly Configuration[],
): readonly Violation[] {
  const injectors = configurations.filter(({ kind }) => kind === 'MutatingWebhookConfiguration');
  return askedFor(objects).flatMap((asked) => {
    const called = injectors.filter(({ isCalled }) => isCalled(asked.namespace, asked.pod));
    if (called.length > 1) return [several(asked, called)];
    return called.length === 0 && asksForProxy(asked) ? [nobody(asked)] : [];
  });
}

const several = ({ subject }: AskedFor, called: readonly Configuration[]): Violation => {
  const names = called.map(({ name }) => name).sort(compareText);
  return { code: 'two-injectors', subject, message: `is for ${names.join(' and ')}` };
};

const nobody = ({ subject }: AskedFor): Violation => ({
  ...{ code: 'no-injector', subject },
  message: 'asks for a proxy by its labels, and no webhook is called for it',
});
