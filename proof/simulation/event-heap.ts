/** The events to come, the earliest first; of two at the same moment the one that was asked for first. */
import type { ScheduledEvent } from './scheduler.ts';

export class EventHeap {
  readonly #events: ScheduledEvent[] = [];

  peek(): ScheduledEvent | undefined {
    return this.#events[0];
  }

  push(event: ScheduledEvent): void {
    const events = this.#events;
    let at = events.length;
    events.push(event);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(event, events[above])) break;
      events[at] = events[above] as ScheduledEvent;
      at = above;
    }
    events[at] = event;
  }

  pop(): ScheduledEvent | undefined {
    const events = this.#events;
    const first = events[0];
    const last = events.pop();
    if (!last || events.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= events.length) break;
      if (isBefore(events[below + 1], events[below])) below += 1;
      if (!isBefore(events[below], last)) break;
      events[at] = events[below] as ScheduledEvent;
      at = below;
    }
    events[at] = last;
    return first;
  }
}

function isBefore(some: ScheduledEvent | undefined, other: ScheduledEvent | undefined): boolean {
  if (!some || !other) return some !== undefined;
  return some.dueMs < other.dueMs || (some.dueMs === other.dueMs && some.order < other.order);
}
