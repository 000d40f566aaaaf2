/** The product's mark and name. */
import { frameTexts } from '../texts/frame-texts.ts';
import { useTexts } from '../texts/language.ts';

export function Brand() {
  const texts = useTexts(frameTexts);
  return (
    <div className="brand">
      <img src="/favicon.svg" alt="" width={30} height={30} />
      <span>{texts.product}</span>
    </div>
  );
}
