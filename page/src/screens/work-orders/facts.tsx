/**
 * Labels with their values, and behind a value where it comes from.
 */

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Empty where that is plain. */
  readonly origin: string;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="wb-facts">
      {facts.map(({ label, value, origin }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value} {origin !== '' && <span className="wb-origin">{origin}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
