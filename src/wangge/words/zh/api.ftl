# 程序接口的答复，以及令牌页面。

api-title-400 = 请求无法识别
api-title-401 = 需要令牌
api-title-403 = 没有权限
api-title-404 = 没有找到
api-title-405 = 不支持这种请求方法
api-title-409 = 现在不能这样办
api-title-413 = 内容过大
api-title-415 = 内容类型不对
api-title-422 = 内容有误
api-title-429 = 尝试次数过多
api-title-500 = 系统出了故障

api-owes-password = 请先在网页登录，换成自己的密码；在那之前令牌不能使用。
api-owes-second_factor = 请先在网页登录，设置第二重验证；在那之前令牌不能使用。
api-token_needed = 此调用需要有效的令牌：Authorization：Bearer wg_…。
api-method = 这个地址不支持这种请求方法。
api-not_json = 请以 application/json 发送内容。
api-broken_json = 内容不是 UTF-8 编码的 JSON。
api-too_large = 内容最多 { $kilobytes } kB。
api-key_used_for_another = 这个 Idempotency-Key 已用于另一次调用，请换一个新的。
api-fault = 刚才的调用没有完成，没有留下任何改动。请稍后再试；仍不行时，请把参考编号告诉管理员。

## 字段

api-wrong-missing = 缺少这一项。
api-wrong-unknown = 没有这个字段。
api-wrong-too_long = 太长，最多 { $most }。
api-wrong-form = 不符合要求的格式。
api-wrong-no_such_place = 没有这个地方。
api-wrong-no_such_group = 该村没有这个组，或者该组没有划入网格。
api-wrong-no_such_case = 没有这件事件，或者您的岗位无权查看。

## 令牌

token-thing = 令牌
token-post_of_another = 只能为自己的岗位签发令牌。
token-too_many = 您已有 { $most } 个有效令牌，请先收回一个。
token-name_wrong = 请用 1 至 { $most } 个字说明令牌的用途。
token-term_wrong = 令牌至少到明天有效，最长 { $days } 天。
constraint-api_token_term = 令牌的有效期最长一年。

console-tokens = 接口令牌
console-tokens-lead = 令牌让您的程序通过接口，以您的一个岗位办理您可以办理的事；您离开岗位，令牌随即失效。持有令牌的人可以用您的名义办事。
console-tokens-yours = 我的令牌
console-tokens-none = 没有有效的令牌。
console-tokens-new = 新令牌
console-tokens-name = 用途
console-tokens-post = 岗位
console-tokens-days = 有效期
console-tokens-day_count = { $days } 天
console-tokens-issue = 签发
console-tokens-issued = 令牌如下，只显示这一次；请存放在只有该程序能读到的地方。
console-tokens-until = 有效至
console-tokens-used = 最近使用
console-tokens-unused = 尚未使用
console-tokens-revoke = 收回
console-tokens-onward = 查看我的令牌
