import { Command, CommanderError } from 'commander';
import about from '../../package.json' with { type: 'json' };
import { EXIT, exitCodeOf, tellError } from './terminal.ts';

/** The command line: one file a verb; this one only names them. A verb is loaded when it is called, for a quick start. */
function program(): Command {
  const hearsay = new Command('hearsay')
    .description(
      'Reads a pile of leaked or disclosed material and says who said what, and what does not add up.',
    )
    .version(about.version)
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      examples(
        'hearsay read leak/ --case guides.hearsay',
        'hearsay findings --case guides.hearsay',
        'hearsay open --case guides.hearsay',
      ),
    );

  verb(
    hearsay,
    'read [paths...]',
    'read files and folders into a case; only what is new or changed is read again',
  )
    .option('--workers <n>', 'threads that read documents')
    .option('--events <file>', 'events of your own, YAML or JSON; kept with the case (see docs/events.md)')
    .addHelpText(
      'after',
      examples(
        'hearsay read --events our-events.yaml --case guides.hearsay',
        'hearsay read calls/ articles/*.html --case guides.hearsay',
        'hearsay read leak/ --json > outcome.json',
      ),
    )
    .action(async (paths, flags) => {
      const { read } = await import('./read.ts');
      process.exitCode = await read(paths, flags);
    });
  verb(hearsay, 'open', 'open the desk in the browser; serves on the loopback address until ended')
    .option('--no-browser', 'only print the address')
    .option('--host <address>', 'address to serve on')
    .option('--port <n>', 'port to serve on')
    .addHelpText(
      'after',
      examples(
        'hearsay open --case guides.hearsay',
        'hearsay open --case guides.hearsay --no-browser --port 4317',
      ),
    )
    .action(async (flags) => (await import('./open.ts')).open(flags));
  verb(hearsay, 'start [paths...]', 'read paths (or the sample pile) into a case and open the desk')
    .option('--workers <n>', 'threads that read documents')
    .option('--no-browser', 'only print the address')
    .option('--host <address>', 'address to serve on')
    .option('--port <n>', 'port to serve on')
    .addHelpText('after', examples('hearsay start', 'hearsay start leak/'))
    .action(async (paths, flags) => (await import('./start.ts')).start(paths, flags));
  verb(hearsay, 'findings', 'what does not add up, each with its quotes and its arithmetic')
    .option('--kind <kind>', 'only one kind, for example count-conflict')
    .option('--limit <n>', 'only the first n')
    .option('--all', 'those that were dismissed, too')
    .option('--settled', 'those that sources read later have settled')
    .addHelpText(
      'after',
      examples(
        'hearsay findings --case guides.hearsay --limit 5',
        'hearsay findings --kind sum-mismatch --json',
        'hearsay findings --settled',
      ),
    )
    .action(async (flags) => (await import('./findings.ts')).findings(flags));
  verb(hearsay, 'statements', 'who is said to have said what, source by source')
    .option('--source <file>', 'only one source, by file name or id')
    .option('--event <verb>', 'only one kind of event, for example arrest')
    .option('--numbers', 'only statements with a number')
    .addHelpText(
      'after',
      examples('hearsay statements --numbers', 'hearsay statements --source call-03.txt --json'),
    )
    .action(async (flags) => (await import('./statements.ts')).statements(flags));
  verb(hearsay, 'explain <statement>', 'the way from the words to a statement, by its id or the start of it')
    .addHelpText(
      'after',
      examples('hearsay explain sta_4c1d --case guides.hearsay', 'hearsay explain sta_4c1d --json'),
    )
    .action(async (id, flags) => (await import('./explain.ts')).explain(id, flags));
  verb(hearsay, 'doubts', 'what was counted or said and could not be understood for certain')
    .option('--source <file>', 'only one source, by file name or id')
    .option('--kind <code>', 'only one kind, for example reading/figure-without-statement')
    .addHelpText(
      'after',
      examples(
        'hearsay doubts --source call-03.txt',
        'hearsay doubts --kind reading/figure-without-statement',
      ),
    )
    .action(async (flags) => (await import('./doubts.ts')).doubts(flags));
  const names = verb(
    hearsay,
    'names',
    'the people, organisations and places that are named, with every spelling; who is one and who is two',
  )
    .option('--kind <kind>', 'person, group, organization, place, role, vehicle or phone')
    .addHelpText(
      'after',
      examples(
        'hearsay names --kind person',
        "hearsay names why 'Yusuf Hadad' 'يوسف حداد'",
        "hearsay names join 'Abu Salim' 'Karel Odin'",
        "hearsay names part 'Odin' 'Karel Odin'",
        'hearsay names undo',
      ),
    )
    .action(async (flags) => (await import('./names.ts')).names(flags));
  verb(names, 'why <a> <b>', 'whether two names are held to be one, and why')
    .addHelpText('after', examples("hearsay names why 'Abu Salim' 'Karel Odin' --case guides.hearsay"))
    .action(async (a, b, _, command) =>
      (await import('./names-why.ts')).namesWhy(a, b, command.optsWithGlobals()),
    );
  verb(names, 'join <a> <b>', 'say that two names are one; kept in the decision log')
    .addHelpText('after', examples("hearsay names join 'Abu Salim' 'Karel Odin' --case guides.hearsay"))
    .action(async (a, b, _, command) =>
      (await import('./names-judge.ts')).namesJoin(a, b, command.optsWithGlobals()),
    );
  verb(names, 'part <a> [b]', 'say that two names are two, or that one is none of those it was joined with')
    .addHelpText('after', examples("hearsay names part 'Odin' 'Karel Odin'", "hearsay names part 'Odin'"))
    .action(async (a, b, _, command) =>
      (await import('./names-judge.ts')).namesPart(a, b, command.optsWithGlobals()),
    );
  verb(names, 'undo [a] [b]', 'take back the last judgement on names, or the one on these two')
    .addHelpText('after', examples('hearsay names undo', "hearsay names undo 'Abu Salim' 'Karel Odin'"))
    .action(async (a, b, _, command) =>
      (await import('./names-judge.ts')).namesUndo(a, b, command.optsWithGlobals()),
    );
  verb(names, 'dump', 'every judgement on names that stands, in the line form of nomenklatura’s resolver')
    .addHelpText('after', examples('hearsay names dump --case guides.hearsay > resolver.ijson'))
    .action(async (_, command) => (await import('./names-resolver.ts')).namesDump(command.optsWithGlobals()));
  verb(names, 'load <file>', 'take over judgements from such lines; those that stand already stay')
    .addHelpText('after', examples('hearsay names load resolver.ijson --case guides.hearsay'))
    .action(async (file, _, command) =>
      (await import('./names-resolver.ts')).namesLoad(file, command.optsWithGlobals()),
    );
  verb(hearsay, 'search <words...>', 'passages that hold the words, in every language of the case')
    .option('--limit <n>', 'how many passages to show', '20')
    .addHelpText(
      'after',
      examples("hearsay search 'night boat'", `hearsay search '"counted twice" -warehouse'`),
    )
    .action(async (words, flags) => (await import('./search.ts')).search(words, flags));
  verb(hearsay, 'sources', 'everything received, what could not be read included, each with its outcome')
    .addHelpText('after', examples('hearsay sources --case guides.hearsay', 'hearsay sources --json'))
    .action(async (flags) => (await import('./sources.ts')).sources(flags));
  verb(hearsay, 'export', 'the whole case in an open format')
    .option('--format <format>', 'json, csv or ftm (FollowTheMoney)', 'json')
    .option('--out <file>', 'where to write it; standard output where not given')
    .addHelpText(
      'after',
      examples(
        'hearsay export --format json --out guides.json',
        'hearsay export --format ftm --out guides.ftm.json',
      ),
    )
    .action(async (flags) => (await import('./export.ts')).exportCase(flags));
  verb(
    hearsay,
    'verify',
    'look at every byte of a case: originals against their hashes, the decision log, what was read',
  )
    .option('--head <hash>', 'a hash of the log that was noted before; told where the log lacks it')
    .addHelpText(
      'after',
      examples('hearsay verify --case guides.hearsay', 'hearsay verify --json > state.json || echo look'),
    )
    .action(async (flags) => {
      process.exitCode = await (await import('./verify.ts')).verify(flags);
    });
  verb(hearsay, 'backup <file>', 'copy a case to a new file, verified, even while it is being written')
    .addHelpText('after', examples('hearsay backup /media/stick/guides.hearsay --case guides.hearsay'))
    .action(async (file, flags) => (await import('./backup.ts')).backupCase(file, flags));
  verb(hearsay, 'restore <backup>', 'make a case of a backup, verified; never over a case that is there')
    .addHelpText('after', examples('hearsay restore /media/stick/guides.hearsay --case guides.hearsay'))
    .action(async (file, flags) => (await import('./backup.ts')).restoreCase(file, flags));
  verb(
    hearsay,
    'events [types...]',
    'the events that are looked for, with their words, as read --events takes them',
  )
    .option('--own', 'only what the case adds to the core')
    .addHelpText(
      'after',
      examples(
        'hearsay events arrest release > our-events.yaml',
        'hearsay events --own --case guides.hearsay',
      ),
    )
    .action(async (types, flags) => (await import('./events.ts')).events(types, flags));
  verb(hearsay, 'config', 'every setting, its value and where it came from').action(async (flags) =>
    (await import('./config.ts')).config(flags),
  );
  return hearsay;
}

function verb(hearsay: Command, usage: string, description: string): Command {
  return hearsay
    .command(usage)
    .description(description)
    .option('--case <file>', 'the case file (else HEARSAY_CASE, else case.hearsay here)')
    .option('--json', 'print JSON for programs');
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}

/** A reader that stops listening (`| head`) ends the program quietly. */
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.good : EXIT.fault),
);

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.good : EXIT.usage;
  else {
    tellError(error);
    process.exitCode = exitCodeOf(error);
  }
}
