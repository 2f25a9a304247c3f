<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlikeWords</name>
    <message>
        <source>%1 is the same</source>
        <translation>%1相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>same name but for the region</source>
        <translation>除地区外名称相同</translation>
    </message>
    <message>
        <source>names sound alike</source>
        <translation>名称读音相同</translation>
    </message>
    <message>
        <source>names nearly the same</source>
        <translation>名称相近</translation>
    </message>
    <message>
        <source>same phone number</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>addresses nearly the same</source>
        <translation>地址相近</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>BulkProgress</name>
    <message>
        <source>Changing records…</source>
        <translation>正在修改记录…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ChangeText</name>
    <message>
        <source>Created</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>冲突已裁决</translation>
    </message>
    <message>
        <source>Step made</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 and %n more</source>
        <translation>
            <numerusform>%1：%2 等，另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>(hidden)</source>
        <translation>（不可见）</translation>
    </message>
    <message>
        <source>Sent once more</source>
        <translation>重新提交</translation>
    </message>
    <message>
        <source>Tidied up</source>
        <translation>规范整理</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>已转化</translation>
    </message>
    <message>
        <source>Customer value counted</source>
        <translation>客户价值重新评定</translation>
    </message>
    <message>
        <source>Brought by an update</source>
        <translation>随软件更新增加</translation>
    </message>
    <message>
        <source>Share ended</source>
        <translation>共享到期</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>%1 (not sent yet)</source>
        <translation>%1（尚未发送）</translation>
    </message>
    <message>
        <source>Payment overdue</source>
        <translation>回款逾期</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n record(s) (%2)</source>
        <translation>
            <numerusform>%1，%n 条记录（%2）</numerusform>
        </translation>
    </message>
    <message>
        <source>Noted that you printed: %1</source>
        <translation>已登记打印：%1</translation>
    </message>
    <message>
        <source>Noted that you took out: %1</source>
        <translation>已登记导出：%1</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1 holds characters that cannot be stored. Type the text again; what you typed is still here.</source>
        <translation>“%1”含有无法保存的字符。请重新输入；您输入的内容还在。</translation>
    </message>
    <message>
        <source>%1: “%2” cannot be read. %3</source>
        <translation>%1：无法识别“%2”。%3</translation>
    </message>
    <message>
        <source>%1 is too long: at most %2 characters.</source>
        <translation>“%1”过长，最多 %2 个字符。</translation>
    </message>
    <message>
        <source>%1: %2 is outside the range allowed.</source>
        <translation>%1：%2 超出允许范围。</translation>
    </message>
    <message>
        <source>%1: %2 is outside the range allowed; expected is %3.</source>
        <translation>%1：%2 超出允许范围，应为 %3。</translation>
    </message>
    <message>
        <source>%1 must be filled in.</source>
        <translation>请填写“%1”。</translation>
    </message>
    <message>
        <source>%1: “%2” is not correct. %3</source>
        <translation>%1：“%2”不正确。%3</translation>
    </message>
    <message>
        <source>%1: “%2” is already used by another record.</source>
        <translation>%1：“%2”已被其他记录使用。</translation>
    </message>
    <message>
        <source>Something unexpected happened (%1). Your data is safe; please try again.</source>
        <translation>发生意外错误（%1）。数据是安全的，请重试。</translation>
    </message>
    <message>
        <source>Expected is a date such as %1.</source>
        <translation>应为日期，例如 %1。</translation>
    </message>
    <message>
        <source>Expected is a number such as %1.</source>
        <translation>应为数字，例如 %1。</translation>
    </message>
    <message>
        <source>Expected is a mobile number of 11 digits such as 13812345678.</source>
        <translation>应为 11 位手机号码，例如 13812345678。</translation>
    </message>
    <message>
        <source>Expected is area code and number such as 010-12345678, or + and the country code.</source>
        <translation>应为区号加号码，例如 010-12345678，或以 + 和国家代码开头。</translation>
    </message>
    <message>
        <source>Expected is an address such as name@example.com.</source>
        <translation>应为邮箱地址，例如 name@example.com。</translation>
    </message>
    <message>
        <source>Expected is an address such as https://example.com.</source>
        <translation>应为网址，例如 https://example.com。</translation>
    </message>
    <message>
        <source>Expected are 18 characters with the right check digit.</source>
        <translation>应为 18 位，且校验位正确。</translation>
    </message>
    <message>
        <source>Expected are 18 characters with the right check character.</source>
        <translation>应为 18 位，且校验码正确。</translation>
    </message>
    <message>
        <source>Expected are six digits.</source>
        <translation>应为六位数字。</translation>
    </message>
    <message>
        <source>%1 does not go with a record of this kind. Empty it, or choose another kind.</source>
        <translation>“%1”不适用于此类记录。请清空该项，或选择其他类型。</translation>
    </message>
    <message>
        <source>Expected is a condition as the filter of a list makes it.</source>
        <translation>应为列表筛选器生成的条件。</translation>
    </message>
    <message>
        <source>%1: a rule is the same for everybody. It can ask for what is typed into the record itself, not for “me”, related records or what the program works out.</source>
        <translation>%1：规则对所有人都一样，只能以记录本身填写的内容为条件，不能用“本人”、关联记录或系统计算的内容。</translation>
    </message>
    <message>
        <source>The record is not on this computer. It was deleted, or you may no longer see it.</source>
        <translation>本机没有这条记录：它可能已被删除，或您已无权查看。</translation>
    </message>
    <message>
        <source>The record exists already; nothing was changed.</source>
        <translation>记录已存在，未作任何更改。</translation>
    </message>
    <message>
        <source>You do not have the right to do this; nothing was changed. Ask an administrator for it.</source>
        <translation>您没有此项权限，未作任何更改。如有需要请联系管理员。</translation>
    </message>
    <message>
        <source>This step is not possible in the present state; nothing was changed. Reload the record to see its state.</source>
        <translation>当前状态下不能执行此步骤，未作任何更改。请刷新记录查看其状态。</translation>
    </message>
    <message>
        <source>A rule forbids this (%1, field %2); nothing was changed.</source>
        <translation>规则不允许此操作（%1，字段 %2），未作任何更改。</translation>
    </message>
    <message>
        <source>A rule forbids this (%1); nothing was changed.</source>
        <translation>规则不允许此操作（%1），未作任何更改。</translation>
    </message>
    <message>
        <source>%1: the record it belongs to is gone. Choose another one.</source>
        <translation>%1：所属记录已不存在，请另选一条。</translation>
    </message>
    <message>
        <source>%1: the record would become part of itself. Choose another one.</source>
        <translation>%1：记录不能从属于自身，请另选一条。</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2</source>
        <translation>无法打开数据库 %1：%2</translation>
    </message>
    <message>
        <source>The data was written by a newer Guanxi. Install the new version; nothing was changed.</source>
        <translation>数据由更新版本的 Guanxi 写入。请安装新版本；未作任何更改。</translation>
    </message>
    <message>
        <source>The data on this computer cannot be unlocked with this key.</source>
        <translation>此密钥无法解锁本机数据。</translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is safe; free some space and save again.</source>
        <translation>磁盘已满。先前保存的内容是安全的，请腾出空间后再保存。</translation>
    </message>
    <message>
        <source>The folder %1 is write-protected. Nothing was saved; what you typed is still here.</source>
        <translation>文件夹 %1 为只读，未能保存；您输入的内容还在。</translation>
    </message>
    <message>
        <source>This installation cannot encrypt its data and therefore does not start. Install Guanxi again.</source>
        <translation>此安装无法加密数据，因此不能启动。请重新安装 Guanxi。</translation>
    </message>
    <message>
        <source>The file %1 cannot be used: %2</source>
        <translation>无法使用文件 %1：%2</translation>
    </message>
    <message>
        <source>Guanxi is already running with this data (%1).</source>
        <translation>Guanxi 已在使用这份数据运行（%1）。</translation>
    </message>
    <message>
        <source>The database refused the work: %1. What was saved before is safe.</source>
        <translation>数据库拒绝了此操作：%1。先前保存的内容是安全的。</translation>
    </message>
    <message>
        <source>This Guanxi and the server are too far apart in version. Update the older one; your work is safe here.</source>
        <translation>本程序与服务器版本相差过大，请更新较旧的一方；您的工作在本机是安全的。</translation>
    </message>
    <message>
        <source>Too many requests; Guanxi goes on in %1 seconds by itself.</source>
        <translation>请求过多，%1 秒后将自动继续。</translation>
    </message>
    <message>
        <source>The server is being stopped. You can go on working; changes are sent later.</source>
        <translation>服务器正在停止。您可以继续工作，更改稍后发送。</translation>
    </message>
    <message>
        <source>The server holds another company&apos;s data than this computer. Ask your administrator.</source>
        <translation>服务器上的数据与本机不属于同一家公司，请联系管理员。</translation>
    </message>
    <message>
        <source>A message is larger than the server takes (%1 bytes). Your work is safe here.</source>
        <translation>消息超过服务器允许的大小（%1 字节）。您的工作在本机是安全的。</translation>
    </message>
    <message>
        <source>The server and this computer did not understand each other. Your work is safe here; Guanxi connects again by itself.</source>
        <translation>服务器与本机通信出错。您的工作在本机是安全的，程序会自动重新连接。</translation>
    </message>
    <message>
        <source>User name or password is wrong.</source>
        <translation>用户名或密码错误。</translation>
    </message>
    <message>
        <source>Too many failed attempts. Try again in %1 seconds.</source>
        <translation>失败次数过多，请 %1 秒后再试。</translation>
    </message>
    <message>
        <source>This user has been disabled. Ask your administrator.</source>
        <translation>该用户已停用，请联系管理员。</translation>
    </message>
    <message>
        <source>You have no active role at present. Ask your administrator.</source>
        <translation>您目前没有有效的角色，请联系管理员。</translation>
    </message>
    <message>
        <source>This computer may no longer connect. Ask your administrator.</source>
        <translation>本机已不允许连接，请联系管理员。</translation>
    </message>
    <message>
        <source>The server does not know this computer. Connect it again with a connection code.</source>
        <translation>服务器不认识本机，请用连接码重新接入。</translation>
    </message>
    <message>
        <source>The connection code has been used or has expired. Ask for a new one.</source>
        <translation>连接码已使用或已过期，请索取新的连接码。</translation>
    </message>
    <message>
        <source>The connection code cannot be read. Copy all of it and try again.</source>
        <translation>无法识别连接码，请完整复制后重试。</translation>
    </message>
    <message>
        <source>The server&apos;s key is not the one this computer knows, so Guanxi did not connect. Ask your administrator before you go on.</source>
        <translation>服务器密钥与本机记录的不一致，因此未连接。请先联系管理员，再继续操作。</translation>
    </message>
    <message>
        <source>This computer has been offline too long. Connect to the server once to go on; your work is safe.</source>
        <translation>本机离线时间过长。请连接一次服务器后继续；您的工作是安全的。</translation>
    </message>
    <message>
        <source>Choose a new password first.</source>
        <translation>请先设置新密码。</translation>
    </message>
    <message>
        <source>The password is too weak: at least %1 characters.</source>
        <translation>密码强度不足，至少 %1 个字符。</translation>
    </message>
    <message>
        <source>The server %1 cannot be reached. You can go on working; changes are sent later.</source>
        <translation>无法连接服务器 %1。您可以继续工作，更改稍后发送。</translation>
    </message>
    <message>
        <source>The server did not answer in time. You can go on working; changes are sent later.</source>
        <translation>服务器未及时响应。您可以继续工作，更改稍后发送。</translation>
    </message>
    <message>
        <source>The connection was lost. You can go on working; changes are sent later.</source>
        <translation>连接已断开。您可以继续工作，更改稍后发送。</translation>
    </message>
    <message>
        <source>The command cannot be understood: %1</source>
        <translation>无法识别命令：%1</translation>
    </message>
    <message>
        <source>Only %1 of the %2 wanted are in stock.</source>
        <translation>需要 %2，库存仅有 %1。</translation>
    </message>
    <message>
        <source>The file is too large (%1): the server takes at most %2. It stays on this computer; nobody else can open it.</source>
        <translation>文件太大（%1）：服务器最多接收 %2。文件保留在本机，其他人无法打开。</translation>
    </message>
    <message>
        <source>The computer on which the file was attached has not brought it to the server yet. Try again later.</source>
        <translation>添加该文件的电脑尚未把它上传到服务器，请稍后再试。</translation>
    </message>
    <message>
        <source>A change that this one depends on has not been accepted yet.</source>
        <translation>此更改所依赖的另一项更改尚未被接受。</translation>
    </message>
    <message>
        <source>%1 is too long: there is room for %2 KB, about %3 Chinese characters.</source>
        <translation>“%1”过长：最多 %2 KB，约 %3 个汉字。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>there is nothing in it.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>it is neither a spreadsheet nor a text with one record per line.</source>
        <translation>它既不是电子表格，也不是每行一条记录的文本文件。</translation>
    </message>
    <message>
        <source>it was written by a version of Excel before 2007. Open it there and save it as .xlsx.</source>
        <translation>这是 Excel 2007 以前的旧格式，请在 Excel 中打开并另存为 .xlsx。</translation>
    </message>
    <message>
        <source>it is protected with a password. Open it in the spreadsheet program, remove the password and save it.</source>
        <translation>文件有密码保护，请在表格软件中打开，取消密码后重新保存。</translation>
    </message>
    <message>
        <source>there are characters that do not belong to this encoding. Choose another one.</source>
        <translation>文件内容与所选编码不符，请换一种编码。</translation>
    </message>
    <message>
        <source>the cell that begins with a quotation mark on line %1 does not end.</source>
        <translation>第 %1 行有一个以引号开头的单元格没有结束。</translation>
    </message>
    <message>
        <source>a cell holds more than a field can.</source>
        <translation>有单元格内容过长，超出字段上限。</translation>
    </message>
    <message>
        <source>the cell at %1 holds more than a field can.</source>
        <translation>%1 处的单元格内容过长，超出字段上限。</translation>
    </message>
    <message>
        <source>line %1 has too many columns.</source>
        <translation>%1 处的列数过多。</translation>
    </message>
    <message>
        <source>cell %1 holds a formula without a result. Open the file in the spreadsheet program and save it.</source>
        <translation>单元格 %1 的公式没有计算结果，请在表格软件中打开并重新保存。</translation>
    </message>
    <message>
        <source>it would become far too large when it is unpacked.</source>
        <translation>文件解压后过大，已停止读取。</translation>
    </message>
    <message>
        <source>it is damaged.</source>
        <translation>文件已损坏。</translation>
    </message>
    <message>
        <source>Quantity times price is more than an amount can be. Check %1 and the price.</source>
        <translation>数量乘以单价超出了金额上限，请检查%1和单价。</translation>
    </message>
    <message>
        <source>Expected is a picture that is whole, as PNG, JPEG, WebP, BMP or GIF.</source>
        <translation>请选择完整的图片，格式为 PNG、JPEG、WebP、BMP 或 GIF。</translation>
    </message>
    <message>
        <source>The picture is too large to be opened. Make it smaller with another program first.</source>
        <translation>图片太大，无法打开。请先用其他软件缩小后再试。</translation>
    </message>
    <message>
        <source>What this belongs to is closed or locked, so nothing of it can be changed any more. Reopen it first.</source>
        <translation>所属记录已结束或已锁定，其中的内容不能再改。请先将其重新打开。</translation>
    </message>
    <message>
        <source>%1 belongs to another pipeline. Choose one of the pipeline of this opportunity.</source>
        <translation>%1属于另一个销售漏斗，请选择该机会所在漏斗的阶段。</translation>
    </message>
    <message>
        <source>%1 does not go with the development status. An opportunity is won or lost by “Mark success” and “Mark failure”, and open again by “Reopen”.</source>
        <translation>%1与开发状态不符。请用“标记开发成功”或“标记开发失败”结束机会，用“重新开发”恢复。</translation>
    </message>
    <message>
        <source>%1 can only be who found the lead, or who entered the opportunity.</source>
        <translation>%1只能是提供线索的人或录入该机会的人。</translation>
    </message>
    <message>
        <source>“%1” is not possible while it is “%2”; nothing was changed.</source>
        <translation>当前状态为“%2”，不能执行“%1”；未作任何修改。</translation>
    </message>
    <message>
        <source>Nobody changes this while it is “%1”; nothing was changed.</source>
        <translation>当前状态为“%1”，内容已锁定，不能修改；未作任何修改。</translation>
    </message>
    <message>
        <source>%1 lies before the day on which it begins.</source>
        <translation>%1不能早于开始日期。</translation>
    </message>
    <message>
        <source>A line needs a product or a description.</source>
        <translation>明细行需要选择产品或填写说明。</translation>
    </message>
    <message>
        <source>%1: it belongs to an order or to a contract.</source>
        <translation>%1：请选择所属的订单或合同。</translation>
    </message>
    <message>
        <source>A contract cannot be the renewal of itself.</source>
        <translation>合同不能续签自身。</translation>
    </message>
    <message>
        <source>A target is of one salesperson, one department, one region or one product category: fill exactly one of them.</source>
        <translation>一个目标只针对一名销售人员、一个部门、一个区域或一个产品类别:请只填写其中一项。</translation>
    </message>
    <message>
        <source>For a product category only revenue and quantity are counted. Choose one of them.</source>
        <translation>产品类别只统计销售额和数量，请选择其中之一。</translation>
    </message>
    <message>
        <source>This is the company&apos;s own currency: %1 is always 1. Put it to 1, or choose the currency it belongs to.</source>
        <translation>这是公司的本位币，%1只能是 1。请改为 1，或选择对应的外币。</translation>
    </message>
    <message>
        <source>No record is called that here, or more than one is.</source>
        <translation>这里没有这个名称的记录，或有多条同名记录。</translation>
    </message>
    <message>
        <source>Expected is what the editor of print templates makes.</source>
        <translation>应为打印模板编辑器生成的内容。</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>General</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未命名）</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>(a filter)</source>
        <translation>（筛选条件）</translation>
    </message>
    <message>
        <source>(what is printed)</source>
        <translation>（打印版式）</translation>
    </message>
