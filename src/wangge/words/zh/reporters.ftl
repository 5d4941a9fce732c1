# 反映人身份：打码、凭目的查阅、查阅记录。

reporter = 反映人
reporter-name = 姓名
reporter-phone = 电话
reporter-anonymous = 匿名
reporter-not_left = 未留
reporter-purpose = 查阅目的
reporter-purpose-call_back = 回电告知办理情况
reporter-purpose-ask_details = 询问细节
reporter-purpose-check_result = 核实办理结果
reporter-open = 查看姓名和电话
reporter-open-recorded = 每次查看都记录岗位、时间和目的，反映人自己可以看到。
reporter-opened = 只显示这一次。这次查看已记录。
reporter-looks = 身份查阅记录
reporter-looks-yours = 有人查看过您留下的姓名和电话。这里写明哪个岗位、什么时候、为了什么。
reporter-looks-none = 还没有人查看过您留下的姓名和电话。
reporter-refusal-not_yours = 您的岗位不能查看反映人是谁。有话请由受理中心转达。
reporter-refusal-purpose = 请选择查阅目的。
