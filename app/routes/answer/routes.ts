// The floor plan of /answer…, and of /verify, where anybody checks a receipt.
import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const answerRoutes: RouteConfigEntry[] = [
  route('answer', 'routes/answer/home.tsx'),
  route('answer/people', 'routes/answer/people.tsx'),
  route('answer/people/invite', 'routes/answer/people-invite.tsx'),
  route('answer/people/handover', 'routes/answer/handover.tsx'),
  route('answer/:round', 'routes/answer/round.tsx'),
  route('answer/:round/check', 'routes/answer/check.tsx'),
  route('answer/:round/confirm', 'routes/answer/confirm.tsx'),
  route('answer/:round/clarifications', 'routes/answer/clarifications.tsx'),
  route('answer/:round/work', 'routes/answer/work.tsx'),
  route('answer/:round/record', 'routes/answer/record.tsx'),
  route('answer/:round/changes', 'routes/answer/changes.tsx'),
  route('answer/:round/contributions/:field', 'routes/answer/position.tsx'),
  route('answer/:round/discussion/:field', 'routes/answer/discussion.tsx'),
  route('answer/:round/history/:field', 'routes/answer/history.tsx'),
  route('answer/:round/presence', 'routes/answer/presence.ts'),
  route('answer/:round/receipt/:revision', 'routes/answer/receipt.tsx'),
  route('answer/:round/receipt/:revision/document', 'routes/answer/document.ts'),
  route('answer/:round/files/:file', 'routes/answer/file.ts'),
  route('answer/:round/:section', 'routes/answer/section.tsx'),
  route('answer/:round/:section/save', 'routes/answer/save.ts'),
  route('answer/:round/:section/contribution', 'routes/answer/contribution.tsx'),
  route('answer/:round/:section/contributions', 'routes/answer/contributions.tsx'),
  route('answer/:round/:section/files', 'routes/answer/section-files.tsx'),
  route('verify', 'routes/pages/verify.tsx'),
]
