/**
 * Mails the people of a company once when Asperion ended its connection, and once when it is back (C3). Knows neither how
 * people are found nor how mail is sent.
 */
import type { Logger } from '../kernel/logger.ts';
import { connectionBackLetter, connectionEndedLetter } from '../mail/letters.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { AccountId } from '../model/ids.ts';
import type { ConnectionNews, ConnectionNewsBook } from '../store/connection-news.ts';
import { dutchDateTime } from '../usecases/sentences-numbers.ts';

export interface TellingParts {
  readonly news: ConnectionNewsBook;
  /** Everybody of a company; readers are not mailed. */
  peopleOf(accountId: AccountId): Promise<readonly { readonly email: string; readonly role: string }[]>;
  readonly mailer: Mailer;
  readonly publicUrl: string;
  readonly logger: Logger;
}

/**
 * Tells what is new. What could not be mailed to anybody of a company is tried again the next time; once one of them got it,
 * nobody gets it twice. Does nothing without a mail server.
 */
export async function tellOfConnections(parts: TellingParts): Promise<void> {
  if (!parts.mailer.isOn) return;
  for (const news of await parts.news.take()) {
    const told = await tell(parts, news).catch((error: unknown) => {
      parts.logger.error({ part: 'mail', name: (error as Error).name }, 'people of a company could not be found');
      return false;
    });
    if (!told) await parts.news.putBack(news);
  }
}

/** Answers whether at least one person got the letter, or there was nobody to get it. */
async function tell({ peopleOf, mailer, publicUrl, logger }: TellingParts, news: ConnectionNews): Promise<boolean> {
  const people = (await peopleOf(news.accountId)).filter(({ role }) => role !== 'reader');
  const facts = {
    companyName: news.companyName,
    since: dutchDateTime(news.since),
    link: `${publicUrl}/koppeling/asperion`,
  };
  const letterTo = news.kind === 'ended' ? connectionEndedLetter : connectionBackLetter;
  let sent = 0;
  for (const { email } of people) {
    try {
      await mailer.send(letterTo(email, facts));
      sent += 1;
    } catch (error) {
      logger.error({ part: 'mail', name: (error as Error).name }, 'a letter about a connection was not taken');
    }
  }
  return people.length === 0 || sent > 0;
}
