/**
 * What somebody is about to agree to, point by point.
 */
import { Fragment, type ReactNode } from 'react';

export type Point = readonly [name: string, value: ReactNode];

export function SummaryList({ points }: { readonly points: readonly Point[] }) {
  return (
    <dl className="licences-summary">
      {points.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
