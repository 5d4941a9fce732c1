division-run-waiting = 等待测算
division-run-running = 正在测算
division-run-done = 已测算
division-run-failed = 未能测算
division-run-cancelled = 已取消

division-manner-today = 现行网格
division-manner-whole = 小组不拆分
division-manner-soft = 小组可拆分

division-draft-drawing = 起草中
division-draft-submitted = 待乡镇审核
division-draft-endorsed = 待县审批
division-draft-approved = 已批准，待生效
division-draft-adopting = 正在生效
division-draft-in_force = 已生效
division-draft-given_up = 已放弃

division-move-draw = 起草
division-move-submit = 提交乡镇
division-move-endorse = 乡镇同意
division-move-approve = 县批准
division-move-send_back = 退回修改
division-move-give_up = 放弃
division-move-begin = 开始生效
division-move-finish = 生效完毕
