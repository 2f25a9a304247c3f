<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>department</name>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Departments</source><translation>部门</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Code</source><translation>代码</translation></message>
    <message><source>Name</source><translation>部门名称</translation></message>
    <message><source>Parent department</source><translation>上级机构</translation></message>
    <message><source>Manager</source><translation>部门负责人</translation></message>
    <message><source>Active</source><translation>启用</translation></message>
</context>
<context>
    <name>user</name>
    <message><source>User</source><translation>用户</translation></message>
    <message><source>Users</source><translation>用户</translation></message>
    <message><source>Contact details</source><translation>联系方式</translation></message>
    <message><source>Personnel data</source><translation>人事资料</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Login</source><translation>账号</translation></message>
    <message><source>Real name</source><translation>姓名</translation></message>
    <message><source>Post</source><translation>职务</translation></message>
    <message><source>Active</source><translation>在职可用</translation></message>
    <message><source>Language</source><translation>界面语言</translation></message>
    <message><source>Chinese</source><translation>简体中文</translation></message>
    <message><source>Traditional Chinese</source><translation>繁体中文</translation></message>
    <message><source>English</source><translation>英语</translation></message>
    <message><source>Skills</source><translation>技能</translation></message>
    <message><source>Mobile</source><translation>手机</translation></message>
    <message><source>E-mail</source><translation>邮箱</translation></message>
    <message><source>Avatar</source><translation>头像</translation></message>
    <message><source>Sex</source><translation>性别</translation></message>
    <message><source>Birth date</source><translation>出生日期</translation></message>
    <message><source>Education</source><translation>学历</translation></message>
    <message><source>Hired on</source><translation>入职日期</translation></message>
    <message><source>Left on</source><translation>离职日期</translation></message>
    <message>
        <source>Quotes up to, base currency</source>
        <translation>报价金额权限（本位币）</translation>
    </message>
    <message>
        <source>Approval of quotes</source>
        <translation>报价审批</translation>
    </message>
    <message>
        <source>Discount up to</source>
        <translation>折扣权限</translation>
    </message>
</context>
<context>
    <name>role</name>
    <message><source>Role</source><translation>角色</translation></message>
    <message><source>Roles</source><translation>角色</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Code</source><translation>代码</translation></message>
    <message><source>Name</source><translation>角色名称</translation></message>
    <message><source>Description</source><translation>说明</translation></message>
    <message><source>Built in</source><translation>系统内置</translation></message>
    <message><source>Start screen</source><translation>起始页面</translation></message>
    <message>
        <source>Quotes up to, base currency</source>
        <translation>报价金额权限（本位币）</translation>
    </message>
    <message>
        <source>Approval of quotes</source>
        <translation>报价审批</translation>
    </message>
    <message>
        <source>Discount up to</source>
        <translation>折扣权限</translation>
    </message>
</context>
<context>
    <name>access_rule</name>
    <message><source>Access rule</source><translation>访问权限</translation></message>
    <message><source>Access rules</source><translation>访问权限</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Role</source><translation>角色</translation></message>
    <message><source>Object</source><translation>对象</translation></message>
    <message><source>Action</source><translation>操作</translation></message>
    <message><source>View</source><translation>查看</translation></message>
    <message><source>Create</source><translation>新建</translation></message>
    <message><source>Edit</source><translation>编辑</translation></message>
    <message><source>Delete</source><translation>删除</translation></message>
    <message><source>Assign</source><translation>分配</translation></message>
    <message><source>Transfer</source><translation>移交</translation></message>
    <message><source>Approve</source><translation>审批</translation></message>
    <message><source>Export</source><translation>导出</translation></message>
    <message><source>Import</source><translation>导入</translation></message>
    <message><source>Print</source><translation>打印</translation></message>
    <message><source>Configure</source><translation>配置</translation></message>
    <message><source>Scope</source><translation>数据范围</translation></message>
    <message><source>None</source><translation>无</translation></message>
    <message><source>Own</source><translation>本人</translation></message>
    <message><source>Own department</source><translation>本部门</translation></message>
    <message><source>Department tree</source><translation>本部门及下级</translation></message>
    <message><source>All</source><translation>全部</translation></message>
    <message><source>Condition</source><translation>附加条件</translation></message>
</context>
<context>
    <name>field_rule</name>
    <message><source>Field rule</source><translation>字段权限</translation></message>
    <message><source>Field rules</source><translation>字段权限</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Role</source><translation>角色</translation></message>
    <message><source>Object</source><translation>对象</translation></message>
    <message><source>Field</source><translation>字段</translation></message>
    <message><source>Right</source><translation>权限</translation></message>
    <message><source>Hidden</source><translation>隐藏</translation></message>
    <message><source>Masked</source><translation>脱敏</translation></message>
    <message><source>Read</source><translation>只读</translation></message>
    <message><source>Write</source><translation>可写</translation></message>
</context>
<context>
    <name>role_grant</name>
    <message><source>Role grant</source><translation>角色授权</translation></message>
    <message><source>Role grants</source><translation>角色授权</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>User</source><translation>用户</translation></message>
    <message><source>Role</source><translation>角色</translation></message>
    <message><source>Limited to department</source><translation>限定部门</translation></message>
    <message><source>Valid from</source><translation>生效时间</translation></message>
    <message><source>Valid to</source><translation>失效时间</translation></message>
    <message><source>Reason</source><translation>授权原因</translation></message>
    <message><source>Granted by</source><translation>授权人</translation></message>
    <message><source>Revoked at</source><translation>撤销时间</translation></message>
    <message><source>Revoked by</source><translation>撤销人</translation></message>
</context>
<context>
    <name>session</name>
    <message><source>Session</source><translation>登录会话</translation></message>
    <message><source>Sessions</source><translation>登录会话</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>User</source><translation>用户</translation></message>
    <message><source>Device</source><translation>设备</translation></message>
    <message><source>Signed in</source><translation>登录时间</translation></message>
    <message><source>Last seen</source><translation>最近活动</translation></message>
    <message><source>Signed out</source><translation>退出时间</translation></message>
    <message><source>End reason</source><translation>退出原因</translation></message>
    <message><source>Logout</source><translation>主动退出</translation></message>
    <message><source>Idle</source><translation>空闲自动退出</translation></message>
    <message><source>Revoked</source><translation>已撤销</translation></message>
    <message><source>Expired</source><translation>已过期</translation></message>
    <message><source>Shutdown</source><translation>服务器停止</translation></message>
    <message><source>Elevated until</source><translation>提权有效期至</translation></message>
    <message><source>Address</source><translation>网络地址</translation></message>
</context>
<context>
    <name>device</name>
    <message><source>Device</source><translation>设备</translation></message>
    <message><source>Devices</source><translation>设备</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Name</source><translation>名称</translation></message>
    <message><source>Operating system</source><translation>操作系统</translation></message>
    <message><source>Client version</source><translation>客户端版本</translation></message>
    <message><source>Last revision</source><translation>最近同步版本</translation></message>
    <message><source>Revoked</source><translation>已撤销</translation></message>
</context>
<context>
    <name>company</name>
    <message><source>Company</source><translation>公司</translation></message>
    <message><source>Companies</source><translation>公司</translation></message>
    <message><source>Letterhead</source><translation>公司抬头</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Name</source><translation>公司名称</translation></message>
    <message><source>Short name</source><translation>简称</translation></message>
    <message><source>Base currency</source><translation>本位币</translation></message>
    <message><source>Time zone</source><translation>时区</translation></message>
    <message><source>First month of the fiscal year</source><translation>会计年度起始月</translation></message>
    <message><source>Tax number</source><translation>税号</translation></message>
    <message><source>Address</source><translation>地址</translation></message>
    <message><source>Postcode</source><translation>邮编</translation></message>
    <message><source>Phone</source><translation>电话</translation></message>
    <message><source>Fax</source><translation>传真</translation></message>
    <message><source>E-mail</source><translation>邮箱</translation></message>
    <message><source>Website</source><translation>网址</translation></message>
    <message><source>Bank name</source><translation>开户银行</translation></message>
    <message><source>Bank account</source><translation>银行账号</translation></message>
    <message><source>Logo</source><translation>公司标志</translation></message>
    <message><source>Foot of printed documents</source><translation>打印页脚</translation></message>
</context>
<context>
    <name>share</name>
    <message><source>Share</source><translation>共享</translation></message>
    <message><source>Shares</source><translation>共享</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Record</source><translation>记录</translation></message>
    <message><source>Shared with</source><translation>共享给</translation></message>
    <message><source>Valid to</source><translation>有效期至</translation></message>
    <message><source>Note</source><translation>备注</translation></message>
</context>
<context>
    <name>audit_event</name>
    <message><source>Audit event</source><translation>审计事件</translation></message>
    <message><source>Audit events</source><translation>审计日志</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Time</source><translation>时间</translation></message>
    <message><source>Kind</source><translation>类别</translation></message>
    <message><source>Sign in</source><translation>登录</translation></message>
    <message><source>Sign out</source><translation>退出</translation></message>
    <message><source>Sign in refused</source><translation>登录被拒</translation></message>
    <message><source>Locked out</source><translation>账号锁定</translation></message>
    <message><source>Elevation</source><translation>提权</translation></message>
    <message><source>Reveal</source><translation>查看脱敏内容</translation></message>
    <message><source>Export</source><translation>导出</translation></message>
    <message><source>Print</source><translation>打印</translation></message>
    <message><source>Import</source><translation>导入</translation></message>
    <message><source>Device enrolled</source><translation>设备注册</translation></message>
    <message><source>Device revoked</source><translation>设备吊销</translation></message>
    <message><source>Backup</source><translation>备份</translation></message>
    <message><source>Restore</source><translation>恢复</translation></message>
    <message><source>Configuration</source><translation>配置变更</translation></message>
    <message><source>User</source><translation>用户</translation></message>
    <message><source>Device</source><translation>设备</translation></message>
    <message><source>Record</source><translation>记录</translation></message>
    <message><source>Field</source><translation>字段</translation></message>
    <message><source>Detail</source><translation>详情</translation></message>
    <message><source>Address</source><translation>网络地址</translation></message>
    <message><source>Time by the desk's clock</source><translation>电脑上的时间</translation></message>
    <message><source>Computer</source><translation>电脑</translation></message>
</context>
<context>
    <name>user_setting</name>
    <message><source>User setting</source><translation>个人设置</translation></message>
    <message><source>User settings</source><translation>个人设置</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>User</source><translation>用户</translation></message>
    <message><source>Key</source><translation>键</translation></message>
    <message><source>Value</source><translation>设置值</translation></message>
