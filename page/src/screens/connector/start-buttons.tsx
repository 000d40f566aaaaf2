/**
 * The buttons that start a run by hand. Who may not start sees none; while their run goes on they wait.
 */
import { ActionIcon, Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useCurrentRun } from '../../api/current-run.ts';
import { Failure } from '../../frame/failure.tsx';
import { useMay } from '../../session.ts';
import { type Job, type Obstacle, useStart } from './use-start.ts';

interface StartProps {
  readonly accountId: string;
  readonly job: Job;
  readonly label: string;
  readonly obstacle: Obstacle | null;
}

/** The round button behind an import option. */
export function StartImport({ accountId, job, label, obstacle }: StartProps) {
  const { start, isStarting, error } = useStart(accountId, job);
  const isGoing = useCurrentRun(accountId)?.job === job;
  if (!useMay('office')) return null;
  return (
    <>
      <ActionIcon
        className="set-start"
        variant="default"
        radius="xl"
        size={36}
        aria-label={label}
        aria-describedby={reasonOf(obstacle, 'import')}
        title={label}
        disabled={obstacle !== null}
        loading={isStarting || isGoing}
        onClick={start}
      >
        <IconRefresh size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
      {error && (
        <div className="set-option-rest">
          <Failure error={error} />
        </div>
      )}
    </>
  );
}

/** A button in words, below the settings. */
export function StartButton({ accountId, job, label, obstacle }: StartProps) {
  const { start, isStarting, error } = useStart(accountId, job);
  const isGoing = useCurrentRun(accountId)?.job === job;
  if (!useMay('office')) return null;
  return (
    <div className="set-start-button">
      <Button
        variant="default"
        fullWidth
        leftSection={<IconRefresh size={17} stroke={1.75} aria-hidden />}
        aria-describedby={reasonOf(obstacle, 'sync')}
        disabled={obstacle !== null}
        loading={isStarting || isGoing}
        onClick={start}
      >
        {label}
      </Button>
      <Failure error={error} />
    </div>
  );
}

/** Where the reason stands that a button cannot be pressed. */
function reasonOf(obstacle: Obstacle | null, part: 'import' | 'sync'): string | undefined {
  if (obstacle === null) return undefined;
  if (obstacle === 'hourTypesOn') return 'start-hourtypes-reason';
  return obstacle === 'exportOn' ? 'start-export-reason' : `start-${part}-reason`;
}
