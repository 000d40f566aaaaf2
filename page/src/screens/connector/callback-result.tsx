/**
 * What came of logging in at Asperion, as the address tells it after coming back.
 */
import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { connectorTexts } from '../../texts/connector-texts.ts';
import { useTexts } from '../../texts/language.ts';

export function CallbackResult({ isSaved }: { readonly isSaved: boolean }) {
  const texts = useTexts(connectorTexts);
  const navigate = useNavigate();
  const { verbonden, reden } = useSearch({ from: '/framed/koppeling/asperion' });
  if (verbonden !== 'ja' && verbonden !== 'nee') return null;
  const isConnected = verbonden === 'ja';
  const reasons: Readonly<Record<string, string>> = texts.resultNo;
  const Icon = isConnected ? IconCircleCheck : IconAlertTriangle;
  return (
    <Alert
      className={`set-notice ${isConnected ? 'is-green' : 'is-red'}`}
      role={isConnected ? 'status' : 'alert'}
      title={isConnected ? texts.resultYesTitle : texts.resultNoTitle}
      icon={<Icon stroke={1.75} aria-hidden />}
      withCloseButton
      closeButtonLabel={texts.closeMessage}
      onClose={() => void navigate({ to: '/koppeling/asperion', search: {}, replace: true })}
      mb="lg"
    >
      {isConnected
        ? isSaved
          ? texts.resultYesAgainText
          : texts.resultYesText
        : (reasons[reden ?? ''] ?? texts.resultNo.other)}
    </Alert>
  );
}