</context>
<context>
    <name>dictionary</name>
    <message><source>Dictionary</source><translation>数据字典</translation></message>
    <message><source>Dictionaries</source><translation>数据字典</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Code</source><translation>代码</translation></message>
    <message><source>Name</source><translation>字典名称</translation></message>
    <message><source>Tree</source><translation>树形</translation></message>
    <message><source>Built in</source><translation>系统内置</translation></message>
</context>
<context>
    <name>dictionary_item</name>
    <message><source>Dictionary value</source><translation>字典值</translation></message>
    <message><source>Dictionary values</source><translation>字典值</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Dictionary</source><translation>所属字典</translation></message>
    <message><source>Code</source><translation>代码</translation></message>
    <message><source>Name</source><translation>名称</translation></message>
    <message><source>Parent value</source><translation>上级值</translation></message>
    <message><source>Position</source><translation>排序</translation></message>
    <message><source>Colour</source><translation>颜色</translation></message>
    <message><source>Active</source><translation>启用</translation></message>
</context>
<context>
    <name>number_rule</name>
    <message><source>Number rule</source><translation>编号规则</translation></message>
    <message><source>Number rules</source><translation>编号规则</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Object</source><translation>对象</translation></message>
    <message><source>Pattern</source><translation>编号格式</translation></message>
    <message><source>Starts again</source><translation>重新计数</translation></message>
    <message><source>Never</source><translation>从不</translation></message>
    <message><source>Yearly</source><translation>每年</translation></message>
    <message><source>Monthly</source><translation>每月</translation></message>
    <message><source>Daily</source><translation>每天</translation></message>
    <message><source>Next number</source><translation>下一个号码</translation></message>
</context>
<context>
    <name>currency</name>
    <message><source>Currency</source><translation>币种</translation></message>
    <message><source>Currencies</source><translation>币种</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Code</source><translation>代码</translation></message>
    <message><source>Name</source><translation>币种名称</translation></message>
    <message><source>Symbol</source><translation>货币符号</translation></message>
    <message><source>Decimals</source><translation>小数位数</translation></message>
    <message><source>Active</source><translation>启用</translation></message>
</context>
<context>
    <name>exchange_rate</name>
    <message><source>Exchange rate</source><translation>汇率</translation></message>
    <message><source>Exchange rates</source><translation>汇率</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Currency</source><translation>币种</translation></message>
    <message><source>Valid from</source><translation>生效日期</translation></message>
    <message><source>Rate</source><translation>汇率</translation></message>
    <message><source>Source</source><translation>来源</translation></message>
</context>
<context>
    <name>work_calendar</name>
    <message><source>Calendar day</source><translation>日历日期</translation></message>
    <message><source>Work calendar</source><translation>工作日历</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Day</source><translation>日期</translation></message>
    <message><source>Kind</source><translation>类别</translation></message>
    <message><source>Holiday</source><translation>节假日</translation></message>
    <message><source>Working day</source><translation>调休工作日</translation></message>
    <message><source>Name</source><translation>节日名称</translation></message>
</context>
<context>
    <name>account</name>
    <message><source>Customer</source><translation>客户</translation></message>
    <message><source>Customers</source><translation>客户</translation></message>
    <message><source>Contact details</source><translation>联系方式</translation></message>
    <message><source>Registration</source><translation>工商登记</translation></message>
    <message><source>Person</source><translation>个人信息</translation></message>
    <message><source>Value and risk</source><translation>价值与风险</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Number</source><translation>客户编号</translation></message>
    <message><source>Name</source><translation>客户名称</translation></message>
    <message><source>Short name</source><translation>简称</translation></message>
    <message><source>Type</source><translation>客户类型</translation></message>
    <message><source>Status</source><translation>客户状态</translation></message>
    <message><source>Level</source><translation>客户等级</translation></message>
    <message><source>Region</source><translation>地区</translation></message>
    <message><source>Industry</source><translation>所属行业</translation></message>
    <message><source>Company size</source><translation>公司规模</translation></message>
    <message><source>Source</source><translation>客户来源</translation></message>
    <message><source>Account manager</source><translation>客户经理</translation></message>
    <message><source>Parent organisation</source><translation>上级单位</translation></message>
    <message><source>Next follow-up</source><translation>下次跟进时间</translation></message>
    <message><source>Tags</source><translation>标签</translation></message>
    <message><source>Remark</source><translation>备注</translation></message>
    <message><source>Phone</source><translation>电话</translation></message>
    <message><source>Mobile</source><translation>手机</translation></message>
    <message><source>E-mail</source><translation>邮箱</translation></message>
    <message><source>Fax</source><translation>传真</translation></message>
    <message><source>Website</source><translation>网址</translation></message>
    <message><source>Address</source><translation>地址</translation></message>
    <message><source>Postcode</source><translation>邮编</translation></message>
    <message><source>Legal representative</source><translation>法人</translation></message>
    <message><source>Licence number</source><translation>营业执照注册号</translation></message>
    <message><source>Tax number</source><translation>税号</translation></message>
    <message><source>Registered capital</source><translation>注册资金</translation></message>
    <message><source>Annual turnover</source><translation>年营业额</translation></message>
    <message><source>Bank</source><translation>开户银行</translation></message>
    <message><source>Bank account</source><translation>银行账号</translation></message>
    <message><source>Sex</source><translation>性别</translation></message>
    <message><source>Birth date</source><translation>出生日期</translation></message>
    <message><source>Identity document</source><translation>身份证件</translation></message>
    <message><source>Employer</source><translation>公司名称</translation></message>
    <message><source>Credit rating</source><translation>客户信用度</translation></message>
    <message><source>Value tier</source><translation>客户价值</translation></message>
    <message><source>Credit limit</source><translation>信用额度</translation></message>
    <message><source>Credit risk</source><translation>信用风险</translation></message>
    <message><source>Low</source><translation>低</translation></message>
    <message><source>Medium</source><translation>中</translation></message>
    <message><source>High</source><translation>高</translation></message>
    <message><source>Credit risk as decided</source><translation>人工认定信用风险</translation></message>
    <message><source>Reason of the decision</source><translation>认定理由</translation></message>
    <message><source>Preferences</source><translation>购买偏好</translation></message>
    <message><source>Sensitivity</source><translation>消费敏感度</translation></message>
    <message><source>Service stage</source><translation>服务阶段</translation></message>
    <message><source>First order</source><translation>首次下单日期</translation></message>
    <message><source>Last order</source><translation>最近下单日期</translation></message>
    <message><source>Last interaction</source><translation>最近跟进</translation></message>
    <message><source>Created from</source><translation>来源记录</translation></message>
    <message><source>Given by rule</source><translation>归属规则</translation></message>
    <message><source>Bank details</source><translation>银行账户</translation></message>
    <message><source>Potential</source><translation>潜在客户</translation></message>
    <message><source>Active</source><translation>正式客户</translation></message>
    <message><source>At risk</source><translation>即将流失</translation></message>
    <message><source>Lost</source><translation>已流失</translation></message>
    <message><source>Archived</source><translation>已归档</translation></message>
    <message><source>Create as active</source><translation>直接建为正式客户</translation></message>
    <message><source>Activate</source><translation>转为正式客户</translation></message>
    <message><source>Mark as at risk</source><translation>标记为即将流失</translation></message>
    <message><source>Win back</source><translation>挽回客户</translation></message>
    <message><source>Mark as lost</source><translation>标记为已流失</translation></message>
    <message><source>Reactivate</source><translation>重新激活</translation></message>
    <message><source>Archive</source><translation>归档</translation></message>
    <message>
        <source>Lifetime value</source>
        <translation>终身价值</translation>
    </message>
    <message>
        <source>Refuse orders above the credit limit</source>
        <translation>超出信用额度时禁止下单</translation>
    </message>
</context>
<context>
    <name>contact</name>
    <message><source>Contact</source><translation>联系人</translation></message>
    <message><source>Contacts</source><translation>联系人</translation></message>
    <message><source>Contact details</source><translation>联系方式</translation></message>
    <message><source>Notes</source><translation>备注信息</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Name</source><translation>姓名</translation></message>
    <message><source>Side</source><translation>联系人类别</translation></message>
    <message><source>Customer</source><translation>所属客户</translation></message>
    <message><source>Supplier</source><translation>供应商</translation></message>
    <message><source>Position</source><translation>职位</translation></message>
    <message><source>Their department</source><translation>所在部门</translation></message>
    <message><source>Sex</source><translation>性别</translation></message>
    <message><source>Birthday</source><translation>生日</translation></message>
    <message><source>Decision role</source><translation>决策角色</translation></message>
    <message><source>Decider</source><translation>决策者</translation></message>
    <message><source>Influencer</source><translation>影响者</translation></message>
    <message><source>User</source><translation>使用者</translation></message>
    <message><source>Buyer</source><translation>采购者</translation></message>
    <message><source>Gatekeeper</source><translation>把关者</translation></message>
    <message><source>Importance</source><translation>重要程度</translation></message>
    <message><source>Importance as decided</source><translation>人工认定重要程度</translation></message>
    <message><source>Main contact</source><translation>主要联系人</translation></message>
    <message><source>Phone</source><translation>电话</translation></message>
    <message><source>Mobile</source><translation>手机</translation></message>
    <message><source>E-mail</source><translation>邮箱</translation></message>
    <message><source>Do not contact</source><translation>请勿打扰</translation></message>
    <message><source>Personal information</source><translation>个人信息</translation></message>
    <message><source>Remark</source><translation>备注</translation></message>
</context>
<context>
    <name>contact_point</name>
    <message><source>Contact point</source><translation>联系方式</translation></message>
    <message><source>Contact points</source><translation>联系方式</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Belongs to</source><translation>所属对象</translation></message>
    <message><source>Method</source><translation>方式</translation></message>
    <message><source>Value</source><translation>号码或地址</translation></message>
    <message><source>Label</source><translation>备注名</translation></message>
    <message><source>Preferred</source><translation>首选</translation></message>
</context>
<context>
    <name>relationship</name>
    <message><source>Relationship</source><translation>客户关系</translation></message>
    <message><source>Relationships</source><translation>客户关系</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>From</source><translation>发起方</translation></message>
    <message><source>Kind</source><translation>类别</translation></message>
    <message><source>To</source><translation>对方</translation></message>
    <message><source>Strength</source><translation>关系强度</translation></message>
    <message><source>Note</source><translation>备注</translation></message>
    <message><source>Valid from</source><translation>开始日期</translation></message>
    <message><source>Valid to</source><translation>结束日期</translation></message>
