/** The day up to which releases, ends of support and advisories are known. */
export const knowledgeDate = '2026-11-21';
