// Gives a work order of the demo the form in which OutSmart sends it: every field present, dates as `d-m-Y`, numbers
// as text. What a specification says in `wire` goes last and replaces whatever would stand there.

import Big from 'big.js';
import { durationText, dutchDay, minutesOf, timeText, workdayBefore } from './calendar.ts';
import type { MaterialSpec, OrderContent, PeriodSpec } from './order-spec.ts';
import type { CustomerField, OutSmartMaterialLine, OutSmartWorkOrder, OutSmartWorkPeriod } from './outsmart-shapes.ts';
import type { Party } from './parties.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** The stand-in for OutSmart puts its own address in front; on its own the link leads nowhere. */
const FILES_HOST = 'https://outsmart.example';

/** Text fields that the demo company leaves empty unless an order says otherwise. */
const leftEmpty = {
  WorkorderNo: '',
  JobNr: '',
  Reference: '',
  ExternalReference: '',
  ContractNumber: '',
  SlaCode: '',
  ProjectNr: '',
  ExternProjectNr: '',
  ProjectActivityNr: '',
  AdrCode: '',
  InternalWorkDescription: '',
  WorkInstruction: '',
  Comment: '',
  WorkDeadline: '',
  ErrorCode: '',
  ErrorMessage: '',
  SolutionCode: '',
  SolutionMessage: '',
  PriorityCode: '',
  PriorityMessage: '',
  PgpCode: '',
  Accountmanager: '',
  UDID: '',
};

/** The work order `spec`, numbered `number` (unique), with dates counted back from `today` (YYYY-MM-DD). */
export function workOrderOf(spec: OrderContent, number: number, today: string): OutSmartWorkOrder {
  const random = seededRandom(`work order ${number}`);
  const day = workdayBefore(today, spec.workdaysAgo);
  const workStatus = spec.wire.WorkStatus === undefined ? '1' : spec.wire.WorkStatus;
  return {
    ...leftEmpty,
    id: rowIdOf(number),
    OrderNr: `${day.slice(0, 4)}-${String(number).padStart(4, '0')}`,
    ...customerFields(spec.party),
    ...invoiceFields(spec.invoiceParty),
    CustomerLatitude: null,
    CustomerLongitude: null,
    TypeOfWork: spec.typeOfWork,
    ShortWorkDescription: spec.short,
    WorkDescription: spec.description,
    PaymentMethod: 'op rekening',
    EmployeeNr: spec.employeeNr,
    Employees: [spec.employeeNr],
    ...planning(day, random),
    MinimumHours: '0.00',
    RoundingAmount: '0.00',
    status: 'Compleet',
    WorkStatus: workStatus,
    StatusChanges: workStatus ? [{ status: workStatus, timestamp: `${day} 17:02:10`, user: 'kantoor' }] : [],
    WorkFinished: '1',
    Archived: '0',
    PickupPlanning: '0',
    WebPlanning: '0',
    SignatureContactperson: spec.party.contact,
    ...fileLinks(random),
    Workperiods: spec.periods.map((period, index) => workPeriod(period, index, spec, number, day)),
    Materials: spec.materials.map(materialLine),
    Documents: [],
    Forms: [],
    WorkObjects: [],
    FreeFields: { val_value_1: null, val_value_2: null, val_value_3: null, val_value_4: null },
    ...spec.wire,
  };
}

type Planning = Pick<
  OutSmartWorkOrder,
  'WorkDate' | 'WorkTime' | 'WorkEndDate' | 'WorkEndTime' | 'WorkDuration' | 'CreationDate' | 'MutationDate'
>;

function planning(day: string, random: SeededRandom): Planning {
  const created = workdayBefore(day, random.whole(1, 6));
  const plannedMinutes = random.pick([60, 90, 120, 240]);
  const beginMinutes = 480;
  return {
    WorkDate: dutchDay(day),
    WorkTime: timeText(beginMinutes),
    WorkEndDate: dutchDay(day),
    WorkEndTime: timeText(beginMinutes + plannedMinutes),
    WorkDuration: String(plannedMinutes),
    CreationDate: `${created} ${timeText(random.whole(beginMinutes, 1020))}:${random.whole(10, 59)}`,
    MutationDate: `${day} 16:${random.whole(10, 59)}:${random.whole(10, 59)}`,
  };
}

