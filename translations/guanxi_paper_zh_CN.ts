<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DocumentPrintout</name>
    <message>
        <source>Some texts of this template are not translated into Chinese; they are printed in the other language.</source>
        <translation>此模板有些文字没有中文，按另一种语言打印。</translation>
    </message>
    <message>
        <source>Some texts of this template are not translated into English; they are printed in the other language.</source>
        <translation>此模板有些文字没有英文，按另一种语言打印。</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>模板(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Record sheet</source>
        <translation>记录详单</translation>
    </message>
    <message>
        <source>Record sheet with related records</source>
        <translation>记录详单（含相关记录）</translation>
    </message>
    <message>
        <source>The picture of the company is not on this computer yet; the letterhead is printed without it.</source>
        <translation>公司标志尚未下载到本机，信头将不含标志。</translation>
    </message>
</context>
<context>
    <name>LabelPrintout</name>
    <message>
        <source>Product labels</source>
        <translation>产品标签</translation>
    </message>
    <message>
        <source>Address labels</source>
        <translation>地址标签</translation>
    </message>
    <message>
        <source>Attn. %1</source>
        <translation>%1 收</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>标签规格(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Begin at label</source>
        <translation>从第几个标签开始(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>条码(&amp;C)</translation>
    </message>
    <message>
        <source>Bars (Code 128)</source>
        <translation>一维码（Code 128）</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
</context>
<context>
    <name>PagesPrintout</name>
    <message>
        <source>Pa&amp;per</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Orientation</source>
        <translation>方向(&amp;O)</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
</context>
<context>
    <name>PrintModule</name>
    <message>
        <source>Choose the records to print.</source>
        <translation>请先选择要打印的记录。</translation>
    </message>
    <message>
        <source>Print records and documents…</source>
        <translation>打印记录或单据…</translation>
    </message>
    <message>
        <source>Print labels…</source>
        <translation>打印标签…</translation>
    </message>
</context>
<context>
    <name>guanxi::app::PageView</name>
    <message>
        <source>Pages as they will be printed</source>
        <translation>打印页面预览</translation>
    </message>
</context>
<context>
    <name>guanxi::app::PrintPreview</name>
    <message>
        <source>Print: %1</source>
        <translation>打印：%1</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>另存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;E-mail…</source>
        <translation>发送邮件(&amp;E)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The pages could not be made: the record is not on this computer, or may not be seen.</source>
        <translation>无法生成页面：该记录不在本机，或您无权查看。</translation>
    </message>
    <message>
        <source>No font with Chinese characters is installed on this computer; they would be printed as boxes. Install one (Noto Sans CJK) and try again.</source>
        <translation>本机没有安装中文字体，汉字会打印成方框。请安装中文字体（如 Noto Sans CJK）后重试。</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown; all are printed.</source>
        <translation>仅预览前 %1 份（共 %2 份），打印时全部输出。</translation>
    </message>
    <message>
        <source>Making the pages…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>There is nothing to print.</source>
        <translation>没有可打印的内容。</translation>
    </message>
    <message>
        <source>Page %1 of %2 · %3 %</source>
        <translation>第 %1 页，共 %2 页 · %3 %</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Set one up in the system&apos;s settings, or save the pages as PDF.</source>
        <translation>本机没有安装打印机。请在系统设置中添加打印机，或另存为 PDF。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to %1</source>
        <translation>
            <numerusform>已将 %n 页发送到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) saved to %1</source>
        <translation>
            <numerusform>已将 %n 页保存到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No file can be written for the mail: the folder for temporary files is full or closed.</source>
        <translation>无法生成邮件附件：临时文件夹已满或不可写。</translation>
    </message>
    <message>
        <source>The mail is open in your mail program, with the file attached.</source>
        <translation>已在邮件程序中打开邮件，附件已添加。</translation>
    </message>
    <message>
        <source>No mail program is set up on this computer (xdg-email of the package xdg-utils is missing). Save the pages as PDF and attach the file yourself.</source>
        <translation>本机没有设置邮件程序（缺少 xdg-utils 软件包中的 xdg-email）。请另存为 PDF，再自行添加为附件。</translation>
    </message>
    <message numerus="yes">
        <source>; %n left out, which you may not print</source>
        <translation>
            <numerusform>；%n 份因无打印权限未输出</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>第 %1 份，共 %2 份</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Cancelled; nothing was saved.</source>
        <translation>已取消，没有保存任何内容。</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>Who takes what out is noted for the administrator, and that could not be written now. Nothing was printed or saved. Make room on the disk and try again.</source>
        <translation>打印和导出都会为管理员留下记录，但现在无法写入这条记录，因此没有打印或保存任何内容。请清理磁盘空间后重试。</translation>
    </message>
</context>
</TS>
