# lib: words of the nouns every part of the platform uses

words-separator = 、

## refusals (lib/refusal.py)

refusal-not_found = 没有找到{ $what }，或者您的岗位不能查看。
refusal-forbidden = 您现在的岗位不能做这一步。
refusal-invalid = 有 { $count } 处需要修改后再提交。

## area codes (lib/area_code.py)

area-level-province = 省
area-level-prefecture = 市（州）
area-level-county = 县（市、区）
area-level-township = 乡镇（街道）
area-level-village = 村（社区）
area-level-grid = 网格
area-code-malformed = “{ $code }”不是区划代码，应为 2、4、6、9、12 或 15 位数字。
area-code-padded = 区划代码“{ $code }”末尾有补位的零，请去掉。
area-code-above_level = 区划代码“{ $code }”不在任何{ $level }之内。
area-code-other_level = 区划代码“{ $code }”不是{ $level }的代码。
area-code-township_number = 区划代码“{ $code }”的乡级编号不在 001 至 599 之内。
area-code-grids_used_up = 村“{ $code }”的网格编号已用到 999，不能再增加。

## dates, times and spans (lib/when.py)

when-at = { $day } { $clock }
when-today = 今天
when-yesterday = 昨天
when-tomorrow = 明天
when-weekday-1 = 周一
when-weekday-2 = 周二
when-weekday-3 = 周三
when-weekday-4 = 周四
when-weekday-5 = 周五
when-weekday-6 = 周六
when-weekday-7 = 周日
when-month-1 = 1 月
when-month-2 = 2 月
when-month-3 = 3 月
when-month-4 = 4 月
when-month-5 = 5 月
when-month-6 = 6 月
when-month-7 = 7 月
when-month-8 = 8 月
when-month-9 = 9 月
when-month-10 = 10 月
when-month-11 = 11 月
when-month-12 = 12 月
when-day_of_year = { $month } { $day } 日
when-full_date = { $year } 年 { $month } { $day } 日
when-days = { $count } 天
when-hours = { $count } 小时
when-minutes = { $count } 分钟
when-moment = 不到 1 分钟

## calendar (lib/state_council_calendar.py)

calendar-year_not_announced = 还没有 { $year } 年的放假安排。

## numbers and names of persons (lib/id_number.py, lib/phone_number.py)

id_number-malformed = 身份证号码应为 18 位：前 17 位是数字，最后一位是数字或 X。
id_number-wrong_check = 身份证号码的校验位不对，请再核对一遍。
id_number-unknown_area = 身份证号码的前两位不是省份代码。
id_number-no_such_date = 身份证号码里的出生日期不对。
id_number-synthetic = 以 999999 开头的身份证号码只能用于演示。
phone_number-malformed = 请填 11 位手机号码，或带区号的固定电话。
phone_number-synthetic = 以 100 开头的号码只能用于演示。

## codes on receipts (lib/query_code.py, lib/case_number.py)

query_code-malformed = 查询码是 8 位字母和数字，请对照回执再输一遍。
case_number-malformed = 事件编号以 SJ 开头，后面是 19 位数字，请再核对一遍。

## lists and files (lib/keyset.py, lib/file_kind.py)

list-cursor_invalid = 这个翻页链接已失效，请从第一页重新打开。
file-kind_unknown = 只能上传 JPEG、PNG、WebP 图片或 PDF 文件。
file-not_an_image = 这里只能上传图片。
file-image_too_large = 图片像素过大，请缩小后再上传。
file-image_unreadable = 图片无法打开，可能已损坏，请换一张。
