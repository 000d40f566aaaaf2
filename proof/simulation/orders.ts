/** The work orders of a history, as the office of the company types them in. */
import type { SeededRandom } from '#sandbox/demo/seeded-random.ts';
import type { Company } from './company.ts';
import type { World } from './world.ts';

/** Those of two companies bear the same ids, so that nothing but their marks tells them apart. */
const FIRST_ROW_ID = 3_000_000;

/** Puts `count` more complete work orders of that company on offer. */
export function putOnOffer({ outsmart }: World, company: Company, count: number, random: SeededRandom): void {
  const orders = Array.from({ length: count }, (_, index) => anOrder(company.orders + 1 + index, random));
  outsmart.control.seed(company.outsmartToken, { workOrders: orders });
  company.orders += count;
  for (const { id, CustomerDebtorNr } of orders) if (CustomerDebtorNr === '') company.hopeless.add(id);
}

function anOrder(place: number, random: SeededRandom) {
  const number = `W${place}`;
  return {
    id: String(FIRST_ROW_ID + place),
    OrderNr: number,
    status: 'Compleet',
    WorkStatus: '1',
    Archived: '0',
    ...aCustomer(number, random),
    Materials: [aMaterial(random)],
    Workperiods: random.chance(50) ? [PERIOD] : [],
  };
}

const PERIOD = {
  TotalTime: '02:10',
  HourType: '001',
  WorkDate: '11-02-2026',
  BeginTime: '08:10',
  EndTime: '10:20',
  Break: '0',
};

function aCustomer(number: string, random: SeededRandom) {
  const kind = random.whole(0, 9);
  if (kind === 0) return { CustomerName: 'Onbekend', CustomerDebtorNr: '', CustomerDebtorNrInvoice: '' };
  // A few numbers, so that several work orders need the same new debtor.
  if (kind < 5) {
    return {
      CustomerName: `Nieuwe klant ${number}`,
      CustomerDebtorNr: `30${random.whole(0, 3)}`,
      CustomerDebtorNrInvoice: '',
    };
  }
  return { CustomerName: 'Bakkerij Blom', CustomerDebtorNr: '10042', CustomerDebtorNrInvoice: '10042' };
}

function aMaterial(random: SeededRandom) {
  const isNew = random.chance(35);
  return {
    MaterialCode: isNew ? `N${random.whole(0, 3)}` : 'KT-15',
    MaterialName: isNew ? 'Nieuw materiaal' : 'Knelkoppeling 15 mm',
    MaterialNr: String(random.whole(1, 9)),
    MaterialUnit: 'st',
    MaterialPrice: '12.50',
  };
}
