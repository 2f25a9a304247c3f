<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Console</name>
    <message><source>the server's data folder</source><translation>服务器的数据文件夹</translation></message>
    <message><source>the file with the database's key; default: DIR.key beside the folder</source><translation>存放数据库密钥的文件；默认：文件夹旁的 DIR.key</translation></message>
    <message><source>answer as JSON</source><translation>以 JSON 回答</translation></message>
    <message><source>zh or en; default: the system's</source><translation>zh 或 en；默认：系统语言</translation></message>
    <message><source>look whether everything in the database fits together; changes nothing, also while the server runs</source><translation>检查数据库各部分是否一致；只读，不做任何改动，服务器运行时也可执行</translation></message>
    <message><source>%1 rows checked: everything fits together.</source><translation>已检查 %1 行：全部一致。</translation></message>
    <message><source>%1 rows checked, %2 do not fit.</source><translation>已检查 %1 行，其中 %2 处不一致。</translation></message>
    <message><source>kept for others than its place says</source><translation>可见范围与所属部门、负责人不符</translation></message>
    <message><source>desktops are told something else of it</source><translation>发给客户端的内容与它不一致</translation></message>
    <message><source>desktops are told of a row that is not there</source><translation>发给客户端的清单中有不存在的行</translation></message>
    <message><source>points at a record that is not there</source><translation>指向不存在的记录</translation></message>
    <message><source>another record has the same value</source><translation>另一条记录有相同的值</translation></message>
    <message><source>newer than the newest revision</source><translation>修订号大于最新修订号</translation></message>
    <message><source>the database file is damaged</source><translation>数据库文件已损坏</translation></message>
    <message><source>explain the command</source><translation>说明此命令</translation></message>
    <message><source>--%1 takes a whole number from %2 to %3, not “%4”.</source><translation>--%1 需要 %2 到 %3 之间的整数，而不是“%4”。</translation></message>
    <message><source>A command is missing; “help” lists them.</source><translation>缺少命令；“help”可列出全部命令。</translation></message>
    <message><source>There is no command “%1”; “help” lists them.</source><translation>没有命令“%1”；“help”可列出全部命令。</translation></message>
    <message><source>“%1” has no option --%2; see “help %1”.</source><translation>“%1”没有选项 --%2；见“help %1”。</translation></message>
    <message><source>--%1 takes no value.</source><translation>--%1 不带值。</translation></message>
    <message><source>--%1 needs a value (%2).</source><translation>--%1 需要一个值（%2）。</translation></message>
    <message><source>Expected is: %1</source><translation>正确的写法是：%1</translation></message>
    <message><source>file whose first line is the password; else one is made up and shown</source><translation>首行为密码的文件；不给则生成一个并显示</translation></message>
    <message><source>make a new company; asks for what is missing</source><translation>新建公司；缺少的内容会询问</translation></message>
    <message><source>name of the company</source><translation>公司名称</translation></message>
    <message><source>login of the administrator</source><translation>管理员的登录名</translation></message>
    <message><source>real name of the administrator</source><translation>管理员的姓名</translation></message>
    <message><source>file whose first line is the administrator's password</source><translation>首行为管理员密码的文件</translation></message>
    <message><source>make one more server for a company that lives in PostgreSQL</source><translation>为数据在 PostgreSQL 中的公司再增设一台服务器</translation></message>
    <message><source>the company's database, as it was given to “init”</source><translation>公司的数据库，写法与 “init” 时相同</translation></message>
    <message><source>copy of server.pem of the company's first server; desktops know it by that</source><translation>公司第一台服务器的 server.pem 副本；各台电脑凭它识别服务器</translation></message>
    <message><source>folder of contents that all servers of the company share</source><translation>公司所有服务器共用的附件内容文件夹</translation></message>
    <message><source>a streaming replica (standby) of the PostgreSQL database; desktops that have much to fetch are served from it</source><translation>PostgreSQL 数据库的流复制备库；电脑需要大量取数时由它提供</translation></message>
    <message><source>--%1 is missing.</source><translation>缺少 --%1。</translation></message>
    <message><source>port to serve on; default 4780</source><translation>服务端口；默认 4780</translation></message>
    <message><source>name or address by which desktops reach the server</source><translation>桌面端连接服务器所用的名称或地址</translation></message>
    <message><source>"host=…;port=…;user=…;dbname=…" instead of a file</source><translation>用 "host=…;port=…;user=…;dbname=…" 代替文件</translation></message>
    <message><source>serve the company's desktops</source><translation>为公司的桌面端提供服务</translation></message>
    <message><source>port to serve on; 0: any free one</source><translation>服务端口；0：任意空闲端口</translation></message>
    <message><source>address to listen on; default 0.0.0.0</source><translation>监听地址；默认 0.0.0.0</translation></message>
    <message><source>attach to the running server; with a command, run just that</source><translation>连接到正在运行的服务器；后跟命令时只执行该命令</translation></message>
    <message><source>what the server is doing</source><translation>服务器的运行状况</translation></message>
    <message><source>who looked behind a mask, took records out or printed them, newest first</source><translation>谁查看过脱敏内容、导出或打印过记录，最近的在前</translation></message>
    <message><source>only this account</source><translation>只看此账号</translation></message>
    <message><source>only “reveal”, “export” or “print”</source><translation>只看 reveal（查看脱敏）、export（导出）或 print（打印）</translation></message>
    <message><source>not what was before</source><translation>不看此前的</translation></message>
    <message><source>how many; default 50</source><translation>条数，默认 50</translation></message>
    <message><source>looked behind a mask</source><translation>查看脱敏内容</translation></message>
    <message><source>took out</source><translation>导出</translation></message>
    <message><source>printed</source><translation>打印</translation></message>
    <message><source>--kind takes “reveal”, “export” or “print”, not “%1”.</source><translation>--kind 只能是 reveal、export 或 print，不能是“%1”。</translation></message>
    <message><source>Nothing of the kind has happened.</source><translation>没有这样的记录。</translation></message>
    <message><source>who is connected</source><translation>当前连接的用户</translation></message>
    <message><source>end a session; the desktop may come back</source><translation>结束一个会话；桌面端可以重新连接</translation></message>
    <message><source>make an account for an employee</source><translation>为员工新建账号</translation></message>
    <message><source>real name</source><translation>姓名</translation></message>
    <message><source>role to grant; may be repeated</source><translation>授予的角色；可重复</translation></message>
    <message><source>department; default: the root</source><translation>部门；默认：最上级部门</translation></message>
    <message><source>post, a value of the dictionary</source><translation>岗位，取字典中的值</translation></message>
    <message><source>all accounts with their roles</source><translation>全部账号及其角色</translation></message>
    <message><source>keep an account out and end its sessions</source><translation>停用账号并结束其会话</translation></message>
    <message><source>let a disabled account in again</source><translation>重新启用账号</translation></message>
    <message><source>set a password that must be changed at the next sign-in</source><translation>设置密码，下次登录时必须修改</translation></message>
    <message><source>give or take a role</source><translation>授予或收回角色</translation></message>
    <message><source>start of the grant; default: now</source><translation>授权开始时间；默认：现在</translation></message>
    <message><source>end of the grant; default: open</source><translation>授权结束时间；默认：不限</translation></message>
    <message><source>limit to a department and those below</source><translation>仅限某部门及其下级</translation></message>
    <message><source>take the role instead</source><translation>改为收回该角色</translation></message>
    <message><source>end the lock-out of a login or address</source><translation>解除登录名或地址的锁定</translation></message>
    <message><source>all enrolled installations</source><translation>全部已登记的安装</translation></message>
    <message><source>make a connection code for one enrolment</source><translation>生成一个连接码，供一次登记使用</translation></message>
    <message><source>how long it can be used; default 7</source><translation>有效天数；默认 7</translation></message>
    <message><source>the latest lines of the log</source><translation>日志的最近几行</translation></message>
    <message><source>how many; default 20</source><translation>行数；默认 20</translation></message>
    <message><source>end the server; desktops come back later</source><translation>停止服务器；桌面端稍后重连</translation></message>
    <message><source>print the catalogue of entities and fields</source><translation>输出实体和字段的目录</translation></message>
    <message><source>for people; default is JSON</source><translation>供人阅读；默认为 JSON</translation></message>
    <message><source>make a demo company; see “demo --help”</source><translation>新建演示公司；见“demo --help”</translation></message>
    <message><source>explain the commands</source><translation>说明各命令</translation></message>
    <message><source>“%1” cannot be used here.</source><translation>“%1”不能在这里使用。</translation></message>
    <message><source>%1 holds characters that cannot be stored (broken UTF-8 or U+0000).</source><translation>%1含有无法保存的字符（无效的 UTF-8 或 U+0000）。</translation></message>
    <message><source>%1: “%2” is not a possible value.</source><translation>%1：“%2”不是可用的值。</translation></message>
    <message><source>%1 is too long: at most %2 characters.</source><translation>%1过长：最多 %2 个字符。</translation></message>
    <message><source>%1: “%2” is out of range.</source><translation>%1：“%2”超出范围。</translation></message>
    <message><source>%1 must not be empty.</source><translation>%1不能为空。</translation></message>
    <message><source>%1: “%2” does not have the form expected.</source><translation>%1：“%2”的格式不正确。</translation></message>
    <message><source>%1: “%2” is taken; choose another.</source><translation>%1：“%2”已被使用；请另选一个。</translation></message>
    <message><source>There is no data folder %1; “guanxi-server init --data %1” makes one.</source><translation>没有数据文件夹 %1；用“guanxi-server init --data %1”新建。</translation></message>
    <message><source>The database %1 is no standby of the company's database: it does not follow it as a streaming replica.</source><translation>数据库 %1 不是公司数据库的备库：它没有以流复制方式跟随公司数据库。</translation></message>
    <message><source>The folder %1 holds no company yet; “guanxi-server init --data %1” makes one.</source><translation>文件夹 %1 中还没有公司；用“guanxi-server init --data %1”新建。</translation></message>
    <message><source>No server runs on %1.</source><translation>%1 上没有正在运行的服务器。</translation></message>
    <message><source>There is no %1 “%2”.</source><translation>没有%1“%2”。</translation></message>
    <message><source>There is a %1 already: %2. Nothing was changed.</source><translation>已有%1：%2。未作任何更改。</translation></message>
    <message><source>The database %1 cannot be opened: %2.</source><translation>无法打开数据库 %1：%2。</translation></message>
    <message><source>The database was written by a newer Guanxi (version %1; this one knows %2). Install the newer program.</source><translation>数据库由更新版本的 Guanxi 写成（版本 %1；本程序只认识 %2）。请安装更新的程序。</translation></message>
    <message><source>The key does not open %1: it is another database's key, or the file is no database. Name the right key with --key-file.</source><translation>密钥打不开 %1：它属于另一个数据库，或该文件不是数据库。请用 --key-file 指定正确的密钥。</translation></message>
    <message><source>The database failed: %1.</source><translation>数据库出错：%1。</translation></message>
    <message><source>There is no space left to write %1. Make room and try again; nothing was changed.</source><translation>没有空间写入 %1。请腾出空间后重试；未作任何更改。</translation></message>
    <message><source>%1 cannot be written: the folder is read-only for this user.</source><translation>无法写入 %1：该文件夹对此用户只读。</translation></message>
    <message><source>The SQLite library in use cannot encrypt; SQLCipher is needed.</source><translation>所用的 SQLite 库不能加密；需要 SQLCipher。</translation></message>
    <message><source>The file %1 cannot be used: %2.</source><translation>无法使用文件 %1：%2。</translation></message>
    <message><source>%1 is in use by another process.</source><translation>%1 正被另一个进程使用。</translation></message>
    <message><source>The rules do not allow this (%1).</source><translation>规则不允许这样做（%1）。</translation></message>
    <message><source>%1: the record it refers to does not exist.</source><translation>%1：所引用的记录不存在。</translation></message>
    <message><source>%1: the tree would become a loop.</source><translation>%1：树将成为环。</translation></message>
    <message><source>The file has %1 bytes; at most %2 are taken.</source><translation>文件有 %1 字节，最多接收 %2 字节。</translation></message>
    <message><source>The content of the file is not here.</source><translation>文件内容不在这里。</translation></message>
    <message><source>The password is too short: at least %1 characters are expected.</source><translation>密码太短：至少需要 %1 个字符。</translation></message>
    <message><source>%1 cannot be used: %2.</source><translation>无法使用 %1：%2。</translation></message>
    <message><source>The server does not answer.</source><translation>服务器没有回答。</translation></message>
    <message><source>The server ended the connection.</source><translation>服务器结束了连接。</translation></message>
    <message><source>It failed (%1).</source><translation>操作失败（%1）。</translation></message>
    <message><source>Name of the company:</source><translation>公司名称：</translation></message>
    <message><source>Login of the administrator:</source><translation>管理员的登录名：</translation></message>
    <message><source>Real name of the administrator:</source><translation>管理员的姓名：</translation></message>
    <message><source>--%1 is missing, and there is no terminal to ask in.</source><translation>缺少 --%1，且没有终端可供询问。</translation></message>
    <message><source>Password of the administrator:</source><translation>管理员的密码：</translation></message>
    <message><source>The same again:</source><translation>再输入一次：</translation></message>
    <message><source>The two passwords differ; nothing was made.</source><translation>两次输入的密码不同；未新建任何内容。</translation></message>
    <message><source>--data DIR is missing: the server's data folder.</source><translation>缺少 --data DIR：服务器的数据文件夹。</translation></message>
    <message><source>This program was built without the demo company.</source><translation>此程序未包含演示公司。</translation></message>
    <message><source>For one enrolment at %1 port %2, until %3.</source><translation>供在 %1 端口 %2 登记一次，有效期至 %3。</translation></message>
    <message><source>--%1 takes a date such as 2026-03-31 or a time such as 2026-03-31T18:00, not “%2”.</source><translation>--%1 需要日期（如 2026-03-31）或时间（如 2026-03-31T18:00），而不是“%2”。</translation></message>
    <message><source>--to must be later than --from.</source><translation>--to 必须晚于 --from。</translation></message>
    <message><source>yes</source><translation>是</translation></message>
    <message><source>no</source><translation>否</translation></message>
    <message><source>guanxi-server COMMAND [options]; “help COMMAND” explains one.</source><translation>guanxi-server 命令 [选项]；“help 命令”可查看说明。</translation></message>
    <message><source>none</source><translation>无</translation></message>
    <message><source>created</source><translation>新建</translation></message>
    <message><source>changed</source><translation>修改</translation></message>
    <message><source>deleted</source><translation>删除</translation></message>
    <message><source>restored</source><translation>恢复</translation></message>
    <message><source>keep an installation out for ever; at its next contact it hands over what it has not sent and deletes its data</source><translation>永久停用一台设备；它下次连接时会交出尚未发送的修改，并删除本机数据</translation></message>
    <message><source>work of revoked installations, and what came without the right to it, waiting for a decision</source><translation>已停用设备交出的修改，以及缺少权限的修改，等待处理</translation></message>
    <message><source>what one of them, or all of an installation or login, would change</source><translation>查看其中一项（或某台设备、某个登录名的全部）会改动什么</translation></message>
    <message><source>apply one, or all of an installation or login, on behalf of its author</source><translation>代其作者应用其中一项，或某台设备、某个登录名的全部</translation></message>
    <message><source>give one up, or all of an installation or login; it stays in the history</source><translation>放弃其中一项，或某台设备、某个登录名的全部；历史中仍有记录</translation></message>
    <message><source>how much the running server does and how long it takes</source><translation>运行中的服务器做了多少事、各用了多长时间</translation></message>
    <message><source>again each second until a key is pressed</source><translation>每秒刷新一次，按任意键结束</translation></message>
    <message><source>Any key ends this.</source><translation>按任意键结束。</translation></message>
    <message><source>save: waiting for its turn (ms)</source><translation>保存：排队等待（毫秒）</translation></message>
    <message><source>save: deciding and writing a group (ms)</source><translation>保存：一批的检查与写入（毫秒）</translation></message>
    <message><source>save: a group's way to the disk (ms)</source><translation>保存：一批落盘（毫秒）</translation></message>
    <message><source>save: arrived to answered (ms)</source><translation>保存：从收到到答复（毫秒）</translation></message>
    <message><source>changes in one group</source><translation>每批的更改数</translation></message>
    <message><source>telling everybody of a group (ms)</source><translation>把一批更改通知所有人（毫秒）</translation></message>
    <message><source>sign-in (ms)</source><translation>登录（毫秒）</translation></message>
    <message><source>making a page (ms)</source><translation>生成一页数据（毫秒）</translation></message>
    <message><source>%1 d %2</source><translation>%1 天 %2</translation></message>
    <message><source>running for</source><translation>已运行</translation></message>
    <message><source>revision</source><translation>修订号</translation></message>
    <message><source>memory (MiB)</source><translation>内存（MiB）</translation></message>
    <message><source>%1, %2 of them for pages of the database</source><translation>%1，其中数据库页面缓存 %2</translation></message>
    <message><source>sessions</source><translation>会话</translation></message>
    <message><source>%1 connected, %2 signed in, %3 up to date; %4 connections turned away</source><translation>已连接 %1，已登录 %2，数据最新 %3；拒绝的连接 %4</translation></message>
    <message><source>sign-ins</source><translation>登录次数</translation></message>
    <message><source>%1, %2 refused</source><translation>%1，其中被拒绝 %2</translation></message>
    <message><source>changes</source><translation>更改</translation></message>
    <message><source>%1 in %2 groups, %3 set aside as conflicts, %4 waiting</source><translation>%1 项，分 %2 批；转为冲突 %3 项，等待中 %4 项</translation></message>
    <message><source>told to others</source><translation>通知他人</translation></message>
    <message><source>%1 times; %2 times somebody was too slow; %3 MiB waiting to be sent, %4 MiB of them for one</source><translation>%1 次；因对方太慢而改为拉取 %2 次；待发送 %3 MiB，其中单个会话最多 %4 MiB</translation></message>
    <message><source>fetched</source><translation>拉取</translation></message>
    <message><source>%1 pages, %2 rows, %3 MiB</source><translation>%1 页，%2 行，%3 MiB</translation></message>
    <message><source>attachments (MiB)</source><translation>附件（MiB）</translation></message>
    <message><source>standby</source><translation>备库</translation></message>
    <message><source>%1 pages, %2 left to the database itself</source><translation>已提供 %1 页，%2 页改由主库提供</translation></message>
    <message><source>not used: it is no standby of the company's database; %1</source><translation>未使用：它不是公司数据库的备库；%1</translation></message>
    <message><source>not used: it cannot be reached (%1); %2</source><translation>未使用：无法连接（%1）；%2</translation></message>
    <message><source>not looked at yet</source><translation>尚未检查</translation></message>
    <message><source>not used: it is behind; %1</source><translation>未使用：数据落后于主库；%1</translation></message>
    <message><source>in use; %1</source><translation>使用中；%1</translation></message>
    <message><source>%1 in, %2 out</source><translation>收到 %1，发出 %2</translation></message>
    <message><source>number</source><translation>次数</translation></message>
    <message><source>half within</source><translation>半数不超过</translation></message>
    <message><source>99 % within</source><translation>99% 不超过</translation></message>
    <message><source>longest</source><translation>最长</translation></message>
    <message><source>last minute: number</source><translation>最近一分钟：次数</translation></message>
