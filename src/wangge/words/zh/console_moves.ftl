# 办理、登记、任务与文件：工作人员填写时看到的用语

## 办理表单

console-choose = 请选择
console-yes = 是
console-no = 否
console-category_of = { $group } / { $category }
console-post_held = { $post }（{ $names }）
console-post_vacant = { $post }（空缺）
console-post_of_grid = { $post } { $grid }
console-place_roughly = { $place }（具体村组不清楚）
console-grid_of_groups = { $grid }（{ $groups } 组）
console-amount_at_most = 一次最多 { $span }。
console-main_case_hint = 填写主案的事件编号，只能并入您能看到的事件。
console-main_case_over = 这件事已经结案或并案，不能作为主案。
console-photo_hint = 可一次选多张。JPEG、PNG、WebP 图片或 PDF，每个不超过 { $megabytes } MB。
console-photo_taken = 第 { $number } 个文件已收到，不要则取消勾选
console-stale-next = 您填写的内容还在，请看过最新情况再提交。
console-stale-see = 看这件事现在的情况
console-fact-state = 现在状态
console-fact-moved = 最近办理

case-thing-move = 这一步
case-thing-task = 这项任务
case-thing-supervision = 这项督办

## 任务、督办、补充

console-act-answer_task = 答复任务
console-act-answer_task_outlook = 写明办了什么、结果如何；办完后责任单位就能办结。
console-act-call_off_task = 取消任务
console-act-call_off_task_outlook = 取消后对方不再需要办，理由会记入办理过程。
console-act-bind_task = 定为必办任务
console-act-bind_task_outlook = 对方超期没有答复。定为必办后重新计时，只有县中心能取消。
console-act-answer_supervision = 答复督办
console-act-answer_supervision_outlook = 答复会送给督办的单位，提交后不能再改。
console-task-is_done = 这项任务
console-task-done_now = 已办完
console-task-under_way = 还在办
case-task-words_missing = 请写明情况。
case-task-still_in_time = 对方的答复期限还没有到。
case-supervision-of_another = 只有被督办的单位可以答复。
case-question-none_open = 现在没有等待补充的问题。

## 登记事件

console-entry-lead = 自己发现的，或者代群众登记。登记后请把查询码交给反映人。
console-entry-emergency = 如有人身危险，请先拨打 110、119 或 120，再登记。
console-entry-choose_kind = 请选择类别。下面是按您写的内容找到的。
console-entry-place = 在哪里
console-entry-group = 村民小组（第几组）
console-entry-group_unknown = 这个村没有这个组。
console-entry-place_words = 具体位置
console-entry-place_words_hint = 例如：老井边，张家屋后的水渠。
console-entry-words = 什么事
console-entry-category = 类别
console-entry-other_category = 或从全部类别中选
console-entry-whom = 反映的是哪个单位或其工作人员
console-entry-whom_lead = 这类事情不经过被反映的单位。请问明反映的是谁，再点登记。
console-entry-whom_hint = 这个单位和它下面的单位都不会经手，也看不到。
console-entry-whom_unknown = 说不清，或者没有列出
console-entry-source = 怎样得知
console-entry-source_seen = 自己发现
console-entry-source_behalf = 群众当面反映，代为登记
console-entry-source_hotline = 群众来电
console-entry-name = 反映人姓名
console-entry-name_missing = 代群众登记，请写明是谁反映的。
console-entry-phone = 反映人电话
console-entry-contact = 承办人可以联系反映人吗
console-entry-contact_preset = 按类别的惯例
console-entry-contact_yes = 可以
console-entry-contact_no = 不可以
console-entry-send = 登记
console-entered = 已登记
console-entered-another = 再登记一件
console-entered-case = 看这件事

## 文件

file-thing = 这个文件
file-empty = 文件是空的，请换一个。
file-too_large = 文件超过 { $megabytes } MB，请缩小后再上传。
file-too_many = 一次最多 { $most } 个文件。
file-pdf_not_whole = PDF 文件不完整，请重新保存后再上传。
