// The floor plan: every URL of the house. The first word of a URL says for whom it is.
import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './routes/account/routes.ts'
import { answerRoutes } from './routes/answer/routes.ts'
import { pagesRoutes } from './routes/pages/routes.ts'
import { plenaryRoutes } from './routes/plenary/routes.ts'
import { resultsRoutes } from './routes/results/routes.ts'
import { teamRoutes } from './routes/team/routes.ts'

export default [
  ...pagesRoutes,
  ...accountRoutes,
  ...answerRoutes,
  ...teamRoutes,
  ...resultsRoutes,
  ...plenaryRoutes,
] satisfies RouteConfig
