/**
 * Koppeling Asperion: both connections, the settings and starting by hand.
 */
import { Breadcrumbs, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/answers.ts';
import { Failure } from '../../frame/failure.tsx';
import { useOverview } from '../../frame/overview-answer.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useInstallation } from '../../frame/support.tsx';
import { useCompany } from '../../session.ts';
import { connectorTexts } from '../../texts/connector-texts.ts';
import { useTexts } from '../../texts/language.ts';
import { CallbackResult } from './callback-result.tsx';
import { ConnectionEnds } from './connection-ends.tsx';
import './connector.css';
import { LicenceMissing } from './licence-missing.tsx';
import { SettingsFields } from './settings-fields.tsx';
import './settings.css';
import './settings-saving.css';

const EVERY_MINUTES = 15;

export function SettingsScreen() {
  const texts = useTexts(connectorTexts);
  usePageTitle(texts.pageTitle);
  const everyMinutes = useInstallation()?.exportEveryMinutes ?? EVERY_MINUTES;
  return (
    <>
      <Breadcrumbs
        className="connector-crumbs"
        separator={<IconChevronRight size={16} stroke={1.75} aria-hidden />}
        separatorMargin={6}
      >
        <span>{texts.company}</span>
        <Link to="/koppeling">{texts.title}</Link>
        <span>{texts.asperion}</span>
      </Breadcrumbs>
      <Title order={1} className="connector-title">
        {texts.pageTitle}
      </Title>
      <p className="connector-sub">{texts.pageSub(everyMinutes)}</p>
      <Loaded />
    </>
  );
}

function Loaded() {
  const { accountId, name } = useCompany();
  const params = { params: { accountId } };
  const overview = useOverview(accountId);
  const connections = useAnswer('GET /api/accounts/:accountId/connections', params);
  const settings = useAnswer('GET /api/accounts/:accountId/settings', params);
  if (!overview.data || !connections.data || !settings.data) {
    const failed = [overview, connections, settings].find(({ isError }) => isError);
    return failed ? (
      <Failure error={failed.error} retry={() => void failed.refetch()} />
    ) : (
      <RowsSkeleton rows={8} withSentence={false} />
    );
  }
  return (
    <>
      <CallbackResult isSaved={settings.data.saved !== null} />
      <LicenceMissing state={overview.data.licence} />
      <ConnectionEnds
        accountId={accountId}
        companyName={name}
        connections={connections.data}
        administrationName={overview.data.administrationName}
      />
      <SettingsFields
        key={accountId}
        accountId={accountId}
        answer={settings.data}
        connections={connections.data}
        overview={overview.data}
      />
    </>
  );
}
