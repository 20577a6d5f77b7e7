import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../journey.ts';
import { tell } from './terminal.ts';

/**
 * A progress bar on a terminal (files, rate, time left by bytes); where standard error is
 * no terminal, a plain line at each tenth, so that a log of a long run stays short.
 */
export function showProgress(): { onProgress: (progress: Progress) => void; stop: () => void } {
  return process.stderr.isTTY ? showBar() : tellTenths();
}

function showBar() {
  const bar = new SingleBar(
    {
      format: 'Reading {bar} {percentage}% | {files}/{filesInAll} files | {rate} | {left} left',
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
      etaBuffer: 200,
    },
    Presets.rect,
  );
  const began = performance.now();
  let started = false;
  return {
    onProgress(progress: Progress) {
      if (progress.stage === 'reading' && progress.bytesInAll !== null) {
        const payload = {
          files: progress.files,
          filesInAll: progress.filesInAll,
          ...paceOf(progress, performance.now() - began),
        };
        if (!started) bar.start(Math.max(1, progress.bytesInAll), 0, payload);
        started = true;
        bar.update(progress.bytes, payload);
      }
      if (progress.stage === 'checking') {
        bar.stop();
        if (started && (progress.filesInAll ?? 0) > 200) tell('Cross-checking what was read ...');
        started = false;
      }
    },
    stop: () => bar.stop(),
  };
}

/** Rate and time left, in words: `12.3 MB/s`, `2m 05s`. */
export function paceOf(progress: Progress, elapsedMs: number): { rate: string; left: string } {
  const bytesPerMs = progress.bytes / Math.max(1, elapsedMs);
  if (bytesPerMs === 0) return { rate: '- MB/s', left: '-' };
  const seconds = Math.ceil(((progress.bytesInAll ?? progress.bytes) - progress.bytes) / bytesPerMs / 1000);
  const left =
    seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m ${String(seconds % 60).padStart(2, '0')}s`;
  return { rate: `${((bytesPerMs * 1000) / 1e6).toFixed(1)} MB/s`, left };
}

function tellTenths() {
  let told = 0;
  return {
    onProgress({ stage, files, filesInAll }: Progress) {
      if (stage !== 'reading' || filesInAll === null || filesInAll < 200) return;
      const tenth = Math.floor((10 * files) / filesInAll);
      if (tenth > told) tell(`${files} of ${filesInAll} files read`);
      told = Math.max(told, tenth);
    },
    stop: () => {},
  };
}
