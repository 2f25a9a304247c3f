<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AmountAxis</name>
    <message>
        <source>thousand</source>
        <translation>千</translation>
    </message>
    <message>
        <source>ten thousand</source>
        <translation>万</translation>
    </message>
    <message>
        <source>million</source>
        <translation>百万</translation>
    </message>
    <message>
        <source>hundred million</source>
        <translation>亿</translation>
    </message>
</context>
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
    <name>ForecastFactory</name>
    <message>
        <source>Sales forecast</source>
        <translation>销售预测</translation>
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
    <name>RankingFactory</name>
    <message>
        <source>Sales ranking</source>
        <translation>销售业绩排名</translation>
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
    <message>
        <source>Move to a stage…</source>
        <translation>移到其他阶段…</translation>
    </message>
    <message>
        <source>Mark success</source>
        <translation>标记开发成功</translation>
    </message>
    <message>
        <source>Begin a project</source>
        <translation>立项</translation>
    </message>
    <message>
        <source>Quick &amp;lead…</source>
        <translation>快速录入线索(&amp;L)…</translation>
    </message>
    <message>
        <source>This opportunity is closed. Reopen it first.</source>
        <translation>该机会已结束，请先“重新开发”。</translation>
    </message>
    <message>
        <source>%1 is now in “%2”</source>
        <translation>%1 已进入“%2”</translation>
    </message>
    <message>
        <source>A project begins when the opportunity is won.</source>
        <translation>机会成功后才能立项。</translation>
    </message>
    <message>
        <source>A project begins with a signed contract; this opportunity has none yet.</source>
        <translation>立项需要已签署的合同，该机会还没有。</translation>
    </message>
    <message>
        <source>Project begun: %1</source>
        <translation>已立项：%1</translation>
    </message>
    <message>
        <source>%1: %2, at most %3</source>
        <translation>%1：%2 个，最多 %3 个</translation>
    </message>
</context>
<context>
    <name>SalesFigures</name>
    <message>
        <source>MMM yyyy</source>
        <comment>date format of a month</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <comment>quarter, year</comment>
        <translation>%2年第%1季度</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a year</comment>
        <translation>%1年</translation>
    </message>
    <message>
        <source>MMM yy</source>
        <comment>date format of a January on an axis</comment>
        <translation>yy年M月</translation>
    </message>
    <message>
        <source>MMM</source>
        <comment>date format of a month on an axis</comment>
        <translation>M月</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>CNY</source>
        <comment>behind a number</comment>
        <translation>元</translation>
    </message>
