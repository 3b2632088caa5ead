// Who gets what from every address of the house: reviewed by people, compared with the server by matrix.test.ts.

/**
 * How to read it. One line: the method; the route as in the floor plan; what stands in place of its parameters where
 * that is not the usual (below); for a GET, what is asked for behind the question mark, for a POST, what the form says;
 * and one cell for each person, in the order of PEOPLE:
 *
 * - a number: the status of the page or file, or of the answer to the form;
 * - `door`: a page leads to the sign-in and back (303), a form is sent on to where it waits for the sign-in (307), data
 *   is refused with 401;
 * - `303/400`: the form leads elsewhere, its data is refused.
 *
 * GET stands for every way of asking: the page, HEAD, `.data`, and `.data?_routes=` for this route alone. POST stands
 * for the form and for its `.data`. Where a page leads elsewhere (303), data says so with 202.
 *
 * Snapshot 1 is released, snapshot 2 is proposed: outside the team, results are those of snapshot 1.
 * The stream of a hall screen never ends: its row asks for one that is not there; tests/app/plenary listens to it.
 * What is not somebody's is 404, never 403: nobody learns what there is. XA and XB prepare a new revision of their needs
 * (the one before is official); their reports are submitted; they are members in this session, not in the one before.
 */
export const PEOPLE = [
  'anonymous',
  'head.xa',
  'focal.xa',
  'alternate.xa',
  'contributor.xa',
  'reader.xa',
  'head.xb',
  'officer',
  'manager',
  'translator',
  'presenter',
  'rapporteur',
  'observer',
] as const

/** In place of parameters, unless the line says otherwise. `of-XA` and the like are ids that tests/support/places.ts looks up. */
export const USUAL: Readonly<Record<string, string>> = {
  round: 'demo-regional-needs',
  section: 'delegation',
  revision: '1',
  file: 'of-XA',
  meeting: 'demo',
  number: '1',
  draft: 'of-demo',
  code: 'of-demo',
  country: 'XA',
  account: 'of-XB',
  question: 'needs.priority',
  chart: 'needs',
  document: 'conclusions',
  field: 'needs.digital_evidence.priority',
  '*': 'no-such-page',
  reset: 'no-such-letter',
  invitation: 'no-such-invitation',
}

