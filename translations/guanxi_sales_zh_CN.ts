<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
