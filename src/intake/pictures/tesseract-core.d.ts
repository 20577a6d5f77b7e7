/** Tesseract compiled to WebAssembly, as far as it is used here. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  interface TessBaseAPI {
    /** 0 where it went well; `mode` 1 is the LSTM engine alone. */
    Init(path: null, languages: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Reads `/input`; `orientation` as EXIF has it. 0 where it went well. */
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    Clear(): void;
  }
  interface TesseractCore {
    readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
    readonly TessBaseAPI: new () => TessBaseAPI;
  }
  export default function load(options: {
    TesseractProgress(): void;
    print(): void;
    printErr(): void;
  }): Promise<TesseractCore>;
}
