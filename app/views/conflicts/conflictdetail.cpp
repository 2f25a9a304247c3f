// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/conflicts/conflictdetail.h"

#include "app/views/generic/changetext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/ids.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace guanxi::app {

using sync::ConflictKind;

namespace {

QLabel *text(const QString &content, const char *name = nullptr)
{
    auto *label = new QLabel(content);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (name)
        label->setObjectName(QString::fromLatin1(name));
    return label;
}

} // namespace

ConflictDetail::ConflictDetail(Records &records, QWidget *parent) : QScrollArea(parent), m_records(records)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
}

void ConflictDetail::show(const ConflictCase &conflict)
{
    m_case = conflict;
    m_third = nullptr;
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("page"));
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(24, 20, 24, 20);
    m_column->setSpacing(12);
    buildHead();
    if (m_case.isWhole())
        buildWhole();
    else
        buildField();
    m_column->addStretch(1);
    setWidget(page);
}

void ConflictDetail::buildHead()
{
    const QString title = m_records.title(m_case.about);
    const QString entity = m_case.entity ? entityLabel(*m_case.entity) : QString();
    auto *heading = text(title.isEmpty() ? tr("A record you cannot see") : title, "heading");
    auto *open = new QPushButton(tr("Open record"));
    open->setProperty("flat", true);
    // Hidden, never shown, while it has no parent: it would be a window for a moment and take the keyboard.
    if (title.isEmpty())
        open->hide();
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_case.about); });
    auto *row = new QHBoxLayout;
    row->addWidget(heading, 1);
    row->addWidget(open, 0, Qt::AlignTop);
    m_column->addLayout(row);
    m_column->addWidget(text(m_case.field ? tr("%1 · %2").arg(entity, fieldLabel(*m_case.entity, *m_case.field)) : entity, "quiet"));
    m_column->addWidget(text(explanation(m_case)));
}

void ConflictDetail::buildField()
{
    const bool own = m_case.mineBy == m_records.me();
    auto *cards = new QHBoxLayout;
    cards->setSpacing(12);
    cards->addWidget(card(tr("Before"), valueText(m_case.base), tr("what both started from")));
    cards->addWidget(card(own ? tr("Your value") : tr("Parked value"), valueText(m_case.mine), who(m_case.mineBy, m_case.mineAt)));
    cards->addWidget(card(tr("Now stored"), valueText(m_case.theirs), who(m_case.theirsBy, m_case.theirsAt)));
    m_column->addLayout(cards);
    auto *buttons = new QHBoxLayout;
    QPushButton *mine = button(own ? tr("Take &my value") : tr("Take the &parked value"), QKeySequence(Qt::ALT | Qt::Key_1), true);
    QPushButton *theirs = button(tr("&Keep what is stored"), QKeySequence(Qt::ALT | Qt::Key_2), false);
    connect(mine, &QPushButton::clicked, this, &ConflictDetail::mineChosen);
    connect(theirs, &QPushButton::clicked, this, &ConflictDetail::theirsChosen);
    buttons->addWidget(mine);
    buttons->addWidget(theirs);
    buttons->addStretch(1);
    m_column->addLayout(buttons);
    buildThird(m_column);
}

void ConflictDetail::buildThird(QVBoxLayout *column)
{
    m_third = FieldEditor::create(m_records, *m_case.entity, *m_case.field, nullptr);
    m_third->setValue(m_case.mine);
    m_third->setMaximumWidth(360);
    QPushButton *take = button(tr("Save &this value"), QKeySequence(Qt::ALT | Qt::Key_3), false);
    connect(take, &QPushButton::clicked, this, [this] {
        const bool faulty = m_third->fault().has_value();
        m_third->setFaulty(faulty);
        if (!faulty)
            Q_EMIT thirdChosen(m_third->value());
    });
    column->addSpacing(4);
    column->addWidget(text(tr("Or a third value"), "quiet"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_third, 1);
    row->addWidget(take);
    row->addStretch(1);
    column->addLayout(row);
}

void ConflictDetail::buildWhole()
{
    m_column->addWidget(text(who(m_case.mineBy, m_case.mineAt), "quiet"));
    if (m_case.reason.code != ErrorCode::Internal)
        m_column->addWidget(text(errorText(m_case.reason, m_case.entity), "refusal"));
    const ChangeText words(m_records);
    for (const model::RecordChange &change : m_case.parked.changes)
        m_column->addWidget(words.widget(change));
    auto *buttons = new QHBoxLayout;
    if (!m_case.parked.changes.isEmpty()) {
        const bool deletion = m_case.kind == ConflictKind::DeleteEdit;
        QPushButton *again = button(deletion ? tr("&Delete anyway") : m_case.kind == ConflictKind::EditDelete ? tr("&Restore with this change")
                                                                                                           : tr("&Try again"),
                                    QKeySequence(Qt::ALT | Qt::Key_1), true);
        connect(again, &QPushButton::clicked, this, &ConflictDetail::resubmitChosen);
        buttons->addWidget(again);
    }
    QPushButton *discard = button(tr("Dis&card this change"), QKeySequence(Qt::ALT | Qt::Key_2), false);
    connect(discard, &QPushButton::clicked, this, &ConflictDetail::discardChosen);
    buttons->addWidget(discard);
    buttons->addStretch(1);
    m_column->addLayout(buttons);
}

QFrame *ConflictDetail::card(const QString &title, const QString &value, const QString &who)
{
    auto *frame = new QFrame;
    frame->setObjectName(QStringLiteral("valueCard"));
    frame->setAccessibleName(QStringLiteral("%1: %2").arg(title, value));
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 10, 12, 10);
    column->addWidget(text(title, "quiet"));
    QLabel *content = text(value.isEmpty() ? tr("(empty)") : value);
    QFont font = content->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    content->setFont(font);
    column->addWidget(content);
    column->addStretch(1);
    column->addWidget(text(who, "quiet"));
    return frame;
}

