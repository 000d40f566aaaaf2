/**
 * A sentence whose facts are dark and whose call to act is amber.
 */
import type { SentencePart } from '../../texts/work-orders-texts.ts';

export function Sentence({ parts }: { readonly parts: readonly SentencePart[] }) {
  return parts.map((part) => {
    if (typeof part === 'string') return part;
    const [kind, text] = part;
    return kind === 'w' ? (
      <span key={text} className="w">
        {text}
      </span>
    ) : (
      <b key={text}>{text}</b>
    );
  });
}
