<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DocumentFilters</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To be approved</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Running out</source>
        <translation>即将失效</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>Expiring soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due in 30 days</source>
        <translation>30 天内到期</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>With this order %1 would owe %2 (%3 are open, this order %4); the credit limit is %5.</source>
        <translation>加上本订单，%1 的未收款将达 %2（现有未收款 %3，本订单 %4），信用额度为 %5。</translation>
    </message>
    <message>
        <source>%1 It cannot be submitted or reviewed.</source>
        <translation>%1不能提交或审核。</translation>
    </message>
    <message numerus="yes">
        <source>%n instalment(s) overdue: %1, the first since %2.</source>
        <translation>
            <numerusform>%n 期款项逾期：%1，最早应于 %2 支付。</numerusform>
        </translation>
    </message>
    <message>
        <source>It ends on %1 and is renewed by %2.</source>
        <translation>合同于 %1 到期，已由 %2 续签。</translation>
    </message>
    <message>
        <source>It ended on %1 and has not been renewed.</source>
        <translation>合同已于 %1 到期，尚未续签。</translation>
    </message>
    <message numerus="yes">
        <source>It ends on %1, in %n day(s), and has not been renewed.</source>
        <translation>
            <numerusform>合同将于 %1 到期，还有 %n 天，尚未续签。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one record for this.</source>
        <translation>请选择一条记录再执行此操作。</translation>
    </message>
    <message>
        <source>There is nothing left to plan: the instalments cover all of it.</source>
        <translation>已全部列入回款计划，没有可再计划的金额。</translation>
    </message>
    <message>
        <source>Only a contract that was signed can be renewed.</source>
        <translation>只有已签署的合同才能续签。</translation>
    </message>
    <message>
        <source>Plan payments…</source>
        <translation>制定回款计划…</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>续签…</translation>
    </message>
</context>
<context>
    <name>FunnelFactory</name>
    <message>
        <source>Sales funnel</source>
        <translation>销售漏斗</translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>Choose one record for this.</source>
        <translation>请选择一条记录再操作。</translation>
    </message>
    <message>
        <source>An order is made from a quote that the customer has accepted.</source>
        <translation>只有客户已接受的报价才能生成订单。</translation>
    </message>
    <message>
        <source>Make an order</source>
        <translation>生成订单</translation>
    </message>
    <message>
        <source>Where is it delivered to?</source>
        <translation>送货地址：</translation>
    </message>
    <message numerus="yes">
        <source>Order made with %n line(s)</source>
        <translation>
            <numerusform>已生成订单，共 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n line(s) without a product stayed behind</source>
        <translation>
            <numerusform>%1；有 %n 行未选产品，未带入订单</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a contract</source>
        <translation>生成合同</translation>
    </message>
    <message>
        <source>Record a payment</source>
        <translation>登记回款</translation>
    </message>
    <message>
        <source>Reverse this payment</source>
        <translation>冲销这笔回款</translation>
    </message>
    <message>
        <source>Only a qualified lead can be converted.</source>
        <translation>只有已确认的线索才能转化。</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>转化…</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ConvertDialog</name>
    <message>
        <source>&amp;Convert</source>
        <translation>转化(&amp;C)</translation>
    </message>
    <message>
        <source>Convert: %1</source>
        <translation>转化：%1</translation>
    </message>
    <message>
        <source>New customer: %1</source>
        <translation>新客户：%1</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>C&amp;ustomer:</source>
        <translation>客户(&amp;U)：</translation>
    </message>
    <message>
        <source>With a c&amp;ontact</source>
        <translation>同时新建联系人(&amp;O)</translation>
    </message>
    <message>
        <source>With an o&amp;pportunity</source>
        <translation>同时新建销售机会(&amp;P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) may be the same: choose one, or make a new one.</source>
        <translation>
            <numerusform>有 %n 个客户可能相同：请选择其中一个，或新建客户。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Converted: %1</source>
        <translation>已转化：%1</translation>
    </message>
