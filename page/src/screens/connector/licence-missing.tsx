/**
 * Without a running licence nothing is synchronised; how to order one (L3).
 */
import { Alert, Button } from '@mantine/core';
import { IconLicense } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useMay } from '../../session.ts';
import { connectorTexts } from '../../texts/connector-texts.ts';
import { useTexts } from '../../texts/language.ts';

type LicenceState = AnswerOf<'GET /api/accounts/:accountId/overview'>['licence'];

export function LicenceMissing({ state }: { readonly state: LicenceState }) {
  const texts = useTexts(connectorTexts);
  const isManager = useMay('manager');
  if (state !== 'none' && state !== 'ended') return null;
  return (
    <Alert
      className="set-notice is-amber"
      color="yellow"
      title={texts.licenceTitle[state]}
      icon={<IconLicense stroke={1.75} aria-hidden />}
      mb="lg"
    >
      <p className="set-summary">{isManager ? texts.licenceText : `${texts.licenceText} ${texts.orderAskManager}`}</p>
      {isManager && (
        <Button component={Link} to="/licentiemanager">
          {texts.orderAsperion}
        </Button>
      )}
    </Alert>
  );
}
