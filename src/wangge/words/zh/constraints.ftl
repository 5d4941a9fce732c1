## 约束不满足时对人说的话

constraint-appointment_one_holder = 这个岗位在这段时间里已经有人，请先结束原任职。
constraint-appointment_not_twice = 此人在这段时间里已经任这个岗位。
constraint-appointment_term_forward = 任职的结束日期要晚于开始日期。
constraint-substitution_term_forward = 代理的结束日期要晚于开始日期。
constraint-post_cover_one = 岗位的代理关系有冲突，请重试。
constraint-post_once = 这个岗位已经设立。
constraint-unit_one_of_a_kind = 这个地方已经有一个同类单位。
constraint-area_term_forward = 区域的失效日期要晚于生效日期。
constraint-area_level_is_length = 区域代码的长度与级别不符。
constraint-area_succession_once = 这条沿革已经登记。
constraint-boundary_one_current = 这个区域在这段时间里已有一条边界。
constraint-villager_group_number_once = 这个村已经有这个组号。
constraint-case_state_known = 事件的状态不存在。
constraint-case_open_has_next_look = 未结事件必须有下一次查看的时间。
constraint-case_merged_has_main = 并案的事件必须指明主事件，其他事件不得有。
constraint-case_step_ordinal = 这件事刚刚有人动过，请刷新后再办。
constraint-case_term_one_runs = 这件事已有一个时限在走，请刷新后再办。
constraint-idempotent_answer_once = 同一次提交已经收到。

## 不存在或无权知道的东西

account-thing = 这个账号
area-thing = 这个地方
organisation-thing-appointment = 这项任职
organisation-thing-substitution = 这项代理
organisation-thing-post = 这个岗位
case-thing-case = 这件事
constraint-group_placement_one = 这个村民小组在这段时间已经归属一个网格。
constraint-household_placement_one = 这户在这段时间已经归属一个网格。
constraint-public_phone_one = 这位同志已经有一个公开的电话。
constraint-village_run_once = 这个村已经在这次测算里。
constraint-proposal_of_a_manner = 这种划分方案已经算过。
constraint-proposed_grid_number = 方案里已经有这个编号的网格。
constraint-draft_one_open = 这个村已经有一份未完成的划分草案。
constraint-draft_grid_number = 草案里已经有这个编号的网格。
constraint-adoption_item_once = 这一步已经登记过。
