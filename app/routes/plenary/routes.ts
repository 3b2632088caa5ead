// The floor plan of the plenary: who steers it, who takes part in it, and the screens of the hall.
import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const plenaryRoutes: RouteConfigEntry[] = [
  route('plenary', 'routes/plenary/home.tsx'),
  route('plenary/:meeting', 'routes/plenary/agenda.tsx'),
  route('plenary/:meeting/present', 'routes/plenary/present.tsx'),
  route('plenary/:meeting/needs', 'routes/plenary/needs.tsx'),
  route('plenary/:meeting/conclusions', 'routes/plenary/conclusions.tsx'),
  route('plenary/:meeting/conclusions/:number', 'routes/plenary/conclusion.tsx'),
  route('plenary/:meeting/tour', 'routes/plenary/tour.tsx'),
  route('plenary/:meeting/requests', 'routes/plenary/requests.tsx'),
  route('plenary/:meeting/requests/:number', 'routes/plenary/request.tsx'),
  route('plenary/:meeting/documents', 'routes/plenary/documents.tsx'),
  route('plenary/:meeting/documents/:document', 'routes/plenary/document.tsx'),
  route('plenary/:meeting/documents/:document/word', 'routes/plenary/document-word.ts'),
  route('hall', 'routes/plenary/hall-door.tsx'),
  route('hall/:code', 'routes/plenary/hall.tsx'),
  route('hall/:code/vote', 'routes/plenary/vote.tsx'),
  route('hall/:code/stream', 'routes/plenary/stream.ts'),
  route('hall/:code/state', 'routes/plenary/state.ts'),
]
