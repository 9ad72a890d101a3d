/** Whether a revision is that of the control plane without a name. */
export const isUnnamed = (revision: string): boolean => revision === '' || revision === 'default';
