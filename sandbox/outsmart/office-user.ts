// The office worker of the sandbox: whoever uses its page or its control, as histories name them.

export const officeUser = 'kantoor';