type FileLinks = Pick<
  OutSmartWorkOrder,
  'Signature' | 'SignatureUrl' | 'PdfUrl' | 'WordUrl' | 'WorksheetCode' | 'Photos'
>;

function fileLinks(random: SeededRandom): FileLinks {
  const worksheetCode = random.hex(32);
  const signature = `${random.hex(12)}.png`;
  const photo = { image: `${FILES_HOST}/werkbonimages/${random.hex(12)}.png`, title: 'Na reparatie' };
  return {
    Signature: signature,
    SignatureUrl: `${FILES_HOST}/uploads/handtekeningen/${signature}`,
    PdfUrl: `${FILES_HOST}/mailpdf.php?action=display&sheet_id=${worksheetCode}`,
    WordUrl: `${FILES_HOST}/mailpdf.php?action=word&sheet_id=${worksheetCode}`,
    WorksheetCode: worksheetCode,
    Photos: random.chance(25) ? [photo] : [],
  };
}

/** The row id that goes with a work-order number: unique when the number is. */
function rowIdOf(number: number): string {
  return String(2_400_000 + number * 5);
}

type CustomerFields = { [Field in CustomerField]: string };
type InvoiceFields = { [Field in CustomerField as `${Field}Invoice`]: string };

function customerFields(party: Party): CustomerFields {
  return {
    CustomerName: party.name,
    CustomerDebtorNr: party.number,
    CustomerStreet: party.street,
    CustomerStreetNo: party.houseNumber,
    CustomerEmail: party.email,
    CustomerZIP: party.zip,
    CustomerCity: party.city,
    CustomerCountry: party.country,
    CustomerContactPerson: party.contact,
    CustomerPhone: party.phone,
    CustomerRemark: '',
    CpnCode: '',
  };
}

function invoiceFields(party: Party | null): InvoiceFields {
  return {
    CustomerNameInvoice: party?.name ?? '',
    CustomerDebtorNrInvoice: party?.number ?? '',
    CustomerStreetInvoice: party?.street ?? '',
    CustomerStreetNoInvoice: party?.houseNumber ?? '',
    CustomerEmailInvoice: party?.email ?? '',
    CustomerZIPInvoice: party?.zip ?? '',
    CustomerCityInvoice: party?.city ?? '',
    CustomerCountryInvoice: party?.country ?? '',
    CustomerContactPersonInvoice: party?.contact ?? '',
    CustomerPhoneInvoice: party?.phone ?? '',
    CustomerRemarkInvoice: '',
    CpnCodeInvoice: '',
  };
}

function workPeriod(
  period: PeriodSpec,
  index: number,
  spec: OrderContent,
  number: number,
  day: string,
): OutSmartWorkPeriod {
  return {
    Id: String(5_500_000 + number * 50 + index),
    WorkDate: dutchDay(day),
    BeginTime: period.begin,
    EndTime: timeText(minutesOf(period.begin) + period.minutes + period.breakMinutes),
    Break: String(period.breakMinutes),
    TotalTime: durationText(period.minutes),
    Travel: period.hourType === 'REIS' ? String(Math.ceil((period.minutes * 4) / 5)) : '0',
    WorkRemark: period.remark,
    HourType: period.hourType,
    EmployeeNr: spec.employeeNr,
    ObjCode: '',
    ExternalId: '',
    ...period.wire,
  };
}

function materialLine(line: MaterialSpec): OutSmartMaterialLine {
  return {
    MaterialCode: line.code,
    MaterialName: line.name,
    MaterialNr: line.quantity,
    MaterialUnit: line.unit,
    MaterialPrice: line.price,
    MaterialTotalPrice: lineTotal(line),
    MaterialType: null,
    MaterialFreeField1: null,
    MaterialFreeField2: null,
    MaterialFreeField3: null,
    MaterialFreeField4: null,
    MaterialFreeField5: null,
  };
}

/** Quantity times price for plainly written numbers; empty when either is written in another way. */
function lineTotal(line: MaterialSpec): string {
  const isPlain = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
  if (!isPlain(line.quantity) || !isPlain(line.price)) return '';
  return new Big(line.quantity).times(line.price).toFixed(2);
}
