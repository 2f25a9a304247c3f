<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
</context>
</TS>
