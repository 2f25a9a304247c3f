// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pastdialog.h"

#include "app/tables/csvwriter.h"
#include "app/widgets/fieldtext.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Field;
using model::Record;

namespace {

enum Column { Name, Then, Other, ColumnCount };
constexpr int RowHeight = 26;

QDateTimeEdit *momentEdit(const QString &name)
{
    auto *edit = new QDateTimeEdit;
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    edit->setAccessibleName(name);
    return edit;
}

/// Up to the end of the second that is shown: changes carry milliseconds.
qint64 momentOf(const QDateTimeEdit &edit) { return edit.dateTime().toMSecsSinceEpoch() / 1000 * 1000 + 999; }

} // namespace

PastDialog::PastDialog(Records &records, const Record &now, const QList<HistoryEntry> &entries, qsizetype place, QWidget *parent)
    : QDialog(parent), m_records(records), m_now(now), m_entries(entries), m_place(place), m_moment(momentEdit(tr("Then"))),
      m_other(momentEdit(tr("Compared with"))), m_withOther(new QCheckBox(tr("compared with"))),
      m_differences(new QCheckBox(tr("Only what differs"))), m_hint(new QLabel), m_list(new QTreeWidget),
      m_restoreSelected(new QPushButton(tr("Put back the selected fields"))), m_restoreAll(new QPushButton(tr("Put back all that differs"))),
      m_print(new QPushButton(tr("Print…"))), m_export(new QPushButton(tr("Export as CSV…")))
{
    setWindowTitle(tr("%1 – as it was").arg(FieldText(records).title(now)));
    m_moment->setDateTime(QDateTime::fromMSecsSinceEpoch(m_entries.value(place).at));
    m_other->setDateTime(QDateTime::fromMSecsSinceEpoch(m_entries.value(0).at));
    m_other->setEnabled(false);
    build();
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_place = -1;
        fill();
    });
    connect(m_other, &QDateTimeEdit::dateTimeChanged, this, &PastDialog::fill);
    connect(m_withOther, &QCheckBox::toggled, this, [this](bool with) {
        m_other->setEnabled(with);
        fill();
    });
    connect(m_differences, &QCheckBox::toggled, this, &PastDialog::fill);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] { m_restoreSelected->setEnabled(!m_list->selectedItems().isEmpty() && m_restoreAll->isEnabled()); });
    connect(m_restoreSelected, &QPushButton::clicked, this, [this] { restore(true); });
    connect(m_restoreAll, &QPushButton::clicked, this, [this] { restore(false); });
    connect(m_print, &QPushButton::clicked, this, &PastDialog::print);
    connect(m_export, &QPushButton::clicked, this, &PastDialog::exportCsv);
    new QShortcut(QKeySequence::Print, this, this, &PastDialog::print);
    m_print->setEnabled(m_records.may(model::Action::Print, m_now));
    m_export->setEnabled(m_records.may(model::Action::Export, m_now));
    fill();
    m_list->setFocus();
}

void PastDialog::build()
{
    auto *moments = new QHBoxLayout;
    auto *label = new QLabel(tr("As it stood on"));
    label->setBuddy(m_moment);
    for (QWidget *widget : {static_cast<QWidget *>(label), static_cast<QWidget *>(m_moment), static_cast<QWidget *>(m_withOther),
                            static_cast<QWidget *>(m_other)})
        moments->addWidget(widget);
    moments->addStretch(1);
    moments->addWidget(m_differences);
    m_hint->setObjectName(QStringLiteral("quiet"));
    m_hint->setWordWrap(true);
    m_list->setColumnCount(ColumnCount);
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(tr("Fields"));
    m_list->setWordWrap(true);
    m_list->header()->setSectionResizeMode(Name, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Then, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Other, QHeaderView::Stretch);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_restoreSelected, QDialogButtonBox::ActionRole);
    buttons->addButton(m_restoreAll, QDialogButtonBox::ActionRole);
    buttons->addButton(m_print, QDialogButtonBox::ActionRole);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    for (QPushButton *button : {m_restoreSelected, m_restoreAll, m_print, m_export})
        button->setAutoDefault(false); // Enter must not write anything
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(moments);
    column->addWidget(m_hint);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(860, 620);
}

void PastDialog::setMoments(qint64 then, std::optional<qint64> other)
{
    m_moment->setDateTime(QDateTime::fromMSecsSinceEpoch(then));
    m_withOther->setChecked(other.has_value());
    if (other)
        m_other->setDateTime(QDateTime::fromMSecsSinceEpoch(*other));
}

std::optional<Record> PastDialog::stateAt(const QDateTimeEdit &moment) const
{
    return stateBefore(m_now, m_entries, countAfter(m_entries, momentOf(moment)));
}

