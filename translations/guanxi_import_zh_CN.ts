<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>ExportSheet</name>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>错误原因</translation>
    </message>
    <message>
        <source>This import has been taken back already.</source>
        <translation>这次导入已经撤销过了。</translation>
    </message>
    <message>
        <source>This import is too long ago to be taken back here.</source>
        <translation>这次导入时间太久，无法在此撤销。</translation>
    </message>
    <message>
        <source>Take import back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Choose one import.</source>
        <translation>请选择一次导入。</translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message>
        <source>leave it as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>fill its empty fields</source>
        <translation>只补充空白字段</translation>
    </message>
    <message>
        <source>overwrite its fields</source>
        <translation>覆盖原有内容</translation>
    </message>
    <message>
        <source>add another record</source>
        <translation>另存为新记录</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ExportDialog</name>
    <message>
        <source>&amp;With related records:</source>
        <translation>连同关联记录(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>导出：%1</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel 工作簿 (.xlsx)</translation>
    </message>
    <message>
        <source>Text table (.csv)</source>
        <translation>文本表格 (.csv)</translation>
    </message>
    <message>
        <source>XML (.xml)</source>
        <translation>XML (.xml)</translation>
    </message>
    <message>
        <source>Address cards (.vcf)</source>
        <translation>电子名片 (.vcf)</translation>
    </message>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode (UTF-8)</translation>
    </message>
    <message>
        <source>Chinese, for older programs (GB18030)</source>
        <translation>中文，用于旧版软件 (GB18030)</translation>
    </message>
    <message>
        <source>As the list shows them</source>
        <translation>与列表显示的一致</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部字段</translation>
    </message>
    <message>
        <source>To change them and import them again</source>
        <translation>用于修改后重新导入</translation>
    </message>
    <message>
        <source>The headings name the fields for the import, and the last column says which record each line is; leave both as they are.</source>
        <translation>表头用于导入时识别字段，最后一列标明每行对应哪条记录，请保持原样。</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>En&amp;coding:</source>
        <translation>编码(&amp;C)：</translation>
    </message>
    <message>
        <source>Fie&amp;lds:</source>
        <translation>字段(&amp;L)：</translation>
    </message>
    <message>
        <source>All that the list shows</source>
        <translation>列表中的全部记录</translation>
    </message>
    <message numerus="yes">
        <source>The selected record(s) (%n)</source>
        <translation>
            <numerusform>选中的记录（%n 条）</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Records:</source>
        <translation>记录(&amp;R)：</translation>
    </message>
    <message>
        <source>Related records</source>
        <translation>关联记录</translation>
    </message>
    <message>
        <source>All that the list shows (%1)</source>
        <translation>列表中的全部记录（%1 条）</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>导出到文件</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>已处理 %1 / %2 条记录</translation>
    </message>
    <message>
        <source>Putting the file together…</source>
        <translation>正在生成文件…</translation>
    </message>
    <message numerus="yes">
        <source>, %n second(s) left</source>
        <translation>
            <numerusform>，约剩 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n minute(s) left</source>
        <translation>
            <numerusform>，约剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) exported to %1</source>
        <translation>
            <numerusform>已将 %n 条记录导出到 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n left out, which you may not export</source>
        <translation>
            <numerusform>；另有 %n 条您无权导出，未包含在内</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; no file was written.</source>
        <translation>已取消，没有生成文件。</translation>
    </message>
    <message>
        <source>%1 A cell of Excel takes no more; a text table or XML does. No file was written.</source>
        <translation>%1Excel 单元格放不下更多内容，可改用文本表格或 XML。没有生成文件。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ImportColumns</name>
    <message>
        <source>The first line holds the &amp;names of the columns</source>
        <translation>第一行是列名(&amp;N)</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Goes into the field</source>
        <translation>导入到字段</translation>
    </message>
    <message>
        <source>Columns and fields</source>
        <translation>列与字段</translation>
    </message>
    <message>
        <source>No column gives what each new record must have. The same for all lines:</source>
        <translation>以下必填字段在文件中没有对应的列，请统一指定：</translation>
    </message>
    <message>
        <source>As it looks</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode（UTF-8）</translation>
    </message>
    <message>
        <source>Chinese, simplified (GB18030, GBK)</source>
        <translation>简体中文（GB18030、GBK）</translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5)</source>
        <translation>繁体中文（Big5）</translation>
    </message>
    <message>
        <source>Unicode (UTF-16)</source>
        <translation>Unicode（UTF-16）</translation>
    </message>
    <message>
        <source>Western European (Windows)</source>
        <translation>西欧（Windows）</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>文件：</translation>
    </message>
    <message>
        <source>&amp;Sheet:</source>
        <translation>工作表(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>编码(&amp;E)：</translation>
    </message>
    <message>
        <source>Columns are separated &amp;by:</source>
        <translation>列分隔符(&amp;B)：</translation>
    </message>
    <message>
        <source>Field for “%1”</source>
        <translation>“%1”对应的字段</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>（不导入）</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>请选择文件。</translation>
    </message>
    <message>
        <source>Choose a field for at least one column.</source>
        <translation>请至少为一列选择对应的字段。</translation>
    </message>
    <message>
        <source>As it looks (%1)</source>
        <translation>自动识别（%1）</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Columns as save&amp;d:</source>
        <translation>已存的列对应(&amp;D)：</translation>
    </message>
    <message>
        <source>(by their heads)</source>
        <translation>（按表头识别）</translation>
    </message>
    <message>
        <source>Save which column goes where</source>
        <translation>保存列对应关系</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>(says which record it is)</source>
        <translation>（标明是哪条记录）</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ImportDialog</name>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>上一步(&amp;K)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>导入：%1</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n record(s)</source>
        <translation>
            <numerusform>导入 %n 条记录(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>Checking line by line; nothing is changed…</source>
        <translation>正在逐行检查，不会改动任何数据…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>已取消，没有改动任何数据。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) imported</source>
        <translation>
            <numerusform>已导入 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Save lines with errors</source>
        <translation>保存有错误的行</translation>
    </message>
    <message>
        <source>%1 - errors.csv</source>
        <translation>%1 - 错误行.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Choose a file, or drop one here</source>
        <translation>选择文件，或将文件拖到这里</translation>
    </message>
    <message>
        <source>Spreadsheets (.xlsx), text tables (.csv, .txt, .tsv) in any encoding, XML that Guanxi exported (.xml), and address cards (.vcf). Nothing is changed before you have seen what it comes to.</source>
        <translation>支持电子表格 (.xlsx)、任意编码的文本表格 (.csv、.txt、.tsv)、本软件导出的 XML (.xml) 和电子名片 (.vcf)。在您看过检查结果之前，不会更改任何数据。</translation>
    </message>
    <message>
        <source>Tables and address cards (*.xlsx *.csv *.txt *.tsv *.xml *.vcf)</source>
        <translation>表格和电子名片 (*.xlsx *.csv *.txt *.tsv *.xml *.vcf)</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Writing the lines with errors…</source>
        <translation>正在保存有错误的行…</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n error(s))</source>
        <translation>
            <numerusform>%1（%n 个错误）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::ImportResult</name>
    <message>
        <source>&amp;Save lines with errors…</source>
        <translation>保存有错误的行(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;When a record is there already:</source>
        <translation>记录已存在时(&amp;W)：</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>Lines with errors</source>
        <translation>有错误的行</translation>
    </message>
    <message>
        <source>Records that are there already</source>
        <translation>已存在的记录</translation>
    </message>
    <message>
        <source>New records</source>
        <translation>新记录</translation>
    </message>
    <message>
        <source>S&amp;how:</source>
        <translation>显示(&amp;H)：</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>新增 %1 条</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>更新 %1 条</translation>
    </message>
    <message>
        <source>%1 the same already</source>
        <translation>内容相同 %1 条</translation>
    </message>
    <message>
        <source>%1 left as they are</source>
        <translation>保持不变 %1 条</translation>
    </message>
    <message>
        <source>%1 with errors</source>
        <translation>有错误 %1 条</translation>
    </message>
    <message>
        <source>There is no line in it.</source>
        <translation>文件中没有数据行。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>the same already</source>
        <translation>内容相同</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>%1 as on line %2</source>
        <translation>%1与第 %2 行相同</translation>
    </message>
    <message>
        <source>%1 as in “%2”</source>
        <translation>%1与“%2”相同</translation>
    </message>
    <message>
        <source>What happens to line %1</source>
        <translation>第 %1 行的处理方式</translation>
    </message>
    <message>
        <source>until now: %1</source>
        <translation>原值：%1</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>possibly “%1”: %2</source>
        <translation>可能是“%1”：%2</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ImportSheets</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Sheets of the file</source>
        <translation>文件中的工作表</translation>
    </message>
    <message>
        <source>What the sheet “%1” holds</source>
        <translation>工作表“%1”的内容</translation>
    </message>
    <message>
        <source>(not said)</source>
        <translation>（未指定）</translation>
    </message>
    <message>
        <source>Say what the sheet “%1” holds, or do not take it.</source>
        <translation>请指定工作表“%1”的内容，或取消勾选。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
</TS>