</context>
<context>
    <name>TargetSheetFactory</name>
    <message>
        <source>Targets of the year</source>
        <translation>年度销售目标</translation>
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
    <message>
        <source>&amp;Mark success</source>
        <translation>标记开发成功(&amp;M)</translation>
    </message>
    <message>
        <source>Won: %1 becomes a customer</source>
        <translation>成功：%1 成为客户</translation>
    </message>
    <message>
        <source>Won: %1</source>
        <translation>已成功：%1</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ForecastPicture</name>
    <message>
        <source>Booked</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权金额</translation>
    </message>
    <message>
        <source>Best case</source>
        <translation>最好情况</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>unit and currency: 万 元, thousand CNY</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ForecastView</name>
    <message>
        <source>Three months back, nine ahead</source>
        <translation>前三个月到后九个月</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>明年</translation>
    </message>
    <message>
        <source>Which months</source>
        <translation>月份范围</translation>
    </message>
    <message>
        <source>Compare with an earlier day</source>
        <translation>与以前某天比较</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Sales forecast by month</source>
        <translation>按月销售预测</translation>
    </message>
    <message>
        <source>Sales forecast</source>
        <translation>销售预测</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>机会数</translation>
    </message>
    <message>
        <source>Best case</source>
        <translation>最好情况</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>有把握</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权金额</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计合计</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Booked of target</source>
        <translation>下单达成率</translation>
    </message>
    <message>
        <source>Expected then</source>
        <translation>当时预计</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Open opportunities by their expected close</source>
        <translation>进行中的机会，按预计成交日期归入月份</translation>
    </message>
    <message>
        <source>All of them, if every one is won</source>
        <translation>全部成交时的金额</translation>
    </message>
    <message>
        <source>Those with a probability of %1 % or more</source>
        <translation>成功概率在 %1% 及以上的机会</translation>
    </message>
    <message>
        <source>Amount times probability</source>
        <translation>金额乘以成功概率</translation>
    </message>
    <message>
        <source>Orders of the month, reviewed or later, by order date</source>
        <translation>当月已审核及以后状态的订单，按下单日期</translation>
    </message>
    <message>
        <source>Booked and weighted together</source>
        <translation>已下单加上加权金额</translation>
    </message>
    <message>
        <source>A month without a target of its own has its part of the quarter or the year</source>
        <translation>没有单独目标的月份，取季度或年度目标的相应份额</translation>
    </message>
    <message>
        <source>What was expected on the day that is compared with</source>
        <translation>在所比较的那一天预计的金额</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>未填日期</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Trend of the orders booked so far: %1</source>
        <translation>按历史订单推算的趋势：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n open, %1 weighted, %2 booked</source>
        <translation>
            <numerusform>%n 个进行中，加权 %1，已下单 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n overdue</source>
        <translation>
            <numerusform> · %n 个已逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>与以前比较…</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>The server keeps the forecast of every day; there is none of an earlier day yet.</source>
        <translation>服务器每天保存一次预测；目前还没有以前的记录。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
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
    <message>
        <source>Too many</source>
        <translation>过多</translation>
    </message>
    <message>
        <source>People with more opportunities in the stage than it allows each; choose the number to see these</source>
        <translation>该阶段机会数超过每人上限的人员；选中数字可查看这些机会</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
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
        <source>&amp;Months between them:</source>
        <translation>间隔月数(&amp;M)：</translation>
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
</context>
<context>
    <name>guanxi::app::QuickLead</name>
    <message>
        <source>Quick lead</source>
        <translation>快速录入线索</translation>
    </message>
    <message>
        <source>Name, telephone, company, what they want – in one line</source>
        <translation>姓名、电话、公司、需求，一行写完</translation>
    </message>
    <message>
        <source>The lead in one line</source>
        <translation>一行线索</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Enter saves and is ready for the next one, Ctrl+Enter opens the lead</source>
        <translation>回车保存并继续下一条，Ctrl+回车保存并打开</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Example: Wang Fang 13812345678 two pumps by October</source>
        <translation>例如：王芳 13812345678 杭州远大机械有限公司 十月前要两台泵</translation>
    </message>
    <message>
        <source>There may be such a lead already: %1 (%2).</source>
        <translation>可能已有这条线索：%1（%2）。</translation>
    </message>
    <message>
        <source>Lead saved: %1</source>
        <translation>线索已保存：%1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RankingView</name>
    <message>
        <source>Revenue</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Provided</source>
        <translation>提供机会</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>回款</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Plan items done</source>
        <translation>完成计划项</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Attainment</source>
        <translation>达成率</translation>
    </message>
    <message>
        <source>In brackets: in the period before</source>
        <translation>括号内为上一期的排名</translation>
    </message>
    <message>
        <source>The bar is what was achieved, the mark is the target</source>
        <translation>色条为完成额，竖线为目标</translation>
    </message>
    <message>
        <source>A month without a target of its own has its part of the quarter or the year; a department without one has those of its people</source>
        <translation>没有单独目标的月份，取季度或年度目标的相应份额；没有单独目标的部门，取其人员目标之和</translation>
    </message>
    <message>
        <source>Lines of orders that are reviewed or later, by order date, without tax</source>
        <translation>已审核及以后状态订单的明细金额，按下单日期，不含税</translation>
    </message>
    <message>
        <source>Orders that are reviewed or later, by order date, with tax</source>
        <translation>已审核及以后状态的订单金额，按下单日期，含税</translation>
    </message>
    <message>
        <source>Money received for orders and contracts of theirs, whoever recorded it</source>
        <translation>其订单和合同收到的款项，不论由谁登记</translation>
    </message>
    <message>
        <source>Customers whose first reviewed order lies in the period</source>
        <translation>首张已审核订单在本期内的客户</translation>
    </message>
    <message>
        <source>Opportunities that they brought in, whoever follows them up</source>
        <translation>由其提供的机会，不论由谁跟进</translation>
    </message>
    <message>
        <source>Opportunities closed as won</source>
        <translation>以成功结束的机会</translation>
    </message>
    <message>
        <source>Interactions face to face</source>
        <translation>面对面的联系记录</translation>
    </message>
    <message>
        <source>Interactions by telephone</source>
        <translation>电话联系记录</translation>
    </message>
    <message>
        <source>Items of development plans that were carried out</source>
        <translation>已执行的客户开发计划项</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>销售人员</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Sales channel</source>
        <translation>销售渠道</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Product category</source>
        <translation>产品类别</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月度</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Ranked are</source>
        <translation>排名对象</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>排名依据</translation>
    </message>
    <message>
        <source>Length of the period</source>
        <translation>期间长度</translation>
    </message>
    <message>
        <source>Period before (%1)</source>
        <translation>上一期（%1）</translation>
    </message>
    <message>
        <source>Period after (%1)</source>
        <translation>下一期（%1）</translation>
    </message>
    <message>
        <source>Period after</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Sales ranking</source>
        <translation>销售业绩排名</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Nothing was sold or done in this period, as far as you see it.</source>
        <translation>在您可见的范围内，本期没有销售和活动。</translation>
    </message>
    <message>
        <source>Counted from the records that you may see</source>
        <translation>按您有权查看的记录统计</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ScoreView</name>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>When</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分数</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) of 100</source>
        <translation>
            <numerusform>%n 分（满分 100）</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no score rules yet. Make some under “Lead score rules”.</source>
        <translation>还没有评分规则，请在“线索评分规则”中添加。</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>（%1）</translation>
    </message>