</context>
<context>
    <name>GuardText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The customer still has open orders, tickets or contracts. Finish or cancel them first.</source>
        <translation>该客户还有未结的订单、工单或合同，请先完成或取消。</translation>
    </message>
    <message>
        <source>A name and a phone number, mobile number or e-mail address are needed first.</source>
        <translation>请先填写姓名，以及电话、手机或邮箱中的一项。</translation>
    </message>
    <message>
        <source>There is no signed contract for this opportunity yet.</source>
        <translation>该商机还没有已签署的合同。</translation>
    </message>
    <message>
        <source>There is no line in it yet. Add what it is about first.</source>
        <translation>还没有明细，请先添加明细行。</translation>
    </message>
    <message>
        <source>Discount and total are within what you may give yourself: no approval is needed. Release it instead.</source>
        <translation>折扣和总额都在您的权限之内，无需审批，请点“直接通过”。</translation>
    </message>
    <message>
        <source>A discount of %1 is above your limit of %2. Submit it for approval.</source>
        <translation>折扣 %1 高于您的权限 %2，请提交审批。</translation>
    </message>
    <message>
        <source>A total of %1 in base currency is above your limit of %2. Submit it for approval.</source>
        <translation>总额 %1（本位币）高于您的权限 %2，请提交审批。</translation>
    </message>
    <message>
        <source>A discount of %1 is above the %2 that you may approve. Somebody with a higher limit has to do it.</source>
        <translation>折扣 %1 高于您的审批权限 %2，请由权限更高的人审批。</translation>
    </message>
    <message>
        <source>A total of %1 in base currency is above the %2 that you may approve. Somebody with a higher limit has to do it.</source>
        <translation>总额 %1（本位币）高于您的审批权限 %2，请由权限更高的人审批。</translation>
    </message>
    <message>
        <source>Whether the customer&apos;s credit limit allows this cannot be found out here.</source>
        <translation>这里无法判断客户的信用额度是否允许。</translation>
    </message>
    <message>
        <source>The customer may owe %1, owes %2 and would owe %3 more by this order. No order goes above the limit: wait for a payment, or have the limit raised.</source>
        <translation>客户的信用额度为 %1，未收款 %2，本订单将再增加 %3。超出额度不能下单：请等待回款，或申请提高额度。</translation>
    </message>
    <message>
        <source>You made this order yourself. Somebody else has to review it.</source>
        <translation>这张订单是您自己创建的，需由其他人审核。</translation>
    </message>
    <message>
        <source>It is not paid in full yet. Record the missing payment, or have it closed unpaid.</source>
        <translation>款项尚未收齐。请登记余下的回款，或由有权限的人作未收齐关闭。</translation>
    </message>
    <message>
        <source>A purchase contract needs its supplier before it can be signed.</source>
        <translation>采购合同须先选择供应商才能签署。</translation>
    </message>
    <message>
        <source>The contract needs its customer before it can be signed.</source>
        <translation>合同须先选择客户才能签署。</translation>
    </message>
    <message>
        <source>The signed document is missing. Attach the scan of it first.</source>
        <translation>缺少签署文件，请先上传签字盖章的扫描件。</translation>
    </message>
    <message>
        <source>There is no payment plan yet. Plan the payments first.</source>
        <translation>还没有回款计划，请先制定回款计划。</translation>
    </message>
    <message>
        <source>Not all instalments are settled yet. Record the missing payments, or have it closed unsettled.</source>
        <translation>分期款项尚未全部结清。请登记余下的回款，或由有权限的人作未结清关闭。</translation>
    </message>
    <message>
        <source>Goods of this order have been received already; it can no longer be cancelled.</source>
        <translation>该订单的货物已经收货，不能再取消。</translation>
    </message>
    <message>
        <source>There are no lines in it, or not enough is in stock.</source>
        <translation>没有明细，或库存不足。</translation>
    </message>
    <message>
        <source>What it brought has left the stock again; it cannot be taken back.</source>
        <translation>该单据入库的货物已经出库，不能撤回。</translation>
    </message>
    <message>
        <source>Work on this ticket has begun already.</source>
        <translation>该工单已经开始处理。</translation>
    </message>
    <message>
        <source>The customer is not satisfied enough to archive it. Ask again, or reopen the ticket.</source>
        <translation>客户满意度不足，不能归档。请再次回访，或重新打开工单。</translation>
    </message>
    <message>
        <source>The time in which feedback may still come is not over yet.</source>
        <translation>等待反馈的期限还没有到。</translation>
    </message>
    <message>
        <source>An expense of this amount needs its receipt. Attach it first.</source>
        <translation>该金额的费用需要票据，请先上传票据。</translation>
    </message>
    <message>
        <source>This is your own expense. Somebody else has to approve it.</source>
        <translation>这是您自己的费用，需由其他人审批。</translation>
    </message>
    <message>
        <source>The contract of the project is not signed yet.</source>
        <translation>项目的合同尚未签署。</translation>
    </message>
    <message>
        <source>Activities of the project are still open. Finish or cancel them first.</source>
        <translation>项目还有未完成的活动，请先完成或取消。</translation>
    </message>
    <message>
        <source>Only the person who applied can do this.</source>
        <translation>只有申请人本人可以执行此操作。</translation>
    </message>
    <message>
        <source>The lines add up to more than an amount can be. Check quantities and prices.</source>
        <translation>各行合计超出金额上限，请检查数量和单价。</translation>
    </message>
