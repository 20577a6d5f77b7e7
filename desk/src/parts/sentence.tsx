import { weighSentence } from '../words/weigh-sentence.ts';

/** A finding's sentence, its figures in bold. */
export function Sentence({ text }: { text: string }) {
  let at = 0;
  return (
    <span dir="auto" lang="en">
      {weighSentence(text).map((piece) => {
        const key = at;
        at += piece.text.length;
        return piece.figure ? <b key={key}>{piece.text}</b> : <span key={key}>{piece.text}</span>;
      })}
    </span>
  );
}
