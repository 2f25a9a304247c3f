// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/conflicts/conflictdetail.h"

#include "app/views/generic/changetext.h"
#include "app/views/generic/conflictsolver.h"
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
    QString title = m_records.title(m_case.about);
    if (title.isEmpty() && !m_case.parked.changes.isEmpty())
        title = ChangeText(m_records).title(m_case.parked.changes.first());
    const QString entity = m_case.entity ? entityLabel(*m_case.entity) : QString();
    auto *heading = text(title.isEmpty() ? tr("A record you cannot see") : title, "heading");
    auto *open = new QPushButton(tr("Open record"));
    open->setProperty("flat", true);
    // Hidden, never shown, while it has no parent: it would be a window for a moment and take the keyboard.
    if (!m_records.load(m_case.about))
        open->hide();
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_case.about); });
    auto *row = new QHBoxLayout;
    row->addWidget(heading, 1);
    row->addWidget(open, 0, Qt::AlignTop);
    m_column->addLayout(row);
    m_column->addWidget(text(m_case.field ? tr("%1 · %2").arg(entity, fieldLabel(*m_case.entity, *m_case.field)) : entity, "quiet"));
    m_column->addWidget(text(explanation()));
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
    if (ConflictSolver::both(m_case)) {
        QPushButton *both = button(tr("Keep &both"), QKeySequence(Qt::ALT | Qt::Key_4), false);
        connect(both, &QPushButton::clicked, this, &ConflictDetail::bothChosen);
        buttons->addWidget(both);
    }
    buttons->addStretch(1);
    m_column->addLayout(buttons);
    addEditor(*m_case.entity, *m_case.field, m_case.mine, tr("Or a third value"), tr("Save &this value"),
              [this](const model::Value &value) { Q_EMIT thirdChosen(value); });
}

void ConflictDetail::addEditor(const model::Entity &entity, const model::Field &field, const model::Value &value, const QString &heading,
                               const QString &label, std::function<void(const model::Value &)> take)
{
    FieldEditor *editor = FieldEditor::create(m_records, entity, field, nullptr);
    editor->setValue(value);
    editor->setMaximumWidth(editor->isWide() ? QWIDGETSIZE_MAX : 360);
    QPushButton *taking = button(label, QKeySequence(Qt::ALT | Qt::Key_3), false);
    connect(taking, &QPushButton::clicked, this, [editor, take = std::move(take)] {
        const bool faulty = editor->fault().has_value();
        editor->setFaulty(faulty);
        if (!faulty)
            take(editor->value());
    });
    m_column->addSpacing(4);
    m_column->addWidget(text(heading, "quiet"));
    auto *row = new QHBoxLayout;
    row->addWidget(editor, 1);
    row->addWidget(taking, 0, Qt::AlignTop);
    if (!editor->isWide())
        row->addStretch(1);
    m_column->addLayout(row);
}

void ConflictDetail::buildWhole()
{
    m_column->addWidget(text(who(m_case.mineBy, m_case.mineAt), "quiet"));
    if (m_case.reason.code != ErrorCode::Internal && m_case.reason.code != ErrorCode::DeviceRevoked)
        m_column->addWidget(text(errorText(m_case.reason, m_case.entity), "refusal"));
    if (const QString others = othersText(); !others.isEmpty())
        m_column->addWidget(text(others));
    if (m_case.parked.changes.isEmpty() && m_case.mineBy != m_records.me())
        return m_column->addWidget(text(tr("Only its author, and who may see everything it is about, can read this change and decide.")));
    const ChangeText words(m_records);
    for (const model::RecordChange &change : m_case.parked.changes)
        m_column->addWidget(words.widget(change));
    buildWays(againText(), m_case.kind == ConflictKind::DeleteEdit ? tr("&Keep the record") : tr("Dis&card this change"));
    buildCorrection();
}

void ConflictDetail::buildWays(const QString &again, const QString &discard)
{
    auto *row = new QHBoxLayout;
    if (!m_case.parked.changes.isEmpty()) {
        QPushButton *resubmit = button(again, QKeySequence(Qt::ALT | Qt::Key_1), true);
        connect(resubmit, &QPushButton::clicked, this, &ConflictDetail::resubmitChosen);
        row->addWidget(resubmit);
    }
    QPushButton *giveUp = button(discard, QKeySequence(Qt::ALT | Qt::Key_2), false);
    connect(giveUp, &QPushButton::clicked, this, &ConflictDetail::discardChosen);
    row->addWidget(giveUp);
    if (const std::optional<model::RecordRef> target = m_work.deletedTarget()) {
        QPushButton *restore = button(tr("&Restore %1 and try again").arg(m_records.title(*target)), QKeySequence(Qt::ALT | Qt::Key_4), false);
        connect(restore, &QPushButton::clicked, this, [this] { Q_EMIT correctedChosen(m_work.withTargetRestored()); });
        row->addWidget(restore);
    }
    if (const model::Record holder = m_work.holder(); holder.isValid()) {
        QPushButton *merge = button(tr("&Merge into %1").arg(FieldText(m_records).title(holder)), QKeySequence(Qt::ALT | Qt::Key_4), false);
        merge->setToolTip(tr("Fills in what is empty there; nothing that stands there is changed."));
        connect(merge, &QPushButton::clicked, this, [this] { Q_EMIT mergeChosen(m_work.merged()); });
        row->addWidget(merge);
    }
    buildSteps(row);
    row->addStretch(1);
    m_column->addLayout(row);
}

