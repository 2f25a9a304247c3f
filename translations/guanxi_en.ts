<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>%1: %2 and %n more</source>
        <translation>
            <numerusform>%1: %2 and %n more</numerusform>
            <numerusform>%1: %2 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n record(s) (%2)</source>
        <translation>
            <numerusform>%1, %n record (%2)</numerusform>
            <numerusform>%1, %n records (%2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message numerus="yes">
        <source>%n instalment(s) overdue: %1, the first since %2.</source>
        <translation>
            <numerusform>%n instalment overdue: %1, since %2.</numerusform>
            <numerusform>%n instalments overdue: %1, the first since %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It ends on %1, in %n day(s), and has not been renewed.</source>
        <translation>
            <numerusform>It ends on %1, in %n day, and has not been renewed.</numerusform>
            <numerusform>It ends on %1, in %n days, and has not been renewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListFilter</name>
    <message numerus="yes">
        <source>one of %n record(s)</source>
        <translation>
            <numerusform>one of %n record</numerusform>
            <numerusform>one of %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message numerus="yes">
        <source>Order made with %n line(s)</source>
        <translation>
            <numerusform>Order made with %n line</numerusform>
            <numerusform>Order made with %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n line(s) without a product stayed behind</source>
        <translation>
            <numerusform>%1; %n line without a product stayed behind</numerusform>
            <numerusform>%1; %n lines without a product stayed behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentCommands</name>
    <message numerus="yes">
        <source>%n record(s) become members. Those that are in it already stay once.</source>
        <translation>
            <numerusform>%n record becomes a member. Those that are in it already stay once.</numerusform>
            <numerusform>%n records become members. Those that are in it already stay once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added to “%1”</source>
        <translation>
            <numerusform>%n added to “%1”</numerusform>
            <numerusform>%n added to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) leave the segment; the records themselves stay.</source>
        <translation>
            <numerusform>%n record leaves the segment; the record itself stays.</numerusform>
            <numerusform>%n records leave the segment; the records themselves stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed from “%1”</source>
        <translation>
            <numerusform>%n removed from “%1”</numerusform>
            <numerusform>%n removed from “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::BulkEditDialog</name>
    <message numerus="yes">
        <source>Change %n record(s)</source>
        <translation>
            <numerusform>Change %n record</numerusform>
            <numerusform>Change %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::ChangesView</name>
    <message numerus="yes">
        <source>Only the newest %n line(s)</source>
        <translation>
            <numerusform>Only the newest %n line</numerusform>
            <numerusform>Only the newest %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out that you may not take out</source>
        <translation>
            <numerusform>%n line left out that you may not take out</numerusform>
            <numerusform>%n lines left out that you may not take out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::ClientApp</name>
    <message numerus="yes">
        <source>The server was put back from a backup. %n records exist only on this computer now: see My changes.</source>
        <translation>
            <numerusform>The server was put back from a backup. %n record exists only on this computer now: see My changes.</numerusform>
            <numerusform>The server was put back from a backup. %n records exist only on this computer now: see My changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::ConditionEditor</name>
    <message numerus="yes">
        <source>%n record(s) of the kind “%1” fit</source>
        <translation>
            <numerusform>%n record of the kind “%1” fits</numerusform>
            <numerusform>%n records of the kind “%1” fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::ConvertDialog</name>
    <message numerus="yes">
        <source>%n customer(s) may be the same: choose one, or make a new one.</source>
        <translation>
            <numerusform>%n customer may be the same: choose it, or make a new one.</numerusform>
            <numerusform>%n customers may be the same: choose one, or make a new one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::DuplicatesView</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::ExportDialog</name>
    <message numerus="yes">
        <source>The selected record(s) (%n)</source>
        <translation>
            <numerusform>The selected record (%n)</numerusform>
            <numerusform>The selected records (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n second(s) left</source>
        <translation>
            <numerusform>, %n second left</numerusform>
            <numerusform>, %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n minute(s) left</source>
        <translation>
            <numerusform>, %n minute left</numerusform>
            <numerusform>, %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) exported to %1</source>
        <translation>
            <numerusform>%n record exported to %1</numerusform>
            <numerusform>%n records exported to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n left out, which you may not export</source>
        <translation>
            <numerusform>; %n left out, which you may not export</numerusform>
            <numerusform>; %n left out, which you may not export</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::FollowUpButton</name>
    <message numerus="yes">
        <source>%n follow-ups due</source>
        <translation>
            <numerusform>%n follow-up due</numerusform>
            <numerusform>%n follow-ups due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::ForecastView</name>
    <message numerus="yes">
        <source>%n open, %1 weighted, %2 booked</source>
        <translation>
            <numerusform>%n open, %1 weighted, %2 booked</numerusform>
            <numerusform>%n open, %1 weighted, %2 booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n overdue</source>
        <translation>
            <numerusform> · %n overdue</numerusform>
            <numerusform> · %n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::FunnelView</name>
    <message numerus="yes">
        <source>%n open, %1 in all, %2 weighted</source>
        <translation>
            <numerusform>%n open, %1 in all, %2 weighted</numerusform>
            <numerusform>%n open, %1 in all, %2 weighted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::HomeView</name>
    <message numerus="yes">
        <source>%n conflicts to decide</source>
        <translation>
            <numerusform>%n conflict to decide</numerusform>
            <numerusform>%n conflicts to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused changes</source>
        <translation>
            <numerusform>%n refused change</numerusform>
            <numerusform>%n refused changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait for the server</source>
        <translation>
            <numerusform>%n change waits for the server</numerusform>
            <numerusform>%n changes wait for the server</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::ImportDialog</name>
    <message numerus="yes">
        <source>&amp;Import %n record(s)</source>
        <translation>
            <numerusform>&amp;Import %n record</numerusform>
            <numerusform>&amp;Import %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) imported</source>
        <translation>
            <numerusform>%n record imported</numerusform>
            <numerusform>%n records imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n error(s))</source>
        <translation>
            <numerusform>%1 (%n error)</numerusform>
            <numerusform>%1 (%n errors)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::LinesView</name>
    <message numerus="yes">
        <source>%n line(s) pasted</source>
        <translation>
            <numerusform>%n line pasted</numerusform>
            <numerusform>%n lines pasted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::MergeDialog</name>
    <message numerus="yes">
        <source>%n closed record(s) follow as soon as the server knows of it.</source>
        <translation>
            <numerusform>%n closed record follows as soon as the server knows of it.</numerusform>
            <numerusform>%n closed records follow as soon as the server knows of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::OutboxView</name>
    <message numerus="yes">
        <source>and %n more records</source>
        <translation>
            <numerusform>and %n more record</numerusform>
            <numerusform>and %n more records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::PasteDialog</name>
    <message numerus="yes">
        <source>%n row(s) can be taken.</source>
        <translation>
            <numerusform>%n row can be taken.</numerusform>
            <numerusform>%n rows can be taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have a fault and are left out; the marked cells say why.</source>
        <translation>
            <numerusform>%n row has a fault and is left out; the marked cells say why.</numerusform>
            <numerusform>%n rows have a fault and are left out; the marked cells say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n row(s)</source>
        <translation>
            <numerusform>Take %n row</numerusform>
            <numerusform>Take %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::PlanDialog</name>
    <message numerus="yes">
        <source>%n instalment(s) planned</source>
        <translation>
            <numerusform>%n instalment planned</numerusform>
            <numerusform>%n instalments planned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::PrintPreview</name>
    <message numerus="yes">
        <source>%n page(s) sent to %1</source>
        <translation>
            <numerusform>%n page sent to %1</numerusform>
            <numerusform>%n pages sent to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) saved to %1</source>
        <translation>
            <numerusform>%n page saved to %1</numerusform>
            <numerusform>%n pages saved to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n left out, which you may not print</source>
        <translation>
            <numerusform>; %n left out, which you may not print</numerusform>
            <numerusform>; %n left out, which you may not print</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::QualityView</name>
    <message numerus="yes">
        <source>not changed for %n year(s)</source>
        <translation>
            <numerusform>not changed for %n year</numerusform>
            <numerusform>not changed for %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) checked…</source>
        <translation>
            <numerusform>%n record checked…</numerusform>
            <numerusform>%n records checked…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) checked</source>
        <translation>
            <numerusform>%n record checked</numerusform>
            <numerusform>%n records checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::RailButton</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordBoard</name>
    <message numerus="yes">
        <source>%1: %n card(s)</source>
        <translation>
            <numerusform>%1: %n card</numerusform>
            <numerusform>%1: %n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::RecordListView</name>
    <message numerus="yes">
        <source>%n record(s) restored</source>
        <translation>
            <numerusform>%n record restored</numerusform>
            <numerusform>%n records restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) deleted</source>
        <translation>
            <numerusform>%n record deleted</numerusform>
            <numerusform>%n records deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n could not be changed</source>
        <translation>
            <numerusform>%1; %n could not be changed</numerusform>
            <numerusform>%1; %n could not be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed</source>
        <translation>
            <numerusform>%n record changed</numerusform>
            <numerusform>%n records changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) pasted</source>
        <translation>
            <numerusform>%n record pasted</numerusform>
            <numerusform>%n records pasted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::RelationChart</name>
    <message numerus="yes">
        <source>%n more are not shown: show fewer steps, or open one of those at the edge.</source>
        <translation>
            <numerusform>%n more is not shown: show fewer steps, or open one of those at the edge.</numerusform>
            <numerusform>%n more are not shown: show fewer steps, or open one of those at the edge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n companies and people</source>
        <translation>
            <numerusform>%n company or person</numerusform>
            <numerusform>%n companies and people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::RemovedDialog</name>
    <message numerus="yes">
        <source>%n attached files could not be handed over: the server does not take them.</source>
        <translation>
            <numerusform>%n attached file could not be handed over: the server does not take it.</numerusform>
            <numerusform>%n attached files could not be handed over: the server does not take them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes that had not been sent were handed over to your administrator, who decides whether to apply them.</source>
        <translation>
            <numerusform>%n change that had not been sent was handed over to your administrator, who decides whether to apply it.</numerusform>
            <numerusform>%n changes that had not been sent were handed over to your administrator, who decides whether to apply them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are still to be handed over to your administrator. Please stay connected to the network until this is done.</source>
        <translation>
            <numerusform>%n change is still to be handed over to your administrator. Please stay connected to the network until this is done.</numerusform>
            <numerusform>%n changes are still to be handed over to your administrator. Please stay connected to the network until this is done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::ScoreView</name>
    <message numerus="yes">
        <source>%n point(s) of 100</source>
        <translation>
            <numerusform>%n point of 100</numerusform>
            <numerusform>%n points of 100</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::StageLanes</name>
    <message numerus="yes">
        <source>last %n day(s)</source>
        <translation>
            <numerusform>last %n day</numerusform>
            <numerusform>last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::StarsWidget</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::StatusLine</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Synchronised %n minutes ago</source>
        <translation>
            <numerusform>Synchronised %n minute ago</numerusform>
            <numerusform>Synchronised %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for a newer server</source>
        <translation>
            <numerusform>%n waits for a newer server</numerusform>
            <numerusform>%n wait for a newer server</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::TidyDialog</name>
    <message numerus="yes">
        <source>%n value(s) would be written otherwise.</source>
        <translation>
            <numerusform>%n value would be written otherwise.</numerusform>
            <numerusform>%n values would be written otherwise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) you may not change.</source>
        <translation>
            <numerusform>%n value you may not change.</numerusform>
            <numerusform>%n values you may not change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) tidied</source>
        <translation>
            <numerusform>%n value tidied</numerusform>
            <numerusform>%n values tidied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::TransferDialog</name>
    <message numerus="yes">
        <source>The %n customer(s) selected</source>
        <translation>
            <numerusform>The %n customer selected</numerusform>
            <numerusform>The %n customers selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay, since you may not hand them over.</source>
        <translation>
            <numerusform>%n record stays, since you may not hand it over.</numerusform>
            <numerusform>%n records stay, since you may not hand them over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay, since they cannot be changed in their present state.</source>
        <translation>
            <numerusform>%n record stays, since it cannot be changed in its present state.</numerusform>
            <numerusform>%n records stay, since they cannot be changed in their present state.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay, since somebody else looks after them.</source>
        <translation>
            <numerusform>%n record stays, since somebody else looks after it.</numerusform>
            <numerusform>%n records stay, since somebody else looks after them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) handed over</source>
        <translation>
            <numerusform>%n customer handed over</numerusform>
            <numerusform>%n customers handed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guanxi::app::VersionsView</name>
    <message numerus="yes">
        <source>%n line(s) differ</source>
        <translation>
            <numerusform>%n line differs</numerusform>
            <numerusform>%n lines differ</numerusform>
        </translation>
    </message>
</context>
</TS>
