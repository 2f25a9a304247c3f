// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pastedialog.h"

#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int MostShown = 500; ///< all rows are checked; so many are shown, those with faults first

} // namespace

PasteDialog::PasteDialog(Records &records, const model::Entity &entity, const QString &text, const PasteSheet::Target &target,
                         QWidget *parent)
    : QDialog(parent), m_entity(entity), m_text(text), m_target(target), m_sheet(records, entity), m_new(new QRadioButton),
      m_over(new QRadioButton), m_table(new QTableWidget), m_summary(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Paste into %1").arg(entityPlural(entity)));
    m_new->setText(tr("&Add as new records"));
    m_over->setText(tr("&Write over the rows from the current one down"));
    const bool mayCreate = records.may(model::Action::Create, entity.id) && !entity.serverWritten;
    m_new->setEnabled(mayCreate);
    m_over->setEnabled(!target.over.isEmpty());
    // One value is meant for the cell under the cursor.
    const bool single = !text.trimmed().contains(u'\n') && !text.contains(u'\t');
    (mayCreate && !(single && m_over->isEnabled()) ? m_new : m_over)->setChecked(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAccessibleName(tr("What would be put in"));
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->setTabKeyNavigation(false);
    m_summary->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_new);
    column->addWidget(m_over);
    column->addWidget(m_table, 1);
    column->addWidget(m_summary);
    column->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_new, &QRadioButton::toggled, this, &PasteDialog::read);
    read();
    resize(880, 520);
    m_table->setFocus();
}

void PasteDialog::read()
{
    PasteSheet::Target target = m_target;
    if (m_new->isChecked())
        target.over.clear();
    m_sheet.read(m_text, target);
    showSheet();
}

void PasteDialog::showSheet()
{
    m_table->clear();
    m_table->setColumnCount(int(m_sheet.fields().size()));
    QStringList labels;
    for (const model::Field *field : m_sheet.fields())
        labels.append(field ? fieldLabel(m_entity, *field) : tr("(left out)"));
    m_table->setHorizontalHeaderLabels(labels);
    const int rows = int(m_sheet.rows().size()), good = m_sheet.goodRows();
    QList<int> order;
    for (const bool wanted : {false, true})
        for (int row = 0; row < rows && order.size() < MostShown; ++row)
            if (m_sheet.rows()[row].isGood() == wanted)
                order.append(row);
    std::sort(order.begin(), order.end());
    m_table->setRowCount(int(order.size()));
    for (int at = 0; at < order.size(); ++at) {
        m_table->setVerticalHeaderItem(at, new QTableWidgetItem(QString::number(order[at] + 1)));
        showRow(at, m_sheet.rows()[order[at]]);
    }
    m_table->resizeColumnsToContents();
    QString text = tr("%n row(s) can be taken.", nullptr, good);
    if (rows > good)
        text += u' ' + tr("%n row(s) have a fault and are left out; the marked cells say why.", nullptr, rows - good);
    m_summary->setText(text);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Take %n row(s)", nullptr, good));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(good > 0);
}

void PasteDialog::showRow(int place, const SheetRow &row)
{
    QStringList missing;
    for (const Error &fault : row.faults)
        missing.append(errorText(fault, &m_entity));
    const ToneColors bad = toneColors(model::Tone::Bad, palette());
    for (int column = 0; column < row.cells.size(); ++column) {
        const SheetRow::Cell &cell = row.cells[column];
        auto *item = new QTableWidgetItem(cell.text);
        if (cell.fault || !missing.isEmpty()) {
            item->setToolTip(cell.fault ? errorText(*cell.fault, &m_entity) : missing.join(u'\n'));
            // For those who do not see the colour or the tip.
            item->setData(Qt::AccessibleDescriptionRole, item->toolTip());
            item->setBackground(bad.fill);
            item->setForeground(bad.text);
            if (cell.fault)
                item->setText(QStringLiteral("⚠ ") + cell.text);
        }
        m_table->setItem(place, column, item);
    }
}

} // namespace guanxi::app
