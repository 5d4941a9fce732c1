# doctor: what an installation lacks and how to mend it (wangge doctor)

doctor-python-good = Python { $version }
doctor-python-old = Python { $version } 太旧，需要 { $least } 或更高版本。
doctor-postgres-good = 本机有 PostgreSQL { $major } 和 PostGIS
doctor-postgres-missing = 本机没有带 PostGIS 的 PostgreSQL。只有 bin/demo 和 bin/test 需要；请安装 postgresql-NN-postgis-3，或用 DATABASE_URL 连接别处的数据库。
doctor-node-good = Node { $version }
doctor-node-missing = 本机没有 Node { $least } 或更高版本。只有构建前端时需要；bin/demo 会自行取得。
doctor-pango-good = Pango（PDF 排版）
doctor-pango-missing = 缺少 Pango，不能生成 PDF。请安装 libpango-1.0-0 和 libpangoft2-1.0-0。
doctor-font-good = 中文字体
doctor-font-missing = 没有中文字体，PDF 和图片里的汉字会变成方框。请安装 fonts-noto-cjk。
doctor-disk-good = 磁盘剩余 { $free } GB
doctor-disk-low = 磁盘只剩 { $free } GB，至少需要 { $least } GB，请清理或扩容。

doctor-settings-bad = 配置有误：{ $said }
doctor-key-good = 密钥文件 { $path }
doctor-key-missing = 没有密钥文件 { $path }，身份证号和手机号无法加密。首次使用时会自动生成；已有数据时请从备份恢复同一个文件，或用 WANGGE_KEY_FILE 指明位置。
doctor-key-open = 密钥文件 { $path } 其他用户也能读写。请执行 chmod 600。
doctor-files-good = 附件目录 { $path }
doctor-files-closed = 附件目录 { $path } 不可写。请把它的属主改为运行本程序的用户，或用 WANGGE_STATE 另指位置。
doctor-frontend-good = 前端已构建
doctor-frontend-missing = 前端还没有构建。请在 frontend 目录执行 npm ci 和 npm run build，或运行 bin/demo。

doctor-database-good = 数据库 { $name } 可以连接（PostgreSQL { $version }）
doctor-database-bad_password = 数据库不接受 DATABASE_URL 中的用户名或密码，请核对。（{ $said }）
doctor-database-not_admitted = 数据库服务器不允许这样连接，请管理员在 pg_hba.conf 中放行本机和该用户。（{ $said }）
doctor-database-no_database = 数据库不存在。请核对 DATABASE_URL 中的库名，或先执行 wangge database_setup。（{ $said }）
doctor-database-no_account = 数据库用户不存在。请核对 DATABASE_URL 中的用户名，或先执行 wangge database_setup。（{ $said }）
doctor-database-role_refused = 该数据库用户不能使用所需的角色。请重新执行 wangge database_setup。（{ $said }）
doctor-database-unknown_host = 找不到数据库主机。请核对 DATABASE_URL 中的主机名和 DNS。（{ $said }）
doctor-database-not_running = 数据库没有运行，或不在该地址和端口上。请启动它（演示环境用 bin/demo），或核对 DATABASE_URL。（{ $said }）
doctor-database-no_answer = 数据库主机没有应答。请检查网络、防火墙和 DATABASE_URL 中的地址。（{ $said }）
doctor-database-too_many = 数据库的连接数已满。请调大 max_connections，或减少进程数。（{ $said }）
doctor-database-starting = 数据库正在启动或关闭，请稍后再试。（{ $said }）
doctor-database-other = 数据库出错：{ $said }
doctor-extensions-good = 数据库扩展齐全
doctor-extensions-missing = 数据库缺少扩展：{ $names }。请管理员执行 wangge database_setup。
doctor-roles-good = 数据库角色齐全
doctor-roles-missing = 当前数据库用户不能使用角色：{ $names }。请管理员执行 wangge database_setup。
doctor-leakproof-good = 地图和单位事件的查询可用索引
doctor-leakproof-missing = geometry_overlaps 与 arrayoverlap 未都标记 LEAKPROOF：功能正常，地图和单位的事件列表较慢。请超级用户执行 wangge database_setup。
doctor-migrations-good = 数据表已是最新
doctor-migrations-pending = 有 { $count } 项数据表变更未执行。请执行 wangge migrate。
doctor-worker-good = 后台任务进程运行中
doctor-worker-missing = 后台任务进程从未启动，提醒和时限不会推进。请启动 wangge worker。
doctor-worker-silent = 后台任务进程已有 { $minutes } 分钟没有响应。请重新启动 wangge worker。
