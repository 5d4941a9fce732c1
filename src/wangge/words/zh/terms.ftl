# terms of any work (work/terms/rules)

## light.py

term-light-none = 正常
term-light-yellow = 将到期
term-light-red = 已超期

## lengths of time (terms.py)

term-span-minute = { $amount } 分钟
term-span-hour = { $amount } 小时
term-span-day = { $amount } 天
term-span-work_day = { $amount } 个工作日
