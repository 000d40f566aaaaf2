/**
 * Addresses of records in OutSmart and Asperion that a person can open. Those of the real systems are not known, so there
 * are links only where sandboxes stand in for them. The one place that makes such addresses.
 */
import type { Config } from '../config/config.ts';
import type { AdministrationId } from '../model/ids.ts';

/** Each null where there is no page. */
export interface ForeignPages {
  workOrder(rowId: string): string | null;
  draft(administrationId: AdministrationId, invoiceId: string): string | null;
  /** The list in which a debtor or article stands, narrowed down to it. */
  record(administrationId: AdministrationId, kind: 'debtor' | 'article', code: string): string | null;
}

/** Where the systems are. */
type Addresses = Pick<Config, 'sandbox'> & {
  readonly outsmart: Pick<Config['outsmart'], 'apiUrl'>;
  readonly asperion: Pick<Config['asperion'], 'apiUrl'>;
};

const NO_PAGES: ForeignPages = { workOrder: () => null, draft: () => null, record: () => null };

export function foreignPages({ sandbox, outsmart, asperion }: Addresses): ForeignPages {
  if (sandbox === null) return NO_PAGES;
  const office = new URL(outsmart.apiUrl).origin;
  const books = (id: AdministrationId) => `${new URL(asperion.apiUrl).origin}/administraties/${id}`;
  return {
    workOrder: (rowId) => `${office}/werkbonnen/${encodeURIComponent(rowId)}`,
    draft: (administrationId, invoiceId) =>
      `${books(administrationId)}/conceptfacturen/${encodeURIComponent(invoiceId)}`,
    record: (administrationId, kind, code) => {
      const list = kind === 'debtor' ? 'debiteuren' : 'artikelen';
      return `${books(administrationId)}/${list}?zoek=${encodeURIComponent(code)}`;
    },
  };
}