</context>
<context>
    <name>interaction</name>
    <message><source>Interaction</source><translation>交往记录</translation></message>
    <message><source>Interactions</source><translation>交往记录</translation></message>
    <message><source>Notes</source><translation>备注信息</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Summary</source><translation>概要</translation></message>
    <message><source>Time</source><translation>时间</translation></message>
    <message><source>Customer</source><translation>客户</translation></message>
    <message><source>Contact</source><translation>联系人</translation></message>
    <message><source>Lead</source><translation>线索</translation></message>
    <message><source>Opportunity</source><translation>销售机会</translation></message>
    <message><source>Ticket</source><translation>服务单</translation></message>
    <message><source>Channel</source><translation>接触渠道</translation></message>
    <message><source>Direction</source><translation>联系方向</translation></message>
    <message><source>Place</source><translation>地点</translation></message>
    <message><source>Followed up by</source><translation>跟进人</translation></message>
    <message><source>Next follow-up</source><translation>下次跟进时间</translation></message>
    <message><source>Details</source><translation>详细信息</translation></message>
    <message><source>Remark</source><translation>备注</translation></message>
</context>
<context>
    <name>email_message</name>
    <message><source>E-mail</source><translation>电子邮件</translation></message>
    <message><source>E-mails</source><translation>电子邮件</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Interaction</source><translation>所属交往记录</translation></message>
    <message><source>Message number</source><translation>邮件标识</translation></message>
    <message><source>From</source><translation>发件人</translation></message>
    <message><source>To</source><translation>收件人</translation></message>
    <message><source>Copy to</source><translation>抄送</translation></message>
    <message><source>Subject</source><translation>主题</translation></message>
    <message><source>Text</source><translation>正文</translation></message>
    <message><source>Sent</source><translation>发送时间</translation></message>
</context>
<context>
    <name>ownership_rule</name>
    <message><source>Ownership rule</source><translation>归属规则</translation></message>
    <message><source>Ownership rules</source><translation>归属规则</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Order</source><translation>顺序</translation></message>
    <message><source>Name</source><translation>名称</translation></message>
    <message><source>Condition</source><translation>条件</translation></message>
    <message><source>Account manager</source><translation>归属客户经理</translation></message>
    <message><source>Active</source><translation>启用</translation></message>
    <message><source>Remark</source><translation>备注</translation></message>
</context>
<context>
    <name>ownership_transfer</name>
    <message><source>Hand-over</source><translation>客户移交</translation></message>
    <message><source>Hand-overs</source><translation>客户移交</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Number</source><translation>移交单号</translation></message>
    <message><source>From</source><translation>原负责人</translation></message>
    <message><source>To</source><translation>接收人</translation></message>
    <message><source>What is handed over</source><translation>移交范围</translation></message>
    <message><source>Reason</source><translation>原因</translation></message>
    <message><source>Done</source><translation>移交时间</translation></message>
    <message><source>Done by</source><translation>经手人</translation></message>
    <message><source>Approved by</source><translation>审批人</translation></message>
</context>
<context>
    <name>churn_case</name>
    <message><source>Churn case</source><translation>客户流失</translation></message>
    <message><source>Churn cases</source><translation>客户流失</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Customer</source><translation>客户</translation></message>
    <message><source>Account manager</source><translation>客户经理</translation></message>
    <message><source>Status</source><translation>流失状态</translation></message>
    <message><source>Detected</source><translation>发现日期</translation></message>
    <message><source>Detected by</source><translation>发现方式</translation></message>
    <message><source>Rule</source><translation>规则预警</translation></message>
    <message><source>Manual</source><translation>人工发现</translation></message>
    <message><source>Risk score</source><translation>流失风险</translation></message>
    <message><source>Last order</source><translation>最近下单日期</translation></message>
    <message><source>Deferred until</source><translation>暂缓至</translation></message>
    <message><source>Deferral measures</source><translation>暂缓措施</translation></message>
    <message><source>Reason</source><translation>流失原因</translation></message>
    <message><source>Reason in words</source><translation>流失原因说明</translation></message>
    <message><source>Confirmed</source><translation>确认流失日期</translation></message>
    <message><source>At risk</source><translation>即将流失</translation></message>
    <message><source>Deferred</source><translation>暂缓流失</translation></message>
    <message><source>Recovered</source><translation>已挽回</translation></message>
    <message><source>Defer churn</source><translation>暂缓流失</translation></message>
    <message><source>Resume</source><translation>恢复预警</translation></message>
    <message><source>Confirm churn</source><translation>确认流失</translation></message>
    <message><source>Win back</source><translation>挽回客户</translation></message>
    <message><source>Won back by an order</source><translation>因新订单挽回</translation></message>
</context>
<context>
    <name>segment</name>
    <message><source>Segment</source><translation>客户分群</translation></message>
    <message><source>Segments</source><translation>客户分群</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Name</source><translation>分群名称</translation></message>
    <message><source>Members</source><translation>成员类型</translation></message>
    <message><source>Customer</source><translation>客户</translation></message>
    <message><source>Contact</source><translation>联系人</translation></message>
    <message><source>Lead</source><translation>线索</translation></message>
    <message><source>Kind</source><translation>类别</translation></message>
    <message><source>Static</source><translation>固定名单</translation></message>
    <message><source>Filter</source><translation>筛选条件</translation></message>
    <message><source>Cluster</source><translation>聚类</translation></message>
    <message><source>Description</source><translation>说明</translation></message>
    <message><source>Number of members</source><translation>成员数</translation></message>
</context>
<context>
    <name>segment_member</name>
    <message><source>Segment member</source><translation>分群成员</translation></message>
    <message><source>Segment members</source><translation>分群成员</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Segment</source><translation>客户分群</translation></message>
    <message><source>Member</source><translation>成员</translation></message>
    <message><source>Added by</source><translation>添加方式</translation></message>
    <message><source>User</source><translation>人工添加</translation></message>
    <message><source>Rule</source><translation>规则添加</translation></message>
    <message><source>Import</source><translation>导入</translation></message>
</context>
<context>
    <name>membership</name>
    <message><source>Membership</source><translation>会员</translation></message>
    <message><source>Memberships</source><translation>会员</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Number</source><translation>会员号</translation></message>
    <message><source>Customer</source><translation>客户</translation></message>
    <message><source>Tier</source><translation>会员等级</translation></message>
    <message><source>Joined</source><translation>入会日期</translation></message>
    <message><source>Points</source><translation>积分</translation></message>
</context>
<context>
    <name>point_entry</name>
    <message><source>Point entry</source><translation>积分明细</translation></message>
    <message><source>Point entries</source><translation>积分明细</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Membership</source><translation>会员</translation></message>
    <message><source>Points</source><translation>积分</translation></message>
    <message><source>Reason</source><translation>原因</translation></message>
    <message><source>Order</source><translation>订单</translation></message>
    <message><source>Time</source><translation>时间</translation></message>
</context>
<context>
    <name>custom_field</name>
    <message><source>Custom field</source><translation>自定义字段</translation></message>
    <message><source>Custom fields</source><translation>自定义字段</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Object</source><translation>对象</translation></message>
    <message><source>Field number</source><translation>字段编号</translation></message>
    <message><source>Name</source><translation>名称</translation></message>
    <message><source>Label</source><translation>显示名称</translation></message>
    <message><source>Type</source><translation>类型</translation></message>
    <message><source>Text</source><translation>文本</translation></message>
    <message><source>Long text</source><translation>多行文本</translation></message>
    <message><source>Integer</source><translation>整数</translation></message>
    <message><source>Decimal</source><translation>小数</translation></message>
    <message><source>Percent</source><translation>百分比</translation></message>
    <message><source>Yes no</source><translation>是/否</translation></message>
    <message><source>Date</source><translation>日期</translation></message>
    <message><source>Date and time</source><translation>日期时间</translation></message>
    <message><source>Amount</source><translation>金额</translation></message>
    <message><source>Phone</source><translation>电话</translation></message>
    <message><source>E-mail</source><translation>邮箱</translation></message>
    <message><source>Web address</source><translation>网址</translation></message>
    <message><source>Tags</source><translation>标签</translation></message>
    <message><source>Dictionary value</source><translation>字典值</translation></message>
    <message><source>Dictionary values</source><translation>字典值（多选）</translation></message>
    <message><source>Record</source><translation>关联记录</translation></message>
    <message><source>Formula</source><translation>公式</translation></message>
    <message><source>Dictionary</source><translation>数据字典</translation></message>
    <message><source>Kind of record</source><translation>关联对象</translation></message>
    <message><source>Required</source><translation>必填</translation></message>
    <message><source>Fast to sort by</source><translation>加快排序</translation></message>
    <message><source>Searchable</source><translation>可搜索</translation></message>
    <message><source>Section</source><translation>分组</translation></message>
    <message><source>Position</source><translation>顺序</translation></message>
</context>
<context>
    <name>form</name>
    <message><source>Form</source><translation>表单</translation></message>
    <message><source>Forms</source><translation>表单</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Code</source><translation>代码</translation></message>
    <message><source>Title</source><translation>标题</translation></message>
    <message><source>Kind</source><translation>类别</translation></message>
    <message><source>Workflow</source><translation>流程</translation></message>
    <message><source>Allowed roles</source><translation>允许的角色</translation></message>
    <message><source>Fields</source><translation>字段</translation></message>
    <message><source>Layout</source><translation>版面</translation></message>
    <message><source>Version</source><translation>版本</translation></message>
</context>
<context>
    <name>form_entry</name>
    <message><source>Form entry</source><translation>表单记录</translation></message>
    <message><source>Form entries</source><translation>表单记录</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Number</source><translation>编号</translation></message>
    <message><source>Form</source><translation>表单</translation></message>
    <message><source>Form version</source><translation>表单版本</translation></message>
    <message><source>Status</source><translation>状态</translation></message>
    <message><source>Draft</source><translation>草稿</translation></message>
    <message><source>Running</source><translation>进行中</translation></message>
    <message><source>Approved</source><translation>已批准</translation></message>
    <message><source>Rejected</source><translation>已驳回</translation></message>
    <message><source>Withdrawn</source><translation>已撤回</translation></message>
    <message><source>Done</source><translation>已完成</translation></message>
    <message><source>Linked record</source><translation>关联记录</translation></message>
    <message><source>Values</source><translation>填写内容</translation></message>
</context>
<context>
    <name>workflow</name>
    <message><source>Workflow</source><translation>流程</translation></message>
    <message><source>Workflows</source><translation>流程</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Code</source><translation>代码</translation></message>
    <message><source>Name</source><translation>流程名称</translation></message>
    <message><source>Kind</source><translation>类别</translation></message>
    <message><source>Object</source><translation>对象</translation></message>
    <message><source>Steps</source><translation>步骤</translation></message>
    <message><source>Active</source><translation>启用</translation></message>
    <message><source>Version</source><translation>版本</translation></message>
