/**
 * What stands where there is nothing to list: an icon, what is so, and when it fills.
 */
import type { TablerIcon } from '@tabler/icons-react';

export function EmptyRow({
  Icon,
  title,
  text,
}: {
  readonly Icon: TablerIcon;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <div className="licences-empty">
      <span aria-hidden>
        <Icon size={20} stroke={1.75} />
      </span>
      <div>
        <b>{title}</b>
        <p className="mute">{text}</p>
      </div>
    </div>
  );
}