</context>
<context>
    <name>ListFilter</name>
    <message>
        <source>(a condition this program does not know)</source>
        <translation>（本程序无法识别的条件）</translation>
    </message>
    <message>
        <source>is me</source>
        <translation>是本人</translation>
    </message>
    <message>
        <source>is my department or below</source>
        <translation>是本部门或下级部门</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>有%1</translation>
    </message>
    <message>
        <source>has no %1</source>
        <translation>没有%1</translation>
    </message>
    <message>
        <source>has %1 with %2</source>
        <translation>有符合“%2”的%1</translation>
    </message>
    <message>
        <source>has no %1 with %2</source>
        <translation>没有符合“%2”的%1</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is filled</source>
        <translation>已填写</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>in the last days</source>
        <translation>最近（天）</translation>
    </message>
    <message>
        <source>between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>from</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message numerus="yes">
        <source>one of %n record(s)</source>
        <translation>
            <numerusform>%n 条记录之一</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPrint</name>
    <message>
        <source>Printed %1</source>
        <translation>打印时间 %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>RelationGraph</name>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>隶属</translation>
    </message>
</context>
<context>
    <name>SegmentCommands</name>
    <message>
        <source>Add to a segment</source>
        <translation>加入分群</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) become members. Those that are in it already stay once.</source>
        <translation>
            <numerusform>%n 条记录将成为分群成员，已在其中的不会重复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>New segment “%1”</source>
        <translation>新建分群“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n added to “%1”</source>
        <translation>
            <numerusform>已将 %n 条记录加入“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from a segment</source>
        <translation>移出分群</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) leave the segment; the records themselves stay.</source>
        <translation>
            <numerusform>%n 条记录将移出分群，记录本身保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移出</translation>
    </message>
    <message numerus="yes">
        <source>%n removed from “%1”</source>
        <translation>
            <numerusform>已将 %n 条记录移出“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a segment</source>
        <translation>按分群显示</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Filter the list first: a segment keeps its filter.</source>
        <translation>请先筛选列表：分群保存的是筛选条件。</translation>
    </message>
    <message>
        <source>What is typed in the search line is not part of it.</source>
        <translation>搜索框中的内容不会保存到分群。</translation>
    </message>
    <message>
        <source>Save as a segment</source>
        <translation>存为分群</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Segment “%1” saved</source>
        <translation>分群“%1”已保存</translation>
    </message>
    <message>
        <source>Add to a segment…</source>
        <translation>加入分群…</translation>
    </message>
    <message>
        <source>Remove from a segment…</source>
        <translation>移出分群…</translation>
    </message>
    <message>
        <source>Show a segment…</source>
        <translation>按分群显示…</translation>
    </message>
    <message>
        <source>Save as a segment…</source>
        <translation>存为分群…</translation>
    </message>
    <message>
        <source>Members (%1)</source>
        <translation>成员（%1）</translation>
    </message>
    <message>
        <source>The list shows the members of the segment only.</source>
        <translation>列表将只显示分群的成员。</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>guanxi::app::AnyReferenceEditor</name>
    <message>
        <source>%1: kind</source>
        <translation>%1：类别</translation>
    </message>
