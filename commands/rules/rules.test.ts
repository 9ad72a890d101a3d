import { expect, it } from 'vitest';
import { run } from '../testing/run.ts';

it('lists rules with all the given words', async () => {
  const { code, out } = await run(['rules', 'list', 'virtualservice', 'gateway']);
  expect(code).toBe(0);
  expect(out).toContain('virtualservice/gateway-not-found');
  expect(out).not.toContain('redirect/code');
});

it('lists the rules of one command', async () => {
  const { out } = await run(['rules', 'list', '--command', 'validate', '-o', 'json']);
  const { kind, rules } = JSON.parse(out) as { kind: string; rules: readonly { command: string }[] };
  expect(kind).toBe('RuleList');
  expect(new Set(rules.map(({ command }) => command))).toEqual(new Set(['validate']));
});

it.each(['virtualservice/gateway-not-found', 'redirect/code', 'suppression/unused'])(
  'shows the page of %s',
  async (slug) => {
    const { code, out } = await run(['rules', 'show', slug]);
    expect(code).toBe(0);
    expect(out.startsWith(`# ${slug}\n`)).toBe(true);
    expect(out.split('\n').length).toBeGreaterThan(4);
  },
);

it('shows all rules of a code', async () => {
  const { out } = await run(['rules', 'show', 'IST0101']);
  expect(out).toContain('# virtualservice/gateway-not-found');
  expect(out.match(/^# /gm)?.length).toBeGreaterThan(1);
});

it('offers a rule for a misspelt name', async () => {
  const { code, err } = await run(['rules', 'show', 'IST0110X']);
  expect(code).toBe(2);
  expect(err).toContain('did you mean IST0110?');
});
