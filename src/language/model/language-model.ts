import { existsSync, readFileSync } from 'node:fs';
import type { Token } from '../token.ts';
import { NameFinder, type NameRun, runsOf } from './find-names.ts';
import { type LemmaTable, lemmaOf } from './lemmas.ts';
import { type TrainedModel, unpackModel } from './model-file.ts';
import { type ModelWord, modelWords } from './model-words.ts';
import { WordParser } from './parse-words.ts';
import { WordTagger } from './tag-words.ts';
import { OUTSIDE, WordFeatures } from './word-features.ts';

/** A word of a sentence with what the model reads in it. `head` is a place in the sentence, -1 where it is the root. */
export interface AnalysedWord extends ModelWord {
  /** Universal part of speech: `NOUN`, `VERB`, `PROPN` ... */
  readonly tag: string;
  /** Features that came with the tag: `VerbForm=Part|Tense=Past`; empty where none did. */
  readonly features: string;
  readonly lemma: string;
  readonly head: number;
  /** Relation to the head, of Universal Dependencies: `nsubj`, `obj`, `nsubj:pass`, `obl:agent` ... */
  readonly relation: string;
}

/** A name that the model finds: words `[first, end)`, its kind `person`, `place` or `organisation`. */
export type { NameRun };

/** Words longer than this many in one sentence are cut: parsing is linear, but marks may be missing in a text of any length. */
const LONGEST = 400;

/**
 * A trained reader of one language. Everything is greedy or of the first order, so that the time
 * is linear in the number of words; the same words give the same reading. Never throws on any text.
 */
export class LanguageModel {
  readonly language: string;
  readonly #model: TrainedModel;
  readonly #words: WordFeatures;
  readonly #tagger: WordTagger;
  // What only some readers ask for is unpacked when it is first asked for.
  #parser: WordParser | null = null;
  #finder: NameFinder | null = null;
  #lemmas: LemmaTable | null = null;
  #tags = new Int32Array(256);
  #row = new Int32Array(256);

  constructor(model: TrainedModel) {
    this.language = model.language;
    this.#model = model;
    this.#words = new WordFeatures(model);
    this.#tagger = new WordTagger(model.tagger, this.#words);
  }

  /** Parts of speech, lemmas, heads and relations of the words of one sentence. */
  analyse(text: string, tokens: readonly Token[]): AnalysedWord[] {
    const words = modelWords(text, tokens, this.language);
    const result: AnalysedWord[] = [];
    for (let start = 0; start < words.length; start += LONGEST) {
      this.#analysePart(words.slice(start, start + LONGEST), start, result);
    }
    return result;
  }

  /** Names in the words of one sentence, with the words themselves. */
  findNames(
    text: string,
    tokens: readonly Token[],
  ): { words: readonly ModelWord[]; names: readonly NameRun[] } {
    const words = modelWords(text, tokens, this.language);
    const forms = words.map(({ word }) => this.#words.of(word));
    const tags = this.#tag(forms);
    if (this.#row.length < forms.length) this.#row = new Int32Array(2 * forms.length);
    this.#finder ??= new NameFinder(this.#model.names, this.#model.nameLabels, this.#words);
    this.#finder.find(forms, tags, this.#row);
    return { words, names: runsOf(this.#model.nameLabels, this.#row, forms.length) };
  }

  #tag(forms: readonly Int32Array[]): Int32Array {
    if (this.#tags.length < forms.length) this.#tags = new Int32Array(2 * forms.length);
    this.#tagger.tag(forms, this.#tags);
    return this.#tags.subarray(0, forms.length);
  }

  #analysePart(words: readonly ModelWord[], offset: number, out: AnalysedWord[]): void {
    const forms = words.map(({ word }) => this.#words.of(word));
    const tags = this.#tag(forms);
    const tagsFromOne = new Int32Array(forms.length + 1);
    tagsFromOne.set(tags, 1);
    this.#parser ??= new WordParser(this.#model.parser);
    this.#lemmas ??= { words: this.#model.lemmaWords, endings: this.#model.lemmaEndings };
    this.#parser.parse({ words: [OUTSIDE, ...forms], tags: tagsFromOne });
    const { heads, labels } = this.#parser.state;
    for (const [at, word] of words.entries()) {
      const label = this.#model.tagLabels[tags[at] ?? 0] ?? 'X';
      const bar = label.indexOf('|');
      const tag = bar < 0 ? label : label.slice(0, bar);
      const head = heads[at + 1] ?? 0;
      out.push({
        ...word,
        tag,
        features: bar < 0 ? '' : label.slice(bar + 1),
        lemma: lemmaOf(word.word, tag, this.#lemmas),
        head: head === 0 ? -1 : offset + head - 1,
        relation: this.#model.arcLabels[labels[at + 1] ?? 0] ?? 'dep',
      });
    }
  }
}

const models = new Map<string, LanguageModel | null>();

/** The model of a language, loaded once when first asked for; null where there is none. */
export function openModel(language: string | null): LanguageModel | null {
  const tag = (language ?? '').split('-', 1)[0] ?? '';
  const known = models.get(tag);
  if (known !== undefined) return known;
  const file = new URL(`./weights/${tag}.model`, import.meta.url);
  const model =
    /^[a-z]{2,3}$/.test(tag) && existsSync(file) ? new LanguageModel(unpackModel(readFileSync(file))) : null;
  models.set(tag, model);
  return model;
}
