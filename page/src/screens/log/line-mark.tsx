/**
 * What came of one record: the states that people know by their mark, everything else in plain words.
 */
import { type MarkedState, StateMark } from '../../frame/state-mark.tsx';

const MARKS: Readonly<Record<string, MarkedState>> = {
  invoiced: 'invoiced',
  adopted: 'invoiced',
  acknowledged: 'done',
  new: 'done',
  changed: 'done',
  created: 'done',
  waiting: 'waiting',
  uncertain: 'uncertain',
  failed: 'failed',
  refused: 'failed',
  stopped: 'failed',
};

export function LineMark({ result, text }: { readonly result: string; readonly text: string }) {
  const mark = MARKS[result];
  return mark ? <StateMark state={mark}>{text}</StateMark> : <span className="log-plain-result">{text}</span>;
}
