// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/changetext.h"

#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/organisation.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace guanxi::app {

using model::ChangeKind;

namespace {

QLabel *cell(const QString &text, bool quiet)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    if (quiet)
        label->setObjectName(QStringLiteral("quiet"));
    return label;
}

} // namespace

QString ChangeText::kindText(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Insert: return tr("Created");
    case ChangeKind::Update: return tr("Changed");
    case ChangeKind::Delete: return tr("Deleted");
    case ChangeKind::Restore: break;
    }
    return tr("Restored");
}

QString ChangeText::actionText(const QString &action)
{
    if (action == QStringLiteral("undo"))
        return tr("Taken back");
    if (action == QStringLiteral("resolve"))
        return tr("Conflict settled");
    if (action == QStringLiteral("resubmit"))
        return tr("Sent once more");
    if (action == QStringLiteral("transition"))
        return tr("Step made");
    if (action == QStringLiteral("import"))
        return tr("Imported");
    if (action == QStringLiteral("tidy"))
        return tr("Tidied up");
    if (action == QStringLiteral("convert"))
        return tr("Converted");
    if (action == QStringLiteral("overdue"))
        return tr("Payment overdue");
    if (action == QStringLiteral("value_tiers"))
        return tr("Customer value counted");
    if (action == QStringLiteral("provide_built_in"))
        return tr("Brought by an update");
    if (action == QStringLiteral("end_shares"))
        return tr("Share ended");
    return {};
}

QString ChangeText::whoText(const HistoryEntry &entry) const
{
    return entry.user.isNull() ? tr("System") : m_records.title({model::ids::User, entry.user});
}

QString ChangeText::whenText(const HistoryEntry &entry) const
{
    return entry.rev > 0 ? dateTimeText(entry.at) : tr("%1 (not sent yet)").arg(dateTimeText(entry.at));
}

std::pair<QString, QString> ChangeText::valueTexts(const model::Entity &entity, const model::Field &field, const model::FieldChange &change) const
{
    const FieldText words(m_records);
    return {change.old ? words.text(entity, field, *change.old) : tr("(hidden)"), words.text(entity, field, change.value)};
}

bool ChangeText::isTold(const HistoryEntry &entry, const model::Entity &entity, const model::Field &field, bool asked) const
{
    const bool own = field.id >= model::system::FirstOwn;
    const bool placed = field.id == model::system::Owner || field.id == model::system::Department;
    const bool followed = entry.causedBy != 0 && !asked && !field.isEditable();
    return (own || placed) && !followed && m_records.rights().isVisible(entity, field);
}

QString ChangeText::title(const model::RecordChange &change) const
{
    const model::Entity *entity = m_records.catalogue().entity(change.record.entity);
    const QString title = m_records.title(change.record);
    const bool told = change.kind != ChangeKind::Insert || change.fields.isEmpty();
    if (!entity || (!title.isEmpty() && told))
        return title;
    // A record that was refused is not in the copy any more, or another one is; its name is among what was typed.
    model::Record typed(*entity, change.record.id);
    for (const model::FieldChange &field : change.fields)
        typed.setValue(field.field, field.value);
    return FieldText(m_records).title(typed);
}

QString ChangeText::recordName(const model::RecordChange &change) const
{
    const model::Entity *entity = m_records.catalogue().entity(change.record.entity);
    return entity ? tr("%1 (%2)").arg(title(change), entityLabel(*entity)) : tr("(unknown)");
}

QString ChangeText::noticeText(const model::RecordChange &change)
{
    using model::AuditEvent;
    const model::FieldChange *kind = change.field(AuditEvent::kind.id), *detail = change.field(AuditEvent::detail.id);
    const Departure told = Departure::told(detail ? detail->value.text() : QString());
    const QString what = tr("%1, %n record(s) (%2)", nullptr, int(told.records)).arg(told.view, told.format);
    return kind && kind->value.number() == AuditEvent::Print ? tr("Noted that you printed: %1").arg(what) : tr("Noted that you took out: %1").arg(what);
}

QString ChangeText::summary(const model::ChangeSet &set) const
{
    if (set.changes.isEmpty())
        return {};
    if (set.name == model::NoticeName)
        return noticeText(set.changes.first());
    const QString action = actionText(set.name);
    const QString what = action.isEmpty() ? kindText(set.changes.first().kind) : action;
    if (set.changes.size() == 1)
        return tr("%1: %2").arg(what, recordName(set.changes.first()));
    return tr("%1: %2 and %n more", nullptr, int(set.changes.size()) - 1).arg(what, recordName(set.changes.first()));
}

QList<ChangeText::Line> ChangeText::lines(const model::RecordChange &change) const
{
    QList<Line> lines;
    const model::Entity *entity = m_records.catalogue().entity(change.record.entity);
    if (!entity)
        return lines;
    for (const model::FieldChange &field : change.fields) {
        const model::Field *declared = entity->field(field.field);
        const bool isState = declared && declared->id == entity->machine.field;
        if (!declared || (!declared->isEditable() && !isState))
            continue;
        const auto &[before, after] = valueTexts(*entity, *declared, field);
        lines.append({fieldLabel(*entity, *declared), before, after});
    }
    return lines;
}

QWidget *ChangeText::widget(const model::RecordChange &change) const
{
    auto *frame = new QFrame;
    frame->setObjectName(QStringLiteral("valueCard"));
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 10, 12, 10);
    const bool isNotice = change.record.entity == model::AuditEvent::entity;
    column->addWidget(cell(isNotice ? noticeText(change) : tr("%1: %2").arg(kindText(change.kind), recordName(change)), false));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, change.kind == ChangeKind::Insert ? 0 : 1);
    grid->setColumnStretch(3, 1);
    int row = 0;
    for (const Line &line : lines(change)) {
        grid->addWidget(cell(line.field, true), row, 0);
        // What is new had no value before.
        if (change.kind != ChangeKind::Insert) {
            grid->addWidget(cell(line.before.isEmpty() ? QStringLiteral("–") : line.before, true), row, 1);
            grid->addWidget(cell(QStringLiteral("→"), true), row, 2);
        }
        grid->addWidget(cell(line.after.isEmpty() ? QStringLiteral("–") : line.after, false), row, 3);
        ++row;
    }
    column->addLayout(grid);
    return frame;
}

} // namespace guanxi::app
