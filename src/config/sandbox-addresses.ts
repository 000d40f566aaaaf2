// Where the sandboxes of this project are and what they accept: used when no foreign system is configured. The values are
// those that the sandboxes start with (sandbox/outsmart/start.ts, sandbox/asperion/start.ts); by house rule src and sandbox
// share no code, so they are repeated here, and only here.

export interface SandboxPorts {
  readonly outsmartPort: number;
  readonly asperionPort: number;
  readonly identityPort: number;
}

export const sandboxCredentials = {
  softwareToken: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
} as const;

/** The three ports after our own; all 0, that is any free one, when ours is. */
export function sandboxPortsFor(port: number): SandboxPorts {
  const after = (step: number) => (port === 0 ? 0 : port + step);
  return { outsmartPort: after(1), asperionPort: after(2), identityPort: after(3) };
}

/** The addresses of sandboxes that listen on those ports of this machine. */
export function sandboxAddresses(ports: SandboxPorts): {
  readonly outsmartUrl: string;
  readonly asperionApiUrl: string;
  readonly asperionIdentityUrl: string;
} {
  const at = (port: number) => `http://127.0.0.1:${port}`;
  return {
    outsmartUrl: `${at(ports.outsmartPort)}/openapi/8`,
    asperionApiUrl: at(ports.asperionPort),
    asperionIdentityUrl: at(ports.identityPort),
  };
}