</context>
<context>
    <name>guanxi::app::AttachmentsModel</name>
    <message>
        <source>The server has no room for the file. It is safe here and goes there as soon as there is.</source>
        <translation>服务器空间不足。文件已安全保存在本机，有空间后会自动上传。</translation>
    </message>
    <message>
        <source>Fetching %1 %</source>
        <translation>正在下载 %1 %</translation>
    </message>
    <message>
        <source>Uploading %1 %</source>
        <translation>正在上传 %1 %</translation>
    </message>
    <message>
        <source>Not uploaded</source>
        <translation>未上传</translation>
    </message>
    <message>
        <source>Waiting to upload</source>
        <translation>等待上传</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>已固定在本机</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>暂不可用</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>在服务器上</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>无文件</translation>
    </message>
</context>
<context>
    <name>guanxi::app::AttachmentsView</name>
    <message>
        <source>New version…</source>
        <translation>新版本…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Keep here</source>
        <translation>固定在本机</translation>
    </message>
    <message>
        <source>Keep the file on this computer, so that it opens without the network</source>
        <translation>将文件保留在本机，断网时也能打开</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Drop the new version here</source>
        <translation>拖放到此处作为新版本</translation>
    </message>
    <message>
        <source>Drop to attach</source>
        <translation>松开鼠标即可添加附件</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>Drop files here, paste a picture, or choose files. They are saved at once and go to the server by themselves.</source>
        <translation>将文件拖到这里、粘贴图片或选择文件。文件会立即保存，并自动上传到服务器。</translation>
    </message>
    <message>
        <source>You may look at files here, but not add any.</source>
        <translation>您可以查看文件，但不能添加。</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>图片 %1.png</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>已添加附件：%1</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Programs are not started from here. Save the file if you trust who attached it.</source>
        <translation>不能从这里直接运行程序。如果信任添加者，请先另存为文件。</translation>
    </message>
    <message>
        <source>This computer has no program for files of this kind. You can save the file and open it elsewhere.</source>
        <translation>本机没有可打开此类文件的程序。您可以另存后在其他电脑上打开。</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已另存为 %1</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>已删除：%1</translation>
    </message>
