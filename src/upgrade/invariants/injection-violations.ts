import { compareText } from '../../compare-text.ts';
import { asksForProxy, type AskedFor } from './asked-for.ts';
import type { Violation } from './violation.ts';
import type { Configuration } from './webhooks-in.ts';

/** Pods that ask for a proxy and would get none, and those that several injectors would be called for. */
export function injectionViolations(
  asked: readonly AskedFor[],
  configurations: readonly Configuration[],
): readonly Violation[] {
  const injectors = configurations.filter(({ kind }) => kind === 'MutatingWebhookConfiguration');
  return asked.flatMap((one) => {
    const called = injectors.filter(({ isCalled }) => isCalled(one.namespace, one.pod));
    if (called.length > 1) return [several(one, called)];
    return called.length === 0 && asksForProxy(one) ? [nobody(one)] : [];
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