export const TABLE = `
                                                                    nobo XA                      XB  of- ma- tra pre rap ob-
Everybody                                                            dy  head foc alt con rea head fic nag nsl sen por ser
GET   /                                                             303  303 303 303 303 303 303 303 303 303 303 303 303
POST  /                                                             405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /help                                                         200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /help                                                         405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /accessibility                                                200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /accessibility                                                405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /privacy                                                      200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /privacy                                                      405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /who-sees-what                                                200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /who-sees-what                                                405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /verify                                                       200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /verify                                                       400  400 400 400 400 400 400 400 400 400 400 400 400
GET   /language                                                     404  404 404 404 404 404 404 404 404 404 404 404 404
POST  /language                                                     400  400 400 400 400 400 400 400 400 400 400 400 400
GET   /*                                                            404  404 404 404 404 404 404 404 404 404 404 404 404
POST  /*                                                            404  404 404 404 404 404 404 404 404 404 404 404 404

Signing in
GET   /demo                                                         200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /demo                                                         404  404 404 404 404 404 404 404 404 404 404 404 404
POST  /demo account=of-nobody                                       404  404 404 404 404 404 404 404 404 404 404 404 404
GET   /sign-in                                                      200  303 303 303 303 303 303 303 303 303 303 303 303
POST  /sign-in                                                      400  303/400 303/400 303/400 303/400 303/400 303/400 303/400 303/400 303/400 303/400 303/400 303/400
GET   /sign-in/code                                                 303  303 303 303 303 303 303 303 303 303 303 303 303
POST  /sign-in/code                                                 303  303 303 303 303 303 303 303 303 303 303 303 303
GET   /sign-in/passkey                                              404  404 404 404 404 404 404 404 404 404 404 404 404
POST  /sign-in/passkey                                              200  200 200 200 200 200 200 200 200 200 200 200 200
GET   /sign-in/lost                                                 200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /sign-in/lost                                                 400  400 400 400 400 400 400 400 400 400 400 400 400
GET   /sign-in/lost/:reset                                          200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /sign-in/lost/:reset                                          400  400 400 400 400 400 400 400 400 400 400 400 400
GET   /invitation/:invitation?                                      200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /invitation/:invitation?                                      400  400 400 400 400 400 400 400 400 400 400 400 400
GET   /sign-in/again                                                200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /sign-in/again                                                401  401 401 401 401 401 401 401 401 401 401 401 401
GET   /sign-out                                                     200  303 303 303 303 303 303 303 303 303 303 303 303

One's own account (the people of the demonstration have no passphrase)
GET   /account                                                      door 200 200 200 200 200 200 200 200 200 200 200 200
POST  /account                                                      door 400 400 400 400 400 400 400 400 400 400 400 400
GET   /account/password                                             door 200 200 200 200 200 200 200 200 200 200 200 200
POST  /account/password                                             door 400 400 400 400 400 400 400 400 400 400 400 400
GET   /account/second-factor                                        door 200 200 200 200 200 200 200 200 200 200 200 200
POST  /account/second-factor                                        door 400 400 400 400 400 400 400 400 400 400 400 400
GET   /account/passkeys                                             door 200 200 200 200 200 200 200 200 200 200 200 200
POST  /account/passkeys                                             door 400 400 400 400 400 400 400 400 400 400 400 400
GET   /account/passkeys/device                                      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /account/passkeys/device                                      door 400 400 400 400 400 400 400 400 400 400 400 400
GET   /account/recovery-codes                                       door 200 200 200 200 200 200 200 200 200 200 200 200
POST  /account/recovery-codes                                       door 400 400 400 400 400 400 400 400 400 400 400 400
GET   /account/sessions                                             door 200 200 200 200 200 200 200 200 200 200 200 200
POST  /account/sessions                                             door 400 400 400 400 400 400 400 400 400 400 400 400
POST  /account act=role membership=of-nobody                        door 400 400 400 400 400 400 400 400 400 400 400 400
POST  /account/sessions act=end session=of-nobody                   door 400 400 400 400 400 400 400 400 400 400 400 400
GET   /account/personal-data.json                                   door 200 200 200 200 200 200 200 200 200 200 200 200
POST  /account/personal-data.json                                   405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /account/stay                                                 door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /account/stay                                                 door 200 200 200 200 200 200 200 200 200 200 200 200

A delegation
GET   /answer                                                       door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer                                                       405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/people                                                door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/people                                                door 400 400 404 404 404 400 404 404 404 404 404 404
POST  /answer/people act=end_role membership=of-nobody              door 400 400 404 404 404 400 404 404 404 404 404 404
GET   /answer/people/invite                                         door 200 200 404 404 404 200 404 404 404 404 404 404
POST  /answer/people/invite                                         door 400 400 404 404 404 400 404 404 404 404 404 404
POST  /answer/people/invite renew=no-such-invitation                door 400 400 404 404 404 400 404 404 404 404 404 404
GET   /answer/people/handover                                       door 200 200 404 404 404 200 404 404 404 404 404 404
POST  /answer/people/handover                                       door 400 400 404 404 404 400 404 404 404 404 404 404
GET   /answer/:round                                                door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round round=demo-regional-needs-4                    door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /answer/:round round=regional-needs                           door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /answer/:round round=none                                     door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round                                                405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/:section                                       door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/:section round=demo-roadmap section=reporting  door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/:section section=none                          door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /answer/:round/:section round=regional-needs                  door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/:section                                       door 303 303 303 303 409 303 404 404 404 404 404 404
POST  /answer/:round/:section round=demo-roadmap section=reporting  door 409 409 409 409 409 409 404 404 404 404 404 404
POST  /answer/:round/:section round=demo-regional-needs-4           door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/:section round=regional-needs                  door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /answer/:round/:section/save                                  door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/:section/save                                  door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/:round/:section/save round=regional-needs             door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /answer/:round/:section/files                                 door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/:round/:section/files                                 door 303 303 303 303 409 303 404 404 404 404 404 404
POST  /answer/:round/:section/files round=demo-regional-needs-4     door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /answer/:round/check                                          door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/:round/check                                          door 303 303 303 303 303 303 404 404 404 404 404 404
POST  /answer/:round/check act=submit                               door 409 409 409 409 409 409 404 404 404 404 404 404
POST  /answer/:round/check act=submit round=demo-roadmap            door 409 409 409 409 409 409 404 404 404 404 404 404
GET   /answer/:round/check/files                                    door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/:round/check/files                                    door 400 400 400 400 400 400 404 404 404 404 404 404
GET   /answer/:round/confirm                                        door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/confirm round=regional-needs                   door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/confirm                                        door 400 400 400 400 400 400 404 404 404 404 404 404
POST  /answer/:round/confirm act=valid:none                         door 303 303 303 303 409 303 404 404 404 404 404 404
GET   /answer/:round/clarifications                                 door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/:round/clarifications                                 door 400 400 400 400 400 400 404 404 404 404 404 404
GET   /answer/:round/work                                           door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/work round=demo-regional-needs-4               door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/work                                           door 400 400 400 400 400 400 404 404 404 404 404 404
POST  /answer/:round/work act=assign                                door 400 400 400 400 400 400 404 404 404 404 404 404
POST  /answer/:round/work act=done assignment=of-nobody             door 400 400 400 400 400 400 404 404 404 404 404 404
GET   /answer/:round/delivered                                      door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/delivered round=regional-needs                 door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/delivered                                      door 400 400 400 400 404 400 404 404 404 404 404 404
GET   /answer/:round/workbook                                       door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/workbook round=regional-needs                  door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/workbook                                       door 400 400 400 400 409 400 404 404 404 404 404 404
POST  /answer/:round/workbook act=take                              door 303 303 303 303 409 303 404 404 404 404 404 404
GET   /answer/:round/workbook.xlsx                                  door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/workbook.xlsx round=demo-regional-needs-4      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/workbook.xlsx                                  405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/reading-copy                                   door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/reading-copy language=ar                       door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/reading-copy round=demo-regional-needs-4       door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/reading-copy                                   405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/reading-copy.docx                              door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/:round/reading-copy.docx                              405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/receipt/:revision/reading-copy                 door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/receipt/:revision/reading-copy revision=9      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/receipt/:revision/reading-copy                 405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/receipt/:revision/reading-copy.docx            door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/:round/receipt/:revision/reading-copy.docx            405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/appear                                         door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/:round/appear                                         405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/record                                         door 200 200 200 200 200 200 404 404 404 404 404 404
POST  /answer/:round/record                                         405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/changes                                        door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/changes round=demo-regional-needs-4            door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/changes                                        door 400 400 400 400 400 400 404 404 404 404 404 404
GET   /answer/:round/contributions/:field                           door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/contributions/:field field=none                door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/contributions/:field                           door 400 400 400 400 400 400 404 404 404 404 404 404
POST  /answer/:round/contributions/:field adopt=999                 door 409 409 409 409 409 409 404 404 404 404 404 404
GET   /answer/:round/:section/contributions                         door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/:section/contributions section=none            door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/:section/contributions                         door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/:section/contributions field=lead_institution adopt=999 door 409 409 409 409 409 409 404 404 404 404 404 404
GET   /answer/:round/:section/contribution                          door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/:section/contribution institution=nobody       door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /answer/:round/:section/contribution section=none             door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/:section/contribution                          door 400 400 400 400 400 400 404 404 404 404 404 404
GET   /answer/:round/discussion/:field                              door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/discussion/:field field=none                   door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /answer/:round/discussion/:field round=demo-regional-needs-4  door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/discussion/:field                              door 400 400 400 400 400 400 404 404 404 404 404 404
POST  /answer/:round/discussion/:field act=say                      door 400 400 400 400 400 400 404 404 404 404 404 404
POST  /answer/:round/discussion/:field act=erase number=999         door 400 400 400 400 400 400 404 404 404 404 404 404
GET   /answer/:round/history/:field                                 door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/history/:field field=none                      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/history/:field                                 door 400 400 400 400 400 400 404 404 404 404 404 404
GET   /answer/:round/presence section=delegation                    door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/presence                                       door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/presence                                       405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/receipt/:revision                              door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/receipt/:revision revision=2                   door 200 200 200 200 200 404 404 404 404 404 404 404
GET   /answer/:round/receipt/:revision revision=9                   door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/receipt/:revision                              door 400 400 400 400 400 400 404 404 404 404 404 404
POST  /answer/:round/receipt/:revision act=disclose level=named     door 303 303 409 409 409 303 404 404 404 404 404 404
POST  /answer/:round/receipt/:revision revision=2                   door 400 400 400 400 400 404 404 404 404 404 404 404
GET   /answer/:round/receipt/:revision/document                     door 200 200 200 200 200 200 404 404 404 404 404 404
GET   /answer/:round/receipt/:revision/document revision=2          door 200 200 200 200 200 404 404 404 404 404 404 404
POST  /answer/:round/receipt/:revision/document                     405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/receipt/:revision/paper                        door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/receipt/:revision/paper                        405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /answer/:round/files/:file                                    door 200 200 200 200 200 404 404 404 404 404 404 404
GET   /answer/:round/files/:file round=demo-roadmap file=of-XB      door 404 404 404 404 404 200 404 404 404 404 404 404
GET   /answer/:round/files/:file file=of-XB                         door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /answer/:round/files/:file                                    405  405 405 405 405 405 405 405 405 405 405 405 405

The team
GET   /team                                                         door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team                                                         405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/meetings                                                door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/meetings                                                door 404 404 404 404 404 404 404 400 404 404 404 404
GET   /team/meetings/:meeting                                       door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/meetings/:meeting meeting=none                          door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/meetings/:meeting                                       405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/meetings/:meeting/snapshots                             door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/meetings/:meeting/snapshots meeting=none                door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/meetings/:meeting/snapshots                             door 404 404 404 404 404 404 404 400 404 404 404 404
GET   /team/meetings/:meeting/snapshots/:number                     door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/meetings/:meeting/snapshots/:number number=9            door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/meetings/:meeting/snapshots/:number number=one          door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/meetings/:meeting/snapshots/:number                     door 404 404 404 404 404 404 400 400 404 404 404 404
GET   /team/meetings/:meeting/agenda                                door 404 404 404 404 404 404 404 200 404 404 404 404
GET   /team/meetings/:meeting/agenda meeting=none                   door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/meetings/:meeting/agenda                                door 404 404 404 404 404 404 404 400 404 404 404 404
GET   /team/meetings/:meeting/requests/new area=training            door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/meetings/:meeting/requests/new area=digital_evidence    door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/meetings/:meeting/requests/new                          door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/meetings/:meeting/requests/new                          door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/meetings/:meeting/requests/:number                      door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/meetings/:meeting/requests/:number number=9             door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/meetings/:meeting/requests/:number                      door 404 404 404 404 404 404 400 400 404 404 404 404
POST  /team/meetings/:meeting/requests/:number act=move             door 404 404 404 404 404 404 400 400 404 404 404 404
GET   /team/questionnaires                                          door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/questionnaires                                          door 404 404 404 404 404 404 404 400 404 404 404 404
GET   /team/questionnaires/drafts                                   door 404 404 404 404 404 404 200 200 200 404 404 404
POST  /team/questionnaires/drafts                                   door 404 404 404 404 404 404 400 400 404 404 404 404
GET   /team/questionnaires/drafts/:draft draft=none                 door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/questionnaires/drafts/:draft                            door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/questionnaires/drafts/:draft                            door 404 404 404 404 404 404 400 400 404 404 404 404
POST  /team/questionnaires/drafts/:draft draft=none                 door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/questionnaires/drafts/:draft/logic                      door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/questionnaires/drafts/:draft/logic draft=none           door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/drafts/:draft/logic                      405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/questionnaires/drafts/:draft/preview                    door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/questionnaires/drafts/:draft/preview draft=none         door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/drafts/:draft/preview                    door 404 404 404 404 404 404 303 303 404 404 404 404
POST  /team/questionnaires/drafts/:draft/preview draft=none         door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/questionnaires/drafts/:draft/texts                      door 404 404 404 404 404 404 200 200 200 404 404 404
GET   /team/questionnaires/drafts/:draft/texts draft=none           door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/drafts/:draft/texts                      door 404 404 404 404 404 404 400 400 400 404 404 404
GET   /team/questionnaires/drafts/:draft/texts.xlsx                 door 404 404 404 404 404 404 200 200 200 404 404 404
GET   /team/questionnaires/drafts/:draft/texts.xlsx draft=none      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/drafts/:draft/texts.xlsx                 405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/questionnaires/drafts/:draft/texts.xlf                  door 404 404 404 404 404 404 200 200 200 404 404 404
GET   /team/questionnaires/drafts/:draft/texts.xlf draft=none       door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/drafts/:draft/texts.xlf                  405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/questionnaires/drafts/:draft/publish                    door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/questionnaires/drafts/:draft/publish draft=none         door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/drafts/:draft/publish                    door 404 404 404 404 404 404 400 400 404 404 404 404
POST  /team/questionnaires/drafts/:draft/publish act=publish        door 404 404 404 404 404 404 400 400 404 404 404 404
GET   /team/questionnaires/:slug/compare slug=taf-regional-needs    door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/questionnaires/:slug/compare slug=none                  door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/:slug/compare slug=taf-regional-needs    405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/questionnaires/import                                   door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/questionnaires/import                                   door 404 404 404 404 404 404 400 400 404 404 404 404
GET   /team/questionnaires/:slug/:version slug=taf-regional-needs version=1.0.0 door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/questionnaires/:slug/:version slug=none version=1.0.0   door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/:slug/:version slug=taf-regional-needs version=1.0.0 405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/questionnaires/:slug/:version/blank slug=taf-regional-needs version=1.0.0 door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/questionnaires/:slug/:version/blank slug=none version=1.0.0 door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/:slug/:version/blank slug=taf-regional-needs version=1.0.0 405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/questionnaires/:slug/:version/blank.docx slug=taf-regional-needs version=1.0.0 door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/questionnaires/:slug/:version/blank.docx slug=taf-regional-needs version=1.0.0 405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/questionnaires/:slug/:version/form.xlsx slug=taf-regional-needs version=1.0.0 door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/questionnaires/:slug/:version/form.xlsx slug=none version=1.0.0 door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/:slug/:version/form.xlsx slug=taf-regional-needs version=1.0.0 405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/questionnaires/:slug/:version/texts slug=taf-regional-needs version=1.0.0 door 404 404 404 404 404 404 200 200 200 404 404 404
GET   /team/questionnaires/:slug/:version/texts slug=none version=1.0.0 door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/questionnaires/:slug/:version/texts slug=taf-regional-needs version=1.0.0 door 404 404 404 404 404 404 400 400 400 404 404 404
GET   /team/rounds/new                                              door 404 404 404 404 404 404 404 200 404 404 404 404
POST  /team/rounds/new                                              door 404 404 404 404 404 404 404 400 404 404 404 404
GET   /team/rounds/:round                                           door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/rounds/:round round=none                                door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round                                           405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/rounds/:round/settings                                  door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/rounds/:round/settings                                  door 404 404 404 404 404 404 400 400 404 404 404 404
POST  /team/rounds/:round/settings round=none                       door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/rounds/:round/reminders                                 door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/rounds/:round/reminders round=none                      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round/reminders                                 door 404 404 404 404 404 404 400 400 404 404 404 404
POST  /team/rounds/:round/reminders round=none                      door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/rounds/:round/checks                                    door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/rounds/:round/checks round=none                         door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round/checks                                    door 404 404 404 404 404 404 400 400 404 404 404 404
GET   /team/rounds/:round/questions/:field                          door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/rounds/:round/questions/:field field=none               door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round/questions/:field                          door 404 404 404 404 404 404 400 400 404 404 404 404
GET   /team/rounds/:round/files/:file                               door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/rounds/:round/files/:file file=of-XB                    door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/rounds/:round/files/:file round=demo-roadmap file=of-XB door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/rounds/:round/files/:file                               405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/rounds/:round/:country                                  door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/rounds/:round/:country country=XH                       door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/rounds/:round/:country country=ZZ                       door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round/:country                                  door 404 404 404 404 404 404 400 400 404 404 404 404
POST  /team/rounds/:round/:country country=XH                       door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/rounds/:round/board.csv                                 door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/rounds/:round/board.csv round=none                      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round/board.csv                                 405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/rounds/:round/:country/paper                            door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round/:country/paper                            405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/rounds/:round/:country/on-behalf                        door 404 404 404 404 404 404 404 200 404 404 404 404
GET   /team/rounds/:round/:country/on-behalf country=XH             door 404 404 404 404 404 404 404 200 404 404 404 404
GET   /team/rounds/:round/:country/on-behalf country=ZZ             door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round/:country/on-behalf act=read               door 404 404 404 404 404 404 404 400 404 404 404 404
POST  /team/rounds/:round/:country/on-behalf act=read round=demo-roadmap door 404 404 404 404 404 404 404 409 404 404 404 404
GET   /team/rounds/:round/:country/on-behalf.xlsx                   door 404 404 404 404 404 404 404 200 404 404 404 404
POST  /team/rounds/:round/:country/on-behalf.xlsx                   405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/rounds/:round/:country/clarifications                   door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/rounds/:round/:country/clarifications country=XH        door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round/:country/clarifications                   door 404 404 404 404 404 404 400 400 404 404 404 404
POST  /team/rounds/:round/:country/clarifications country=XH        door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/rounds/:round/:country/clarifications/:field            door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /team/rounds/:round/:country/clarifications/:field field=none door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/rounds/:round/:country/clarifications/:field            door 404 404 404 404 404 404 400 400 404 404 404 404
GET   /team/people                                                  door 404 404 404 404 404 404 404 200 404 404 404 404
POST  /team/people                                                  door 404 404 404 404 404 404 404 400 404 404 404 404
GET   /team/people/invite                                           door 404 404 404 404 404 404 404 200 404 404 404 404
POST  /team/people/invite                                           door 404 404 404 404 404 404 404 400 404 404 404 404
GET   /team/people/:account                                         door 404 404 404 404 404 404 404 200 404 404 404 404
POST  /team/people/:account                                         door 404 404 404 404 404 404 404 400 404 404 404 404
GET   /team/people/:account account=of-nobody                       door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/people/:account account=of-nobody                       door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /team/people/:account/personal-data.json                      door 404 404 404 404 404 404 404 200 404 404 404 404
GET   /team/people/:account/personal-data.json account=of-nobody    door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /team/people/:account/personal-data.json                      405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/outbox                                                  door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/outbox                                                  door 404 404 404 404 404 404 404 400 404 404 404 404
GET   /team/system                                                  door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/system                                                  405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/audit                                                   door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/audit                                                   405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /team/audit.csv                                               door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /team/audit.csv                                               405  405 405 405 405 405 405 405 405 405 405 405 405

Results: live, so for the team alone
GET   /results                                                      door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results                                                      405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/changes                                       door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/changes snapshot=2                            door 404 404 404 404 404 404 200 200 404 404 404 404
POST  /results/:round/changes                                       405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round snapshot=1                                    door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round snapshot=2                                    door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /results/:round snapshot=9                                    door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /results/:round snapshot=one                                  door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /results/:round/answers.csv snapshot=2                        door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /results/:round/answers/:country/:field country=XB            door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /results/:round                                               door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round round=demo-regional-needs-4                   door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /results/:round round=none                                    door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round                                               405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/needs                                         door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/needs round=demo-roadmap                      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/needs                                         405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/needs.csv                                     door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/needs.csv round=demo-roadmap                  door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/needs.csv                                     405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/heat-map.csv                                  door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/heat-map.csv                                  405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/measures round=demo-roadmap                   door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/measures                                      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/measures                                      405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/measures.csv round=demo-roadmap               door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/measures.csv                                  door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/measures.csv                                  405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/steps round=demo-roadmap                      door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/steps                                         door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/steps                                         405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/steps.csv round=demo-roadmap                  door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/steps.csv                                     door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/steps.csv                                     405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/gaps                                          door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/gaps                                          405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/gaps.csv                                      door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/gaps.csv                                      405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/assistance                                    door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/assistance                                    405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/assistance.csv                                door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/assistance.csv                                405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/partners                                      door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/partners                                      405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/partners.csv                                  door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/partners.csv                                  405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/completeness                                  door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/completeness                                  405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/completeness.csv                              door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/completeness.csv                              405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/assistance round=demo-roadmap                 door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /results/:round/countries/:country                            door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/countries/:country                            405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/countries/:country country=ZZ                 door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /results/:round/answers/:country/:field                       door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/answers/:country/:field                       405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/answers/:country/:field field=none            door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /results/:round/answers/:country/:field country=ZZ            door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /results/:round/charts/:chart.svg                             door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/charts/:chart.svg chart=none                  door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/charts/:chart.svg                             405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/questions                                     door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/questions                                     405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/questions/:question                           door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/questions/:question question=none             door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/questions/:question                           405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/questions/:question.csv                       door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/questions/:question.csv question=none         door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/questions/:question.csv                       405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/trends round=demo-regional-needs-2            door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /results/:round/trends                                        door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/trends                                        405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/trends.csv                                    door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /results/:round/trends.csv round=demo-roadmap                 door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/trends.csv                                    405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/notes                                         door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/notes round=none                              door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/notes                                         door 404 404 404 404 404 404 400 400 404 404 404 400
POST  /results/:round/notes act=comment                             door 404 404 404 404 404 404 404 404 404 404 404 400
POST  /results/:round/notes act=show note=of-nobody                 door 404 404 404 404 404 404 400 400 404 404 404 404
GET   /results/:round/exports                                       door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/exports                                       405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/answers.csv                                   door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/answers.csv profile=shareable                 door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /results/:round/answers.csv round=none                        door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /results/:round/answers.csv                                   405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/answers-wide.csv                              door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/answers-wide.csv                              405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/answers-wide-codes.csv                        door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/answers-wide-codes.csv                        405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/answers.json                                  door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/answers.json                                  405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/totals.csv                                    door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/totals.csv                                    405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/package.zip                                   door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/package.zip                                   405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/manifest.json file=answers.csv                door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/manifest.json                                 405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/codebook                                      door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/codebook                                      405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/codebook.csv                                  door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/codebook.csv                                  405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /results/:round/codebook.xml                                  door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /results/:round/codebook.xml                                  405  405 405 405 405 405 405 405 405 405 405 405 405

The session
GET   /plenary                                                      door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /plenary                                                      405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /plenary/:meeting                                             door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /plenary/:meeting meeting=crimex-5                            door 404 404 404 404 404 404 200 200 404 404 404 404
GET   /plenary/:meeting meeting=none                                door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /plenary/:meeting                                             405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /plenary/:meeting/present                                     door 404 404 404 404 404 404 404 200 404 200 200 404
GET   /plenary/:meeting/present meeting=crimex-5                    door 404 404 404 404 404 404 404 200 404 404 404 404
POST  /plenary/:meeting/present                                     door 404 404 404 404 404 404 404 400 404 400 404 404
POST  /plenary/:meeting/present item=of-nobody                      door 404 404 404 404 404 404 404 400 404 400 404 404
POST  /plenary/:meeting/present blank=no                            door 404 404 404 404 404 404 404 303 404 303 404 404
POST  /plenary/:meeting/present pulse=open                          door 404 404 404 404 404 404 404 400 404 400 404 404
GET   /plenary/:meeting/needs                                       door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /plenary/:meeting/needs area=digital_evidence                 door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /plenary/:meeting/needs                                       door 404 404 404 404 404 404 404 400 404 400 400 404
GET   /plenary/:meeting/conclusions                                 door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /plenary/:meeting/conclusions                                 door 404 404 404 404 404 404 404 400 404 404 400 404
GET   /plenary/:meeting/conclusions/:number                         door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /plenary/:meeting/conclusions/:number number=9                door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /plenary/:meeting/conclusions/:number                         door 400 400 400 400 400 400 400 400 404 400 400 400
POST  /plenary/:meeting/conclusions/:number act=keep                door 404 404 404 404 404 404 404 400 404 404 400 404
POST  /plenary/:meeting/conclusions/:number act=object              door 400 404 404 404 404 400 404 404 404 404 404 404
GET   /plenary/:meeting/requests                                    door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /plenary/:meeting/requests                                    405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /plenary/:meeting/requests/:number                            door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /plenary/:meeting/requests/:number number=9                   door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /plenary/:meeting/requests/:number                            405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /plenary/:meeting/tour                                        door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /plenary/:meeting/tour                                        door 404 404 404 404 404 404 404 400 404 400 400 404
POST  /plenary/:meeting/tour act=floor country=ZZ                   door 404 404 404 404 404 404 404 400 404 400 400 404
GET   /plenary/:meeting/documents                                   door 200 200 200 200 200 200 200 200 404 200 200 200
POST  /plenary/:meeting/documents                                   405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /plenary/:meeting/documents/:document                         door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /plenary/:meeting/documents/:document document=report-XB      door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /plenary/:meeting/documents/:document document=sheet-XH       door 404 404 404 404 404 404 404 404 404 404 404 404
GET   /plenary/:meeting/documents/:document document=request-9      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /plenary/:meeting/documents/:document                         405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /plenary/:meeting/documents/:document/word                    door 200 200 200 200 200 200 200 200 404 200 200 200
GET   /plenary/:meeting/documents/:document/word document=none      door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /plenary/:meeting/documents/:document/word                    405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /hall                                                         200  200 200 200 200 200 200 200 200 200 200 200 200
POST  /hall                                                         400  400 400 400 400 400 400 400 400 400 400 400 400
POST  /hall code=no-such-code                                       400  400 400 400 400 400 400 400 400 400 400 400 400
GET   /hall/:code                                                   200  200 200 200 200 200 200 200 200 200 200 200 200
GET   /hall/:code code=no-such-code                                 404  404 404 404 404 404 404 404 404 404 404 404 404
POST  /hall/:code                                                   405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /hall/:code/state                                             200  200 200 200 200 200 200 200 200 200 200 200 200
GET   /hall/:code/state code=no-such-code                           404  404 404 404 404 404 404 404 404 404 404 404 404
POST  /hall/:code/state                                             405  405 405 405 405 405 405 405 405 405 405 405 405
GET   /hall/:code/vote                                              door 200 200 200 404 404 200 404 404 404 404 404 404
GET   /hall/:code/vote code=no-such-code                            door 404 404 404 404 404 404 404 404 404 404 404 404
POST  /hall/:code/vote                                              door 400 400 400 404 404 400 404 404 404 404 404 404
GET   /hall/:code/stream code=no-such-code                          404  404 404 404 404 404 404 404 404 404 404 404 404
POST  /hall/:code/stream                                            405  405 405 405 405 405 405 405 405 405 405 405 405

And out again, in the end
POST  /sign-out                                                     303  303 303 303 303 303 303 303 303 303 303 303 303
`