</context>
<context>
    <name>guanxi::app::FunnelView</name>
    <message>
        <source>All opportunities I see</source>
        <translation>我能看到的全部机会</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>指派给我的</translation>
    </message>
    <message>
        <source>Whose opportunities</source>
        <translation>谁的机会</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>销售流程</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Sales funnel</source>
        <translation>销售漏斗</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>机会数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权金额</translation>
    </message>
    <message>
        <source>Went on</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Days in it</source>
        <translation>平均停留天数</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>停留过久</translation>
    </message>
    <message>
        <source>Of those that came into the stage, how many came into the next one</source>
        <translation>进入本阶段的机会中，有多少进入了下一阶段</translation>
    </message>
    <message>
        <source>Mean time of those that left the stage</source>
        <translation>已离开本阶段的机会的平均停留时间</translation>
    </message>
    <message>
        <source>Longer in the stage than it allows; choose the number to see them</source>
        <translation>停留超过本阶段规定天数的机会；选中数字即可查看</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n open, %1 in all, %2 weighted</source>
        <translation>
            <numerusform>%n 个进行中，合计 %1，加权 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::PlanDialog</name>
    <message>
        <source>&amp;Plan</source>
        <translation>制定(&amp;P)</translation>
    </message>
    <message>
        <source>Plan payments: %1</source>
        <translation>制定回款计划：%1</translation>
    </message>
    <message>
        <source>equal parts; or shares like 30/60/10</source>
        <translation>平均分期；或按比例，如 30/60/10</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>分期</translation>
    </message>
    <message>
        <source>To be planned:</source>
        <translation>待计划金额：</translation>
    </message>
    <message>
        <source>&amp;Number of parts:</source>
        <translation>期数(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Shares:</source>
        <translation>比例(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;First due:</source>
        <translation>首期到期日(&amp;F)：</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Line %1: the day cannot be read.</source>
        <translation>第 %1 行：日期无法识别。</translation>
    </message>
    <message>
        <source>Line %1: the amount has to be a number above 0.</source>
        <translation>第 %1 行：金额须为大于 0 的数字。</translation>
    </message>
    <message>
        <source>The shares cannot be read. Type numbers like 30/60/10.</source>
        <translation>比例无法识别，请输入如 30/60/10 的数字。</translation>
    </message>
    <message>
        <source>That is more than there is to be planned: take off %1.</source>
        <translation>超出待计划金额，请减少 %1。</translation>
    </message>
    <message>
        <source>%1 of it stay unplanned.</source>
        <translation>其中 %1 未列入计划。</translation>
    </message>
    <message numerus="yes">
        <source>%n instalment(s) planned</source>
        <translation>
            <numerusform>已计划 %n 期回款</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Months between them:</source>
        <translation>间隔月数(&amp;M)：</translation>
    </message>
</context>
<context>
    <name>guanxi::app::VersionDialog</name>
    <message>
        <source>&amp;Compare with the present version</source>
        <translation>与当前版本比较(&amp;C)</translation>
    </message>
    <message>
        <source>%1 – version %2</source>
        <translation>%1 – 版本 %2</translation>
    </message>
    <message>
        <source>Lines of the version</source>
        <translation>版本明细</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sent %1 by %2</source>
        <translation>%2 于 %1 发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Product or service</source>
        <translation>产品或服务</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
</context>
<context>
    <name>guanxi::app::VersionsView</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>查看(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quote again from this version</source>
        <translation>按此版本重新报价(&amp;Q)</translation>
    </message>
    <message>
        <source>Versions of the quote</source>
        <translation>报价的各个版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>发送人</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>与当前版本的差异</translation>
    </message>
    <message>
        <source>What was sent stays here as it was, whatever becomes of the quote.</source>
        <translation>已发送的版本按原样保留，不受报价后续变化影响。</translation>
    </message>
    <message>
        <source>Each version that is sent is kept here as it was, from when it has reached the server.</source>
        <translation>每个发送过的版本上传到服务器后都会按原样保留在这里。</translation>
    </message>
    <message>
        <source>%1%2</source>
        <comment>sign and amount</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>same lines</source>
        <translation>明细相同</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ</source>
        <translation>
            <numerusform>%n 行明细不同</numerusform>
        </translation>
    </message>
    <message>
        <source>present, %1</source>
        <translation>当前版本，%1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>was sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>This version is the draft itself. Choose an earlier one.</source>
        <translation>当前版本就是草稿本身，请选择较早的版本。</translation>
    </message>
    <message>
        <source>The draft has the lines of version %1 again</source>
        <translation>草稿已恢复为版本 %1 的明细</translation>
    </message>
    <message>
        <source>A new quote was made from version %1</source>
        <translation>已按版本 %1 新建报价</translation>
    </message>
    <message>
        <source>not at the server yet</source>
        <translation>尚未上传到服务器</translation>
    </message>
</context>
</TS>
