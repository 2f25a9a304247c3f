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
</context>
</TS>
