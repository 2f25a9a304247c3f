// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/historyview.h"

#include "app/widgets/changetext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/pastdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using model::ChangeKind;
using model::Entity;
using model::Field;
using model::FieldChange;
using model::FieldId;
using model::Record;

namespace {

constexpr int LongestValue = 300;
constexpr int RowHeight = 26;

/// A record that was made, and nothing else, tells of that itself.
HistoryEntry makingOf(const Record &record)
{
    HistoryEntry made;
    made.rev = record.rev();
    made.at = record.value(model::system::CreatedAt).number();
    made.user = record.value(model::system::CreatedBy).id();
    made.change = {ChangeKind::Insert, record.ref(), 0, {}};
    return made;
}

} // namespace

HistoryView::HistoryView(Records &records, const model::RecordRef &ref, QWidget *parent)
    : QWidget(parent), m_records(records), m_ref(ref), m_fields(new QComboBox), m_list(new QTreeWidget), m_hint(new QLabel),
      m_past(new QPushButton), m_putBack(new QPushButton), m_takeBack(new QPushButton), m_older(new QPushButton),
      m_print(new QPushButton), m_export(new QPushButton)
{
    build();
    connect(m_fields, &QComboBox::currentIndexChanged, this, &HistoryView::fillList);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HistoryView::showPossible);
    connect(m_list, &QTreeWidget::itemActivated, this, &HistoryView::showPast);
    connect(m_past, &QPushButton::clicked, this, &HistoryView::showPast);
    connect(m_putBack, &QPushButton::clicked, this, &HistoryView::putBack);
    connect(m_takeBack, &QPushButton::clicked, this, &HistoryView::takeBack);
    connect(m_older, &QPushButton::clicked, this, &HistoryView::askOlder);
    connect(m_print, &QPushButton::clicked, this, &HistoryView::print);
    connect(m_export, &QPushButton::clicked, this, &HistoryView::exportCsv);
    auto *shortcut = new QShortcut(QKeySequence::Print, this, this, &HistoryView::print, Qt::WidgetWithChildrenShortcut);
    shortcut->setObjectName(QStringLiteral("print"));
    m_list->installEventFilter(this);
    retranslate();
}

void HistoryView::build()
{
    auto *bar = new FlowLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(m_fields), static_cast<QWidget *>(m_past), static_cast<QWidget *>(m_putBack),
                            static_cast<QWidget *>(m_takeBack), static_cast<QWidget *>(m_print), static_cast<QWidget *>(m_export)})
        bar->addWidget(widget);
    m_hint->setObjectName(QStringLiteral("quiet"));
    m_hint->setContentsMargins(8, 4, 8, 4);
    m_hint->setWordWrap(true);
    m_list->setColumnCount(ColumnCount);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Before, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(After, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_list, 1);
    auto *below = new QHBoxLayout;
    below->addWidget(m_hint, 1);
    below->addWidget(m_older);
    column->addLayout(below);
    setFocusProxy(m_list);
}

void HistoryView::retranslate()
{
    m_fields->setAccessibleName(tr("Which field is shown"));
    m_past->setText(tr("As it was here…"));
    m_past->setToolTip(tr("Shows the record as it stood after this change, beside what it is now (Enter)"));
    m_putBack->setText(tr("Put back the value before"));
    m_putBack->setToolTip(tr("Writes into the field what stood in it before this change"));
    m_takeBack->setText(tr("Take back the action"));
    m_takeBack->setToolTip(tr("Undoes all that was changed in one go, also in other records; what somebody wrote since stays"));
    m_older->setText(tr("Ask the server"));
    m_print->setText(tr("Print…"));
    m_print->setToolTip(tr("Prints what is shown here, or saves it as PDF (Ctrl+P)"));
    m_export->setText(tr("Export as CSV…"));
    m_list->setAccessibleName(tr("History"));
    m_list->setHeaderLabels({tr("When"), tr("Who"), tr("Computer"), tr("What"), tr("Before"), tr("After")});
}

void HistoryView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reload();
    }
}

bool HistoryView::eventFilter(QObject *watched, QEvent *event)
{
    // A list of its own accord copies one cell.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void HistoryView::reload()
{
    const Result<Record> record = m_records.load(m_ref);
    const Result<QList<HistoryEntry>> entries = m_records.history(m_ref);
    if (!record || !entries)
        return Q_EMIT failed(record ? entries.error() : record.error());
    m_record = *record;
    m_entries = *entries + m_asked;
    if (m_entries.isEmpty() && reachesBack(m_record, m_entries))
        m_entries.append(makingOf(m_record));
    fillFields();
    fillList();
}

void HistoryView::fillFields()
{
    const QVariant chosen = m_fields->currentData();
    const QSignalBlocker blocker(m_fields);
    m_fields->clear();
    m_fields->addItem(tr("All fields"));
    QSet<FieldId> changed;
    for (const HistoryEntry &entry : std::as_const(m_entries))
        for (const FieldChange &field : entry.change.fields)
            changed.insert(field.field);
    for (const Field &field : m_record.entity().fields())
        if (changed.contains(field.id) && m_records.rights().isVisible(m_record.entity(), field))
            m_fields->addItem(fieldLabel(m_record.entity(), field), field.id);
    m_fields->setCurrentIndex(std::max(0, m_fields->findData(chosen)));
}

void HistoryView::fillList()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        m_lines.clear();
        for (qsizetype entry = 0; entry < m_entries.size(); ++entry)
            addLines(entry);
        m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row, 0, std::max(0, int(m_lines.size()) - 1))));
    }
    m_hint->setText(reachesBack(m_record, m_entries) ? QString() : tr("What happened before that is more than a year ago, or too much to be kept on this computer."));
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_older->setVisible(m_hint->isVisibleTo(this));
    showPossible();
}