</context>
<context>
    <name>guanxi::app::BulkEditDialog</name>
    <message numerus="yes">
        <source>Change %n record(s)</source>
        <translation>
            <numerusform>批量修改 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>The fields chosen here get the same value in all selected records. It is one action and can be undone as one.</source>
        <translation>所选字段将在全部选中记录中改为同一个值。整个修改算作一次操作，可一次撤销。</translation>
    </message>
    <message>
        <source>Another field</source>
        <translation>再加一个字段</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>What happens to the set</source>
        <translation>对已有内容的处理</translation>
    </message>
    <message>
        <source>add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>put in place</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ChipBox</name>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ConditionEditor</name>
    <message>
        <source>Without a condition it fits every new record.</source>
        <translation>不设条件则适用于所有新记录。</translation>
    </message>
    <message>
        <source>%1
This condition cannot be changed here; it stays as it is.</source>
        <translation>%1
此条件无法在这里修改，将保持不变。</translation>
    </message>
    <message>
        <source>Only a segment by filter has one; the members of others are chosen one by one.</source>
        <translation>只有按条件筛选的分群才有筛选条件，其他分群的成员是逐个选定的。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of the kind “%1” fit</source>
        <translation>
            <numerusform>有 %n 条“%1”记录符合条件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::CustomersView</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的客户</translation>
    </message>
    <message>
        <source>Follow-up due</source>
        <translation>待跟进</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>即将流失</translation>
    </message>
    <message>
        <source>New this month</source>
        <translation>近期新增</translation>
    </message>
    <message>
        <source>Entered in the last 30 days</source>
        <translation>最近 30 天录入</translation>
    </message>
    <message>
        <source>Log interaction</source>
        <translation>记录交往</translation>
    </message>
    <message>
        <source>Note a call, visit or message with this customer (Ctrl+L)</source>
        <translation>记下与该客户的电话、拜访或消息 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Plan activity</source>
        <translation>安排事务</translation>
    </message>
    <message>
        <source>Plan a task, visit or call with this customer (Ctrl+T)</source>
        <translation>为该客户安排任务、拜访或电话 (Ctrl+T)</translation>
    </message>
</context>
<context>
    <name>guanxi::app::DateLine</name>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>打开日历 (Alt+↓)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>guanxi::app::DateTimeEditor</name>
    <message>
        <source>%1: date</source>
        <translation>%1：日期</translation>
    </message>
    <message>
        <source>%1: time</source>
        <translation>%1：时间</translation>
    </message>