</context>
<context>
    <name>workflow_run</name>
    <message><source>Workflow run</source><translation>流程实例</translation></message>
    <message><source>Workflow runs</source><translation>流程实例</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Title</source><translation>标题</translation></message>
    <message><source>Workflow</source><translation>流程</translation></message>
    <message><source>Record</source><translation>记录</translation></message>
    <message><source>Started by</source><translation>申请人</translation></message>
    <message><source>Started at</source><translation>申请时间</translation></message>
    <message><source>State</source><translation>状态</translation></message>
    <message><source>Running</source><translation>进行中</translation></message>
    <message><source>Approved</source><translation>已批准</translation></message>
    <message><source>Rejected</source><translation>已驳回</translation></message>
    <message><source>Withdrawn</source><translation>已撤回</translation></message>
    <message><source>Finished</source><translation>已办结</translation></message>
    <message><source>Approve</source><translation>审批</translation></message>
    <message><source>Finish</source><translation>办结</translation></message>
    <message><source>Reject</source><translation>驳回</translation></message>
    <message><source>Withdraw</source><translation>撤回</translation></message>
    <message><source>Remind</source><translation>催办</translation></message>
</context>
<context>
    <name>workflow_step</name>
    <message><source>Workflow step</source><translation>流程步骤</translation></message>
    <message><source>Workflow steps</source><translation>流程步骤</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Run</source><translation>流程实例</translation></message>
    <message><source>Step</source><translation>步骤</translation></message>
    <message><source>Approver</source><translation>审批人</translation></message>
    <message><source>State</source><translation>状态</translation></message>
    <message><source>Waiting</source><translation>待处理</translation></message>
    <message><source>Approved</source><translation>已同意</translation></message>
    <message><source>Rejected</source><translation>已拒绝</translation></message>
    <message><source>Handed over</source><translation>已转交</translation></message>
    <message><source>Delegated</source><translation>已委托</translation></message>
    <message><source>Skipped</source><translation>已跳过</translation></message>
    <message><source>Comment</source><translation>审批意见</translation></message>
    <message><source>Decided</source><translation>处理时间</translation></message>
    <message><source>Due</source><translation>期限</translation></message>
</context>
<context>
    <name>report</name>
    <message><source>Report</source><translation>报表</translation></message>
    <message><source>Reports</source><translation>报表</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Kind</source><translation>类别</translation></message>
    <message><source>View</source><translation>视图</translation></message>
    <message><source>List</source><translation>列表</translation></message>
    <message><source>Summary</source><translation>汇总表</translation></message>
    <message><source>Pivot</source><translation>透视表</translation></message>
    <message><source>Chart</source><translation>图表</translation></message>
    <message><source>Dashboard</source><translation>仪表盘</translation></message>
    <message><source>Print</source><translation>打印模板</translation></message>
    <message><source>Label</source><translation>标签模板</translation></message>
    <message><source>Name</source><translation>报表名称</translation></message>
    <message><source>Object</source><translation>对象</translation></message>
    <message><source>Definition</source><translation>定义</translation></message>
    <message><source>Bar</source><translation>柱状图</translation></message>
    <message><source>Line</source><translation>折线图</translation></message>
    <message><source>Pie</source><translation>饼图</translation></message>
    <message><source>Scatter</source><translation>散点图</translation></message>
    <message><source>Funnel</source><translation>漏斗图</translation></message>
    <message><source>Area</source><translation>面积图</translation></message>
    <message><source>Heatmap</source><translation>热力图</translation></message>
    <message><source>Refresh</source><translation>刷新方式</translation></message>
    <message><source>Live</source><translation>实时更新</translation></message>
    <message><source>Manual</source><translation>手动</translation></message>
    <message><source>Schedule</source><translation>定时</translation></message>
    <message><source>Paper</source><translation>纸张</translation></message>
    <message><source>Formats</source><translation>导出格式</translation></message>
</context>
<context>
    <name>change_set</name>
    <message><source>Change set</source><translation>变更集</translation></message>
    <message><source>Change sets</source><translation>变更集</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Revision</source><translation>版本号</translation></message>
    <message><source>User</source><translation>用户</translation></message>
    <message><source>Time</source><translation>时间</translation></message>
    <message><source>Kind</source><translation>类别</translation></message>
    <message><source>Edit</source><translation>编辑</translation></message>
    <message><source>Bulk</source><translation>批量修改</translation></message>
    <message><source>Import</source><translation>导入</translation></message>
    <message><source>Merge</source><translation>合并</translation></message>
    <message><source>Transfer</source><translation>移交</translation></message>
    <message><source>Rule</source><translation>自动规则</translation></message>
    <message><source>Undo</source><translation>撤销</translation></message>
    <message><source>Restore</source><translation>恢复</translation></message>
    <message><source>Sync resolve</source><translation>解决同步冲突</translation></message>
    <message><source>Title</source><translation>标题</translation></message>
    <message><source>Action</source><translation>操作</translation></message>
    <message><source>Action number</source><translation>操作编号</translation></message>
    <message><source>Part</source><translation>分段</translation></message>
    <message><source>Replica</source><translation>副本</translation></message>
    <message><source>Sequence number</source><translation>序号</translation></message>
    <message><source>Session</source><translation>会话</translation></message>
    <message><source>Caused by</source><translation>起因</translation></message>
    <message><source>Undone by</source><translation>被撤销于</translation></message>
</context>
<context>
    <name>change</name>
    <message><source>Change</source><translation>变更明细</translation></message>
    <message><source>Changes</source><translation>变更明细</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Change set</source><translation>变更集</translation></message>
    <message><source>Record</source><translation>记录</translation></message>
    <message><source>Operation</source><translation>操作</translation></message>
    <message><source>Insert</source><translation>新增</translation></message>
    <message><source>Update</source><translation>修改</translation></message>
    <message><source>Delete</source><translation>删除</translation></message>
    <message><source>Restore</source><translation>恢复</translation></message>
    <message><source>Field</source><translation>字段</translation></message>
    <message><source>Before</source><translation>修改前</translation></message>
    <message><source>After</source><translation>修改后</translation></message>
    <message><source>User</source><translation>用户</translation></message>
    <message><source>Time</source><translation>时间</translation></message>
</context>
<context>
    <name>conflict</name>
    <message><source>Conflict</source><translation>同步冲突</translation></message>
    <message><source>Conflicts</source><translation>同步冲突</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Record</source><translation>记录</translation></message>
    <message><source>Field</source><translation>字段</translation></message>
    <message><source>Kind</source><translation>类别</translation></message>
    <message><source>Edit edit</source><translation>双方都修改</translation></message>
    <message><source>Edit edit auto</source><translation>双方都修改（已自动合并）</translation></message>
    <message><source>Edit delete</source><translation>我修改，对方删除</translation></message>
    <message><source>Delete edit</source><translation>我删除，对方修改</translation></message>
    <message><source>Create create</source><translation>重复新建</translation></message>
    <message><source>Unique</source><translation>唯一值重复</translation></message>
    <message><source>Near duplicate</source><translation>可能重复</translation></message>
    <message><source>State</source><translation>状态不允许</translation></message>
    <message><source>Stock negative</source><translation>库存不足</translation></message>
    <message><source>Fk deleted</source><translation>关联记录已删除</translation></message>
    <message><source>Fk parked</source><translation>关联记录待处理</translation></message>
    <message><source>Cycle</source><translation>上下级循环</translation></message>
    <message><source>Permission</source><translation>没有权限</translation></message>
    <message><source>Rule</source><translation>违反规则</translation></message>
    <message><source>Schema</source><translation>程序版本不一致</translation></message>
    <message><source>Internal</source><translation>内部错误</translation></message>
    <message><source>Before</source><translation>修改前</translation></message>
    <message><source>Offline value</source><translation>离线值</translation></message>
    <message><source>Value on the server</source><translation>服务器值</translation></message>
    <message><source>Revision</source><translation>版本号</translation></message>
    <message><source>Offline by</source><translation>离线修改人</translation></message>
    <message><source>Offline at</source><translation>离线修改时间</translation></message>
    <message><source>On the server by</source><translation>服务器修改人</translation></message>
    <message><source>On the server at</source><translation>服务器修改时间</translation></message>
    <message><source>Parked change set</source><translation>暂存的变更集</translation></message>
    <message><source>Reason</source><translation>原因</translation></message>
    <message><source>Status</source><translation>处理状态</translation></message>
    <message><source>Open</source><translation>待处理</translation></message>
    <message><source>Resolved</source><translation>已解决</translation></message>
    <message><source>Resolution</source><translation>处理结果</translation></message>
    <message><source>Mine</source><translation>采用离线值</translation></message>
    <message><source>Theirs</source><translation>采用服务器值</translation></message>
    <message><source>Merged</source><translation>已合并</translation></message>
    <message><source>Both</source><translation>两者都保留</translation></message>
    <message><source>Discarded</source><translation>已放弃</translation></message>
    <message><source>Resolved by</source><translation>处理人</translation></message>
</context>
<context>
    <name>import_job</name>
    <message><source>Import</source><translation>导入任务</translation></message>
    <message><source>Imports</source><translation>导入任务</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>File name</source><translation>文件名</translation></message>
    <message><source>Format</source><translation>格式</translation></message>
    <message><source>CSV</source><translation>CSV</translation></message>
    <message><source>XLSX</source><translation>XLSX</translation></message>
    <message><source>XML</source><translation>XML</translation></message>
    <message><source>VCF</source><translation>VCF</translation></message>
    <message><source>ODS</source><translation>ODS</translation></message>
    <message><source>Object</source><translation>对象</translation></message>
    <message><source>Mapping</source><translation>字段对应</translation></message>
    <message><source>Mode</source><translation>导入方式</translation></message>
    <message><source>Create</source><translation>只新建</translation></message>
    <message><source>Update</source><translation>只更新</translation></message>
    <message><source>Both</source><translation>新建并更新</translation></message>
    <message><source>Match fields</source><translation>匹配字段</translation></message>
    <message><source>State</source><translation>状态</translation></message>
    <message><source>Rows</source><translation>总行数</translation></message>
    <message><source>Records created</source><translation>新建条数</translation></message>
    <message><source>Records updated</source><translation>更新条数</translation></message>
    <message><source>Rows skipped</source><translation>跳过行数</translation></message>
    <message><source>Rows with errors</source><translation>出错行数</translation></message>
    <message><source>Change set</source><translation>变更集</translation></message>
    <message><source>Mapped</source><translation>已对应</translation></message>
    <message><source>Checked</source><translation>已检查</translation></message>
    <message><source>Done</source><translation>已完成</translation></message>
    <message><source>Undone</source><translation>已撤销</translation></message>
    <message><source>Failed</source><translation>失败</translation></message>
    <message><source>Check</source><translation>检查</translation></message>
    <message><source>Commit</source><translation>执行导入</translation></message>
    <message><source>Undo</source><translation>撤销</translation></message>
    <message><source>Fail</source><translation>中止</translation></message>