void HistoryView::addLines(qsizetype at)
{
    const HistoryEntry &entry = m_entries.at(at);
    const Entity &entity = m_record.entity();
    const FieldId only = m_fields->currentData().toUInt();
    if (entry.change.kind != ChangeKind::Update && only == 0)
        addLine({at, 0});
    for (const FieldChange &change : entry.change.fields) {
        const Field *field = entity.field(change.field);
        if (field && (only == 0 || only == field->id) && ChangeText(m_records).isTold(entry, entity, *field, only != 0))
            addLine({at, field->id});
    }
}

/// What, before and after.
QStringList HistoryView::wordsOf(const Line &line) const
{
    const HistoryEntry &entry = m_entries.at(line.entry);
    const FieldChange *change = entry.change.field(line.field);
    if (!change)
        return {ChangeText::kindText(entry.change.kind), QString(), QString()};
    const Entity &entity = m_record.entity();
    const Field &field = *entity.field(line.field);
    const auto &[before, after] = ChangeText(m_records).valueTexts(entity, field, *change);
    return {fieldLabel(entity, field), before, after};
}

/// When, who and computer.
QStringList HistoryView::headOf(const HistoryEntry &entry) const
{
    const QString action = ChangeText::actionText(entry.name);
    const ChangeText words(m_records);
    const QString who = words.whoText(entry);
    return {words.whenText(entry),
            action.isEmpty() ? who : tr("%1 · %2").arg(who, action),
            entry.rev == 0 ? tr("This computer") : entry.device.isEmpty() && !entry.action.isNull() ? tr("Server") : entry.device};
}

void HistoryView::addLine(const Line &line)
{
    m_lines.append(line);
    const int row = int(m_lines.size()) - 1;
    auto *item = new QTreeWidgetItem(m_list);
    item->setSizeHint(After, {0, RowHeight}); // a hint has a width, too: that column takes what is left
    for (int column = 0; column < What; ++column)
        item->setText(column, cell(row, column, false));
    const QStringList words = wordsOf(line);
    item->setText(What, words.first());
    for (const int column : {Before, After}) {
        const QString &text = words.at(column - What);
        item->setText(column, QString(text).replace(u'\n', u' ').left(LongestValue));
        item->setToolTip(column, text.left(LongestValue * 4));
    }
}

const HistoryView::Line *HistoryView::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

const HistoryEntry *HistoryView::currentEntry() const
{
    const Line *line = current();
    return line ? &m_entries.at(line->entry) : nullptr;
}

bool HistoryView::mayPutBack(const Line &line) const
{
    const Field *field = m_record.entity().field(line.field);
    const FieldChange *change = m_entries.at(line.entry).change.field(line.field);
    return field && change && change->old && field->isEditable() && *change->old != m_record.value(field->id) && !m_record.isDeleted()
        && m_records.rights().fieldRight(m_record.entity(), *field) == model::FieldRight::Write && m_records.may(model::Action::Edit, m_record);
}

void HistoryView::showPossible()
{
    const Line *line = current();
    m_past->setEnabled(line != nullptr);
    m_print->setEnabled(line && m_records.may(model::Action::Print, m_record));
    m_export->setEnabled(line && m_records.may(model::Action::Export, m_record));
    m_putBack->setEnabled(line && mayPutBack(*line));
    m_takeBack->setEnabled(line && !currentEntry()->action.isNull() && m_records.may(model::Action::Edit, m_record));
}

void HistoryView::showPast()
{
    const Line *line = current();
    if (!line)
        return;
    auto *dialog = new PastDialog(m_records, m_record, m_entries, line->entry, this);
    dialog->setPaperMemory(m_paperMemory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PastDialog::made, this, &HistoryView::made);
    connect(dialog, &PastDialog::failed, this, &HistoryView::failed);
    dialog->open();
}

void HistoryView::putBack()
{
    const Line *line = current();
    if (!line || !mayPutBack(*line))
        return;
    const Field &field = *m_record.entity().field(line->field);
    Record restored = m_record;
    restored.setValue(field.id, *m_entries.at(line->entry).change.field(field.id)->old);
    finish(m_records.saveAll({restored}, QStringLiteral("restore")), tr("Put back: %1").arg(fieldLabel(m_record.entity(), field)));
}

void HistoryView::takeBack()
{
    const HistoryEntry *entry = currentEntry();
    if (!entry)
        return;
    m_takeBack->setEnabled(false);
    m_records.undoMany(entry->action, this, [](qsizetype) { return true; }, [this](const Result<Saved> &undone) { finish(undone, tr("Taken back")); });
}

void HistoryView::askOlder()
{
    m_older->setEnabled(false);
    const qint64 before = m_entries.isEmpty() ? 0 : m_entries.last().rev;
    m_records.olderHistory(m_ref, before, this, [this](const Result<QList<HistoryEntry>> &older) {
        m_older->setEnabled(true);
        if (!older)
            return Q_EMIT failed(older.error());
        m_asked.append(*older);
        reload();
    });
}

void HistoryView::finish(const Result<Saved> &result, const QString &text)
{
    if (!result)
        return Q_EMIT failed(result.error());
    Q_EMIT made(*result, result->action.isNull() ? tr("There is nothing to take back any more") : text);
    reload();
}

void HistoryView::copy()
{
    QStringList lines;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (!item->isSelected())
            continue;
        QStringList cells = headOf(m_entries.at(m_lines.at(row).entry));
        for (int column = What; column < ColumnCount; ++column)
            cells.append(item->text(column));
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace guanxi::app
