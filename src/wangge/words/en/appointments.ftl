# appointments, vacancies, substitutes (console/appointments.py, console/vacancies.py)

appointment-appoint = Appoint
appointment-dismiss = End the term
appointment-dismiss_whom = End the term of { $name }
appointment-substitute = Substitute during leave
appointment-who = Name
appointment-search = Find by name
appointment-person = Person
appointment-newcomer = Not in the list: enter somebody new
appointment-name = Name of the new person
appointment-name_hint = Only for somebody new.
appointment-sex = Sex
appointment-sex-male = Male
appointment-sex-female = Female
appointment-phone = Phone at work
appointment-origin = Origin
appointment-origin_hint = People are looked for in this order: village police, resident cadres, graduate village officials, members of the poverty-relief team, then members of the village committees.
appointment-starts_on = First day in the post
appointment-ends_on = First day out of the post
appointment-ends_on_hint = On this day the person no longer holds the post.
appointment-first_day = First day of the substitute
appointment-last_day = Last day of the substitute
appointment-officer = { $name } ({ $posts })
appointment-officer_free = { $name } (no post now)
appointment-proposal = { $origin }: { $name } ({ $post })
appointment-rule-one = One person at a time holds this post: a new term can begin only when the present one has ended.
appointment-rule-several = Several people may hold this post at the same time.
appointment-outlook = What will happen
appointment-outlook-appoint = From the first day on this person has the rights of the post and answers for its work; who covers what is reckoned again at once.
appointment-outlook-second_factor = This post signs in with a second factor: an account with a password sets it up at its next sign-in and can do nothing else before.
appointment-outlook-dismiss = From this day on { $name } no longer has the rights of the post. Its open work stays with the post and does not leave with the person.
appointment-outlook-substitute = For these days the substitute has the same rights in the post as its holder; it ends by itself. The holder keeps the post.
appointment-terms = Holders
appointment-from = from
appointment-out_from = out from
appointment-substitutes = Substitutes
appointment-chain = Who answers now
appointment-chain-why = A vacant post is covered by the deputy of its unit, then by its head, then by the nearest filled post above:
appointment-chain-then = Who answers afterwards:
appointment-chain-answers = answers
appointment-proposed = Who might be asked
appointment-proposal-short = { $name } ({ $origin })
appointment-proposals = { $more ->
    [0] { $people }
   *[other] { $people } and others
  }
appointment-vacancies = Vacant posts
appointment-vacancies-lead = Vacant does not mean that nobody answers: each line says who does, and why.
appointment-vacancies-shows = Posts that nobody holds now, by place
appointment-vacancies-empty = No post is vacant
appointment-vacancies-empty_next = A post appears here when its holder leaves.
appointment-column-post = Post
appointment-column-place = Place
appointment-column-cover = Who answers now
appointment-column-proposed = Who might be asked
appointment-wanted-all = All
appointment-wanted-workers = Grid workers
appointment-wanted-heads = Heads
appointment-cover-by = { $reason }: { $post }
appointment-cover-none = Nobody yet: appoint somebody soon

## words of the register (registers/organisations)

organisation-village = Set-up of the village: one committee, two associations, two stations
organisation-village-committee = Committee
organisation-village-associations = Associations
organisation-village-stations = Stations
organisation-substituted_by = on leave, substitute:
organisation-post_in_place = { $place } { $unit } · { $post }
organisation-grid_in_place = { $place } { $grid }
organisation-origin-village_police = village police
organisation-origin-resident_cadre = resident cadre
organisation-origin-graduate_official = graduate village official
organisation-origin-poverty_team = member of the poverty-relief team
organisation-origin-village_committee = member of the village committees
organisation-person_unknown = There is no such person; please search again.
organisation-not_oneself = Nobody gives or takes a post of their own; another person with this right has to do it.
organisation-three_hands = Auditor, security administrator and system administrator watch each other: one person holds one of them.
organisation-starts_before_post = A term cannot begin before the post exists.
organisation-origin_wrong = The origin is stated for grid workers and station heads, and for nobody else.
organisation-nobody_away = Nobody holds the post on that day, so nobody is on leave; a vacancy is covered by rule.
organisation-own_substitute = A holder cannot be the own substitute.
organisation-substituted_already = These days have a substitute already.
person-thing = this person
person-known = { $name } (same phone) is entered already; please find the name and choose it.
