/**
 * Counts how many articles were read from Asperion and not yet written to OutSmart, at most; and which were accepted. For
 * tests only.
 */
import type { Accounting, Books } from '../../src/model/accounting.ts';
import type { FieldService } from '../../src/model/field-service.ts';
import type { UseCaseParts } from '../../src/usecases/parts.ts';

export interface RecordsInHand {
  /** The same program, with somebody watching its doors. */
  readonly parts: UseCaseParts;
  most(): number;
  /** Codes in the order in which OutSmart took them. */
  accepted(): readonly string[];
}

/** Articles that were accepted before do not count: they are let go as soon as they are seen to be unchanged. */
export function watchRecordsInHand(parts: UseCaseParts): RecordsInHand {
  const { openAccounting, openFieldService } = parts.doors;
  const accepted = new Set<string>();
  const inOrder: string[] = [];
  let inHand = 0;
  let most = 0;
  const watchedBooks = (books: Books): Books => {
    const readArticles = books.readArticles.bind(books);
    return Object.assign(books, {
      async *readArticles(...asked: Parameters<Books['readArticles']>) {
        inHand = 0;
        for await (const page of readArticles(...asked)) {
          inHand += page.filter(({ code }) => !accepted.has(code)).length;
          most = Math.max(most, inHand);
          yield page;
        }
      },
    });
  };
  const openWatchedAccounting = async (...asked: Parameters<typeof openAccounting>): Promise<Accounting> => {
    const door = await openAccounting(...asked);
    return Object.assign(Object.create(door) as Accounting, {
      books: (...of: Parameters<Accounting['books']>) => watchedBooks(door.books(...of)),
    });
  };
  const openWatchedFieldService = async (...asked: Parameters<typeof openFieldService>): Promise<FieldService> => {
    const door = await openFieldService(...asked);
    const writeMaterials: FieldService['writeMaterials'] = async (records) => {
      const result = await door.writeMaterials(records);
      inHand -= records.length;
      for (const key of result.acceptedKeys) accepted.add(key);
      inOrder.push(...result.acceptedKeys);
      return result;
    };
    return Object.assign(Object.create(door) as FieldService, { writeMaterials });
  };
  return {
    parts: { ...parts, doors: { openAccounting: openWatchedAccounting, openFieldService: openWatchedFieldService } },
    most: () => most,
    accepted: () => inOrder,
  };
}
