/** Address of the section about a rule; the same pages are in `docs/rules/` of the package. */
export function rulePage(slug: string): string {
  const [topic = '', name = ''] = slug.split('/');
  return `https://meshctl.dev/rules/${topic}#${name}`;
}
