// The switches that make a sandbox misbehave on purpose. This file only keeps the rules and picks those that
// apply to a request; hook-server.ts carries them out.

export const faultKinds = ['delay', 'status', 'html', 'truncated', 'drop-before', 'drop-after', 'rate-limit'] as const;

export type FaultKind = (typeof faultKinds)[number];

/** What goes wrong, and for which requests. An absent condition matches every request. */
export interface FaultRule {
  kind: FaultKind;
  /** HTTP method, letter case does not count. */
  method?: string | undefined;
  /** Part of the address, query included, letter case does not count. */
  path?: string | undefined;
  /** The account concerned: an OutSmart token or an Asperion tenant id. */
  party?: string | undefined;
  /** How many requests it hits; default 1, 0 means until cleared. */
  times?: number | undefined;
  /** How many matching requests pass unharmed first. */
  skip?: number | undefined;
  /** For `delay`. */
  delayMs?: number | undefined;
  /** For `status` (default 500) and `html` (default 502). */
  status?: number | undefined;
  /** For `rate-limit`; default 1. */
  retryAfterSeconds?: number | undefined;
  /** For `delay`, `status` and `html`: do the work first, then misbehave. Default false. */
  afterWork?: boolean | undefined;
}

export interface FaultTarget {
  method: string;
  /** The address as sent, query included. */
  url: string;
  party: string;
}

/** A rule in force, with how often it was passed over and how often it struck. */
export interface ActiveFault {
  id: string;
  rule: FaultRule;
  skipped: number;
  struck: number;
}

const none: readonly FaultRule[] = [];

/** The rules in force, in the order in which they were added. */
export class FaultSwitches {
  readonly #active = new Map<string, ActiveFault>();
  #lastId = 0;

  /** Puts a rule in force and returns its id. */
  add(rule: FaultRule): string {
    this.#lastId += 1;
    const id = `fault-${this.#lastId}`;
    this.#active.set(id, { id, rule, skipped: 0, struck: 0 });
    return id;
  }

  /** Takes one rule out of force; false when there is no such rule (any more). */
  remove(id: string): boolean {
    return this.#active.delete(id);
  }

  clear(): void {
    this.#active.clear();
  }

  list(): ActiveFault[] {
    return [...this.#active.values()].map((fault) => ({ ...fault, rule: { ...fault.rule } }));
  }

  /** The rules that strike this request. Counts it: a rule that has struck `times` times is gone afterwards. */
  take(target: FaultTarget): readonly FaultRule[] {
    if (this.#active.size === 0) return none;
    const struck: FaultRule[] = [];
    for (const fault of this.#active.values()) {
      if (!matches(fault.rule, target)) continue;
      if (fault.skipped < (fault.rule.skip ?? 0)) {
        fault.skipped += 1;
        continue;
      }
      fault.struck += 1;
      struck.push(fault.rule);
      const times = fault.rule.times ?? 1;
      if (times > 0 && fault.struck >= times) this.#active.delete(fault.id);
    }
    return struck;
  }
}

function matches(rule: FaultRule, target: FaultTarget): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== target.method) return false;
  if (rule.path !== undefined && !target.url.toLowerCase().includes(rule.path.toLowerCase())) return false;
  return rule.party === undefined || rule.party === target.party;
}
