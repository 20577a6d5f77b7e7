/**
 * The import lines of ARCHITECTURE.md, drawn as rules. A room imports statement/, errors.ts
 * and itself; reading may also import language.
 */
const rooms = ['intake', 'language', 'identity', 'crosscheck', 'casefile', 'publish', 'gazetteer'];
const only = (room, ...also) => ({
  name: `${room}-keeps-to-itself`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^(src|desk|model|bench|samples)/',
    pathNot: `^src/(errors\\.ts$|${['statement', room, ...also].map((r) => `${r}/`).join('|')})`,
  },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'statement-imports-nothing',
      severity: 'error',
      from: { path: '^src/statement/' },
      to: { path: '^(src|desk)/', pathNot: '^src/statement/' },
    },
    ...rooms.map((room) => only(room)),
    only('reading', 'language'),
    {
      name: 'only-conductors-see-rooms',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(journey|index)\\.ts$|^src/(server|cli)/' },
      to: { path: '^src/(server|cli)/' },
    },
    {
      name: 'only-casefile-knows-a-database',
      severity: 'error',
      from: { path: '^(src|desk)/', pathNot: '^src/casefile/' },
      to: { path: '^node:sqlite$|node_modules/pg/' },
    },
    {
      name: 'only-server-knows-http',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/' },
      to: { path: 'node_modules/(@fastify|fastify)/|^node:http$' },
    },
    {
      name: 'desk-sees-the-nouns-and-the-schemas-only',
      severity: 'error',
      from: { path: '^desk/' },
      to: { path: '^src/', pathNot: '^src/(statement|server/api)' },
    },
    {
      name: 'nothing-ships-from-dev',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What is built of the desk is no source: its parts call each other as the bundler likes.
    exclude: { path: '^desk/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
