const LATIN =
  '(\\p{Lu}[\\p{L}-]*\\p{Ll}(?:[ ](?:(?:de|del|la|al|el|bin|ibn|van|von|der|da|dos|abu|ebu)[ ])?\\p{Lu}[\\p{L}-]*\\p{Ll}){0,3})';
const ARABIC = '([\\u0621-\\u064a]{2,}(?:[ ][\\u0621-\\u064a]{2,}){0,2}?)';
const OFFICE = '(?:(?:el|la|the|le|der|die|o|a)[ ]\\p{Ll}+(?:[ ]\\p{Ll}+){0,2},?[ ])?';
const END = "(?!\\.\\.|…)(?=$|[\\s]*[,.;!?:،؛\\n(-]|[ ](?:de|del|from|at|in|of|aus|von|من)[ ])(?!['’])";

/** Ways in which somebody on a line says who is speaking. */
const SAYINGS = [
  `(?:[Tt]his is|[Mm]y name(?: is|['’]s)|[Ii]t['’]s|I am|I['’]m|[Ss]peaking is)[ ]${OFFICE}${LATIN}${END}`,
  `(?:(?:[Ll]e |[Tt]e )?[Hh]abla|[Ss]oy|[Mm]i nombre es|[Mm]e llamo)[ ]${OFFICE}${LATIN}${END}`,
  `(?:[Bb]en|[Aa]dım|[İi]smim)[ ]${LATIN}(?:[ ]ben)?${END}`,
  `(?:[Jj]e suis|[Jj]e m['’]appelle|[Ii]ci)[ ]${OFFICE}${LATIN}${END}`,
  `(?:[Hh]ier (?:ist|spricht)|[Mm]ein Name ist|[Ii]ch hei(?:ß|ss)e|[Ii]ch bin)[ ]${OFFICE}${LATIN}${END}`,
  `(?:[Mm]eu nome é|[Aa]qui (?:é|fala)|[Ss]ou)[ ]${OFFICE}${LATIN}${END}`,
  `(?:[Мм]еня зовут|[Гг]оворит)[ ]${LATIN}${END}`,
  `(?:اسمي|معك|معكم|معاك)[ ]${ARABIC}(?=$|[،,.!؟]|[ ]من[ ])`,
  `(?:أنا|انا)[ ]([\\u0621-\\u064a]{2,}[ ][\\u0621-\\u064a]{2,})(?=$|[،,.!؟]|[ ]من[ ])`,
].map((source) => new RegExp(`(?:^|[\\s,.;:!?¿¡،(])${source}`, 'u'));

const ASKED =
  /(?:who(?:['’]s| is) (?:this|that|calling|speaking)|(?:your|the caller['’]s) (?:full )?name|su nombre|quién (?:habla|llama)|de parte de quién|kim(?:siniz| arıyor| konuşuyor|inle)|adınız|isminiz|qui est à l['’]appareil|votre nom|wer (?:ist da|spricht)|ihr name|seu nome|quem (?:fala|é)|как вас зовут|кто говорит|ما اسمك|اسمك|من معي|من المتحدث|مين معي)[^.]{0,24}[?؟]\s*$/iu;
const ANSWER = new RegExp(
  `^(?:(?:[Ii]t['’]s|[Yy]es|[Ss]í|[Ee]vet|[Oo]ui|[Jj]a|نعم),?[ ])?${LATIN}(?=$|[,.;!(])`,
  'u',
);
const ANSWER_ARABIC = new RegExp(`^${ARABIC}(?=$|[،,.!])`, 'u');
const NO_NAME =
  /^(?:yes|no|not|what|who|why|please|help|hello|sorry|me|nobody|never|sí|nada|nadie|qué|ayuda|por|evet|hayır|yok|ne|kim|oui|non|ja|nein|sim|não|да|нет|نعم|لا|مين|ليش|بدون|just|listen|send|my|the|i|mire|oiga|here)(?!\p{L})/iu;

/** The name by which a speaker says who is calling (`This is Jo Berg`, `Habla Ana Ruiz`), or null. */
export function ownName(words: string): string | null {
  for (const saying of SAYINGS) {
    const name = saying.exec(words)?.[1];
    if (name !== undefined && !NO_NAME.test(name)) return name;
  }
  return null;
}

/** The name that a turn answers with where the turn before asked for one, or null. */
export function answeredName(question: string, words: string): string | null {
  if (!ASKED.test(question)) return null;
  const name = ANSWER.exec(words)?.[1] ?? ANSWER_ARABIC.exec(words)?.[1];
  return name === undefined || NO_NAME.test(name) ? null : name;
}
