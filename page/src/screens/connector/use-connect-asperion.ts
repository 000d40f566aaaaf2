/**
 * Leads to Asperion's own login and consent (C2). The person comes back at the settings.
 */
import { useState } from 'react';
import { useAct } from '../../api/answers.ts';

export function useConnectAsperion(accountId: string) {
  const act = useAct('POST /api/accounts/:accountId/connections/asperion');
  const [isLeaving, leave] = useState(false);
  return {
    connect: () =>
      act.mutate(
        { params: { accountId } },
        {
          onSuccess: ({ url }) => {
            leave(true);
            window.location.assign(url);
          },
        },
      ),
    /** Also while the browser is on its way. */
    isBusy: act.isPending || isLeaving,
    error: act.error,
  };
}