</context>
<context>
    <name>guanxi::app::StageLanes</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Move to “%1”</source>
        <translation>移到“%1”</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <translation>%1（“%2”）</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>销售漏斗</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>过多</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TargetGrid</name>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>“%1” is no target: expected is a number of zero or more.</source>
        <translation>“%1”不能作为目标：请输入零或正数。</translation>
    </message>
    <message>
        <source>There are more cells on the clipboard than fit here; nothing was pasted.</source>
        <translation>剪贴板上的单元格超出了表格范围，未粘贴任何内容。</translation>
    </message>
    <message>
        <source>“%1” in row %2 is no target; nothing was pasted.</source>
        <translation>第 %2 行的“%1”不能作为目标，未粘贴任何内容。</translation>
    </message>
    <message>
        <source>No target of its own: what follows from those of longer or shorter periods</source>
        <translation>未单独设定，由更长或更短期间的目标推算</translation>
    </message>
    <message>
        <source>Choose the first cell to paste into.</source>
        <translation>请先选择开始粘贴的单元格。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TargetSheet</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>What the targets are of</source>
        <translation>目标的指标</translation>
    </message>
    <message>
        <source>Year before (%1)</source>
        <translation>上一年（%1）</translation>
    </message>
    <message>
        <source>Year after (%1)</source>
        <translation>下一年（%1）</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>Add a salesperson</source>
        <translation>添加销售人员</translation>
    </message>
    <message>
        <source>Add a salesperson…</source>
        <translation>添加销售人员…</translation>
    </message>
    <message>
        <source>Nobody has sold anything or has a target yet. Add a salesperson to begin.</source>
        <translation>还没有销售记录或目标。请先添加销售人员。</translation>
    </message>
    <message>
        <source>You may look at these targets, not change them.</source>
        <translation>您可以查看这些目标，但不能修改。</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>按季度</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>Length of the periods</source>
        <translation>期间长度</translation>
    </message>
    <message>
        <source>Targets of a year by salesperson and period</source>
        <translation>按销售人员和期间列出的年度目标</translation>
    </message>
    <message>
        <source>Type a target into its cell, or paste a table from a spreadsheet.</source>
        <translation>在单元格中输入目标，或从电子表格粘贴。</translation>
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
<context>
    <name>guanxi::app::WhoseBox</name>
    <message>
        <source>Whose figures</source>
        <translation>统计谁的数据</translation>
    </message>
    <message>
        <source>Everybody I see</source>
        <translation>我可见的所有人</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>仅我自己</translation>
    </message>
</context>
</TS>
