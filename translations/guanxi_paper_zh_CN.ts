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
    <name>FieldMenu</name>
    <message>
        <source>%1 (its name)</source>
        <translation>%1（名称）</translation>
    </message>
    <message>
        <source>Of the document</source>
        <translation>所属单据</translation>
    </message>
    <message>
        <source>Of our company</source>
        <translation>本公司</translation>
    </message>
    <message>
        <source>Of who prints</source>
        <translation>打印人</translation>
    </message>
    <message>
        <source>Amounts in capital figures</source>
        <translation>大写金额</translation>
    </message>
    <message>
        <source>Names of currencies</source>
        <translation>币种名称</translation>
    </message>
    <message>
        <source>Number of the line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Number of pages</source>
        <translation>总页数</translation>
    </message>
    <message>
        <source>Our company</source>
        <translation>本公司</translation>
    </message>
    <message>
        <source>Who prints</source>
        <translation>打印人</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>单据</translation>
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
    <message>
        <source>&amp;Margins</source>
        <translation>页边距(&amp;M)</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽</translation>
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
    <name>TemplateParts</name>
    <message>
        <source>%1 % wide</source>
        <translation>宽 %1 %</translation>
    </message>
    <message>
        <source>Page and mail</source>
        <translation>页面与邮件</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段组</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分栏</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Line beneath</source>
        <translation>表尾行</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签章</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签署方</translation>
    </message>
    <message>
        <source>Company logo</source>
        <translation>公司标志</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>横线</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>换页</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>TemplateProperties</name>
    <message>
        <source>Letters</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>仅当</translation>
    </message>
    <message>
        <source>Aligned</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Template is called</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Margins, mm</source>
        <translation>页边距（毫米）</translation>
    </message>
    <message>
        <source>Head from page 2 on</source>
        <translation>续页页眉</translation>
    </message>
    <message>
        <source>Foot, left</source>
        <translation>页脚左侧</translation>
    </message>
    <message>
        <source>Foot, right</source>
        <translation>页脚右侧</translation>
    </message>
    <message>
        <source>Mail to</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Subject of the mail</source>
        <translation>邮件主题</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>邮件正文</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细来源</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Only lines</source>
        <translation>只列出满足条件的行</translation>
    </message>
    <message>
        <source>Sub-total on each page</source>
        <translation>每页小计</translation>
    </message>
    <message>
        <source>Without lines</source>
        <translation>没有明细时显示</translation>
    </message>
    <message>
        <source>Lines between the columns</source>
        <translation>显示列间竖线</translation>
    </message>
    <message>
        <source>[…] is left out when no field in it is filled.</source>
        <translation>方括号 […] 中的字段全部为空时，该部分不打印。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>加粗</translation>
    </message>
    <message>
        <source>Song type (serif)</source>
        <translation>宋体（衬线）</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Stays with what follows</source>
        <translation>与下文同页</translation>
    </message>
    <message>
        <source>In one line, rather smaller</source>
        <translation>保持单行，必要时缩小</translation>
    </message>
    <message>
        <source>Chinese letters apart</source>
        <translation>中文字间距</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>栏数</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Also when empty</source>
        <translation>为空时也显示</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>列标题</translation>
    </message>
    <message>
        <source>Merged head</source>
        <translation>合并表头</translation>
    </message>
    <message>
        <source>Columns beside each other with the same one share it.</source>
        <translation>相邻且内容相同的列共用一个合并表头。</translation>
    </message>
    <message>
        <source>Merged head above it</source>
        <translation>上一级合并表头</translation>
    </message>
    <message>
        <source>Sum of</source>
        <translation>合计字段</translation>
    </message>
    <message>
        <source>Sum in capital figures</source>
        <translation>合计用大写</translation>
    </message>
    <message>
        <source>Under the column</source>
        <translation>对齐到列</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>签署方</translation>
    </message>
    <message>
        <source>Lines to be filled in</source>
        <translation>填写栏</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>粗细</translation>
    </message>
</context>
<context>
    <name>TemplatesFactory</name>
    <message>
        <source>Print templates</source>
        <translation>打印模板</translation>
    </message>
    <message>
        <source>Edit what is printed…</source>
        <translation>编辑打印版式…</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ConditionLine</name>
    <message>
        <source>Choose a field</source>
        <translation>选择字段</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>删除此条件</translation>
    </message>
    <message>
        <source>is filled</source>
        <translation>已填写</translation>
    </message>
    <message>
        <source>is empty or zero</source>
        <translation>为空或零</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>is before today</source>
        <translation>早于今天</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: field</source>
        <translation>%1：字段</translation>
    </message>
    <message>
        <source>%1: comparison</source>
        <translation>%1：比较方式</translation>
    </message>
    <message>
        <source>%1: value</source>
        <translation>%1：值</translation>
    </message>
    <message>
        <source>%1: remove this condition</source>
        <translation>%1：删除此条件</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ConditionsEdit</name>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>%1: add a condition</source>
        <translation>%1：添加条件</translation>
    </message>