</context>
<context>
    <name>import_row</name>
    <message><source>Import row</source><translation>导入行</translation></message>
    <message><source>Import rows</source><translation>导入行</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Import</source><translation>导入任务</translation></message>
    <message><source>Line</source><translation>行号</translation></message>
    <message><source>State</source><translation>状态</translation></message>
    <message><source>Ok</source><translation>正常</translation></message>
    <message><source>Duplicate</source><translation>重复</translation></message>
    <message><source>Error</source><translation>错误</translation></message>
    <message><source>Skipped</source><translation>已跳过</translation></message>
    <message><source>Message</source><translation>提示信息</translation></message>
    <message><source>Record</source><translation>记录</translation></message>
</context>
<context>
    <name>duplicate_candidate</name>
    <message><source>Possible duplicate</source><translation>可能重复</translation></message>
    <message><source>Possible duplicates</source><translation>可能重复</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>First record</source><translation>第一条记录</translation></message>
    <message><source>Second record</source><translation>第二条记录</translation></message>
    <message><source>Similarity</source><translation>相似度</translation></message>
    <message><source>Reason</source><translation>原因</translation></message>
    <message><source>State</source><translation>状态</translation></message>
    <message><source>Open</source><translation>待确认</translation></message>
    <message><source>Merged</source><translation>已合并</translation></message>
    <message><source>Different</source><translation>不是重复</translation></message>
</context>
<context>
    <name>lead</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>pipeline</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>pipeline_stage</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>opportunity</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>opportunity_line</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>stage_change</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>development_plan_item</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>market_intel</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>sales_target</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>forecast_snapshot</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>quote</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>quote_line</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>contract</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>sales_order</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>sales_order_line</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>payment</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>payment_plan</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>invoice_record</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>product</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>product_category</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>price_item</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>supplier</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>purchase_order</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>purchase_order_line</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>warehouse</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>storage_location</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>stock_balance</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>stock_document</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>stock_document_line</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>ticket</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>sla_policy</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>knowledge_article</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>survey</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>survey_question</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>survey_response</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>chat_session</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>chat_message</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>performance_rating</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>campaign</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>campaign_member</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>message_batch</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>message_template</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>message_recipient</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>automation_rule</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>marketing_material</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>project</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>milestone</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>activity</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>reminder</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>notification</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>expense</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>document</name>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
