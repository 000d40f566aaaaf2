/**
 * One row of the overview's lists: mark, what is so, how many, for how much, one button that leads there. What can be done about
 * it here stands under the words. Stacked when narrow.
 */
import type { ReactNode } from 'react';

export function OverviewRow({
  mark,
  title,
  text,
  acts,
  quantity,
  amount,
  act,
}: {
  /** An icon in a circle. */
  readonly mark: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly acts?: ReactNode;
  readonly quantity: string;
  /** Empty where it says nothing. */
  readonly amount: string;
  readonly act: ReactNode;
}) {
  return (
    <li className="overview-cause">
      {mark}
      <div className="overview-cause-words">
        <h3>{title}</h3>
        <p>{text}</p>
      </div>
      <span className="overview-qty">{quantity}</span>
      <span className="overview-amt">{amount}</span>
      <div className="overview-act">{act}</div>
      {acts && <div className="overview-acts">{acts}</div>}
    </li>
  );
}
