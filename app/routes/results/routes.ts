// The floor plan of /results…: every URL of this audience.
import { type RouteConfigEntry, route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(`results/:round${path}`, `routes/results/${file}`)

export const resultsRoutes: RouteConfigEntry[] = [
  page('', 'overview.tsx'),
  page('/needs', 'needs.tsx'),
  page('/needs.csv', 'needs-csv.ts'),
  page('/heat-map.csv', 'heat-map-csv.ts'),
  page('/measures', 'measures.tsx'),
  page('/measures.csv', 'measures-csv.ts'),
  page('/steps', 'steps.tsx'),
  page('/steps.csv', 'steps-csv.ts'),
  page('/questions', 'questions.tsx'),
  page('/questions/:question', 'question.tsx'),
  page('/questions/:question.csv', 'question-csv.ts'),
  page('/trends', 'trends.tsx'),
  page('/trends.csv', 'trends-csv.ts'),
  page('/exports', 'exports.tsx'),
  page('/answers.csv', 'answers-csv.ts'),
  page('/answers-wide.csv', 'answers-wide-csv.ts'),
  page('/answers-wide-codes.csv', 'answers-wide-codes-csv.ts'),
  page('/answers.json', 'answers-json.ts'),
  page('/totals.csv', 'totals-csv.ts'),
  page('/manifest.json', 'manifest.ts'),
  page('/codebook', 'codebook.tsx'),
  page('/codebook.csv', 'codebook-csv.ts'),
]
