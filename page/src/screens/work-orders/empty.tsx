/**
 * Where nothing is: what is so, and what to do or when it fills.
 */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

export function Empty({
  icon,
  title,
  text,
  button,
  onPress,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly button?: string;
  readonly onPress?: () => void;
}) {
  return (
    <div className="wo-empty">
      {icon}
      <p>
        <b>{title}</b> {text}
      </p>
      {button && (
        <Button variant="default" onClick={onPress}>
          {button}
        </Button>
      )}
    </div>
  );
}
