import { existsSync } from 'node:fs';
import type { Token } from '../token.ts';
import { NameFinder, type NameRun, runsOf } from './find-names.ts';
import { LemmaMemory } from './lemmas.ts';
import { openModelFile, type TrainedModel } from './model-file.ts';
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

interface TagName {
  readonly tag: string;
  readonly features: string;
}

/** The words of a sentence, what is known of each, and the place of its tag's label. Void when the next is tagged. */
interface TaggedWords {
  readonly words: readonly ModelWord[];
  readonly forms: readonly Int32Array[];
  readonly tags: Int32Array;
}

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
  #lemmas: LemmaMemory | null = null;
  readonly #tagNames: readonly TagName[];
  #tags = new Int32Array(256);
  #row = new Int32Array(256);

  constructor(model: TrainedModel) {
    this.language = model.language;
    this.#model = model;
    this.#tagNames = model.tagLabels.map(tagNameOf);
    this.#words = new WordFeatures(model);
    this.#tagger = new WordTagger(model.tagger, this.#words);
  }

  /** Parts of speech, lemmas, heads and relations of the words of one sentence. */
  analyse(text: string, tokens: readonly Token[]): AnalysedWord[] {
    return this.#analysed(this.#tag(modelWords(text, tokens, this.language)));
  }

  /** Names in the words of one sentence, with the words themselves. */
  findNames(
    text: string,
    tokens: readonly Token[],
  ): { words: readonly ModelWord[]; names: readonly NameRun[] } {
    const tagged = this.#tag(modelWords(text, tokens, this.language));
    return { words: tagged.words, names: this.#named(tagged) };
  }

  /** Both at once: words are tagged once. */
  read(
    text: string,
    tokens: readonly Token[],
  ): { words: readonly AnalysedWord[]; names: readonly NameRun[] } {
    const tagged = this.#tag(modelWords(text, tokens, this.language));
    return { words: this.#analysed(tagged), names: this.#named(tagged) };
  }

  #tag(words: readonly ModelWord[]): TaggedWords {
    const forms = words.map(({ word }) => this.#words.of(word));
    if (this.#tags.length < forms.length) this.#tags = new Int32Array(2 * forms.length);
    this.#tagger.tag(forms, this.#tags);
    return { words, forms, tags: this.#tags.subarray(0, forms.length) };
  }

  #named({ forms, tags }: TaggedWords): NameRun[] {
    if (this.#row.length < forms.length) this.#row = new Int32Array(2 * forms.length);
    this.#finder ??= new NameFinder(this.#model.names, this.#model.nameLabels, this.#words);
    this.#finder.find(forms, tags, this.#row);
    return runsOf(this.#model.nameLabels, this.#row, forms.length);
  }

  #analysed(tagged: TaggedWords): AnalysedWord[] {
    const result: AnalysedWord[] = [];
    for (let start = 0; start < tagged.words.length; start += LONGEST) this.#parsePart(tagged, start, result);
    return result;
  }

  #parsePart({ words, forms, tags }: TaggedWords, start: number, out: AnalysedWord[]): void {
    const end = Math.min(words.length, start + LONGEST);
    const tagsFromOne = new Int32Array(end - start + 1);
    tagsFromOne.set(tags.subarray(start, end), 1);
    this.#parser ??= new WordParser(this.#model.parser);
    this.#lemmas ??= new LemmaMemory({ words: this.#model.lemmaWords, endings: this.#model.lemmaEndings });
    this.#parser.parse({ words: [OUTSIDE, ...forms.slice(start, end)], tags: tagsFromOne });
    const { heads, labels } = this.#parser.state;
    for (let at = start; at < end; at++) {
      const { start: from, end: to, word, token } = words[at] as ModelWord;
      const { tag, features } = this.#tagNames[tags[at] as number] as TagName;
      const head = heads[at - start + 1] as number;
      out.push({
        ...{ start: from, end: to, word, token, tag, features },
        lemma: this.#lemmas.of(word, tag),
        head: head === 0 ? -1 : start + head - 1,
        relation: this.#model.arcLabels[labels[at - start + 1] as number] as string,
      });
    }
  }
}

function tagNameOf(label: string): TagName {
  const bar = label.indexOf('|');
  return bar < 0
    ? { tag: label, features: '' }
    : { tag: label.slice(0, bar), features: label.slice(bar + 1) };
}

const models = new Map<string, LanguageModel | null>();

/** The model of a language, loaded once when first asked for; null where there is none. */
export function openModel(language: string | null): LanguageModel | null {
  const tag = (language ?? '').split('-', 1)[0] ?? '';
  const known = models.get(tag);
  if (known !== undefined) return known;
  const file = new URL(`./weights/${tag}.model`, import.meta.url);
  const model = /^[a-z]{2,3}$/.test(tag) && existsSync(file) ? new LanguageModel(openModelFile(file)) : null;
  models.set(tag, model);
  return model;
}
