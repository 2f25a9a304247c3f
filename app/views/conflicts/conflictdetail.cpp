// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/conflicts/conflictdetail.h"

#include "app/widgets/changetext.h"
#include "app/views/generic/conflictsolver.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "common/base/decimal.h"
#include "common/model/catalogue/stock.h"

#include <QApplication>
#include <QClipboard>
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
    if (m_case.isOrphanValue() || m_case.isHidden())
        buildOrphan();
    else if (m_case.kind == ConflictKind::NearDuplicate)
        buildTwins();
    else if (m_case.isWhole())
        buildWhole();
    else
        buildField();
    m_column->addStretch(1);
    setWidget(page);
}

void ConflictDetail::buildHead()
{
    const QString title = titleOf(m_records, m_case);
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

QString ConflictDetail::titleOf(const Records &records, const ConflictCase &conflict)
{
    const bool own = conflict.kind != ConflictKind::CreateCreate;
    const QString title = own ? records.title(conflict.about) : QString();
    return title.isEmpty() && !conflict.parked.changes.isEmpty() ? ChangeText(records).title(conflict.parked.changes.first()) : title;
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
    addEditor(*m_case.entity, *m_case.field, m_case.mine, tr("Or a third value"), tr("Save &this value"), Qt::Key_3,
              [this](const model::Value &value) { Q_EMIT thirdChosen(value); });
}

void ConflictDetail::addEditor(const model::Entity &entity, const model::Field &field, const model::Value &value, const QString &heading,
                               const QString &label, int key, std::function<void(const model::Value &)> take)
{
    FieldEditor *editor = FieldEditor::create(m_records, entity, field, nullptr);
    editor->setValue(value);
    editor->setMaximumWidth(editor->isWide() ? QWIDGETSIZE_MAX : 360);
    QPushButton *taking = button(label, QKeySequence(Qt::ALT | Qt::Key(key)), false);
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
    buildWays(againText(), discardText());
    if (m_case.kind == ConflictKind::StockNegative)
        buildShortage();
    else
        buildCorrection();
}

void ConflictDetail::buildShortage()
{
    const model::Record line = m_work.shortLine();
    const model::Entity *documents = m_records.catalogue().entity(model::StockDocument::entity);
    if (m_case.isAdvice() || !line.isValid() || !documents || isPosted())
        return;
    const model::Field &quantity = *line.entity().field(model::StockDocumentLine::quantity.id);
    const model::Field &warehouse = *documents->field(model::StockDocument::warehouse.id);
    const QString product = m_records.title({model::Product::entity, line[model::StockDocumentLine::product]});
    const Result<qint64> there = decimal::parse(m_case.reason.args.value(0), decimal::QuantityScale);
    addEditor(line.entity(), quantity, there.ok() ? model::Value(*there) : model::Value(), tr("Or take out less of %1").arg(product),
              tr("Try with this &quantity"), Qt::Key_3, [this](const model::Value &value) { Q_EMIT correctedChosen(m_work.withQuantity(value)); });
    addEditor(*documents, warehouse, {}, tr("Or take everything from another warehouse"), tr("Try &there"), Qt::Key_4,
              [this](const model::Value &value) { Q_EMIT correctedChosen(m_work.fromWarehouse(value.id())); });
}

void ConflictDetail::buildOrphan()
{
    if (m_case.isHidden() && m_case.mineBy != m_records.me())
        return;
    const QString value = m_case.field ? valueText(m_case.mine) : m_case.mine.text();
    m_column->addWidget(card(tr("Your value"), value, who(m_case.mineBy, m_case.mineAt)));
    auto *row = new QHBoxLayout;
    QPushButton *copy = button(tr("&Copy the value"), QKeySequence(Qt::ALT | Qt::Key_1), true);
    connect(copy, &QPushButton::clicked, this, [value] { QApplication::clipboard()->setText(value); });
    row->addWidget(copy);
    QPushButton *letGo = button(tr("&Let it go"), QKeySequence(Qt::ALT | Qt::Key_2), false);
    connect(letGo, &QPushButton::clicked, this, &ConflictDetail::discardChosen);
    row->addWidget(letGo);
    row->addStretch(1);
    m_column->addLayout(row);
}

void ConflictDetail::buildTwins()
{
    const Result<model::Record> mine = m_records.load(m_case.about);
    const Result<model::Record> other = m_records.load(m_case.twin);
    const bool bothSeen = mine.ok() && other.ok() && !mine->isDeleted() && !other->isDeleted();
    auto *row = new QHBoxLayout;
    if (bothSeen) {
        auto *cards = new QHBoxLayout;
        cards->setSpacing(12);
        const FieldText words(m_records);
        for (const auto &[record, against] : {std::pair(*mine, *other), std::pair(*other, *mine)})
            cards->addWidget(card(words.title(record), twinCard(record, against), who(record.value(model::system::CreatedBy).id(), record.value(model::system::CreatedAt).number())));
        m_column->addLayout(cards);
        QPushButton *take = button(tr("&Merge…"), QKeySequence(Qt::ALT | Qt::Key_1), true);
        take->setToolTip(tr("Shows both side by side, with what moves. Can be undone."));
        connect(take, &QPushButton::clicked, this, &ConflictDetail::twinsMergeChosen);
        row->addWidget(take);
    }
    QPushButton *apart = button(bothSeen ? tr("They are &different") : tr("&Noted"), QKeySequence(Qt::ALT | Qt::Key_2), !bothSeen);
    connect(apart, &QPushButton::clicked, this, &ConflictDetail::discardChosen);
    row->addWidget(apart);
    if (bothSeen) {
        QPushButton *look = button(tr("&Open the other record"), QKeySequence(Qt::ALT | Qt::Key_3), false);
        connect(look, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_case.twin); });
        row->addWidget(look);
    }
    row->addStretch(1);
    m_column->addLayout(row);
}

/// What both say, and what one of them knows: enough to tell whether they are the same.
QString ConflictDetail::twinCard(const model::Record &record, const model::Record &other) const
{
    const FieldText words(m_records);
    QStringList lines;
    for (const model::Field &field : record.entity().fields()) {
        const bool telling = field.twins != model::Twins::No || field.listed || record.value(field.id) != other.value(field.id);
        if (!telling || field.id < model::system::FirstOwn || field.isContent() || record.value(field.id).isNull())
            continue;
        const QString value = words.text(record, field);
        if (!value.isEmpty() && lines.size() < 10)
            lines.append(tr("%1: %2").arg(fieldLabel(record.entity(), field), value.left(80)));
    }
    return lines.join(u'\n');
}

void ConflictDetail::buildWays(const QString &again, const QString &discard)
{
    auto *row = new QHBoxLayout;
    if (!m_case.parked.changes.isEmpty()) {
        QPushButton *resubmit = button(again, QKeySequence(Qt::ALT | Qt::Key_1), true);
        if (m_case.kind == ConflictKind::CreateCreate)
            connect(resubmit, &QPushButton::clicked, this, [this] { Q_EMIT correctedChosen(m_work.asNewRecord()); });
        else
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
              tr("Try with this &value"), Qt::Key_3, [this](const model::Value &value) { Q_EMIT correctedChosen(m_work.corrected(value)); });
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

} // namespace guanxi::app
