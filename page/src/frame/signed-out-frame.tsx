/**
 * Around signing in: the mark, the screen in a card, support and the language.
 */
import { Anchor, Group, Paper } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { Brand } from './brand.tsx';
import { LookAndLanguage } from './look-and-language.tsx';
import { useInstallation } from './support.tsx';
import './signed-out-frame.css';

export function SignedOutFrame() {
  const support = useInstallation()?.support;
  return (
    <div className="signed-out">
      <header>
        <Brand />
        <LookAndLanguage />
      </header>
      <main>
        <Paper withBorder radius="lg" p="xl" className="signed-out-card">
          <Outlet />
        </Paper>
      </main>
      <footer>
        <Group gap="lg" justify="center">
          {support?.phone && <Anchor href={`tel:${support.phone.replaceAll(' ', '')}`}>{support.phone}</Anchor>}
          {support?.email && <Anchor href={`mailto:${support.email}`}>{support.email}</Anchor>}
        </Group>
      </footer>
    </div>
  );
}
