// A deed of the trail in words; one that has no words yet is shown as it is written there.
import type { Deed } from '../../routes/team/deeds.ts'
import type { Translate } from '../../translate.ts'

export function actionWords(action: Deed['action'], t: Translate): string {
  return typeof action === 'string' ? t(`team:action.${action.replace('.', '_')}`) : action.unknown
}
