// The operator's routes of a sandbox that runs in a process of its own: what is in the books, what was asked, and faults.

/** The JSON that a route under `/_sandbox` answers. Throws an Error with the answer when it is refused. */
export async function askSandbox<T>(address: string, route: string): Promise<T> {
  const response = await fetch(`${address}/_sandbox/${route}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`${address}/_sandbox/${route} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
