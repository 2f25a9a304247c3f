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
</TS>
