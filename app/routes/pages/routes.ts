// The floor plan of the pages that belong to nobody in particular, and of everything that is not there.
import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

export const pagesRoutes: RouteConfigEntry[] = [
  index('routes/pages/front-door.tsx'),
  route('language', 'routes/pages/language.tsx'),
  route('help', 'routes/pages/help.tsx'),
  route('accessibility', 'routes/pages/accessibility.tsx'),
  route('privacy', 'routes/pages/privacy.tsx'),
  route('who-sees-what', 'routes/pages/who-sees-what.tsx'),
  route('*', 'routes/pages/not-there.tsx'),
]
