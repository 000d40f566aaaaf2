/**
 * The licence manager over the API.
 */
import type { z } from 'zod';
import type { licenceRoutes, licences as licencesSchema } from '../../api/licence-routes.ts';
import { dayInAmsterdam, type IsoDate } from '../../kernel/dates.ts';
import { decimalText } from '../../kernel/decimal.ts';
import {
  type ConnectorOnOffer,
  cancelLicence,
  type LicenceManager,
  orderLicence,
  readLicences,
  resumeLicence,
} from '../../usecases/licences.ts';
import type { ApiParts } from './api-parts.ts';
import type { HandlersOf } from './call.ts';

type LicencesShape = z.output<typeof licencesSchema>;

export function licenceHandlers({ parts }: Pick<ApiParts, 'parts'>): HandlersOf<typeof licenceRoutes> {
  return {
    'GET /api/accounts/:accountId/licences': async ({ account }) => licencesShape(await readLicences(parts, account)),
    'POST /api/accounts/:accountId/licences/:connector': async ({ account, params, person }) => {
      await orderLicence(account, params.connector, person.name);
      return licencesShape(await readLicences(parts, account));
    },
    'DELETE /api/accounts/:accountId/licences/:connector': async ({ account, params, person }) => {
      await cancelLicence(account, params.connector, person.name);
      return licencesShape(await readLicences(parts, account));
    },
    'POST /api/accounts/:accountId/licences/:connector/resumption': async ({ account, params, person }) => {
      await resumeLicence(account, params.connector, person.name);
      return licencesShape(await readLicences(parts, account));
    },
  };
}

function licencesShape({ trialUntil, connectors }: LicenceManager): LicencesShape {
  return { trialUntil, connectors: connectors.map(connectorShape) };
}

function connectorShape({ connector, price, offer, licence }: ConnectorOnOffer): LicencesShape['connectors'][number] {
  return {
    connector: connector.name,
    name: connector.title,
    description: connector.description,
    once: decimalText(connector.once),
    perYear: decimalText(connector.perYear),
    perMonth: decimalText(price.perMonth),
    vatPercentage: decimalText(connector.vatPercentage),
    vatPerYear: decimalText(price.vatPerYear),
    perYearWithVat: decimalText(price.perYearWithVat),
    offer: { ...offer, firstInvoice: decimalText(offer.firstInvoice) },
    licence: licence && {
      state: licence.state,
      orderedBy: licence.orderedBy,
      orderedOn: dayInAmsterdam(licence.orderedAt),
      runsUntil: licence.runsUntil,
      cancelledBy: licence.cancelledBy,
      cancelledOn: dayOf(licence.cancelledAt),
    },
  };
}

function dayOf(moment: Date | null): IsoDate | null {
  return moment === null ? null : dayInAmsterdam(moment);
}
