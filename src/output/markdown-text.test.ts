import { expect, test } from 'vitest';
import { markdownCode, markdownText } from './markdown-text.ts';

test.each([
  ['markup', '*a* _b_ ~c~ `d` [e](f) $g$', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\` \\[e\\](f) \\$g\\$'],
  ['HTML', '<b>&amp;', '&lt;b&gt;&amp;amp;'],
  ['cells', 'a|b', 'a\\|b'],
  ['backslashes, which would undo an escape', '\\|', '\\\\\\|'],
  ['line ends', 'a\nb', 'a\\\\nb'],
  ['names that would be notified', '@team', '@\u200bteam'],
  ['numbers of issues', '#12', '#\u200b12'],
])('text keeps %s as they are', (_, text, markdown) => {
  expect(markdownText(text)).toBe(markdown);
});

test.each([
  ['plain text', 'a.yaml:1', '`a.yaml:1`'],
  ['backticks', 'a`b', '`` a`b ``'],
  ['runs of backticks', '``a```', '```` ``a``` ````'],
  ['cells', 'a|b', '`a\\|b`'],
  ['blanks at both ends', ' a ', '`  a  `'],
  ['nothing', '', ''],
])('code keeps %s', (_, text, markdown) => {
  expect(markdownCode(text)).toBe(markdown);
});