</context>
<context>
    <name>dictionary</name>
    <message><source>Region</source><comment>region</comment><translation>客户地区</translation></message>
    <message><source>Central China</source><comment>region</comment><translation>华中</translation></message>
    <message><source>North China</source><comment>region</comment><translation>华北</translation></message>
    <message><source>South China</source><comment>region</comment><translation>华南</translation></message>
    <message><source>Northwest China</source><comment>region</comment><translation>西北</translation></message>
    <message><source>Southwest China</source><comment>region</comment><translation>西南</translation></message>
    <message><source>Northeast China</source><comment>region</comment><translation>东北</translation></message>
    <message><source>East China</source><comment>region</comment><translation>华东</translation></message>
    <message><source>Beijing</source><comment>region</comment><translation>北京</translation></message>
    <message><source>Tianjin</source><comment>region</comment><translation>天津</translation></message>
    <message><source>Hebei</source><comment>region</comment><translation>河北</translation></message>
    <message><source>Shanxi</source><comment>region</comment><translation>山西</translation></message>
    <message><source>Inner Mongolia</source><comment>region</comment><translation>内蒙古</translation></message>
    <message><source>Liaoning</source><comment>region</comment><translation>辽宁</translation></message>
    <message><source>Jilin</source><comment>region</comment><translation>吉林</translation></message>
    <message><source>Heilongjiang</source><comment>region</comment><translation>黑龙江</translation></message>
    <message><source>Shanghai</source><comment>region</comment><translation>上海</translation></message>
    <message><source>Jiangsu</source><comment>region</comment><translation>江苏</translation></message>
    <message><source>Zhejiang</source><comment>region</comment><translation>浙江</translation></message>
    <message><source>Anhui</source><comment>region</comment><translation>安徽</translation></message>
    <message><source>Fujian</source><comment>region</comment><translation>福建</translation></message>
    <message><source>Jiangxi</source><comment>region</comment><translation>江西</translation></message>
    <message><source>Shandong</source><comment>region</comment><translation>山东</translation></message>
    <message><source>Taiwan</source><comment>region</comment><translation>台湾</translation></message>
    <message><source>Henan</source><comment>region</comment><translation>河南</translation></message>
    <message><source>Hubei</source><comment>region</comment><translation>湖北</translation></message>
    <message><source>Hunan</source><comment>region</comment><translation>湖南</translation></message>
    <message><source>Guangdong</source><comment>region</comment><translation>广东</translation></message>
    <message><source>Guangxi</source><comment>region</comment><translation>广西</translation></message>
    <message><source>Hainan</source><comment>region</comment><translation>海南</translation></message>
    <message><source>Hong Kong</source><comment>region</comment><translation>香港</translation></message>
    <message><source>Macao</source><comment>region</comment><translation>澳门</translation></message>
    <message><source>Chongqing</source><comment>region</comment><translation>重庆</translation></message>
    <message><source>Sichuan</source><comment>region</comment><translation>四川</translation></message>
    <message><source>Guizhou</source><comment>region</comment><translation>贵州</translation></message>
    <message><source>Yunnan</source><comment>region</comment><translation>云南</translation></message>
    <message><source>Tibet</source><comment>region</comment><translation>西藏</translation></message>
    <message><source>Shaanxi</source><comment>region</comment><translation>陕西</translation></message>
    <message><source>Gansu</source><comment>region</comment><translation>甘肃</translation></message>
    <message><source>Qinghai</source><comment>region</comment><translation>青海</translation></message>
    <message><source>Ningxia</source><comment>region</comment><translation>宁夏</translation></message>
    <message><source>Xinjiang</source><comment>region</comment><translation>新疆</translation></message>
    <message><source>Customer level</source><comment>customer_level</comment><translation>客户等级</translation></message>
    <message><source>Strategic partner</source><comment>customer_level</comment><translation>战略合作伙伴</translation></message>
    <message><source>Key account</source><comment>customer_level</comment><translation>大客户</translation></message>
    <message><source>Cooperating</source><comment>customer_level</comment><translation>合作</translation></message>
    <message><source>Key development target</source><comment>customer_level</comment><translation>重点开发客户</translation></message>
    <message><source>Ordinary</source><comment>customer_level</comment><translation>普通客户</translation></message>
    <message><source>Value tier</source><comment>value_tier</comment><translation>客户价值</translation></message>
    <message><source>High</source><comment>value_tier</comment><translation>高</translation></message>
    <message><source>Medium</source><comment>value_tier</comment><translation>中</translation></message>
    <message><source>Low</source><comment>value_tier</comment><translation>低</translation></message>
    <message><source>Stars</source><comment>stars</comment><translation>星级</translation></message>
    <message><source>5 stars</source><comment>stars</comment><translation>☆☆☆☆☆</translation></message>
    <message><source>4 stars</source><comment>stars</comment><translation>☆☆☆☆</translation></message>
    <message><source>3 stars</source><comment>stars</comment><translation>☆☆☆</translation></message>
    <message><source>2 stars</source><comment>stars</comment><translation>☆☆</translation></message>
    <message><source>1 star</source><comment>stars</comment><translation>☆</translation></message>
    <message><source>Satisfaction</source><comment>satisfaction</comment><translation>满意度</translation></message>
    <message><source>Very satisfied</source><comment>satisfaction</comment><translation>非常满意 ☆☆☆☆☆</translation></message>
    <message><source>Satisfied</source><comment>satisfaction</comment><translation>满意 ☆☆☆☆</translation></message>
    <message><source>Average</source><comment>satisfaction</comment><translation>一般 ☆☆☆</translation></message>
    <message><source>Dissatisfied</source><comment>satisfaction</comment><translation>不满意 ☆☆</translation></message>
    <message><source>Very dissatisfied</source><comment>satisfaction</comment><translation>非常不满意 ☆</translation></message>
    <message><source>Customer type</source><comment>customer_type</comment><translation>客户类型</translation></message>
    <message><source>Company</source><comment>customer_type</comment><translation>企业</translation></message>
    <message><source>Person</source><comment>customer_type</comment><translation>个人</translation></message>
    <message><source>Distributor</source><comment>customer_type</comment><translation>分销商</translation></message>
    <message><source>Partner</source><comment>customer_type</comment><translation>合作伙伴</translation></message>
    <message><source>Public body</source><comment>customer_type</comment><translation>政府机构</translation></message>
    <message><source>Customer status</source><comment>customer_status</comment><translation>客户状态</translation></message>
    <message><source>Potential</source><comment>customer_status</comment><translation>潜在客户</translation></message>
    <message><source>Active</source><comment>customer_status</comment><translation>正式客户</translation></message>
    <message><source>At risk</source><comment>customer_status</comment><translation>即将流失</translation></message>
    <message><source>Lost</source><comment>customer_status</comment><translation>已流失</translation></message>
    <message><source>Archived</source><comment>customer_status</comment><translation>已归档</translation></message>
    <message><source>Source</source><comment>source</comment><translation>来源</translation></message>
    <message><source>Online advertising</source><comment>source</comment><translation>线上广告</translation></message>
    <message><source>Offline event</source><comment>source</comment><translation>线下活动</translation></message>
    <message><source>Recommendation</source><comment>source</comment><translation>推荐</translation></message>
    <message><source>Website registration</source><comment>source</comment><translation>网站注册</translation></message>
    <message><source>Social media</source><comment>source</comment><translation>社交媒体</translation></message>
    <message><source>Telephone</source><comment>source</comment><translation>电话</translation></message>
    <message><source>Exhibition</source><comment>source</comment><translation>展会</translation></message>
    <message><source>Given by employee</source><comment>source</comment><translation>员工提供</translation></message>
    <message><source>Other</source><comment>source</comment><translation>其他</translation></message>
    <message><source>Industry</source><comment>industry</comment><translation>行业</translation></message>
    <message><source>Manufacturing</source><comment>industry</comment><translation>制造业</translation></message>
    <message><source>Services</source><comment>industry</comment><translation>服务业</translation></message>
    <message><source>E-commerce</source><comment>industry</comment><translation>电商</translation></message>
    <message><source>Finance</source><comment>industry</comment><translation>金融</translation></message>
    <message><source>Trade</source><comment>industry</comment><translation>贸易</translation></message>
    <message><source>IT</source><comment>industry</comment><translation>信息技术</translation></message>
    <message><source>Construction</source><comment>industry</comment><translation>建筑</translation></message>
    <message><source>Education</source><comment>industry</comment><translation>教育</translation></message>
    <message><source>Medical</source><comment>industry</comment><translation>医疗</translation></message>
    <message><source>Other</source><comment>industry</comment><translation>其他</translation></message>
    <message><source>Company size</source><comment>company_size</comment><translation>公司规模</translation></message>
    <message><source>1–9</source><comment>company_size</comment><translation>1–9人</translation></message>
    <message><source>10–49</source><comment>company_size</comment><translation>10–49人</translation></message>
    <message><source>50–199</source><comment>company_size</comment><translation>50–199人</translation></message>
    <message><source>200–999</source><comment>company_size</comment><translation>200–999人</translation></message>
    <message><source>1000+</source><comment>company_size</comment><translation>1000人以上</translation></message>
    <message><source>Sex</source><comment>sex</comment><translation>性别</translation></message>
    <message><source>Male</source><comment>sex</comment><translation>男</translation></message>
    <message><source>Female</source><comment>sex</comment><translation>女</translation></message>
    <message><source>Not stated</source><comment>sex</comment><translation>未填</translation></message>
    <message><source>Contact kind</source><comment>contact_side</comment><translation>联系人类别</translation></message>
    <message><source>Customer side</source><comment>contact_side</comment><translation>客户方联系人</translation></message>
    <message><source>Supplier side</source><comment>contact_side</comment><translation>供应商联系人</translation></message>
    <message><source>Contact method</source><comment>contact_method</comment><translation>联系方式</translation></message>
    <message><source>Mobile</source><comment>contact_method</comment><translation>手机</translation></message>
    <message><source>Phone</source><comment>contact_method</comment><translation>电话</translation></message>
    <message><source>Fax</source><comment>contact_method</comment><translation>传真</translation></message>
    <message><source>E-mail</source><comment>contact_method</comment><translation>电子邮件</translation></message>
    <message><source>WeChat</source><comment>contact_method</comment><translation>微信</translation></message>
    <message><source>QQ</source><comment>contact_method</comment><translation>QQ</translation></message>
    <message><source>Website</source><comment>contact_method</comment><translation>网址</translation></message>
    <message><source>Other</source><comment>contact_method</comment><translation>其他</translation></message>
    <message><source>Channel</source><comment>channel</comment><translation>接触渠道</translation></message>
    <message><source>Call centre</source><comment>channel</comment><translation>呼叫中心</translation></message>
    <message><source>Face to face</source><comment>channel</comment><translation>面对面</translation></message>
    <message><source>Telephone</source><comment>channel</comment><translation>电话</translation></message>
    <message><source>E-mail</source><comment>channel</comment><translation>电子邮件</translation></message>
    <message><source>Fax</source><comment>channel</comment><translation>传真</translation></message>
    <message><source>Mobile sales</source><comment>channel</comment><translation>移动销售</translation></message>
    <message><source>Online chat</source><comment>channel</comment><translation>在线客服</translation></message>
    <message><source>Internet</source><comment>channel</comment><translation>网站</translation></message>
    <message><source>Social media</source><comment>channel</comment><translation>社交媒体</translation></message>
    <message><source>Other</source><comment>channel</comment><translation>其他</translation></message>
    <message><source>Direction</source><comment>direction</comment><translation>联系方向</translation></message>
    <message><source>Inbound</source><comment>direction</comment><translation>呼入/来访</translation></message>
    <message><source>Outbound</source><comment>direction</comment><translation>呼出/拜访</translation></message>
    <message><source>Lead status</source><comment>lead_status</comment><translation>线索状态</translation></message>
    <message><source>New</source><comment>lead_status</comment><translation>新建</translation></message>
    <message><source>Assigned</source><comment>lead_status</comment><translation>已分配</translation></message>
    <message><source>Nurturing</source><comment>lead_status</comment><translation>培育中</translation></message>
    <message><source>Qualified</source><comment>lead_status</comment><translation>已确认</translation></message>
    <message><source>Converted</source><comment>lead_status</comment><translation>已转化</translation></message>
    <message><source>Disqualified</source><comment>lead_status</comment><translation>已放弃</translation></message>
    <message><source>Development status</source><comment>dev_status</comment><translation>开发状态</translation></message>
    <message><source>In development</source><comment>dev_status</comment><translation>正在开发</translation></message>
    <message><source>Succeeded</source><comment>dev_status</comment><translation>开发成功</translation></message>
    <message><source>Failed</source><comment>dev_status</comment><translation>开发失败</translation></message>
    <message><source>Funnel stage</source><comment>funnel_stage</comment><translation>漏斗阶段</translation></message>
    <message><source>Potential</source><comment>funnel_stage</comment><translation>潜在客户</translation></message>
    <message><source>Interested</source><comment>funnel_stage</comment><translation>意向客户</translation></message>
    <message><source>Negotiating</source><comment>funnel_stage</comment><translation>谈判客户</translation></message>
    <message><source>Closed</source><comment>funnel_stage</comment><translation>成交客户</translation></message>
    <message><source>Lost</source><comment>funnel_stage</comment><translation>失败</translation></message>
    <message><source>Quote status</source><comment>quote_status</comment><translation>报价状态</translation></message>
    <message><source>Draft</source><comment>quote_status</comment><translation>草稿</translation></message>
    <message><source>Pending approval</source><comment>quote_status</comment><translation>待审批</translation></message>
    <message><source>Approved</source><comment>quote_status</comment><translation>已审批</translation></message>
    <message><source>Sent</source><comment>quote_status</comment><translation>已发送</translation></message>
    <message><source>Accepted</source><comment>quote_status</comment><translation>已接受</translation></message>
    <message><source>Rejected</source><comment>quote_status</comment><translation>已拒绝</translation></message>
    <message><source>Expired</source><comment>quote_status</comment><translation>已过期</translation></message>
    <message><source>Contract status</source><comment>contract_status</comment><translation>合同状态</translation></message>
    <message><source>Draft</source><comment>contract_status</comment><translation>起草</translation></message>
    <message><source>In approval</source><comment>contract_status</comment><translation>审批中</translation></message>
    <message><source>Approved</source><comment>contract_status</comment><translation>已审批</translation></message>
    <message><source>Signed</source><comment>contract_status</comment><translation>已签署</translation></message>
    <message><source>Executing</source><comment>contract_status</comment><translation>执行中</translation></message>
    <message><source>Completed</source><comment>contract_status</comment><translation>已完成</translation></message>
    <message><source>Archived</source><comment>contract_status</comment><translation>已归档</translation></message>
    <message><source>Terminated</source><comment>contract_status</comment><translation>已终止</translation></message>
    <message><source>Contract type</source><comment>contract_type</comment><translation>合同类型</translation></message>
    <message><source>Sales</source><comment>contract_type</comment><translation>销售合同</translation></message>
    <message><source>Service</source><comment>contract_type</comment><translation>服务合同</translation></message>
    <message><source>Purchase</source><comment>contract_type</comment><translation>采购合同</translation></message>
    <message><source>Framework</source><comment>contract_type</comment><translation>框架合同</translation></message>
    <message><source>Order status</source><comment>order_status</comment><translation>订单状态</translation></message>
    <message><source>Draft</source><comment>order_status</comment><translation>草稿</translation></message>
    <message><source>To be reviewed</source><comment>order_status</comment><translation>待审核</translation></message>
    <message><source>Reviewed</source><comment>order_status</comment><translation>已审核</translation></message>
    <message><source>Partly shipped</source><comment>order_status</comment><translation>部分发货</translation></message>
    <message><source>Shipped</source><comment>order_status</comment><translation>已发货</translation></message>
    <message><source>Completed</source><comment>order_status</comment><translation>已完成</translation></message>
    <message><source>Cancelled</source><comment>order_status</comment><translation>已取消</translation></message>
    <message><source>Payment status</source><comment>payment_status</comment><translation>回款状态</translation></message>
    <message><source>Awaiting payment</source><comment>payment_status</comment><translation>待付款</translation></message>
    <message><source>Partly paid</source><comment>payment_status</comment><translation>部分回款</translation></message>
    <message><source>Paid</source><comment>payment_status</comment><translation>已付款</translation></message>
    <message><source>Overdue</source><comment>payment_status</comment><translation>已逾期</translation></message>
    <message><source>Payment method</source><comment>payment_method</comment><translation>付款方式</translation></message>
    <message><source>Bank transfer</source><comment>payment_method</comment><translation>银行转账</translation></message>
    <message><source>Cash</source><comment>payment_method</comment><translation>现金</translation></message>
    <message><source>Cheque</source><comment>payment_method</comment><translation>支票</translation></message>
    <message><source>Acceptance bill</source><comment>payment_method</comment><translation>承兑汇票</translation></message>
    <message><source>WeChat Pay</source><comment>payment_method</comment><translation>微信</translation></message>
    <message><source>Alipay</source><comment>payment_method</comment><translation>支付宝</translation></message>
    <message><source>Card</source><comment>payment_method</comment><translation>刷卡</translation></message>
    <message><source>Other</source><comment>payment_method</comment><translation>其他</translation></message>
    <message><source>Purchase order status</source><comment>po_status</comment><translation>采购订单状态</translation></message>
    <message><source>Draft</source><comment>po_status</comment><translation>草稿</translation></message>
    <message><source>Approved</source><comment>po_status</comment><translation>已审批</translation></message>
    <message><source>Ordered</source><comment>po_status</comment><translation>已下单</translation></message>
    <message><source>Partly received</source><comment>po_status</comment><translation>部分到货</translation></message>
    <message><source>Received</source><comment>po_status</comment><translation>已到货</translation></message>
    <message><source>Closed</source><comment>po_status</comment><translation>已关闭</translation></message>
    <message><source>Cancelled</source><comment>po_status</comment><translation>已取消</translation></message>
    <message><source>Stock document type</source><comment>stock_doc_type</comment><translation>出入库类型</translation></message>
    <message><source>Purchase receipt</source><comment>stock_doc_type</comment><translation>采购入库</translation></message>
    <message><source>Sales issue</source><comment>stock_doc_type</comment><translation>销售出库</translation></message>
    <message><source>Customer return</source><comment>stock_doc_type</comment><translation>退货入库</translation></message>
    <message><source>Supplier return</source><comment>stock_doc_type</comment><translation>采购退货</translation></message>
    <message><source>Transfer</source><comment>stock_doc_type</comment><translation>调拨</translation></message>
    <message><source>Stock count</source><comment>stock_doc_type</comment><translation>盘点</translation></message>
    <message><source>Other receipt</source><comment>stock_doc_type</comment><translation>其他入库</translation></message>
    <message><source>Other issue</source><comment>stock_doc_type</comment><translation>其他出库</translation></message>
    <message><source>Stock document status</source><comment>stock_doc_status</comment><translation>单据状态</translation></message>
    <message><source>Draft</source><comment>stock_doc_status</comment><translation>草稿</translation></message>
    <message><source>Posted</source><comment>stock_doc_status</comment><translation>已过账</translation></message>
    <message><source>Reversed</source><comment>stock_doc_status</comment><translation>已冲销</translation></message>
    <message><source>Product status</source><comment>product_status</comment><translation>产品状态</translation></message>
    <message><source>On sale</source><comment>product_status</comment><translation>在售</translation></message>
    <message><source>Paused</source><comment>product_status</comment><translation>暂停</translation></message>
    <message><source>Discontinued</source><comment>product_status</comment><translation>停产</translation></message>
    <message><source>Unit</source><comment>unit</comment><translation>单位</translation></message>
    <message><source>Piece</source><comment>unit</comment><translation>件</translation></message>
    <message><source>Set</source><comment>unit</comment><translation>套</translation></message>
    <message><source>Box</source><comment>unit</comment><translation>箱</translation></message>
    <message><source>Kilogram</source><comment>unit</comment><translation>千克</translation></message>
    <message><source>Metre</source><comment>unit</comment><translation>米</translation></message>
    <message><source>Hour</source><comment>unit</comment><translation>小时</translation></message>
    <message><source>Other</source><comment>unit</comment><translation>其他</translation></message>
    <message><source>Service type</source><comment>service_type</comment><translation>服务类型</translation></message>
    <message><source>Consultation</source><comment>service_type</comment><translation>咨询</translation></message>
    <message><source>Complaint</source><comment>service_type</comment><translation>投诉</translation></message>
    <message><source>Suggestion</source><comment>service_type</comment><translation>建议</translation></message>
    <message><source>Repair</source><comment>service_type</comment><translation>售后维修</translation></message>
    <message><source>Service status</source><comment>service_status</comment><translation>服务状态</translation></message>
    <message><source>Newly created</source><comment>service_status</comment><translation>新创建</translation></message>
    <message><source>Assigned</source><comment>service_status</comment><translation>已分配</translation></message>
    <message><source>Processed</source><comment>service_status</comment><translation>已处理</translation></message>
    <message><source>Feedback given</source><comment>service_status</comment><translation>已反馈</translation></message>
    <message><source>Archived</source><comment>service_status</comment><translation>已归档</translation></message>
    <message><source>Priority</source><comment>priority</comment><translation>优先级</translation></message>
    <message><source>Urgent</source><comment>priority</comment><translation>紧急</translation></message>
    <message><source>High</source><comment>priority</comment><translation>高</translation></message>
    <message><source>Normal</source><comment>priority</comment><translation>普通</translation></message>
    <message><source>Low</source><comment>priority</comment><translation>低</translation></message>
    <message><source>Service stage</source><comment>service_stage</comment><translation>服务阶段</translation></message>
    <message><source>Early</source><comment>service_stage</comment><translation>前期服务</translation></message>
    <message><source>Middle</source><comment>service_stage</comment><translation>中期服务</translation></message>
    <message><source>Late</source><comment>service_stage</comment><translation>后期服务</translation></message>
    <message><source>Churn status</source><comment>churn_status</comment><translation>流失状态</translation></message>
    <message><source>At risk</source><comment>churn_status</comment><translation>即将流失</translation></message>
    <message><source>Deferred</source><comment>churn_status</comment><translation>暂缓流失</translation></message>
    <message><source>Confirmed</source><comment>churn_status</comment><translation>确认流失</translation></message>
    <message><source>Won back</source><comment>churn_status</comment><translation>已挽回</translation></message>
    <message><source>Churn reason</source><comment>churn_reason</comment><translation>流失原因</translation></message>
    <message><source>Price</source><comment>churn_reason</comment><translation>价格</translation></message>
    <message><source>Quality</source><comment>churn_reason</comment><translation>质量</translation></message>
    <message><source>Service</source><comment>churn_reason</comment><translation>服务</translation></message>
    <message><source>Competitor</source><comment>churn_reason</comment><translation>竞争对手</translation></message>
    <message><source>Customer closed</source><comment>churn_reason</comment><translation>客户停业</translation></message>
    <message><source>Late follow-up</source><comment>churn_reason</comment><translation>跟进不及时</translation></message>
    <message><source>Other</source><comment>churn_reason</comment><translation>其他</translation></message>
    <message><source>Campaign type</source><comment>campaign_type</comment><translation>活动类型</translation></message>
    <message><source>Advertising</source><comment>campaign_type</comment><translation>广告</translation></message>
    <message><source>Meeting</source><comment>campaign_type</comment><translation>会议</translation></message>
    <message><source>Exhibition</source><comment>campaign_type</comment><translation>展览</translation></message>
    <message><source>Promotion</source><comment>campaign_type</comment><translation>促销</translation></message>
    <message><source>E-mail</source><comment>campaign_type</comment><translation>邮件营销</translation></message>
    <message><source>SMS</source><comment>campaign_type</comment><translation>短信</translation></message>
    <message><source>Social media</source><comment>campaign_type</comment><translation>社交媒体</translation></message>
    <message><source>Customer care</source><comment>campaign_type</comment><translation>客户关怀</translation></message>
    <message><source>Product launch</source><comment>campaign_type</comment><translation>新品发布会</translation></message>
    <message><source>Campaign status</source><comment>campaign_status</comment><translation>活动状态</translation></message>
    <message><source>Planned</source><comment>campaign_status</comment><translation>策划</translation></message>
    <message><source>Running</source><comment>campaign_status</comment><translation>执行</translation></message>
    <message><source>Finished</source><comment>campaign_status</comment><translation>结束</translation></message>
    <message><source>Evaluated</source><comment>campaign_status</comment><translation>已评估</translation></message>
    <message><source>Cancelled</source><comment>campaign_status</comment><translation>取消</translation></message>
    <message><source>Plan item status</source><comment>dev_item_status</comment><translation>计划项状态</translation></message>
    <message><source>Planned</source><comment>dev_item_status</comment><translation>计划</translation></message>
    <message><source>Done</source><comment>dev_item_status</comment><translation>已执行</translation></message>
    <message><source>Cancelled</source><comment>dev_item_status</comment><translation>取消</translation></message>
    <message><source>Activity type</source><comment>activity_type</comment><translation>事务类型</translation></message>
    <message><source>Task</source><comment>activity_type</comment><translation>任务</translation></message>
    <message><source>Call</source><comment>activity_type</comment><translation>电话</translation></message>
    <message><source>Visit</source><comment>activity_type</comment><translation>拜访</translation></message>
    <message><source>Meeting</source><comment>activity_type</comment><translation>会议</translation></message>
    <message><source>Demonstration</source><comment>activity_type</comment><translation>演示/试用</translation></message>
    <message><source>Call-back</source><comment>activity_type</comment><translation>回访</translation></message>
    <message><source>Other</source><comment>activity_type</comment><translation>其他</translation></message>
    <message><source>Activity status</source><comment>activity_status</comment><translation>进展情况</translation></message>
    <message><source>Open</source><comment>activity_status</comment><translation>未开始</translation></message>
    <message><source>In progress</source><comment>activity_status</comment><translation>进行中</translation></message>
    <message><source>Done</source><comment>activity_status</comment><translation>已完成</translation></message>
    <message><source>Cancelled</source><comment>activity_status</comment><translation>已取消</translation></message>
    <message><source>Expense category</source><comment>expense_category</comment><translation>费用类别</translation></message>
    <message><source>Travel</source><comment>expense_category</comment><translation>差旅</translation></message>
    <message><source>Entertainment</source><comment>expense_category</comment><translation>招待</translation></message>
    <message><source>Gift</source><comment>expense_category</comment><translation>礼品</translation></message>
    <message><source>Marketing</source><comment>expense_category</comment><translation>市场</translation></message>
    <message><source>Communication</source><comment>expense_category</comment><translation>通讯</translation></message>
    <message><source>Other</source><comment>expense_category</comment><translation>其他</translation></message>
    <message><source>Expense status</source><comment>expense_status</comment><translation>费用状态</translation></message>
    <message><source>Draft</source><comment>expense_status</comment><translation>草稿</translation></message>
    <message><source>Submitted</source><comment>expense_status</comment><translation>已提交</translation></message>
    <message><source>Approved</source><comment>expense_status</comment><translation>已批准</translation></message>
    <message><source>Paid</source><comment>expense_status</comment><translation>已报销</translation></message>
    <message><source>Rejected</source><comment>expense_status</comment><translation>已驳回</translation></message>
    <message><source>Project type</source><comment>project_type</comment><translation>项目类型</translation></message>
    <message><source>Sales</source><comment>project_type</comment><translation>销售项目</translation></message>
    <message><source>Engineering</source><comment>project_type</comment><translation>工程项目</translation></message>
    <message><source>Service</source><comment>project_type</comment><translation>服务项目</translation></message>
    <message><source>Internal</source><comment>project_type</comment><translation>内部项目</translation></message>
    <message><source>Project status</source><comment>project_status</comment><translation>项目状态</translation></message>
    <message><source>Planned</source><comment>project_status</comment><translation>立项</translation></message>
    <message><source>Active</source><comment>project_status</comment><translation>执行</translation></message>
    <message><source>Paused</source><comment>project_status</comment><translation>暂停</translation></message>
    <message><source>Finished</source><comment>project_status</comment><translation>完工</translation></message>
    <message><source>Closed</source><comment>project_status</comment><translation>关闭</translation></message>
    <message><source>Post</source><comment>post</comment><translation>职务</translation></message>
    <message><source>System administrator</source><comment>post</comment><translation>系统管理员</translation></message>
    <message><source>Sales director</source><comment>post</comment><translation>销售主管</translation></message>
    <message><source>Account manager</source><comment>post</comment><translation>客户经理</translation></message>
    <message><source>Executive</source><comment>post</comment><translation>高管</translation></message>
    <message><source>Developer</source><comment>post</comment><translation>开发者</translation></message>
    <message><source>Service agent</source><comment>post</comment><translation>客服</translation></message>
    <message><source>Marketing</source><comment>post</comment><translation>市场专员</translation></message>
    <message><source>Warehouse</source><comment>post</comment><translation>仓管</translation></message>
    <message><source>Other</source><comment>post</comment><translation>其他</translation></message>
    <message><source>Education</source><comment>education</comment><translation>学历</translation></message>
    <message><source>Secondary or below</source><comment>education</comment><translation>中专及以下</translation></message>
    <message><source>College</source><comment>education</comment><translation>大专</translation></message>
    <message><source>Bachelor</source><comment>education</comment><translation>本科</translation></message>
    <message><source>Master</source><comment>education</comment><translation>硕士</translation></message>
    <message><source>Doctor</source><comment>education</comment><translation>博士</translation></message>
    <message><source>Performance grade</source><comment>rating</comment><translation>业务等级</translation></message>
    <message><source>Excellent</source><comment>rating</comment><translation>优秀</translation></message>
    <message><source>Good</source><comment>rating</comment><translation>良好</translation></message>
    <message><source>Pass</source><comment>rating</comment><translation>合格</translation></message>
    <message><source>To improve</source><comment>rating</comment><translation>待改进</translation></message>
    <message><source>Article status</source><comment>article_status</comment><translation>知识状态</translation></message>
    <message><source>Draft</source><comment>article_status</comment><translation>草稿</translation></message>
    <message><source>Review</source><comment>article_status</comment><translation>审核</translation></message>
    <message><source>Published</source><comment>article_status</comment><translation>发布</translation></message>
    <message><source>Retired</source><comment>article_status</comment><translation>停用</translation></message>
    <message><source>Article kind</source><comment>article_kind</comment><translation>知识类别</translation></message>
    <message><source>Manual</source><comment>article_kind</comment><translation>使用手册</translation></message>
    <message><source>FAQ</source><comment>article_kind</comment><translation>常见问题</translation></message>
    <message><source>Troubleshooting</source><comment>article_kind</comment><translation>故障排除</translation></message>
    <message><source>Industry knowledge</source><comment>article_kind</comment><translation>行业知识</translation></message>
    <message><source>Survey channel</source><comment>survey_channel</comment><translation>调查方式</translation></message>
    <message><source>Questionnaire</source><comment>survey_channel</comment><translation>问卷调查</translation></message>
    <message><source>Online rating</source><comment>survey_channel</comment><translation>在线评价</translation></message>
    <message><source>Telephone call-back</source><comment>survey_channel</comment><translation>电话回访</translation></message>
    <message><source>Chat mode</source><comment>chat_mode</comment><translation>客服模式</translation></message>
    <message><source>Bot</source><comment>chat_mode</comment><translation>智能服务</translation></message>
    <message><source>Human</source><comment>chat_mode</comment><translation>人工服务</translation></message>
    <message><source>Form kind</source><comment>form_kind</comment><translation>表单类型</translation></message>
    <message><source>Data form</source><comment>form_kind</comment><translation>数据自定义表单</translation></message>
    <message><source>Process form</source><comment>form_kind</comment><translation>流程自定义表单</translation></message>
    <message><source>Workflow kind</source><comment>flow_kind</comment><translation>流程类型</translation></message>
    <message><source>Work flow</source><comment>flow_kind</comment><translation>工作流程</translation></message>
    <message><source>Approval flow</source><comment>flow_kind</comment><translation>审批流程</translation></message>
    <message><source>Data scope</source><comment>scope</comment><translation>数据范围</translation></message>
    <message><source>None</source><comment>scope</comment><translation>无</translation></message>
    <message><source>Own</source><comment>scope</comment><translation>本人</translation></message>
    <message><source>Department</source><comment>scope</comment><translation>本部门</translation></message>
    <message><source>Department tree</source><comment>scope</comment><translation>本部门及下级</translation></message>
    <message><source>All</source><comment>scope</comment><translation>全部</translation></message>
    <message><source>Market information kind</source><comment>intel_kind</comment><translation>市场资料类别</translation></message>
    <message><source>Competitor</source><comment>intel_kind</comment><translation>竞争对手资料</translation></message>
    <message><source>Research report</source><comment>intel_kind</comment><translation>调研报告</translation></message>
    <message><source>Economic analysis</source><comment>intel_kind</comment><translation>经济分析报告</translation></message>
    <message><source>Product intelligence</source><comment>intel_kind</comment><translation>产品情报</translation></message>
    <message><source>Relation kind</source><comment>relation_kind</comment><translation>关系类别</translation></message>
    <message><source>Parent organisation</source><comment>relation_kind</comment><translation>上级单位</translation></message>
    <message><source>Supplies</source><comment>relation_kind</comment><translation>供货</translation></message>
    <message><source>Referrer</source><comment>relation_kind</comment><translation>介绍人</translation></message>
    <message><source>Reports to</source><comment>relation_kind</comment><translation>汇报</translation></message>
    <message><source>Family or friend</source><comment>relation_kind</comment><translation>亲友</translation></message>
    <message><source>Colleague</source><comment>relation_kind</comment><translation>同事</translation></message>
    <message><source>Influences</source><comment>relation_kind</comment><translation>影响</translation></message>
