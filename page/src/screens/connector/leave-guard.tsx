/**
 * Notices that somebody leaves with unsaved changes, within the page and by closing the tab.
 */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { frameTexts } from '../../texts/frame-texts.ts';
import { useTexts } from '../../texts/language.ts';
import { settingsSavingTexts } from '../../texts/settings-saving-texts.ts';

export function LeaveGuard({ isChanged }: { readonly isChanged: boolean }) {
  const texts = useTexts(settingsSavingTexts);
  const { close } = useTexts(frameTexts);
  const leaving = useBlocker({
    // Closing a message changes the address, not the screen.
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  });
  return (
    <Modal
      opened={leaving.status === 'blocked'}
      onClose={() => leaving.reset?.()}
      title={texts.leaveTitle}
      closeButtonProps={{ 'aria-label': close }}
      centered
    >
      <Text mb="md">{texts.leaveText}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => leaving.proceed?.()}>
          {texts.leave}
        </Button>
        <Button data-autofocus onClick={() => leaving.reset?.()}>
          {texts.stay}
        </Button>
      </Group>
    </Modal>
  );
}
