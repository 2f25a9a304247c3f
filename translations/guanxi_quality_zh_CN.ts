<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChangesFactory</name>
    <message>
        <source>Recent changes</source>
        <translation>最近更改</translation>
    </message>
</context>
<context>
    <name>QualityFactory</name>
    <message>
        <source>Data quality</source>
        <translation>数据质量</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ChangesModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ChangesView</name>
    <message numerus="yes">
        <source>Only the newest %n line(s)</source>
        <translation>
            <numerusform>仅最新的 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out that you may not take out</source>
        <translation>
            <numerusform>省略了您无权带出的 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>最近更改</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Exported to %1 (%2)</source>
        <translation>已导出到 %1（%2）</translation>
    </message>
    <message>
        <source>Whose changes are shown</source>
        <translation>显示谁的更改</translation>
    </message>
    <message>
        <source>Of which subject changes are shown</source>
        <translation>显示哪类记录的更改</translation>
    </message>
    <message>
        <source>Since when changes are shown</source>
        <translation>显示何时以来的更改</translation>
    </message>
    <message>
        <source>Open record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Opens the record of this change (Enter)</source>
        <translation>打开这条更改所属的记录（Enter）</translation>
    </message>
    <message>
        <source>Take back the action</source>
        <translation>撤销该操作</translation>
    </message>
    <message>
        <source>Undoes all that was changed in one go, also in other records; what somebody wrote since stays (Del)</source>
        <translation>撤销这次操作所做的全部更改，包括其他记录中的；之后他人写入的内容保留（Del）</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Prints what is shown here, or saves it as PDF (Ctrl+P)</source>
        <translation>打印此处显示的内容，或另存为 PDF（Ctrl+P）</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>All subjects</source>
        <translation>所有记录类型</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nothing changed that fits</source>
        <translation>没有符合条件的更改</translation>
    </message>
    <message>
        <source>Nobody changed anything like that in this time.</source>
        <translation>这段时间内没有人做过这样的更改。</translation>
    </message>
    <message>
        <source>Show all changes</source>
        <translation>显示全部更改</translation>
    </message>
    <message>
        <source>Nothing has changed yet</source>
        <translation>还没有任何更改</translation>
    </message>
    <message>
        <source>What you and your colleagues save is listed here.</source>
        <translation>您和同事保存的内容会列在这里。</translation>
    </message>
    <message>
        <source>Older ones: asked of the server…</source>
        <translation>更早的记录：正在向服务器查询……</translation>
    </message>
    <message>
        <source>What happened before that is at the server, and this computer is offline.</source>
        <translation>更早的记录在服务器上，而这台电脑当前离线。</translation>
    </message>
    <message>
        <source>For a long time before that nothing happened that fits. Choose another time or person to look for older ones.</source>
        <translation>在此之前很长时间内都没有符合条件的变更。要查看更早的记录，请选择其他时间或人员。</translation>
    </message>
    <message>
        <source>Nothing that fits happened before that.</source>
        <translation>在此之前没有符合条件的变更。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::QualityView</name>
    <message numerus="yes">
        <source>not changed for %n year(s)</source>
        <translation>
            <numerusform>%n 年未更新</numerusform>
        </translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>检查对象</translation>
    </message>
    <message>
        <source>What counts as out of date</source>
        <translation>多久算过期</translation>
    </message>
    <message>
        <source>What was found; its records are listed beneath</source>
        <translation>检查结果；相应记录列在下方</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>&amp;Tidy up…</source>
        <translation>规范整理(&amp;T)…</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>重新检查(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) checked…</source>
        <translation>
            <numerusform>已检查 %n 条记录…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) checked</source>
        <translation>
            <numerusform>共检查 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>All records are looked through; you can go on working.</source>
        <translation>正在逐条检查所有记录，您可以继续工作。</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>没有需要处理的数据</translation>
    </message>
    <message>
        <source>Out of date: %1</source>
        <translation>过期：%1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺失：%1</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Untidy: %1</source>
        <translation>不规范：%1</translation>
    </message>
    <message>
        <source>Neither telephone nor e-mail</source>
        <translation>电话和邮箱均为空</translation>
    </message>
    <message>
        <source>Nothing is missing, wrong, untidy, doubled or out of date in the records you see.</source>
        <translation>您可见的记录中没有缺失、错误、不规范、重复或过期的数据。</translation>
    </message>
    <message>
        <source>Possibly entered twice; two selected ones can be merged</source>
        <translation>可能重复录入（选中两条即可合并）</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TidyDialog</name>
    <message>
        <source>Looking for what can be tidied…</source>
        <translation>正在查找可规范的数据…</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>规范整理</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Tidy up: %1</source>
        <translation>规范整理：%1</translation>
    </message>
    <message>
        <source>Values are written as the rules say: telephone numbers as area code and number, names without superfluous blanks and with letters in half width. Their meaning stays the same.</source>
        <translation>按规则统一写法：电话写成“区号-号码”，名称去掉多余空格、字母数字改为半角。数据含义不变。</translation>
    </message>
    <message>
        <source>Values that would be tidied; Enter opens the record</source>
        <translation>将被规范的数据；按回车打开记录</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>There is nothing to tidy.</source>
        <translation>没有可规范的数据。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) would be written otherwise.</source>
        <translation>
            <numerusform>将改写 %n 处数据。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) you may not change.</source>
        <translation>
            <numerusform>另有 %n 处您无权修改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) tidied</source>
        <translation>
            <numerusform>已规范 %n 处数据</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::TidyItems</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>As it will be</source>
        <translation>整理后</translation>
    </message>
</context>
</TS>
