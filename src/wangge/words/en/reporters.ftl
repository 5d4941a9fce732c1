# The reporter's identity: masked, opened for a purpose, and who looked.

reporter = Reporter
reporter-name = Name
reporter-phone = Phone
reporter-anonymous = anonymous
reporter-not_left = not left
reporter-purpose = What for
reporter-purpose-call_back = To call back about progress
reporter-purpose-ask_details = To ask for details
reporter-purpose-check_result = To check the result
reporter-open = Show name and phone
reporter-open-recorded = Each look is recorded with post, time and purpose. The reporter can read that.
reporter-opened = Shown this once. The look has been recorded.
reporter-looks = Who looked at the identity
reporter-looks-yours = Somebody has looked at the name and phone you left. Here is in which post, when and what for.
reporter-looks-none = Nobody has looked at the name and phone you left.
reporter-refusal-not_yours = Your post may not see who reported. Messages go through the intake centre.
reporter-refusal-purpose = Choose what you need it for.
