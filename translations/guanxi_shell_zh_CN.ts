<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ConflictsFactory</name>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
</context>
<context>
    <name>HomeFactory</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
</context>
<context>
    <name>OutboxFactory</name>
    <message>
        <source>My changes</source>
        <translation>我的更改</translation>
    </message>
</context>
<context>
    <name>PaletteEntries</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
</context>
<context>
    <name>guanxi::app::Actions</name>
    <message>
        <source>&amp;Check my data</source>
        <translation>检查我的数据(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;New record…</source>
        <translation>新建记录(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Find in list</source>
        <translation>在列表中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>退出登录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出程序(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo last saved change</source>
        <translation>撤销最近一次保存(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Search everything…</source>
        <translation>全局搜索(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Close view</source>
        <translation>关闭视图(&amp;C)</translation>
    </message>
    <message>
        <source>View in a &amp;window of its own</source>
        <translation>视图放入单独窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Next view</source>
        <translation>下一个视图(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Conflict desk</source>
        <translation>冲突台(&amp;C)</translation>
    </message>
    <message>
        <source>My &amp;changes</source>
        <translation>我的更改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help on this view</source>
        <translation>当前视图的帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Guanxi</source>
        <translation>关于关系(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Appearance: as the system</source>
        <translation>外观：跟随系统</translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation>外观：浅色</translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation>外观：深色</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ClientApp</name>
    <message>
        <source>This copy was put back from a backup, or copied: it goes on as a computer of its own. Nothing is lost.</source>
        <translation>本机数据是从备份恢复或复制而来的：今后将作为一台独立的电脑继续工作，没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Comparing with the server…</source>
        <translation>正在与服务器核对…</translation>
    </message>
    <message>
        <source>Your data will be compared as soon as the server can be reached</source>
        <translation>一旦连上服务器，就会核对您的数据</translation>
    </message>
    <message>
        <source>%1 records compared with the server: all the same</source>
        <translation>已与服务器核对 %1 条记录：全部一致</translation>
    </message>
    <message>
        <source>%1 records compared with the server: %2 read again, %3 removed</source>
        <translation>已与服务器核对 %1 条记录：重新读取 %2 条，移除 %3 条</translation>
    </message>
    <message numerus="yes">
        <source>The server was put back from a backup. %n records exist only on this computer now: see My changes.</source>
        <translation>
            <numerusform>服务器已从备份恢复。现有 %n 条记录只在本机上：请看“我的更改”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>密码已修改</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>The server does not take your password any more. If your administrator has given you another one, enter it here:</source>
        <translation>服务器不再接受您的密码。如果管理员给了您新密码，请在此输入：</translation>
    </message>
    <message>
        <source>Your work stays on this computer and is sent once it is connected again. Connection code from your administrator:</source>
        <translation>您的工作保留在本机，重新连接后会自动发送。请输入管理员提供的连接码：</translation>
    </message>
</context>
<context>
    <name>guanxi::app::CommandPalette</name>
    <message>
        <source>Search customers, people, documents and commands</source>
        <translation>搜索客户、人员、单据和命令</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing found. Pinyin initials work too: bjcc finds 北京长城.</source>
        <translation>没有找到。也可以用拼音首字母：bjcc 能找到“北京长城”。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ConflictDetail</name>
    <message>
        <source>A record you cannot see</source>
        <translation>您无权查看的记录</translation>
    </message>
    <message>
        <source>Open record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>what both started from</source>
        <translation>双方修改前的值</translation>
    </message>
    <message>
        <source>Your value</source>
        <translation>您的值</translation>
    </message>
    <message>
        <source>Parked value</source>
        <translation>待处理的值</translation>
    </message>
    <message>
        <source>Now stored</source>
        <translation>现有值</translation>
    </message>
    <message>
        <source>Take &amp;my value</source>
        <translation>采用我的值(&amp;M)</translation>
    </message>
    <message>
        <source>Take the &amp;parked value</source>
        <translation>采用待处理的值(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keep what is stored</source>
        <translation>保留现有值(&amp;K)</translation>
    </message>
    <message>
        <source>Save &amp;this value</source>
        <translation>保存此值(&amp;T)</translation>
    </message>
    <message>
        <source>Or a third value</source>
        <translation>或者填写第三个值</translation>
    </message>
    <message>
        <source>&amp;Delete anyway</source>
        <translation>仍然删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Restore with this change</source>
        <translation>恢复记录并应用此更改(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Dis&amp;card this change</source>
        <translation>放弃此更改(&amp;C)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Changed by two people</source>
        <translation>两人同时修改</translation>
    </message>
    <message>
        <source>Changed here, deleted elsewhere</source>
        <translation>本机修改，他处已删除</translation>
    </message>
    <message>
        <source>Deleted here, changed elsewhere</source>
        <translation>本机删除，他处已修改</translation>
    </message>
    <message>
        <source>Created twice</source>
        <translation>重复创建</translation>
    </message>
    <message>
        <source>Value already in use</source>
        <translation>值已被占用</translation>
    </message>
    <message>
        <source>Possible duplicate</source>
        <translation>可能重复</translation>
    </message>
    <message>
        <source>Step no longer possible</source>
        <translation>步骤已不可执行</translation>
    </message>
    <message>
        <source>Not enough stock</source>
        <translation>库存不足</translation>
    </message>
    <message>
        <source>Belongs to a deleted record</source>
        <translation>所属记录已删除</translation>
    </message>
    <message>
        <source>Waits for another conflict</source>
        <translation>等待另一冲突</translation>
    </message>
    <message>
        <source>Would contain itself</source>
        <translation>形成循环</translation>
    </message>
    <message>
        <source>Right was withdrawn</source>
        <translation>权限已收回</translation>
    </message>
    <message>
        <source>Against a rule</source>
        <translation>违反规则</translation>
    </message>
    <message>
        <source>Field no longer exists</source>
        <translation>字段已不存在</translation>
    </message>
    <message>
        <source>Could not be applied</source>
        <translation>无法应用</translation>
    </message>
    <message>
        <source>Two people changed this field without knowing of each other. The value stored first stays until you decide; nothing is lost.</source>
        <translation>两个人在互不知情的情况下修改了此字段。在您决定之前保留先保存的值，两个值都不会丢失。</translation>
    </message>
    <message>
        <source>This stood in a form, not saved yet, on a computer of yours that the administrator removed. Apply it only if it is your work and complete.</source>
        <translation>这是您一台已被管理员移除的电脑上尚未保存的表单内容。请确认是您本人填写且已填完，再应用。</translation>
    </message>
    <message>
        <source>This stood in a form, not saved yet, on a computer of %1 that was removed. Ask whether it is complete, then apply it for %1 or drop it.</source>
        <translation>这是%1一台已被移除的电脑上尚未保存的表单内容。请先问清是否填完，再代%1应用或放弃。</translation>
    </message>
    <message>
        <source>You may no longer see what stands here: the record went to somebody else, or a right was withdrawn. Your value is kept; copy it and pass it on, or let it go.</source>
        <translation>您已无权查看此处的内容：记录已转给他人，或权限已被收回。您填写的值仍保留在这里，可以复制后转告同事，也可以放弃。</translation>
    </message>
    <message>
        <source>Two people changed this field. You may not see its values; who may see them decides.</source>
        <translation>两个人修改了此字段。您无权查看其内容，由有权查看的人决定。</translation>
    </message>
    <message>
        <source>The record was deleted before this change arrived. It can be restored with the change, or the change dropped.</source>
        <translation>此更改到达之前，记录已被删除。可以恢复记录并应用更改，也可以放弃更改。</translation>
    </message>
    <message>
        <source>Somebody changed the record before it could be deleted, so it still exists. Delete it anyway, or keep it.</source>
        <translation>删除到达之前，有人修改了该记录，因此记录仍然存在。可以仍然删除，或者保留。</translation>
    </message>
    <message>
        <source>This change needs another one that is itself not settled. Settle that one first, then try again.</source>
        <translation>此更改依赖另一个尚未裁决的更改。请先裁决那一个，然后重试。</translation>
    </message>
    <message>
        <source>The server could not apply this change. It is kept here; try again, and tell your administrator if it fails once more.</source>
        <translation>服务器无法应用此更改，已为您保留。请重试；如再次失败，请告知管理员。</translation>
    </message>
    <message>
        <source>The server could not accept this change as it is. It is kept here until you decide.</source>
        <translation>服务器无法按原样接受此更改，已为您保留，等待您的决定。</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>两者都保留(&amp;B)</translation>
    </message>
    <message>
        <source>Only its author, and who may see everything it is about, can read this change and decide.</source>
        <translation>只有修改人本人和有权查看全部相关内容的人能看到这项更改并作出决定。</translation>
    </message>
    <message>
        <source>&amp;Keep the record</source>
        <translation>保留记录(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Restore %1 and try again</source>
        <translation>恢复“%1”并重新提交(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Merge into %1</source>
        <translation>合并到“%1”(&amp;M)</translation>
    </message>
    <message>
        <source>Fills in what is empty there; nothing that stands there is changed.</source>
        <translation>只补充其中的空白内容，已有内容不变。</translation>
    </message>
    <message>
        <source>%1 instead</source>
        <translation>改为：%1</translation>
    </message>
    <message>
        <source>Or choose another: %1</source>
        <translation>或改选：%1</translation>
    </message>
    <message>
        <source>Or correct it: %1</source>
        <translation>或更正：%1</translation>
    </message>
    <message>
        <source>Try with this &amp;value</source>
        <translation>用此值提交(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Apply for %1</source>
        <translation>代%1应用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>Deleted by %1</source>
        <translation>删除人：%1</translation>
    </message>
    <message>
        <source>Changed by %1</source>
        <translation>修改人：%1</translation>
    </message>
    <message>
        <source>Another record has this value already. Choose another value, merge the two, or drop the change.</source>
        <translation>另一条记录已使用这个值。请换一个值、合并两条记录，或放弃这项更改。</translation>
    </message>
    <message>
        <source>The record has moved on meanwhile, and this step no longer leads on from where it is now. Choose a step that does, or drop the change.</source>
        <translation>记录的状态在此期间已改变，这一步骤已不适用于当前状态。请选择可行的步骤，或放弃这项更改。</translation>
    </message>
    <message>
        <source>It belongs to a record that was deleted meanwhile. Restore that one, choose another, or drop the change.</source>
        <translation>它所属的记录在此期间已被删除。请恢复那条记录、改选其他记录，或放弃这项更改。</translation>
    </message>
    <message>
        <source>Somebody else moved a record meanwhile, and this one would end up below itself. Choose another place, or drop the change.</source>
        <translation>在此期间有人移动了记录，照此修改会使本记录成为自己的下级。请改选位置，或放弃这项更改。</translation>
    </message>
    <message>
        <source>The right to make this change was withdrawn before it arrived. An administrator can apply it, or grant the right again.</source>
        <translation>这项更改送达之前，相应权限已被收回。管理员可以代为应用，或重新授权。</translation>
    </message>
    <message>
        <source>A rule refuses this change as it is. Correct the value and send it again, or drop the change.</source>
        <translation>这项更改不符合规则。请更正后重新提交，或放弃这项更改。</translation>
    </message>
    <message>
        <source>This was made on a computer of yours that the administrator removed before it was sent. Apply it only if it is your work.</source>
        <translation>这项更改是在您的一台电脑上作出的，该电脑在发送之前已被管理员停用。确认是您本人所为再应用。</translation>
    </message>
    <message>
        <source>This was made on a computer of %1 that was removed before it was sent. Look at it, then apply it for %1 or drop it.</source>
        <translation>这项更改是在%1的电脑上作出的，该电脑在发送之前已被停用。请核对后代%1应用，或放弃。</translation>
    </message>
    <message>
        <source>Or take out less of %1</source>
        <translation>或减少“%1”的出库数量</translation>
    </message>
    <message>
        <source>Try with this &amp;quantity</source>
        <translation>按此数量重试(&amp;Q)</translation>
    </message>
    <message>
        <source>Or take everything from another warehouse</source>
        <translation>或全部改从其他仓库出库</translation>
    </message>
    <message>
        <source>Try &amp;there</source>
        <translation>从该仓库重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy the value</source>
        <translation>复制该值(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Let it go</source>
        <translation>不再保留(&amp;L)</translation>
    </message>
    <message>
        <source>They are &amp;different</source>
        <translation>不是同一个(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Noted</source>
        <translation>知道了(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open the other record</source>
        <translation>打开另一条记录(&amp;O)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Save as a new record</source>
        <translation>另存为新记录(&amp;S)</translation>
    </message>
    <message>
        <source>Two computers made this record, with different contents; the one that arrived first stands. Save this one as a record of its own, or drop it.</source>
        <translation>两台电脑建立了同一条记录，但内容不同；先到的一条已生效。可将这一条另存为新记录，或放弃它。</translation>
    </message>
    <message>
        <source>These two look like the same. Your record is saved; merge the two, or say that they are different, and you are not asked again.</source>
        <translation>这两条记录看起来是同一个对象。您的记录已保存；可以合并，也可以确认“不是同一个”，以后不再询问。</translation>
    </message>
    <message>
        <source>Your record is saved. A colleague has one that looks like the same, which you may not see; ask before you go on.</source>
        <translation>您的记录已保存。同事那里有一条看起来相同、但您无权查看的记录；继续之前请先询问一下。</translation>
    </message>
    <message>
        <source>The server does not know this field, so the value could not be stored. It is kept here: copy what you need to another field, or enter it again after the server was updated.</source>
        <translation>服务器上没有这个字段，因此该值未能保存。它保留在这里：请把需要的内容复制到其他字段，或等服务器升级后再录入。</translation>
    </message>
    <message>
        <source>The server does not know what this change is about. It is kept here; try again after the server was updated.</source>
        <translation>服务器不认识这项修改所涉及的内容。修改保留在这里；请等服务器升级后重试。</translation>
    </message>
    <message>
        <source>Goods that this document brought in have left already, so it was not reversed. Try again when they are back, or drop the change.</source>
        <translation>本单入库的货物已经出库，因此未冲销。可在货物退回后重试，或放弃这项修改。</translation>
    </message>
    <message>
        <source>There is less in the warehouse than this document takes out, so it was not posted. Take out less, take it from another warehouse, try again when more has come, or drop the change.</source>
        <translation>仓库存量少于本单出库数量，因此未过账。可以减少数量、改从其他仓库出库、到货后重试，或放弃这项修改。</translation>
    </message>
    <message>
        <source>There was less in the warehouse than the document took out. What was there has been posted; the rest waits in this back order.</source>
        <translation>仓库存量少于出库数量。现有数量已过账，其余转入本欠货单。</translation>
    </message>
    <message>
        <source>The document was posted although there was less in the warehouse. Count the stock, and correct it where needed.</source>
        <translation>仓库存量不足，但单据已过账。请盘点库存，必要时予以更正。</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>合并(&amp;M)…</translation>
    </message>
    <message>
        <source>Shows both side by side, with what moves. Can be undone.</source>
        <translation>并排显示两条记录和将要转移的内容。可以撤销。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::ConflictsView</name>
    <message>
        <source>Conflict settled</source>
        <translation>冲突已裁决</translation>
    </message>
    <message>
        <source>Sent once more</source>
        <translation>已重新发送</translation>
    </message>
    <message>
        <source>Change discarded</source>
        <translation>已放弃更改</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>待裁决的冲突</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>When two people change the same thing without knowing of each other, both values wait here for a decision.</source>
        <translation>两个人在互不知情的情况下修改同一内容时，两个值都会在这里等待裁决。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::DockTitle</name>
    <message>
        <source>Into a window of its own</source>
        <translation>放入单独窗口</translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>关闭 (Ctrl+W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>guanxi::app::Docks</name>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>关闭 (Ctrl+W)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>guanxi::app::FollowUpButton</name>
    <message numerus="yes">
        <source>%n follow-ups due</source>
        <translation>
            <numerusform>%n 项跟进到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to follow up: %1</source>
        <translation>该跟进了：%1</translation>
    </message>
    <message>
        <source>Time to follow up: %1 and others</source>
        <translation>该跟进了：%1 等</translation>
    </message>
    <message>
        <source>Shows what you wanted to follow up by now</source>
        <translation>查看已到时间的跟进</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已跟进</translation>
    </message>
    <message>
        <source>Follow-up done</source>
        <translation>跟进已完成</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>一小时后提醒</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>明天上午提醒</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后提醒</translation>
    </message>
    <message>
        <source>Follow-up put off</source>
        <translation>跟进已推迟</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::HelpPane</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
</context>
<context>
    <name>guanxi::app::HomeView</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Welcome, %1</source>
        <translation>%1，欢迎您</translation>
    </message>
    <message>
        <source>My next activities</source>
        <translation>我的近期事务</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>待您处理</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>从这里开始</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts to decide</source>
        <translation>
            <numerusform>%n 个冲突待裁决</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused changes</source>
        <translation>
            <numerusform>%n 项更改被拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait for the server</source>
        <translation>
            <numerusform>%n 项更改等待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing. Everything you did has arrived.</source>
        <translation>没有。您的所有操作均已送达。</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>逾期，应于 %1</translation>
    </message>
    <message>
        <source>No open activities. Plan one with a customer, and it appears here in time.</source>
        <translation>没有未完成的事务。为客户安排一项事务，它会按时出现在这里。</translation>
    </message>
    <message>
        <source>Look through the customers</source>
        <translation>浏览客户</translation>
    </message>
    <message>
        <source>Enter a new customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Plan an activity</source>
        <translation>安排事务</translation>
    </message>
    <message>
        <source>Ctrl+K finds every record and every command; F1 explains the view at hand.</source>
        <translation>按 Ctrl+K 可查找任何记录和命令；按 F1 查看当前视图的说明。</translation>
    </message>
    <message>
        <source>Customers to follow up</source>
        <translation>待跟进的客户</translation>
    </message>
    <message>
        <source>My open opportunities</source>
        <translation>我的在谈商机</translation>
    </message>
    <message>
        <source>My open tickets</source>
        <translation>我的待办工单</translation>
    </message>
    <message>
        <source>Customers changed last</source>
        <translation>最近更新的客户</translation>
    </message>
</context>
<context>
    <name>guanxi::app::MainWindowController</name>
    <message>
        <source>From other workspaces</source>
        <translation>其他工作区的视图</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>转到：%1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>This view cannot be printed</source>
        <translation>此视图不能打印</translation>
    </message>
    <message>
        <source>About Guanxi</source>
        <translation>关于“关系”</translation>
    </message>
    <message>
        <source>Guanxi %1</source>
        <translation>关系 %1</translation>
    </message>
    <message>
        <source>Customer relations for the whole company, with and without the network. Free software under the GNU General Public License, version 3 or later. Icons: Breeze, by the KDE community.</source>
        <translation>面向全公司的客户关系管理，联网断网都能用。自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。图标：KDE 社区的 Breeze。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Taking back… %1 records</source>
        <translation>正在撤回… %1 条记录</translation>
    </message>
</context>
<context>
    <name>guanxi::app::NoticeBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes it back (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
</context>
<context>
    <name>guanxi::app::OutboxView</name>
    <message>
        <source>Only on this computer</source>
        <translation>只在本机上的</translation>
    </message>
    <message>
        <source>The server has everything</source>
        <translation>服务器上什么都不缺</translation>
    </message>
    <message>
        <source>Records that a server put back from a backup does not know any more are kept here.</source>
        <translation>服务器从备份恢复后不再有的记录，会保留在这里。</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>只在本机</translation>
    </message>
    <message>
        <source>The server was put back from a backup and does not know this record any more. Somebody else may have made it and send it again; if not, you can.</source>
        <translation>服务器从备份恢复后已没有这条记录。建它的人也许会重新上传；如果没有，您可以代为上传。</translation>
    </message>
    <message>
        <source>&amp;Send to the server</source>
        <translation>上传到服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Give it up</source>
        <translation>放弃(&amp;G)</translation>
    </message>
    <message>
        <source>Sent to the server</source>
        <translation>已上传到服务器</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Which changes are shown</source>
        <translation>显示哪些更改</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>All changes made here</source>
        <translation>本机的全部更改</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>已全部发送</translation>
    </message>
    <message>
        <source>What you save while the server cannot be reached waits here and is sent by itself.</source>
        <translation>无法连接服务器时保存的内容在这里等待，联网后自动发送。</translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation>没有被拒绝的更改</translation>
    </message>
    <message>
        <source>Changes the server cannot accept are kept here with the reason; none is ever dropped.</source>
        <translation>服务器无法接受的更改连同原因保留在这里，不会丢弃。</translation>
    </message>
    <message>
        <source>Nothing was changed on this computer yet</source>
        <translation>这台电脑上还没有更改</translation>
    </message>
    <message>
        <source>Every change you save is listed here with what became of it.</source>
        <translation>您保存的每项更改及其结果都列在这里。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Accepted, merged</source>
        <translation>已接受（已合并）</translation>
    </message>
    <message>
        <source>Accepted in part</source>
        <translation>部分接受</translation>
    </message>
    <message>
        <source>The newest %1</source>
        <translation>最近 %1 项</translation>
    </message>
    <message numerus="yes">
        <source>and %n more records</source>
        <translation>
            <numerusform>另有 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused, settled</source>
        <translation>被拒绝，已处理</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Sent once more</source>
        <translation>已重新发送</translation>
    </message>
    <message>
        <source>Change discarded</source>
        <translation>已放弃更改</translation>
    </message>
    <message>
        <source>Waits for a newer server</source>
        <translation>等待服务器升级</translation>
    </message>
    <message>
        <source>The server is older than this program and does not know these fields yet. They stay on this computer and are sent by themselves once the server has been updated.</source>
        <translation>服务器的版本低于本程序，还不认识这些字段。内容保存在本机，服务器升级后会自动发送。</translation>
    </message>
    <message>
        <source>&amp;Take back the whole action</source>
        <translation>撤回整个操作(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>撤回(&amp;T)</translation>
    </message>
</context>
<context>
    <name>guanxi::app::PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Your administrator asks you to choose a password of your own.</source>
        <translation>管理员要求您设置自己的密码。</translation>
    </message>
    <message>
        <source>The new password is valid at once, here and on your other computers.</source>
        <translation>新密码立即生效，在您的其他电脑上也一样。</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The two new passwords differ. Type them again.</source>
        <translation>两次输入的新密码不一致，请重新输入。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::RailButton</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1，%n 项待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::RemovedDialog</name>
    <message>
        <source>This computer was removed</source>
        <translation>此电脑已被停用</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Connect this computer again…</source>
        <translation>重新接入此电脑…</translation>
    </message>
    <message>
        <source>Your administrator has removed this computer. The company&apos;s data that was stored here has been deleted.</source>
        <translation>管理员已停用此电脑，保存在本机的公司数据已删除。</translation>
    </message>
    <message>
        <source>All your work had reached the server.</source>
        <translation>您的全部修改此前都已发送到服务器。</translation>
    </message>
    <message numerus="yes">
        <source>%n attached files could not be handed over: the server does not take them.</source>
        <translation>
            <numerusform>有 %n 个附件无法移交：服务器未能接收。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes that had not been sent were handed over to your administrator, who decides whether to apply them.</source>
        <translation>
            <numerusform>有 %n 处尚未发送的修改已移交管理员，由管理员决定是否应用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your administrator has removed this computer. The company&apos;s data stored here cannot be opened any more and will be deleted.</source>
        <translation>管理员已停用此电脑。保存在本机的公司数据已无法打开，即将删除。</translation>
    </message>
    <message>
        <source>The server is being told…</source>
        <translation>正在通知服务器…</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are still to be handed over to your administrator. Please stay connected to the network until this is done.</source>
        <translation>
            <numerusform>还有 %n 处修改正在移交管理员，完成之前请保持网络连接。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>当前用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Attachments here</source>
        <translation>本机附件空间</translation>
    </message>
    <message>
        <source>Room for attachments on this computer; %1 are used. What was opened longest ago goes first and is fetched again when it is opened; what is kept here or not uploaded yet stays.</source>
        <translation>本机用于附件的空间，已用 %1。空间不足时先移除最久未打开的文件，再次打开时会重新下载；已固定或尚未上传的文件会保留。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::SignInDialog</name>
    <message>
        <source>Guanxi</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Connect this computer</source>
        <translation>连接这台电脑</translation>
    </message>
    <message>
        <source>Your administrator gives you a connection code, a user name and a password. Afterwards you can work here with and without the network.</source>
        <translation>管理员会给您连接码、用户名和密码。之后无论有无网络，您都可以在这台电脑上工作。</translation>
    </message>
    <message>
        <source>Connection code</source>
        <translation>连接码</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Paste all of it here</source>
        <translation>在此粘贴完整的连接码</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Welcome back, %1.</source>
        <translation>%1，欢迎回来。</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>忘记密码？</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The password has opened this computer, but the server has another one for you by now. Enter the one your administrator has given you.</source>
        <translation>原密码已解开本机数据，但服务器上的密码已被重置。请输入管理员给您的新密码。</translation>
    </message>
    <message>
        <source>Work offline for now</source>
        <translation>暂时离线工作</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Connects to %1 at %2.</source>
        <translation>将连接到 %2 上的“%1”。</translation>
    </message>
    <message>
        <source>If your administrator has given you a new password, sign in with the previous one first.</source>
        <translation>如果管理员给了您新密码，请先用原密码登录。</translation>
    </message>
</context>
<context>
    <name>guanxi::app::SignInFlow</name>
    <message>
        <source>Without its password nobody can open what is on this computer, not even your administrator. What you saved here and did not send yet stays locked up in it.</source>
        <translation>没有密码，任何人（包括管理员）都打不开本机数据。您在本机保存而尚未发送的内容将一直锁在里面。</translation>
    </message>
    <message>
        <source>You can connect this computer anew, with a connection code: all that has been sent comes back. The locked files are put aside, not deleted, in case you remember the password.</source>
        <translation>您可以用连接码重新接入这台电脑，已发送的内容都会恢复。锁住的文件只是移到一旁，不会删除，以备日后想起密码。</translation>
    </message>
    <message>
        <source>Connect anew</source>
        <translation>重新接入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>guanxi::app::StatusLine</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n 项被拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>已全部发送</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n 项未发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows what waits to be sent and what was refused</source>
        <translation>查看等待发送和被拒绝的更改</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>没有冲突</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n 个冲突</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens the conflict desk</source>
        <translation>打开冲突台</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Not connected: refused</source>
        <translation>未连接：被拒绝</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>离线工作中</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Catching up: %1 records</source>
        <translation>正在同步：%1 条记录</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds left</source>
        <translation>
            <numerusform>剩余 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>剩余 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Not synchronised yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>Synchronised just now</source>
        <translation>刚刚同步</translation>
    </message>
    <message numerus="yes">
        <source>Synchronised %n minutes ago</source>
        <translation>
            <numerusform>%n 分钟前同步</numerusform>
        </translation>
    </message>
    <message>
        <source>Synchronised %1</source>
        <translation>同步于 %1</translation>
    </message>
    <message>
        <source>Connect now</source>
        <translation>立即连接</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>离线工作</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for a newer server</source>
        <translation>
            <numerusform>%n 项等待服务器升级</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is older than this program. What it does not understand yet is sent once it is updated.</source>
        <translation>服务器的版本低于本程序。服务器暂时不认识的内容会在其升级后发送。</translation>
    </message>
    <message>
        <source>preparing search</source>
        <translation>正在准备搜索</translation>
    </message>
    <message>
        <source>All records are here. Until search is prepared it does not find every one of them.</source>
        <translation>数据已全部到达。搜索准备好之前，可能有些记录还搜不到。</translation>
    </message>
</context>
</TS>
