/**
 * The menu at the left: company, the line between both systems, the screens, support, the person.
 */
import {
  IconBuilding,
  IconClipboardList,
  IconHistory,
  IconHome,
  IconLicense,
  IconPlug,
  IconServerCog,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useCompanyOrNull, useMay, useMe } from '../session.ts';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';
import { Brand } from './brand.tsx';
import { useWire } from './overview-answer.ts';
import { Support } from './support.tsx';
import { Wire } from './wire.tsx';

/** Menus are heavy, and this one is not needed to see how things stand. */
const PersonMenu = lazy(() => import('./person-menu.tsx'));
const ICON = { size: 19, stroke: 1.75, 'aria-hidden': true } as const;

export function Navigation({ accountId }: { readonly accountId: string | null }) {
  const texts = useTexts(frameTexts);
  const company = useCompanyOrNull();
  const isManager = useMay('manager');
  const isOperator = useMe().data?.isOperator ?? false;
  const { state, waiting } = useWire(accountId);
  return (
    <div className="nav-in">
      <div className="nav-brand">
        <Brand />
      </div>
      {company && <p className="firm">{company.name}</p>}
      {company && <Wire state={state} />}
      <nav aria-label={texts.mainMenu}>
        {company && (
          <>
            <Item to="/" icon={<IconHome {...ICON} />} label={texts.overview} isExact />
            <Item to="/werkbonnen" icon={<IconClipboardList {...ICON} />} label={texts.workOrders}>
              {waiting > 0 && (
                <span className="cnt">
                  {waiting}
                  <span className="sr"> {texts.waitForYou}</span>
                </span>
              )}
            </Item>
            <Item to="/logboek" icon={<IconHistory {...ICON} />} label={texts.log} />
            <p className="nav-h">{texts.companyGroup}</p>
            <Item to="/koppeling" icon={<IconPlug {...ICON} />} label={texts.connector} />
            {isManager && <Item to="/bedrijf" icon={<IconBuilding {...ICON} />} label={texts.companyAndUsers} />}
            <p className="nav-h">{texts.settingsGroup}</p>
            <Item to="/licentiemanager" icon={<IconLicense {...ICON} />} label={texts.licences} />
          </>
        )}
        {isOperator && <Item to="/beheer" icon={<IconServerCog {...ICON} />} label={texts.operator} />}
      </nav>
      <div className="nav-foot">
        <Support />
        <Suspense fallback={<div className="me-place" />}>
          <PersonMenu />
        </Suspense>
      </div>
    </div>
  );
}

function Item({
  to,
  icon,
  label,
  isExact = false,
  children,
}: {
  readonly to: '/' | '/werkbonnen' | '/logboek' | '/koppeling' | '/bedrijf' | '/licentiemanager' | '/beheer';
  readonly icon: ReactNode;
  readonly label: string;
  readonly isExact?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <Link className="n" to={to} activeOptions={{ exact: isExact, includeSearch: false }}>
      {icon}
      {label}
      {children}
    </Link>
  );
}