</context>
<context>
    <name>guanxi::app::DuplicatePairs</name>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>可能相同的记录</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>guanxi::app::DuplicatesView</name>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>可能重复</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>合并(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Not the same</source>
        <translation>不是同一个(&amp;N)</translation>
    </message>
    <message>
        <source>Open &amp;first</source>
        <translation>打开第一条(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;second</source>
        <translation>打开第二条(&amp;S)</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>停止(&amp;P)</translation>
    </message>
    <message>
        <source>Sea&amp;rch again</source>
        <translation>重新查找(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 对</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Everything is compared in the background; you can go on working.</source>
        <translation>正在后台逐一比对，您可以继续工作。</translation>
    </message>
    <message>
        <source>No possible duplicates</source>
        <translation>没有可能重复的记录</translation>
    </message>
    <message>
        <source>Records that agree in a key, or in much of their names, telephones and addresses, would be listed here two by two.</source>
        <translation>关键信息相同，或名称、电话、地址十分相近的记录会成对列在这里。</translation>
    </message>
    <message>
        <source>Noted: they are not the same</source>
        <translation>已记下：不是同一个</translation>
    </message>
</context>
<context>
    <name>guanxi::app::FieldCell</name>
    <message>
        <source>F2 or double click changes it</source>
        <translation>按 F2 或双击修改</translation>
    </message>
</context>
<context>
    <name>guanxi::app::FilePreview</name>
    <message>
        <source>Text of the file</source>
        <translation>文件文本</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>上一页 (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>下一页 (Page Down)</translation>
    </message>
    <message>
        <source>Fetching %1 %</source>
        <translation>正在下载 %1 %</translation>
    </message>
    <message>
        <source>It is shown as soon as it is here. You can go on working.</source>
        <translation>下载完成后会立即显示，您可以继续工作。</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>尚未到达本机</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>在服务器上</translation>
    </message>
    <message>
        <source>%1 to fetch.</source>
        <translation>需下载 %1。</translation>
    </message>
    <message>
        <source>Fetch and show</source>
        <translation>下载并查看</translation>
    </message>
    <message>
        <source>No preview of this kind of file</source>
        <translation>此类文件无法预览</translation>
    </message>
    <message>
        <source>Open it with the program that this computer has for it.</source>
        <translation>请用本机上对应的程序打开。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>… The rest is not shown. Open the file to see all of it.</source>
        <translation>……其余内容未显示，打开文件可查看全部。</translation>
    </message>
    <message>
        <source>This file cannot be shown here</source>
        <translation>无法在此显示该文件</translation>
    </message>
    <message>
        <source>It may be damaged, closed by a password or too large. Another program may be able to open it.</source>
        <translation>文件可能已损坏、有密码保护或太大，可以尝试用其他程序打开。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Fetch and show (%1)</source>
        <translation>下载并查看（%1）</translation>
    </message>
    <message>
        <source>Not uploaded yet</source>
        <translation>尚未上传</translation>
    </message>
</context>
<context>
    <name>guanxi::app::FilterBuilder</name>
    <message>
        <source>Related records</source>
        <translation>相关记录</translation>
    </message>
    <message>
        <source>Add a condition on what belongs to the record: it has, or has no, order, interaction … of a kind</source>
        <translation>按相关记录筛选：有或没有符合条件的订单、沟通记录等</translation>
    </message>
    <message>
        <source>All of these apply</source>
        <translation>满足全部条件</translation>
    </message>
    <message>
        <source>Any of these applies</source>
        <translation>满足任一条件</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>条件组合方式</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>条件组</translation>
    </message>
    <message>
        <source>Add a group of conditions with a join of its own</source>
        <translation>添加一组单独组合的条件</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>移除此条件组</translation>
    </message>
</context>
<context>
    <name>guanxi::app::FilterHeader</name>
    <message>
        <source>Part of the text, &gt;5, 1..5, 2026-03, - for empty, * for filled</source>
        <translation>部分文字、&gt;5、1..5、2026-03；- 表示为空，* 表示已填</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>按“%1”筛选</translation>
    </message>
</context>
<context>
    <name>guanxi::app::FilterRow</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
</context>
<context>
    <name>guanxi::app::HistoryView</name>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Prints what is shown here, or saves it as PDF (Ctrl+P)</source>
        <translation>打印当前显示的内容，或保存为 PDF (Ctrl+P)</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>%1 – history</source>
        <translation>%1 – 变更历史</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅%1</translation>
    </message>
    <message>
        <source>Which field is shown</source>
        <translation>显示哪个字段</translation>
    </message>
    <message>
        <source>As it was here…</source>
        <translation>查看当时的样子…</translation>
    </message>
    <message>
        <source>Shows the record as it stood after this change, beside what it is now (Enter)</source>
        <translation>显示这次修改之后记录的样子，并与现在对照（回车）</translation>
    </message>
    <message>
        <source>Put back the value before</source>
        <translation>恢复修改前的值</translation>
    </message>
    <message>
        <source>Writes into the field what stood in it before this change</source>
        <translation>把这次修改之前的值写回该字段</translation>
    </message>
    <message>
        <source>Take back the action</source>
        <translation>撤回整个操作</translation>
    </message>
    <message>
        <source>Undoes all that was changed in one go, also in other records; what somebody wrote since stays</source>
        <translation>撤回同一次操作的全部修改，包括其他记录；之后别人改过的内容保持不变</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更历史</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>电脑</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部字段</translation>
    </message>
    <message>
        <source>What happened before that is more than a year ago, or too much to be kept on this computer.</source>
        <translation>更早的变更超过一年，或数量太多，本机没有保留。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>已恢复：%1</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>There is nothing to take back any more</source>
        <translation>已经没有可撤回的内容</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>向服务器查询</translation>
    </message>
</context>
<context>
    <name>guanxi::app::LinesView</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>Delete lines</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>从表格粘贴</translation>
    </message>
    <message>
        <source>Open what it is about</source>
        <translation>打开产品</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>These lines cannot be changed in the present state.</source>
        <translation>当前状态下明细不能修改。</translation>
    </message>
    <message>
        <source>There is no table on the clipboard. Copy cells in a spreadsheet first.</source>
        <translation>剪贴板中没有表格。请先在电子表格中复制单元格。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) pasted</source>
        <translation>
            <numerusform>已粘贴 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Margin: not known, a product has no cost for its unit</source>
        <translation>毛利：无法计算，有产品未设该单位的成本</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1（%2 %）</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ListGroups</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Groups by %1</source>
        <translation>按“%1”分组</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>guanxi::app::LookupLine</name>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
    <message>
        <source>(not on this computer)</source>
        <translation>（本机没有）</translation>
    </message>
    <message>
        <source>Create new %1 “%2”…</source>
        <translation>新建%1“%2”…</translation>
    </message>
</context>
<context>
    <name>guanxi::app::MasterDetailView</name>
    <message>
        <source>Nothing selected</source>
        <translation>未选择记录</translation>
    </message>
    <message>
        <source>Choose a row on the left to see it here; Enter opens it in a tab.</source>
        <translation>在左侧选择一行即可在此查看；按回车在标签页中打开。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::MergeDialog</name>
    <message>
        <source>Merge two records</source>
        <translation>合并两条记录</translation>
    </message>
    <message>
        <source>&amp;Only what differs</source>
        <translation>只看不同的字段(&amp;O)</translation>
    </message>
    <message>
        <source>Click the value that is right, or go there with the arrow keys and press Space.</source>
        <translation>单击正确的值，或用方向键移到该值后按空格键。</translation>
    </message>
    <message>
        <source>&amp;Swap</source>
        <translation>对调(&amp;S)</translation>
    </message>
    <message>
        <source>Keep the other one</source>
        <translation>改为保留另一条</translation>
    </message>
    <message>
        <source>The fields of both records</source>
        <translation>两条记录的字段</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&lt;b&gt;Kept:&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;保留：&lt;/b&gt;%1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Goes:&lt;/b&gt; %1</source>
        <translation>&lt;b&gt;被合并：&lt;/b&gt;%1</translation>
    </message>
    <message>
        <source>&amp;Only what differs (%1)</source>
        <translation>只看不同的字段（%1）(&amp;O)</translation>
    </message>
    <message>
        <source>Looking for what belongs to it…</source>
        <translation>正在查找关联记录…</translation>
    </message>
    <message>
        <source>Last changed %1</source>
        <translation>最近修改于 %1</translation>
    </message>
    <message>
        <source>Last changed %1 by %2</source>
        <translation>%2 最近修改于 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a kind of record and how many</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing else belongs to the one that goes.</source>
        <translation>被合并的记录没有关联记录。</translation>
    </message>
    <message>
        <source>These move to the one that is kept: %1.</source>
        <translation>以下记录转到保留的记录名下：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n closed record(s) follow as soon as the server knows of it.</source>
        <translation>
            <numerusform>%n 条已关闭的记录在服务器收到后随之转移。</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever opens the one that goes from now on finds the one that is kept. It can be undone.</source>
        <translation>今后打开被合并的记录时，会看到保留的记录。此操作可以撤销。</translation>
    </message>
    <message>
        <source>One of the two is not there any more.</source>
        <translation>其中一条记录已不存在。</translation>
    </message>
    <message>
        <source>You may not delete the record that would go.</source>
        <translation>您无权删除要被合并的记录。</translation>
    </message>
    <message>
        <source>You may not change the record that would be kept.</source>
        <translation>您无权修改要保留的记录。</translation>
    </message>
    <message>
        <source>The record that would be kept is closed; keep the other one.</source>
        <translation>要保留的记录已关闭，请改为保留另一条。</translation>
    </message>
    <message>
        <source>Records belong to the one that goes that you may not change: %1. Ask somebody who may.</source>
        <translation>被合并的记录有您无权修改的关联记录：%1。请由有权限的同事处理。</translation>
    </message>
    <message>
        <source>Merged into %1</source>
        <translation>已合并到“%1”</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Select the two records that are the same, then merge them.</source>
        <translation>请先选中两条相同的记录，再合并。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::MergeTable</name>
    <message>
        <source>–</source>
        <comment>an empty field</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>%1, taken</source>
        <translation>%1，已采用</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>被合并</translation>
    </message>
</context>
<context>
    <name>guanxi::app::PastDialog</name>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对照时间</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>只看不同之处</translation>
    </message>
    <message>
        <source>Put back the selected fields</source>
        <translation>恢复所选字段</translation>
    </message>
    <message>
        <source>Put back all that differs</source>
        <translation>全部恢复成当时的样子</translation>
    </message>
    <message>
        <source>%1 – as it was</source>
        <translation>%1 – 历史状态</translation>
    </message>
    <message>
        <source>As it stood on</source>
        <translation>时间点</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The record had not been made then.</source>
        <translation>那时这条记录还没有建立。</translation>
    </message>
    <message>
        <source>What happened that long ago is not kept on this computer: this is the oldest state that is known here.</source>
        <translation>本机没有保留那么早的变更：这里显示的是本机已知的最早状态。</translation>
    </message>
    <message>
        <source>The record was deleted then.</source>
        <translation>那时这条记录处于已删除状态。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Put back as it was</source>
        <translation>已恢复成当时的样子</translation>
    </message>
</context>
<context>
    <name>guanxi::app::PasteDialog</name>
    <message>
        <source>Paste into %1</source>
        <translation>粘贴到“%1”</translation>
    </message>
    <message>
        <source>&amp;Add as new records</source>
        <translation>新增为记录(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Write over the rows from the current one down</source>
        <translation>从当前行起向下覆盖(&amp;W)</translation>
    </message>
    <message>
        <source>What would be put in</source>
        <translation>将要写入的内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>（忽略）</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can be taken.</source>
        <translation>
            <numerusform>可写入 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have a fault and are left out; the marked cells say why.</source>
        <translation>
            <numerusform>%n 行有错误，不会写入；原因见标记的单元格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n row(s)</source>
        <translation>
            <numerusform>写入 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::PhoneEditor</name>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>中国香港</translation>
    </message>
    <message>
        <source>Macao</source>
        <translation>中国澳门</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>中国台湾</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Korea</source>
        <translation>韩国</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>越南</translation>
    </message>
    <message>
        <source>India</source>
        <translation>印度</translation>
    </message>
    <message>
        <source>USA, Canada</source>
        <translation>美国、加拿大</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>德国</translation>
    </message>
    <message>
        <source>France</source>
        <translation>法国</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>意大利</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>俄罗斯</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>澳大利亚</translation>
    </message>
    <message>
        <source>%1: country</source>
        <translation>%1：国家或地区</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>国家或地区代码</translation>
    </message>
</context>
<context>
    <name>guanxi::app::PictureEditor</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The picture is being made ready…</source>
        <translation>正在处理图片…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordBoard</name>
    <message numerus="yes">
        <source>%1: %n card(s)</source>
        <translation>
            <numerusform>%1：%n 张卡片</numerusform>
        </translation>
    </message>
    <message>
        <source>No step leads from here</source>
        <translation>当前状态没有可执行的步骤</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Alt+Left and Alt+Right move the card to the column beside</source>
        <translation>Alt+左、Alt+右把卡片移到相邻一列</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1。%2：%3</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordDesk</name>
    <message>
        <source>Open records</source>
        <translation>打开的记录</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordFields</name>
    <message>
        <source>Responsibility and history</source>
        <translation>归属与变更</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordForm</name>
    <message>
        <source>By the rule “%1”</source>
        <translation>按归属规则“%1”</translation>
    </message>
    <message>
        <source>What you had typed before is here again; it is not saved yet.</source>
        <translation>已恢复您先前输入的内容，尚未保存。</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>您输入的内容尚未保存。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Perhaps already there: %1</source>
        <translation>可能已存在：%1</translation>
    </message>
    <message>
        <source>use it instead</source>
        <translation>直接使用它</translation>
    </message>
    <message>
        <source>merge…</source>
        <translation>合并…</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordFormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordHeader</name>
    <message>
        <source>Previous in the list (Alt+Up)</source>
        <translation>列表中的上一条 (Alt+↑)</translation>
    </message>
    <message>
        <source>Next in the list (Alt+Down)</source>
        <translation>列表中的下一条 (Alt+↓)</translation>
    </message>
    <message>
        <source>Edit all fields (Ctrl+E)</source>
        <translation>编辑全部字段 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Delete; it can be undone</source>
        <translation>删除（可撤销）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>%1, deleted</source>
        <translation>%1（已删除）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What else can be done with it</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordListView</name>
    <message>
        <source>Reading records…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Select the row with the value and those below it first.</source>
        <translation>请先选中含有该值的行及其下方的行。</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n could not be changed</source>
        <translation>
            <numerusform>%1；%n 条无法修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) deleted</source>
        <translation>
            <numerusform>已删除 %n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed</source>
        <translation>
            <numerusform>已修改 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first %1 rows were copied; export takes them all.</source>
        <translation>仅复制了前 %1 行；如需全部请使用导出。</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>搜索：%1</translation>
    </message>
    <message>
        <source>No saved views yet</source>
        <translation>还没有保存的视图</translation>
    </message>
    <message>
        <source>Save this view as…</source>
        <translation>将当前视图另存为…</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>移除视图</translation>
    </message>
    <message>
        <source>View “%1” removed</source>
        <translation>视图“%1”已移除</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>视图名称：</translation>
    </message>
    <message>
        <source>View “%1” saved</source>
        <translation>视图“%1”已保存</translation>
    </message>
    <message>
        <source>Filter (%1)</source>
        <translation>筛选（%1）</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Σ %1 %2</source>
        <translation>%1合计 %2</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation>搜索%1</translation>
    </message>
    <message>
        <source>Search by name, number, phone or pinyin (Ctrl+F)</source>
        <translation>按名称、编号、电话或拼音搜索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New %1 (Ctrl+N)</source>
        <translation>新建%1 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Saved views: columns, order and filter under a name</source>
        <translation>已保存的视图：列、排序与筛选</translation>
    </message>
    <message>
        <source>Change all</source>
        <translation>批量修改</translation>
    </message>
    <message>
        <source>Change a field of all selected records (Ctrl+Shift+E)</source>
        <translation>修改全部选中记录的字段 (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Export, print, columns and more</source>
        <translation>导出、打印、列设置等</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>显示列</translation>
    </message>
    <message>
        <source>Filter row under the heading</source>
        <translation>表头下的筛选行</translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation>宽松行距</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>没有符合条件的记录</translation>
    </message>
    <message>
        <source>There are %1, but none that fit what is asked for.</source>
        <translation>已有%1，但都不符合当前条件。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No %1 yet</source>
        <translation>还没有%1</translation>
    </message>
    <message>
        <source>What you enter is on this computer at once and reaches your colleagues with the next sync.</source>
        <translation>录入的内容立即保存在本机，下次同步后同事即可看到。</translation>
    </message>
    <message>
        <source>There is nothing here that you may see. It appears when colleagues enter it or share it with you.</source>
        <translation>这里没有您可以查看的内容。同事录入或共享给您后就会出现。</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 条记录</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1 条</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Keep the columns up to here in sight</source>
        <translation>冻结到此列</translation>
    </message>
    <message>
        <source>Let all columns scroll</source>
        <translation>取消冻结列</translation>
    </message>
    <message>
        <source>There is no table on the clipboard. Copy cells in a spreadsheet first.</source>
        <translation>剪贴板中没有表格。请先在电子表格中复制单元格。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) pasted</source>
        <translation>
            <numerusform>已粘贴 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Put the rows together by a field, with counts and sums (Ctrl+Shift+G)</source>
        <translation>按字段分组，并显示数量与合计（Ctrl+Shift+G）</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Cards in columns by state instead of rows (Ctrl+Shift+B)</source>
        <translation>按状态分列显示卡片（Ctrl+Shift+B）</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet…</source>
        <translation>从电子表格粘贴…</translation>
    </message>
    <message>
        <source>Keep columns up to the current one in sight</source>
        <translation>冻结到当前列</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Deleted records</source>
        <translation>已删除的记录</translation>
    </message>
    <message>
        <source>Shows what was deleted, to restore it (Ctrl+Shift+Del)</source>
        <translation>显示已删除的记录，以便恢复（Ctrl+Shift+Del）</translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>没有已删除的记录</translation>
    </message>
    <message>
        <source>What you or your colleagues delete can be restored from here.</source>
        <translation>您或同事删除的记录都可以在这里恢复。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) restored</source>
        <translation>
            <numerusform>已恢复 %n 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordPane</name>
    <message>
        <source>This record is not here</source>
        <translation>没有这条记录</translation>
    </message>
    <message>
        <source>It was deleted for good, has not arrived yet, or you may no longer see it.</source>
        <translation>它已被永久删除、尚未同步到本机，或您已无权查看。</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>Restored: %1</source>
        <translation>已恢复：%1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Further kinds of records that can belong to this one</source>
        <translation>可关联到此记录的其他内容</translation>
    </message>
    <message>
        <source>All are shown</source>
        <translation>已全部显示</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更历史</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RelatedFilterRow</name>
    <message>
        <source>has</source>
        <translation>有</translation>
    </message>
    <message>
        <source>has no</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Has or has not</source>
        <translation>有或没有</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录种类</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RelationCanvas</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, ended</source>
        <translation>%1（已结束）</translation>
    </message>
    <message>
        <source>Relationships of %1</source>
        <translation>“%1”的关系图</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RelationChart</name>
    <message>
        <source>Chart</source>
        <translation>关系图</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一层</translation>
    </message>
    <message>
        <source>Two steps</source>
        <translation>两层</translation>
    </message>
    <message>
        <source>Three steps</source>
        <translation>三层</translation>
    </message>
    <message>
        <source>How far around</source>
        <translation>显示层数</translation>
    </message>
    <message>
        <source>How many lines away companies and people are shown</source>
        <translation>显示与其相隔几层的企业和人员</translation>
    </message>
    <message>
        <source>New relationship of the marked one (Ctrl+N)</source>
        <translation>为选中的对象新建关系（Ctrl+N）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>All in sight (0)</source>
        <translation>全部显示（0）</translation>
    </message>
    <message>
        <source>Copy as a picture (Ctrl+C)</source>
        <translation>复制为图片（Ctrl+C）</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message numerus="yes">
        <source>%n more are not shown: show fewer steps, or open one of those at the edge.</source>
        <translation>
            <numerusform>另有 %n 个未显示：请减少层数，或打开边缘的对象继续查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is around yet: Ctrl+N notes a relationship.</source>
        <translation>还没有关系：按 Ctrl+N 添加。</translation>
    </message>
    <message numerus="yes">
        <source>%n companies and people</source>
        <translation>
            <numerusform>共 %n 个企业和人员</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::RevealBar</name>
    <message>
        <source>Only the server knows the whole value, and there is no connection to it now. Try again when you are online.</source>
        <translation>完整内容只保存在服务器上，目前未连接。请联网后再试。</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>隐藏：%1</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>Hide it again (Enter); it hides itself after half a minute</source>
        <translation>重新隐藏（Enter）；半分钟后自动隐藏</translation>
    </message>
    <message>
        <source>Show the whole value for half a minute (Enter). It is noted who looked at it.</source>
        <translation>显示完整内容半分钟（Enter）。查看会留下记录。</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>复制（Ctrl+C）</translation>
    </message>
</context>
<context>
    <name>guanxi::app::SegmentDialog</name>
    <message>
        <source>Name of the segment</source>
        <translation>分群名称</translation>
    </message>
    <message>
        <source>Name of a segment, or of a new one</source>
        <translation>已有分群或新分群的名称</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分群</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>guanxi::app::StarsWidget</name>
    <message>
        <source>1–5 sets the stars, 0 clears them</source>
        <translation>按 1–5 设置星级，按 0 清除</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 星</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::TagsEditor</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Enter or a comma adds the word</source>
        <translation>按回车或逗号添加</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TimelineView</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>改回原值</translation>
    </message>
    <message>
        <source>Former value put back</source>
        <translation>已改回原值</translation>
    </message>
    <message>
        <source>%1 (by %2) was replaced by %3, which arrived later.</source>
        <translation>%1（%2）已被后到的 %3 取代。</translation>
    </message>
    <message>
        <source>%1 (by %2) and %3 became %4.</source>
        <translation>%1（%2）与 %3 合并为 %4。</translation>
    </message>
    <message>
        <source>Puts %1 back, as %2 had left it.</source>
        <translation>改回 %2 当时填写的 %1。</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>%1: changed by two people, merged</source>
        <translation>%1：两人都有修改，已自动合并</translation>
    </message>
    <message>
        <source>(hidden)</source>
        <translation>（不可见）</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TransferDialog</name>
    <message>
        <source>Hand over customers</source>
        <translation>移交客户</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原负责人</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>原负责人(&amp;F)</translation>
    </message>
    <message>
        <source>All customers of this person</source>
        <translation>此人的全部客户</translation>
    </message>
    <message>
        <source>All that the list shows</source>
        <translation>列表中显示的全部客户</translation>
    </message>
    <message numerus="yes">
        <source>The %n customer(s) selected</source>
        <translation>
            <numerusform>选中的 %n 个客户</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Which</source>
        <translation>范围(&amp;W)</translation>
    </message>
    <message>
        <source>Another &amp;successor</source>
        <translation>增加接收人(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>接收人(&amp;T)</translation>
    </message>
    <message>
        <source>Evenly, one after the other</source>
        <translation>依次平均分配</translation>
    </message>
    <message>
        <source>By region, neighbours together</source>
        <translation>按地区分配，同地区归同一人</translation>
    </message>
    <message>
        <source>By department, colleagues together</source>
        <translation>按部门分配，同部门归同一人</translation>
    </message>
    <message>
        <source>Shared &amp;out</source>
        <translation>分配方式(&amp;O)</translation>
    </message>
    <message>
        <source>With what is open</source>
        <translation>一并移交未完成的</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>移交原因(&amp;R)</translation>
    </message>
    <message>
        <source>What changes hands, by kind</source>
        <translation>移交内容汇总</translation>
    </message>
    <message>
        <source>The records; Enter opens one</source>
        <translation>移交的记录；按 Enter 打开</translation>
    </message>
    <message>
        <source>Successor of the selected customers</source>
        <translation>选中客户的接收人</translation>
    </message>
    <message>
        <source>&amp;Give the selected ones to</source>
        <translation>将选中的客户交给(&amp;G)</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Successor %1</source>
        <translation>接收人 %1</translation>
    </message>
    <message>
        <source>“%1” is nobody&apos;s name.</source>
        <translation>没有名为“%1”的人员。</translation>
    </message>
    <message>
        <source>Who hands over cannot be the successor.</source>
        <translation>原负责人不能同时是接收人。</translation>
    </message>
    <message>
        <source>%1 does not work here any more.</source>
        <translation>%1 已停用，不能接收客户。</translation>
    </message>
    <message>
        <source>Choose from whom the customers come.</source>
        <translation>请选择原负责人。</translation>
    </message>
    <message>
        <source>Choose to whom they go.</source>
        <translation>请选择接收人。</translation>
    </message>
    <message>
        <source>Hand over customers…</source>
        <translation>移交客户…</translation>
    </message>
    <message>
        <source>Looking for what changes hands…</source>
        <translation>正在查找要移交的内容…</translation>
    </message>
    <message>
        <source>There is nothing to hand over.</source>
        <translation>没有可移交的内容。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>不移交</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay, since you may not hand them over.</source>
        <translation>
            <numerusform>%n 条记录不移交：您无权移交。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay, since they cannot be changed in their present state.</source>
        <translation>
            <numerusform>%n 条记录不移交：当前状态下不能修改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay, since somebody else looks after them.</source>
        <translation>
            <numerusform>%n 条记录不移交：由他人负责。</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts and the history of a customer go with him. Closed records stay with who closed them.</source>
        <translation>客户的联系人和往来记录随客户移交。已关闭的记录仍归原负责人。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>已取消，未做任何修改。</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) handed over</source>
        <translation>
            <numerusform>已移交 %n 个客户</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::TransferItems</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>接收人</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TransitionBar</name>
    <message>
        <source>More steps</source>
        <translation>更多步骤</translation>
    </message>
    <message>
        <source>%1 is now “%2”</source>
        <translation>%1 现为“%2”</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1
(%2)</source>
        <translation>%1
（%2）</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TransitionDialog</name>
    <message>
        <source>%1: this step needs</source>
        <translation>%1：此步骤需要填写</translation>
    </message>
</context>
</TS>
