/**
 * The person at the foot of the menu: own account, another company, language, light or dark, signing out.
 */
import { Avatar, Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconDots, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../api/answers.ts';
import { chooseCompany, useCompanyOrNull, useForgetAll, useMe } from '../session.ts';
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';
import { LookAndLanguage } from './look-and-language.tsx';

const ICON = { size: 17, stroke: 1.75, 'aria-hidden': true } as const;

export default function PersonMenu() {
  const texts = useTexts(frameTexts);
  const me = useMe().data;
  const company = useCompanyOrNull();
  const navigate = useNavigate();
  const forgetAll = useForgetAll();
  const signOut = useAct('DELETE /api/session');
  if (!me) return null;
  const leave = async () => {
    await signOut.mutateAsync({});
    await forgetAll();
    await navigate({ to: '/aanmelden', search: { naar: undefined } });
  };
  return (
    <Menu position="top-start" width={236} withinPortal>
      <Menu.Target>
        <UnstyledButton className="me">
          <Avatar radius="xl" size={32} color="blue" name={me.name} aria-hidden />
          <span>
            {me.name}
            <br />
            <span className="mute">{company ? texts.roles[company.role] : texts.operator}</span>
          </span>
          <IconDots {...ICON} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserCircle {...ICON} />} onClick={() => void navigate({ to: '/mijn-account' })}>
          {texts.account}
        </Menu.Item>
        {me.accounts.length > 1 && <Menu.Label>{texts.otherCompany}</Menu.Label>}
        {me.accounts.length > 1 &&
          me.accounts.map(({ accountId, name }) => (
            <Menu.Item
              key={accountId}
              leftSection={accountId === company?.accountId ? <IconCheck {...ICON} /> : <span style={{ width: 17 }} />}
              onClick={() => chooseCompany(accountId)}
            >
              {name}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <div className="person-look">
          <LookAndLanguage />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout {...ICON} />} onClick={() => void leave()}>
          {texts.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
