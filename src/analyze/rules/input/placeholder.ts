import { defineRule } from '../../rule.ts';

/** Text such as `${HOST}` is filled in by a tool that has not run yet. */
export const placeholder = defineRule<{ text: string }>({
  slug: 'input/placeholder',
  code: 'MSH0062',
  severity: 'info',
  summary: 'Values are filled in before they are analyzed.',
  hint: 'Analyze the output of the tool that fills them in.',
  kinds: [],
  message: ({ text }) => `${JSON.stringify(text)} is still to be filled in, so it is not judged`,
  check({ setAside }, report) {
    for (const { object, path, why, reason } of setAside)
      if (why === 'placeholder') report(object, path, { text: reason }, { fillIn: true });
  },
});