</context>
<context>
    <name>builtin</name>
    <message><source>System administrator</source><translation>系统管理员</translation></message>
    <message><source>Sales director</source><translation>销售主管</translation></message>
    <message><source>Account manager</source><translation>客户经理</translation></message>
    <message><source>Executive</source><translation>高管</translation></message>
    <message><source>Developer</source><translation>开发者</translation></message>
    <message><source>Chinese yuan</source><translation>人民币</translation></message>
    <message><source>US dollar</source><translation>美元</translation></message>
    <message><source>Euro</source><translation>欧元</translation></message>
    <message><source>Standard pipeline</source><translation>标准销售漏斗</translation></message>
    <message><source>Region</source><translation>客户地区</translation></message>
    <message><source>Customer level</source><translation>客户等级</translation></message>
    <message><source>Value tier</source><translation>客户价值</translation></message>
    <message><source>Stars</source><translation>星级</translation></message>
    <message><source>Satisfaction</source><translation>满意度</translation></message>
    <message><source>Customer type</source><translation>客户类型</translation></message>
    <message><source>Customer status</source><translation>客户状态</translation></message>
    <message><source>Source</source><translation>来源</translation></message>
    <message><source>Industry</source><translation>行业</translation></message>
    <message><source>Company size</source><translation>公司规模</translation></message>
    <message><source>Sex</source><translation>性别</translation></message>
    <message><source>Contact kind</source><translation>联系人类别</translation></message>
    <message><source>Contact method</source><translation>联系方式</translation></message>
    <message><source>Channel</source><translation>接触渠道</translation></message>
    <message><source>Direction</source><translation>联系方向</translation></message>
    <message><source>Lead status</source><translation>线索状态</translation></message>
    <message><source>Development status</source><translation>开发状态</translation></message>
    <message><source>Funnel stage</source><translation>漏斗阶段</translation></message>
    <message><source>Quote status</source><translation>报价状态</translation></message>
    <message><source>Contract status</source><translation>合同状态</translation></message>
    <message><source>Contract type</source><translation>合同类型</translation></message>
    <message><source>Order status</source><translation>订单状态</translation></message>
    <message><source>Payment status</source><translation>回款状态</translation></message>
    <message><source>Payment method</source><translation>付款方式</translation></message>
    <message><source>Purchase order status</source><translation>采购订单状态</translation></message>
    <message><source>Stock document type</source><translation>出入库类型</translation></message>
    <message><source>Stock document status</source><translation>单据状态</translation></message>
    <message><source>Product status</source><translation>产品状态</translation></message>
    <message><source>Unit</source><translation>单位</translation></message>
    <message><source>Service type</source><translation>服务类型</translation></message>
    <message><source>Service status</source><translation>服务状态</translation></message>
    <message><source>Priority</source><translation>优先级</translation></message>
    <message><source>Service stage</source><translation>服务阶段</translation></message>
    <message><source>Churn status</source><translation>流失状态</translation></message>
    <message><source>Churn reason</source><translation>流失原因</translation></message>
    <message><source>Campaign type</source><translation>活动类型</translation></message>
    <message><source>Campaign status</source><translation>活动状态</translation></message>
    <message><source>Plan item status</source><translation>计划项状态</translation></message>
    <message><source>Activity type</source><translation>事务类型</translation></message>
    <message><source>Activity status</source><translation>进展情况</translation></message>
    <message><source>Expense category</source><translation>费用类别</translation></message>
    <message><source>Expense status</source><translation>费用状态</translation></message>
    <message><source>Project type</source><translation>项目类型</translation></message>
    <message><source>Project status</source><translation>项目状态</translation></message>
    <message><source>Post</source><translation>职务</translation></message>
    <message><source>Education</source><translation>学历</translation></message>
    <message><source>Performance grade</source><translation>业务等级</translation></message>
    <message><source>Article status</source><translation>知识状态</translation></message>
    <message><source>Article kind</source><translation>知识类别</translation></message>
    <message><source>Survey channel</source><translation>调查方式</translation></message>
    <message><source>Chat mode</source><translation>客服模式</translation></message>
    <message><source>Form kind</source><translation>表单类型</translation></message>
    <message><source>Workflow kind</source><translation>流程类型</translation></message>
    <message><source>Data scope</source><translation>数据范围</translation></message>
    <message><source>Market information kind</source><translation>市场资料类别</translation></message>
    <message><source>Relation kind</source><translation>关系类别</translation></message>
