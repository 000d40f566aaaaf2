// All resources of the API by the last segment of their address. Draft invoices move with their setting; with null
// they do not exist. Must not know what a resource does.
import type { AsperionSettings } from '../settings.ts';
import { articles } from './articles.ts';
import { debtors } from './debtors.ts';
import { draftsAt } from './drafts.ts';
import { masterResources } from './master-resources.ts';
import type { Resource } from './resource.ts';
import { salesInvoices, salesInvoicesWithLines } from './sales-invoices.ts';
import { salesOrdersAt } from './sales-orders.ts';

const fixed = new Map<string, Resource>(
  [
    ...masterResources,
    debtors,
    articles,
    salesInvoices,
    salesInvoicesWithLines,
    salesOrdersAt('salesorderwithlines'),
    salesOrdersAt('salesorderswithlines'),
  ].map((resource) => [resource.path, resource]),
);

const draftsByPath = new Map<string, Resource>();

/** The resource at this segment, letter case ignored; undefined when there is none. */
export function resourceAt(segment: string, settings: AsperionSettings): Resource | undefined {
  const path = segment.toLowerCase();
  const draftsPath = settings.draftsPath?.toLowerCase();
  if (path !== draftsPath) return fixed.get(path);
  const known = draftsByPath.get(path);
  const drafts = known ?? draftsAt(path);
  if (known === undefined) draftsByPath.set(path, drafts);
  return drafts;
}
