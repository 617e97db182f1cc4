/** The arrows of docs/architecture.md: who may import whom. */

const infrastructure = '(config|database|jobs|mail|files|fetch|http|audit|documents)'
const api = '^apps/api/src/'
const tests = '\\.(spec|test)\\.tsx?$'

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other in a circle cannot be understood one at a time. Types alone may refer back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'libs-are-pure',
      comment: 'Libraries have rules and no I/O: no framework, no Node, no clock, no apps. Both the server and the browser run them.',
      severity: 'error',
      from: { path: '^libs/', pathNot: [tests, '^libs/[^/]+/(test|bench)/'] },
      to: { path: ['^apps/', '^test/', '^migrations/', 'node_modules/(@nestjs|typeorm|pg|react|react-dom|fastify|@fastify|nodemailer)/'] },
    },
    {
      name: 'libs-need-no-node',
      comment: 'What needs Node cannot run in a browser.',
      severity: 'error',
      from: { path: '^libs/', pathNot: [tests, '^libs/[^/]+/(test|bench)/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'libs-by-their-name',
      comment: 'A library is imported as #draw, #calendar ..., through its index; tests may share what its own tests make up.',
      severity: 'error',
      from: { path: '^(apps|migrations|test)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/(src/index\\.ts$|test/)' },
    },
    {
      name: 'web-stands-alone',
      comment: 'The web app knows the API by its description only.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps/(?!web/)|test/|migrations/)' },
    },
    {
      name: 'api-stands-alone',
      comment: 'The API imports libraries and itself.',
      severity: 'error',
      from: { path: api, pathNot: tests },
      to: { path: '^(apps/(?!api/)|test/)' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration is written as if the application did not exist, so that it does the same in a year.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(apps|libs|test)/' },
    },
    {
      name: 'infrastructure-knows-no-feature',
      comment: 'What no single feature owns must not depend on one.',
      severity: 'error',
      from: { path: `${api}${infrastructure}/`, pathNot: tests },
      to: { path: `${api}[^/]+/`, pathNot: `${api}${infrastructure}/` },
    },
    {
      name: 'features-by-their-door',
      comment: 'A feature of the API reaches another through its index.ts or its module, which say what others may use.',
      severity: 'error',
      from: { path: `${api}([^/]+)/`, pathNot: tests },
      to: {
        path: `${api}(?!${infrastructure}/)[^/]+/`,
        pathNot: [`${api}$1/`, `${api}([^/]+)/index\\.ts$`, `${api}[^/]+/[^/]+\\.module\\.ts$`],
      },
    },
    {
      name: 'web-features-by-their-door',
      comment: 'A feature of the web app reaches another through its index only.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/[^/]+/', pathNot: ['^apps/web/src/features/$1/', '^apps/web/src/features/[^/]+/index\\.tsx?$'] },
    },
    {
      name: 'web-arrows',
      comment: 'Routes compose features, features use components and lib; never the other way. Addresses come from the one file of paths.',
      severity: 'error',
      from: { path: '^apps/web/src/(components|lib)/' },
      to: { path: '^apps/web/src/(app|features)/', pathNot: '^apps/web/src/app/paths\\.ts$' },
    },
    {
      name: 'web-features-know-no-routes',
      comment: 'Features stay strangers to the routes that compose them; addresses come from the one file of paths.',
      severity: 'error',
      from: { path: '^apps/web/src/features/' },
      to: { path: '^apps/web/src/app/', pathNot: '^apps/web/src/app/paths\\.ts$' },
    },
    {
      name: 'no-test-code-in-the-product',
      comment: 'The product does not import its tests.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?|^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'tsc',
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'types', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
    cache: false,
  },
}