void ConflictDetail::buildSteps(QHBoxLayout *row)
{
    int key = Qt::Key_4;
    for (const model::Transition *step : m_work.steps()) {
        QPushButton *made = button(tr("%1 instead").arg(transitionLabel(*m_case.entity, *step)), QKeySequence(Qt::ALT | key), false);
        connect(made, &QPushButton::clicked, this, [this, step] { Q_EMIT correctedChosen(m_work.withStep(*step)); });
        row->addWidget(made);
        if (++key > Qt::Key_9)
            break;
    }
}

void ConflictDetail::buildCorrection()
{
    const std::optional<RefusedWork::Fault> fault = m_work.fault();
    if (!fault || m_case.kind == ConflictKind::Permission)
        return;
    const QString field = fieldLabel(*fault->entity, *fault->field);
    const bool points = m_case.kind == ConflictKind::ParentDeleted || m_case.kind == ConflictKind::Cycle;
    addEditor(*fault->entity, *fault->field, fault->value, points ? tr("Or choose another: %1").arg(field) : tr("Or correct it: %1").arg(field),
              tr("Try with this &value"), [this](const model::Value &value) { Q_EMIT correctedChosen(m_work.corrected(value)); });
}

QString ConflictDetail::againText() const
{
    switch (m_case.kind) {
    case ConflictKind::DeleteEdit: return tr("&Delete anyway");
    case ConflictKind::EditDelete: return tr("&Restore with this change");
    case ConflictKind::Permission:
        if (m_case.mineBy != m_records.me())
            return tr("&Apply for %1").arg(m_records.title({model::ids::User, m_case.mineBy}));
        break;
    default: break;
    }
    return m_case.reason.code == ErrorCode::DeviceRevoked ? tr("&Apply") : tr("&Try again");
}

/// Who stands against it.
QString ConflictDetail::othersText() const
{
    const QString other = m_case.theirsBy.isNull() ? QString() : who(m_case.theirsBy, m_case.theirsAt);
    if (other.isEmpty())
        return {};
    return m_case.kind == ConflictKind::EditDelete ? tr("Deleted by %1").arg(other)
        : m_case.kind == ConflictKind::DeleteEdit  ? tr("Changed by %1").arg(other)
                                                   : QString();
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

QString ConflictDetail::explanation() const
{
    switch (m_case.kind) {
    case ConflictKind::EditEdit:
    case ConflictKind::EditEditAuto:
        return tr("Two people changed this field without knowing of each other. The value stored first stays until you decide; "
                  "nothing is lost.");
    case ConflictKind::EditDelete:
        return tr("The record was deleted before this change arrived. It can be restored with the change, or the change dropped.");
    case ConflictKind::DeleteEdit:
        return tr("Somebody changed the record before it could be deleted, so it still exists. Delete it anyway, or keep it.");
    case ConflictKind::Unique:
        return tr("Another record has this value already. Choose another value, merge the two, or drop the change.");
    case ConflictKind::State:
        return tr("The record has moved on meanwhile, and this step no longer leads on from where it is now. Choose a step that "
                  "does, or drop the change.");
    case ConflictKind::ParentDeleted:
        return tr("It belongs to a record that was deleted meanwhile. Restore that one, choose another, or drop the change.");
    case ConflictKind::Cycle:
        return tr("Somebody else moved a record meanwhile, and this one would end up below itself. Choose another place, or drop "
                  "the change.");
    case ConflictKind::ParentParked:
        return tr("This change needs another one that is itself not settled. Settle that one first, then try again.");
    case ConflictKind::Permission:
        return m_case.reason.code == ErrorCode::DeviceRevoked
            ? quarantineText()
            : tr("The right to make this change was withdrawn before it arrived. An administrator can apply it, or grant the right again.");
    case ConflictKind::Rule:
        return tr("A rule refuses this change as it is. Correct the value and send it again, or drop the change.");
    case ConflictKind::Internal:
        return tr("The server could not apply this change. It is kept here; try again, and tell your administrator if it fails "
                  "once more.");
    default:
        return tr("The server could not accept this change as it is. It is kept here until you decide.");
    }
}

QString ConflictDetail::quarantineText() const
{
    const QString author = m_records.title({model::ids::User, m_case.mineBy});
    return m_case.mineBy == m_records.me()
        ? tr("This was made on a computer of yours that the administrator removed before it was sent. Apply it only if it is your work.")
        : tr("This was made on a computer of %1 that was removed before it was sent. Look at it, then apply it for %1 or drop it.").arg(author);
}

} // namespace guanxi::app
