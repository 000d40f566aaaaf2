/**
 * The button of one way to free what waits. Links lead to where a person does it; the others do it here.
 */
import { Button, VisuallyHidden } from '@mantine/core';
import { IconExternalLink, IconFilePlus, IconPlus, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/answers.ts';
import { useCurrentRun } from '../../api/current-run.ts';
import { Failure } from '../../frame/failure.tsx';
import { decisionTexts } from '../../texts/decision-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { useDecide } from './decide.ts';
import { RetryButton } from './retry-button.tsx';
import { useTellRun } from './told.tsx';
import type { Cause, Repair } from './work-orders-answers.ts';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export interface RepairButtonProps {
  readonly accountId: string;
  readonly cause: Cause;
  readonly repair: Repair;
  readonly variant: 'filled' | 'default' | 'subtle';
  /** The one work order it is about; without, all that wait for the cause. */
  readonly rowId?: string;
  readonly outsmartUrl?: string | null;
  readonly onChoose: (kind: 'debtor' | 'article') => void;
}

export function RepairButton(props: RepairButtonProps) {
  const { accountId, cause, repair, variant, onChoose } = props;
  const texts = useTexts(workOrdersTexts);
  const label = texts.repairs[repair](cause.code);
  switch (repair) {
    case 'create-debtor':
    case 'create-article':
      return <Create accountId={accountId} cause={cause} label={label} variant={variant} />;
    case 'link-debtor':
    case 'link-article':
      return (
        <Button variant={variant} onClick={() => onChoose(repair === 'link-debtor' ? 'debtor' : 'article')}>
          {label}
        </Button>
      );
    case 'choose-hour-type':
    case 'choose-sales-type':
    case 'choose-vat':
      return (
        <Button variant={variant} renderRoot={(root) => <Link to="/koppeling/asperion" {...root} />}>
          {label}
        </Button>
      );
    case 'open-in-outsmart':
      return <Elsewhere url={props.outsmartUrl ?? null} label={label} variant={variant} />;
    case 'open-in-asperion':
      return <Elsewhere url={cause.asperionUrl} label={label} variant={variant} />;
    case 'make-again':
      return <Decide {...props} decision="make-again" />;
    case 'skip':
      return <Decide {...props} decision="skip" />;
    case 'retry':
      return <RetryButton accountId={accountId} label={label} variant={variant} />;
  }
}

function Create({
  accountId,
  cause,
  label,
  variant,
}: Pick<RepairButtonProps, 'accountId' | 'cause' | 'variant'> & { readonly label: string }) {
  const texts = useTexts(workOrdersTexts);
  const tellRun = useTellRun();
  const isRunning = useCurrentRun(accountId) !== null;
  const create = useAct('POST /api/accounts/:accountId/causes/creation');
  const press = () =>
    tellRun(
      create.mutateAsync({ params: { accountId }, body: { causeId: cause.causeId } }),
      texts.creationStarted(label),
    );
  return (
    <>
      <Button variant={variant} loading={create.isPending} leftSection={<IconPlus {...ICON} />} onClick={press}>
        {label}
      </Button>
      {create.isSuccess && isRunning && <span className="c-green">{texts.started}</span>}
      <Failure error={create.error} />
    </>
  );
}

function Elsewhere({
  url,
  label,
  variant,
}: {
  readonly url: string | null;
  readonly label: string;
  readonly variant: RepairButtonProps['variant'];
}) {
  const texts = useTexts(workOrdersTexts);
  if (url === null) return null;
  return (
    <Button
      component="a"
      href={url}
      target="_blank"
      rel="noreferrer"
      variant={variant}
      rightSection={<IconExternalLink {...ICON} />}
    >
      {label}
      <VisuallyHidden> {texts.opensNewTab}</VisuallyHidden>
    </Button>
  );
}

const DECIDING = { skip: IconUserCheck, 'make-again': IconFilePlus } as const;

/** Of the one work order, or of all that wait for the cause. */
function Decide({
  accountId,
  cause,
  rowId,
  variant,
  decision,
}: RepairButtonProps & { readonly decision: keyof typeof DECIDING }) {
  const texts = useTexts(decisionTexts);
  const language = useLanguage();
  const { decide, isPending } = useDecide(accountId);
  const { count } = cause.tally;
  const Icon = DECIDING[decision];
  return (
    <Button
      variant={variant}
      loading={isPending}
      leftSection={<Icon {...ICON} />}
      onClick={() => decide(decision, rowId === undefined ? { causeId: cause.causeId } : [rowId])}
    >
      {texts.decideAll[decision](rowId === undefined ? count : 1, whole(count, language))}
    </Button>
  );
}