QString PastDialog::wordsAbout(const std::optional<Record> &then) const
{
    if (!then)
        return tr("The record had not been made then.");
    const bool known = reachesBack(m_now, m_entries) || m_place >= 0 || (!m_entries.isEmpty() && m_entries.last().at <= momentOf(*m_moment));
    if (!known)
        return tr("What happened that long ago is not kept on this computer: this is the oldest state that is known here.");
    return then->isDeleted() ? tr("The record was deleted then.") : QString();
}

bool PastDialog::mayRestore(const Field &field) const
{
    return field.isEditable() && !m_now.isDeleted() && m_records.rights().fieldRight(m_now.entity(), field) == model::FieldRight::Write
        && m_records.may(model::Action::Edit, m_now);
}

void PastDialog::fill()
{
    m_then = m_place >= 0 ? stateBefore(m_now, m_entries, m_place) : stateAt(*m_moment);
    const bool compares = m_withOther->isChecked();
    const std::optional<Record> other = compares ? stateAt(*m_other) : std::optional(m_now);
    m_hint->setText(wordsAbout(m_then));
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_list->setHeaderLabels({tr("Field"), dateTimeText(m_moment->dateTime().toMSecsSinceEpoch()),
                             compares ? dateTimeText(m_other->dateTime().toMSecsSinceEpoch()) : tr("Now")});
    m_list->clear();
    m_fields.clear();
    const FieldText words(m_records);
    bool restorable = false;
    for (const Field &field : m_now.entity().fields()) {
        const bool own = field.id >= model::system::FirstOwn || field.id == model::system::Owner || field.id == model::system::Department;
        if (!own || !m_records.rights().isVisible(m_now.entity(), field))
            continue;
        const bool differs = (m_then ? m_then->value(field.id) : model::Value()) != (other ? other->value(field.id) : model::Value());
        const bool applies = (m_then && m_then->applies(field)) || (other && other->applies(field));
        if (!applies || (m_differences->isChecked() && !differs))
            continue;
        m_fields.append(field.id);
        auto *item = new QTreeWidgetItem(m_list, {fieldLabel(m_now.entity(), field), m_then ? words.text(*m_then, field) : QString(),
                                                  other ? words.text(*other, field) : QString()});
        restorable |= m_then && m_then->value(field.id) != m_now.value(field.id) && mayRestore(field);
        item->setSizeHint(Other, {0, RowHeight});
        if (!differs)
            continue;
        QFont bold = m_list->font();
        bold.setBold(true);
        for (int column = 0; column < ColumnCount; ++column)
            item->setFont(column, bold);
    }
    m_restoreAll->setEnabled(restorable);
    m_restoreSelected->setEnabled(false);
}

void PastDialog::restore(bool selectedOnly)
{
    if (!m_then)
        return;
    Record restored = m_now;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const Field &field = *m_now.entity().field(m_fields.at(row));
        if ((!selectedOnly || m_list->topLevelItem(row)->isSelected()) && mayRestore(field))
            restored.setValue(field.id, m_then->value(field.id));
    }
    const Result<Saved> saved = m_records.saveAll({restored}, QStringLiteral("restore"));
    if (!saved)
        return Q_EMIT failed(saved.error());
    Q_EMIT made(*saved, tr("Put back as it was"));
    accept();
}

TableExtract PastDialog::table() const
{
    TableExtract table;
    table.columns = {{m_list->headerItem()->text(Name), 1}, {m_list->headerItem()->text(Then), 2}, {m_list->headerItem()->text(Other), 2}};
    table.rows = m_list->topLevelItemCount();
    table.shown = [this](int row, int column) { return m_list->topLevelItem(row)->text(column); };
    table.plain = [shown = table.shown](int row, int column) { return safeCell(shown(row, column)); };
    table.wraps = true;
    table.bold = [this](int row) { return m_list->topLevelItem(row)->font(Name).bold(); };
    return table;
}

ViewPaper PastDialog::paper() const
{
    QStringList about{entityLabel(m_now.entity())};
    if (m_differences->isChecked())
        about.append(m_differences->text());
    if (!m_hint->text().isEmpty())
        about.append(m_hint->text());
    return {windowTitle(), about.join(QStringLiteral(" · ")), {}, {table()}, {}, m_now.entity().id, m_now.ref()};
}

void PastDialog::print()
{
    if (m_print->isEnabled())
        previewPaper(this, m_records, QPageLayout::Portrait, [this] { return paper(); }, m_records.may(model::Action::Export, m_now), m_paperMemory);
}

void PastDialog::exportCsv()
{
    const Result<QString> path = exportTable(this, m_records, departureOf(paper()), [this](QIODevice &device) { return writeCsv(device, table()); });
    if (!path)
        Q_EMIT failed(path.error());
    else if (!path->isEmpty())
        Q_EMIT made({}, tr("Exported to %1").arg(*path));
}

} // namespace guanxi::app