</context>
<context>
    <name>print_template</name>
    <message><source>Print template</source><translation>打印模板</translation></message>
    <message><source>Print templates</source><translation>打印模板</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Name</source><translation>名称</translation></message>
    <message><source>Kind of record</source><translation>单据类型</translation></message>
    <message><source>Permanent name</source><translation>固定代号</translation></message>
    <message><source>Order</source><translation>顺序</translation></message>
    <message><source>Active</source><translation>启用</translation></message>
    <message><source>Definition</source><translation>版式内容</translation></message>
    <message><source>Version</source><translation>版本</translation></message>
    <message><source>Remark</source><translation>备注</translation></message>
</context>
<context>
    <name>print_template_version</name>
    <message><source>Version of a print template</source><translation>打印模板版本</translation></message>
    <message><source>Versions of print templates</source><translation>打印模板版本</translation></message>
    <message><source>Owner</source><translation>所有者</translation></message>
    <message><source>Department</source><translation>部门</translation></message>
    <message><source>Created</source><translation>创建时间</translation></message>
    <message><source>Created by</source><translation>创建人</translation></message>
    <message><source>Changed</source><translation>修改时间</translation></message>
    <message><source>Changed by</source><translation>修改人</translation></message>
    <message><source>Print template</source><translation>打印模板</translation></message>
    <message><source>Version</source><translation>版本</translation></message>
    <message><source>Definition</source><translation>版式内容</translation></message>
    <message><source>Saved by</source><translation>保存人</translation></message>
    <message><source>Saved</source><translation>保存时间</translation></message>
</context>
</TS>