QPushButton *ConflictDetail::button(const QString &label, const QKeySequence &keys, bool primary)
{
    auto *made = new QPushButton(label);
    made->setProperty("primary", primary);
    made->setAutoDefault(true);
    made->setToolTip(keys.toString(QKeySequence::NativeText));
    auto *shortcut = new QShortcut(keys, made);
    connect(shortcut, &QShortcut::activated, made, &QAbstractButton::click);
    return made;
}

QString ConflictDetail::who(const Uuid &user, qint64 at) const
{
    const QString name = user == m_records.me() ? tr("you") : m_records.title({model::ids::User, user});
    const QString when = at > 0 ? dateTimeText(at) : QString();
    return name.isEmpty() ? when : when.isEmpty() ? name : tr("%1, %2").arg(name, when);
}

QString ConflictDetail::valueText(const model::Value &value) const
{
    return FieldText(m_records).text(*m_case.entity, *m_case.field, value);
}

QString ConflictDetail::kindText(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::EditEdit:
    case ConflictKind::EditEditAuto: return tr("Changed by two people");
    case ConflictKind::EditDelete: return tr("Changed here, deleted elsewhere");
    case ConflictKind::DeleteEdit: return tr("Deleted here, changed elsewhere");
    case ConflictKind::CreateCreate: return tr("Created twice");
    case ConflictKind::Unique: return tr("Value already in use");
    case ConflictKind::NearDuplicate: return tr("Possible duplicate");
    case ConflictKind::State: return tr("Step no longer possible");
    case ConflictKind::StockNegative: return tr("Not enough stock");
    case ConflictKind::ParentDeleted: return tr("Belongs to a deleted record");
    case ConflictKind::ParentParked: return tr("Waits for another conflict");
    case ConflictKind::Cycle: return tr("Would contain itself");
    case ConflictKind::Permission: return tr("Right was withdrawn");
    case ConflictKind::Rule: return tr("Against a rule");
    case ConflictKind::Schema: return tr("Field no longer exists");
    case ConflictKind::Internal: break;
    }
    return tr("Could not be applied");
}

QString ConflictDetail::explanation(const ConflictCase &conflict)
{
    switch (conflict.kind) {
    case ConflictKind::EditEdit:
    case ConflictKind::EditEditAuto:
        return tr("Two people changed this field without knowing of each other. The value stored first stays until you decide; "
                  "nothing is lost.");
    case ConflictKind::EditDelete:
        return tr("The record was deleted before this change arrived. It can be restored with the change, or the change dropped.");
    case ConflictKind::DeleteEdit:
        return tr("Somebody changed the record before it could be deleted, so it still exists. Delete it anyway, or keep it.");
    case ConflictKind::ParentParked:
        return tr("This change needs another one that is itself not settled. Settle that one first, then try again.");
    case ConflictKind::Permission:
        return tr("The right to make this change was withdrawn before it arrived. An administrator can grant it again.");
    case ConflictKind::Internal:
        return tr("The server could not apply this change. It is kept here; try again, and tell your administrator if it fails "
                  "once more.");
    default:
        return tr("The server could not accept this change as it is. It is kept here until you decide.");
    }
}

} // namespace guanxi::app