</context>
<context>
    <name>guanxi::app::NewTemplate</name>
    <message>
        <source>New print template</source>
        <translation>新建打印模板</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>用于(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>起始模板(&amp;B)</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>起始模板</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>An empty page</source>
        <translation>空白页</translation>
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
<context>
    <name>guanxi::app::TemplateDraft</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TemplateEditor</name>
    <message>
        <source>Print template: %1</source>
        <translation>打印模板：%1</translation>
    </message>
    <message>
        <source>Parts of the template</source>
        <translation>模板的组成部分</translation>
    </message>
    <message>
        <source>What the chosen part shows</source>
        <translation>所选部分的内容</translation>
    </message>
    <message>
        <source>What is wrong with the template</source>
        <translation>模板中的问题</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>添加一个部分</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Double this part</source>
        <translation>复制此部分</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move this part up</source>
        <translation>将此部分上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move this part down</source>
        <translation>将此部分下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation>删除此部分</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤销上一步修改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Begin from</source>
        <translation>套用模板(&amp;B)</translation>
    </message>
    <message>
        <source>Take over what another template has</source>
        <translation>套用其他模板的内容</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>历史版本(&amp;V)…</translation>
    </message>
    <message>
        <source>What was saved before</source>
        <translation>以前保存的版本</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The template has no name yet.</source>
        <translation>模板还没有名称。</translation>
    </message>
    <message>
        <source>%1 – there is no field “%2”.</source>
        <translation>%1——没有“%2”这个字段。</translation>
    </message>
    <message>
        <source>%1 – choose whose lines it has.</source>
        <translation>%1——请选择明细来源。</translation>
    </message>
    <message>
        <source>%1 – the column it stands under is not there.</source>
        <translation>%1——要对齐的列已不存在。</translation>
    </message>
    <message>
        <source>%1 – a table that stands side by side with something is not printed. Remove it and add it by itself.</source>
        <translation>%1——并排区域内的表格不会打印，请删除后单独添加。</translation>
    </message>
    <message>
        <source>%1 – without a Chinese text; the English one is printed.</source>
        <translation>%1——缺少中文，将打印英文。</translation>
    </message>
    <message>
        <source>%1 – without an English text; the Chinese one is printed.</source>
        <translation>%1——缺少英文，将打印中文。</translation>
    </message>
    <message>
        <source>The template is for no kind of record.</source>
        <translation>模板没有指定单据类型。</translation>
    </message>
    <message>
        <source>It is not saved yet: this would be missing on paper. The sentences above lead there; what you typed is kept as a draft.</source>
        <translation>尚未保存：以上内容无法打印。点击提示可定位到问题处；您输入的内容已存为草稿。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved. It is printed so from now on; the server keeps it as a version.</source>
        <translation>已保存，今后按此打印；服务器会保留为一个版本。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>This is what you typed last time and did not save. Undo leads back to what is saved.</source>
        <translation>这是您上次未保存的内容；撤销可回到已保存的状态。</translation>
    </message>
    <message>
        <source>Changed by somebody else</source>
        <translation>他人修改</translation>
    </message>
    <message>
        <source>Somebody else has changed this template meanwhile. Saving puts yours in its place; theirs stays among the versions.</source>
        <translation>其间有同事修改了此模板。保存后将以您的内容为准，对方的内容仍保留在历史版本中。</translation>
    </message>
    <message>
        <source>Begin from</source>
        <translation>套用模板</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>The template has changes that are not saved.</source>
        <translation>模板有尚未保存的修改。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TemplateForm</name>
    <message>
        <source>%1 (by %2)</source>
        <translation>%1（按%2）</translation>
    </message>
    <message>
        <source>(choose)</source>
        <translation>（请选择）</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>(their order)</source>
        <translation>（按原顺序）</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TemplatePreview</name>
    <message>
        <source>Language of the preview</source>
        <translation>预览语言</translation>
    </message>
    <message>
        <source>Record to preview on</source>
        <translation>用于预览的记录</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Shown with</source>
        <translation>预览记录</translation>
    </message>
    <message>
        <source>There is no record yet to show it with. Choose one above as soon as there is.</source>
        <translation>还没有可用于预览的记录，有记录后请在上方选择。</translation>
    </message>
    <message>
        <source>This record cannot be shown: it is not on this computer, or you may not print it.</source>
        <translation>无法显示此记录：它不在本机，或您没有打印权限。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TemplateVersions</name>
    <message>
        <source>&amp;Take this version</source>
        <translation>采用此版本(&amp;T)</translation>
    </message>
    <message>
        <source>Versions of “%1”</source>
        <translation>“%1”的历史版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>保存人</translation>
    </message>
    <message>
        <source>Versions that were saved</source>
        <translation>已保存的版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What you take is put into the editor; it counts once it is saved. Versions appear when what you saved has reached the server.</source>
        <translation>采用后内容会放入编辑器，保存后生效。您保存的内容送达服务器后才会出现在版本列表中。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TemplatesView</name>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>Print templates by what they print</source>
        <translation>按单据类型排列的打印模板</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>新建(&amp;N)…</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>Ours, switched off: the standard is printed</source>
        <translation>本公司修改（已停用，按系统自带打印）</translation>
    </message>
    <message>
        <source>Ours, switched off</source>
        <translation>本公司自建（已停用）</translation>
    </message>
    <message>
        <source>Ours, in place of the standard</source>
        <translation>本公司修改，替代系统自带</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>本公司自建</translation>
    </message>
    <message>
        <source>S&amp;witch on</source>
        <translation>启用(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;witch off</source>
        <translation>停用(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Restore the standard</source>
        <translation>恢复系统自带(&amp;R)</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>The standard is printed again</source>
        <translation>已恢复系统自带的模板</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>guanxi::app::TextsEdit</name>
    <message>
        <source>Insert field</source>
        <translation>插入字段</translation>
    </message>
    <message>
        <source>Insert a field of the record (Ctrl+I)</source>
        <translation>插入记录的字段（Ctrl+I）</translation>
    </message>
    <message>
        <source>%1: insert a field</source>
        <translation>%1：插入字段</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>，或</translation>
    </message>
</context>
</TS>
