// The short lists of the demo's OutSmart account: employees, free fields, work statuses, types of work and hour types.
// No work status says "Naar Asperion" yet, so that connecting creates code 1. "Niet naar Asperion" is there as a trap:
// it contains the words and means the opposite.

import type {
  OutSmartEmployee,
  OutSmartFreeField,
  OutSmartHourType,
  OutSmartWorkStatus,
  OutSmartWorkType,
} from './outsmart-shapes.ts';
import { unknownHourType } from './words/stock.ts';

export function demoEmployees(): OutSmartEmployee[] {
  return [
    { number: '9', firstname: 'Henk', lastname: 'Brouwer', active: '0' },
    { number: '11', firstname: 'Sander', lastname: 'Kuipers', active: '1' },
    { number: '12', firstname: 'Joost', lastname: 'Verhoeven', active: '1' },
    { number: '14', firstname: 'Fatima', lastname: 'Çelik', active: '1' },
    { number: '15', firstname: 'Tim', lastname: 'Postma', active: '1' },
    { number: '21', firstname: 'Marieke', lastname: 'de Vries', active: '1' },
  ];
}

export function demoWorkStatusses(): OutSmartWorkStatus[] {
  return [
    { sta_code: '0', sta_name: 'Niet naar Asperion' },
    { sta_code: '5812441', sta_name: 'Wacht op onderdelen' },
    { sta_code: 'GARANTIE', sta_name: 'GARANTIE' },
  ];
}

const workType = (wrt_name: string, minutes: number): OutSmartWorkType => ({
  wrt_name,
  wrt_description: wrt_name,
  wrt_default_minutes: String(minutes),
  wrt_active: '1',
});

export function demoWorkTypes(): OutSmartWorkType[] {
  return [
    workType('Installatie', 240),
    workType('Garantie', 60),
    workType('Levering', 15),
    workType('Onderhoud', 60),
    workType('Project', 480),
    workType('Regie', 120),
    workType('Reparatie', 90),
    workType('Service', 60),
    workType('Storing', 90),
  ];
}

const freeField = (entity: string, order: number, name: string, type = 'TEXT', values = ''): OutSmartFreeField => ({
  fld_entity: entity,
  fld_name: name,
  fld_type: type,
  fld_values: values,
  fld_reference_name: `val_value_${order}`,
  fld_order: String(order),
  fld_required: '0',
});

export function demoFreeFields(): OutSmartFreeField[] {
  return [
    freeField('WORKORDER', 1, 'Ketelnummer'),
    freeField('WORKORDER', 2, 'Kenteken'),
    freeField('WORKORDER', 3, 'Akkoord klant', 'CHECKBOX'),
    freeField('WORKORDER', 4, 'Soort gebouw', 'DROPDOWN', 'Woning;Kantoor;School'),
    freeField('CLIENT', 1, 'Bezoekrooster'),
  ];
}

const hourType = (code: string, name: string, price: string): OutSmartHourType => ({
  code,
  name,
  cost_booking: '0',
  sale_booking: '1',
  sale_price: price,
  cost_price: '0.00',
  active: '1',
});

/** Those the company made by hand before it had a connector; the price of a senior fitter has since gone up in Asperion. */
export function demoHourTypes(): OutSmartHourType[] {
  return [
    hourType('001', 'Monteur', '62.50'),
    hourType('002', 'Senior monteur', '69.00'),
    hourType('REIS', 'Reistijd', '45.00'),
    hourType('STORING', 'Storingsdienst', '85.00'),
    hourType(unknownHourType.code, unknownHourType.name, unknownHourType.price),
  ];
}