</context>
<context>
    <name>ConsoleHeading</name>
    <message><source>Pieces taken</source><translation>收到的附件分片</translation></message>
    <message><source>Pieces given</source><translation>发出的附件分片</translation></message>
    <message><source>Address</source><translation>地址</translation></message>
    <message><source>Administrator</source><translation>管理员</translation></message>
    <message><source>Code</source><translation>代码</translation></message>
    <message><source>Commits</source><translation>提交次数</translation></message>
    <message><source>Company</source><translation>公司</translation></message>
    <message><source>Connections</source><translation>连接数</translation></message>
    <message><source>Database</source><translation>数据库</translation></message>
    <message><source>Data folder</source><translation>数据文件夹</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Device</source><translation>设备</translation></message>
    <message><source>Devices</source><translation>设备</translation></message>
    <message><source>Enabled</source><translation>启用</translation></message>
    <message><source>Enrolled</source><translation>登记时间</translation></message>
    <message><source>Expires</source><translation>有效期至</translation></message>
    <message><source>Heard</source><translation>最近通信</translation></message>
    <message><source>Key file</source><translation>密钥文件</translation></message>
    <message><source>Listening</source><translation>监听</translation></message>
    <message><source>Live</source><translation>实时</translation></message>
    <message><source>Login</source><translation>登录名</translation></message>
    <message><source>Name</source><translation>姓名</translation></message>
    <message><source>Number</source><translation>编号</translation></message>
    <message><source>Parked</source><translation>搁置</translation></message>
    <message><source>Password</source><translation>密码</translation></message>
    <message><source>Pushed</source><translation>已推送</translation></message>
    <message><source>Queued</source><translation>排队字节</translation></message>
    <message><source>Refused frames</source><translation>被拒帧</translation></message>
    <message><source>Replica</source><translation>安装</translation></message>
    <message><source>Revision</source><translation>修订号</translation></message>
    <message><source>Revoked</source><translation>已停用</translation></message>
    <message><source>Roles</source><translation>角色</translation></message>
    <message><source>Running</source><translation>运行中</translation></message>
    <message><source>Seen</source><translation>最近出现</translation></message>
    <message><source>Sessions</source><translation>会话</translation></message>
    <message><source>Since</source><translation>开始时间</translation></message>
    <message><source>Turned away</source><translation>被拒连接</translation></message>
    <message><source>User</source><translation>用户</translation></message>
    <message><source>Users</source><translation>用户</translation></message>
    <message><source>Version</source><translation>版本</translation></message>
    <message><source>Unlocked</source><translation>已解锁</translation></message>
    <message><source>Kicked</source><translation>已结束</translation></message>
    <message><source>From</source><translation>开始</translation></message>
    <message><source>To</source><translation>结束</translation></message>
    <message><source>Stopping</source><translation>正在停止</translation></message>
    <message><source>Role</source><translation>角色</translation></message>
    <message><source>Wiped</source><translation>已清除</translation></message>
    <message><source>Quarantined</source><translation>待处理的修改</translation></message>
    <message><source>Quarantine</source><translation>待处理的修改</translation></message>
    <message><source>Waiting to be wiped</source><translation>等待清除</translation></message>
    <message><source>Applied</source><translation>已应用</translation></message>
    <message><source>Refused</source><translation>被拒绝</translation></message>
    <message><source>Discarded</source><translation>已放弃</translation></message>
    <message><source>Changes</source><translation>修改</translation></message>
    <message><source>Change</source><translation>操作</translation></message>
    <message><source>Field</source><translation>字段</translation></message>
    <message><source>Before</source><translation>原值</translation></message>
    <message><source>After</source><translation>新值</translation></message>
    <message><source>Record</source><translation>记录</translation></message>
    <message><source>Records</source><translation>记录数</translation></message>
    <message><source>Entity</source><translation>类型</translation></message>
    <message><source>Id</source><translation>编号</translation></message>
    <message><source>At</source><translation>时间</translation></message>
    <message><source>Reason</source><translation>原因</translation></message>
</context>
<context>
    <name>ConsoleNoun</name>
    <message><source>user</source><translation>用户</translation></message>
    <message><source>role</source><translation>角色</translation></message>
    <message><source>grant</source><translation>授权</translation></message>
    <message><source>department</source><translation>部门</translation></message>
    <message><source>post</source><translation>岗位</translation></message>
    <message><source>session</source><translation>会话</translation></message>
    <message><source>installation</source><translation>安装</translation></message>
    <message><source>company</source><translation>公司</translation></message>
    <message><source>identity of the company's servers</source><translation>公司服务器的身份文件</translation></message>
    <message><source>standby of a PostgreSQL database</source><translation>PostgreSQL 数据库的备库</translation></message>
    <message><source>key file</source><translation>密钥文件</translation></message>
    <message><source>login</source><translation>登录名</translation></message>
    <message><source>name</source><translation>名称</translation></message>
    <message><source>real name</source><translation>姓名</translation></message>
    <message><source>password</source><translation>密码</translation></message>
</context>
</TS>
