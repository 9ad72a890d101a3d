export { ansiblePlaybook } from './ansible-playbook.ts';
export { cloudInit } from './cloud-init.ts';
export { installScript, type InstallOptions } from './install-script.ts';
export { selfExtractingScript } from './self-extracting-script.ts';
export { checkTarget } from './ssh/check-target.ts';
export { deliverOverSsh } from './ssh/deliver-over-ssh.ts';
export type { DeliveryEvent, SshDeliveryOptions } from './ssh/delivery-event.ts';
