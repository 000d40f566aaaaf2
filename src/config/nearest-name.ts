// Which known name somebody probably meant. Pure.

const distanceMax = 12;

/** The known name with the fewest differing letters; undefined when none is at all alike. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((one, other) => one.distance - other.distance);
  const isAlike = nearest && nearest.distance <= Math.min(distanceMax, Math.ceil(name.length / 3));
  return isAlike ? nearest.candidate : undefined;
}

/** Levenshtein: letters to insert, remove or change. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [fromIndex, fromLetter] of [...from].entries()) {
    const next = [fromIndex + 1];
    for (const [toIndex, toLetter] of [...to].entries()) {
      const changed = (row[toIndex] ?? 0) + (fromLetter === toLetter ? 0 : 1);
      next.push(Math.min(changed, (row[toIndex + 1] ?? 0) + 1, (next[toIndex] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
