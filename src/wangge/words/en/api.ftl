# Answers to programs, and the page of tokens.

api-title-400 = Cannot be understood
api-title-401 = Token needed
api-title-403 = Not permitted
api-title-404 = Not found
api-title-405 = Method not allowed
api-title-409 = Not possible now
api-title-413 = Too large
api-title-415 = Wrong content type
api-title-422 = Something does not fit
api-title-429 = Too many tries
api-title-500 = The system failed

api-owes-password = Please sign in on the pages and choose a password of your own first; until then the token opens nothing.
api-owes-second_factor = Please sign in on the pages and set a second factor first; until then the token opens nothing.
api-token_needed = This call needs a token that is in force: Authorization: Bearer wg_….
api-method = The address does not take this method.
api-not_json = Send the body as application/json.
api-broken_json = The body is not JSON in UTF-8.
api-too_large = A body has at most { $kilobytes } kB.
api-key_used_for_another = This Idempotency-Key was used for another call. Take a new one.
api-fault = The call was not completed and changed nothing. Try again later; if it fails again, tell the administrator the reference number.

## Fields

api-wrong-missing = This is needed.
api-wrong-unknown = There is no such field.
api-wrong-too_long = Too long: at most { $most }.
api-wrong-form = This is not of the form that is asked for.
api-wrong-no_such_place = There is no such place.
api-wrong-no_such_group = The village has no such group, or it lies in no grid.
api-wrong-no_such_case = There is no such case, or your post may not see it.

## Tokens

token-thing = Token
token-post_of_another = A token is issued for one of your own posts only.
token-too_many = You have { $most } tokens in force; take one back first.
token-name_wrong = Say in 1 to { $most } characters what the token is for.
token-term_wrong = A token works at least until tomorrow and at most { $days } days.
constraint-api_token_term = A token works for a year at most.

console-tokens = API tokens
console-tokens-lead = A token lets a program of yours do through the API what you may do in one of your posts, as long as you hold the post. Anybody who has it can act in your name.
console-tokens-yours = Your tokens
console-tokens-none = No token is in force.
console-tokens-new = New token
console-tokens-name = What it is for
console-tokens-post = Post
console-tokens-days = Works for
console-tokens-day_count = { $days } days
console-tokens-issue = Issue
console-tokens-issued = The token. It is shown this once; put it where only the program can read it.
console-tokens-until = works until
console-tokens-used = last used
console-tokens-unused = not used yet
console-tokens-revoke = Take back
console-tokens-onward = To your tokens
