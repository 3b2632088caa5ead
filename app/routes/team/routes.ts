// The floor plan of /team…: every URL of this audience.
import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const teamRoutes: RouteConfigEntry[] = [
  route('team', 'routes/team/home.tsx'),
  route('team/meetings', 'routes/team/meetings.tsx'),
  route('team/meetings/:meeting', 'routes/team/meeting.tsx'),
  route('team/meetings/:meeting/snapshots', 'routes/team/snapshots.tsx'),
  route('team/meetings/:meeting/snapshots/:number', 'routes/team/snapshot.tsx'),
  route('team/questionnaires', 'routes/team/questionnaires.tsx'),
  route('team/rounds/new', 'routes/team/round-new.tsx'),
  route('team/rounds/:round', 'routes/team/board.tsx'),
  route('team/rounds/:round/board.csv', 'routes/team/board-csv.ts'),
  route('team/rounds/:round/settings', 'routes/team/round-settings.tsx'),
  route('team/rounds/:round/files/:file', 'routes/team/file.ts'),
  route('team/rounds/:round/:country', 'routes/team/reply.tsx'),
  route('team/rounds/:round/:country/clarifications', 'routes/team/review.tsx'),
  route('team/rounds/:round/:country/clarifications/:field', 'routes/team/ask.tsx'),
  route('team/people', 'routes/team/people.tsx'),
  route('team/people/invite', 'routes/team/person-invite.tsx'),
  route('team/people/:account', 'routes/team/person.tsx'),
  route('team/people/:account/personal-data.json', 'routes/team/person-data.ts'),
  route('team/outbox', 'routes/team/outbox.tsx'),
  route('team/system', 'routes/team/system.tsx'),
  route('team/audit', 'routes/team/audit.tsx'),
  route('team/audit.csv', 'routes/team/audit-csv.ts'),
]
