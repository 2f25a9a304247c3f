// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importresult.h"

#include "app/widgets/alikewords.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using Verdict = ImportLine::Verdict;

namespace {

enum Column { Line, What, Why, First };
constexpr int WhyCharacters = 32; // the rest is in the tip

constexpr TwinChoice Choices[] = {TwinChoice::Skip, TwinChoice::Fill, TwinChoice::Overwrite, TwinChoice::AddAnyway};

bool isTwin(const ImportLine &row) { return row.before.isValid() || row.sameAsLine != 0; }

model::Tone toneOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::New: return model::Tone::Good;
    case Verdict::Changed: return model::Tone::Active;
    case Verdict::Faulty: return model::Tone::Bad;
    default: return model::Tone::Neutral;
    }
}

} // namespace

QString twinChoiceText(TwinChoice choice)
{
    switch (choice) {
    case TwinChoice::Skip: return QCoreApplication::translate("ImportResult", "leave it as it is");
    case TwinChoice::Fill: return QCoreApplication::translate("ImportResult", "fill its empty fields");
    case TwinChoice::Overwrite: return QCoreApplication::translate("ImportResult", "overwrite its fields");
    case TwinChoice::AddAnyway: break;
    }
    return QCoreApplication::translate("ImportResult", "add another record");
}

ImportResult::ImportResult(const Records &records, const model::Entity &entity, QWidget *parent)
    : QWidget(parent), m_records(records), m_entity(entity), m_summary(new QLabel), m_twins(new QComboBox), m_show(new QComboBox),
      m_faults(new QPushButton(tr("&Save lines with errors…"))), m_table(new QTableWidget)
{
    m_summary->setWordWrap(true);
    for (const TwinChoice choice : Choices)
        m_twins->addItem(twinChoiceText(choice), int(choice));
    auto *twinLabel = new QLabel(tr("&When a record is there already:"));
    twinLabel->setBuddy(m_twins);
    for (const auto &[label, verdict] : {std::pair(tr("All lines"), -1), std::pair(tr("Lines with errors"), int(Verdict::Faulty)),
                                         std::pair(tr("Records that are there already"), -2), std::pair(tr("New records"), int(Verdict::New))})
        m_show->addItem(label, verdict);
    auto *showLabel = new QLabel(tr("S&how:"));
    showLabel->setBuddy(m_show);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("What the import would do"));
    m_table->verticalHeader()->hide();
    auto *options = new QHBoxLayout;
    options->addWidget(twinLabel);
    options->addWidget(m_twins);
    options->addStretch(1);
    options->addWidget(showLabel);
    options->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    column->addLayout(options);
    column->addWidget(m_table, 1);
    column->addWidget(m_faults, 0, Qt::AlignLeft);
    connect(m_twins, &QComboBox::activated, this, [this] {
        m_choices.clear();
        Q_EMIT decidedForAll();
    });
    connect(m_show, &QComboBox::activated, this, &ImportResult::fill);
    connect(m_faults, &QPushButton::clicked, this, &ImportResult::faultsWanted);
}

void ImportResult::setTwins(TwinChoice choice)
{
    m_twins->setCurrentIndex(m_twins->findData(int(choice)));
    m_choices.clear();
}

TwinChoice ImportResult::twins() const { return TwinChoice(m_twins->currentData().toInt()); }

void ImportResult::clear(const QStringList &heads, const ImportPlan &plan)
{
    m_heads = heads;
    m_plan = plan;
    m_counts = {};
    m_rows.clear();
    m_table->setRowCount(0);
}

void ImportResult::add(const ImportLine &row)
{
    if (m_counts[row.verdict]++ < MostShown)
        m_rows.append(row);
}

void ImportResult::judgeAgain(qint64 line, ImportLines &lines)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [line](const ImportLine &shown) { return shown.line == line; });
    if (row == m_rows.end())
        return;
    m_counts[row->verdict]--;
    lines.judge(*row);
    m_counts[row->verdict]++;
    summarise();
    for (int place = 0; place < m_table->rowCount(); ++place)
        if (m_table->item(place, Line)->data(Qt::UserRole).toLongLong() == line)
            showRow(place, *row);
}

void ImportResult::show()
{
    summarise();
    fill();
}

void ImportResult::summarise()
{
    const QLocale locale;
    QStringList parts;
    for (const auto &[verdict, text] : {std::pair(Verdict::New, tr("%1 new")), std::pair(Verdict::Changed, tr("%1 changed")), std::pair(Verdict::Unchanged, tr("%1 the same already")),
                                        std::pair(Verdict::Skipped, tr("%1 left as they are")), std::pair(Verdict::Faulty, tr("%1 with errors"))})
        if (m_counts[verdict] > 0)
            parts.append(text.arg(locale.toString(m_counts[verdict])));
    m_summary->setText(parts.isEmpty() ? tr("There is no line in it.") : parts.join(tr(", ")));
    m_faults->setVisible(m_counts[Verdict::Faulty] > 0);
}

bool ImportResult::isShown(const ImportLine &row) const
{
    const int wanted = m_show->currentData().toInt();
    return wanted == -1 || (wanted == -2 ? isTwin(row) : int(row.verdict) == wanted);
}

void ImportResult::fill()
{
    m_table->setRowCount(0);
    QStringList labels{tr("Line"), tr("Result"), tr("Why")};
    for (qsizetype column = 0; column < m_plan.fields.size(); ++column)
        labels.append(m_plan.fields[column] ? fieldLabel(m_entity, *m_plan.fields[column]) : m_heads.value(column));
    m_table->setColumnCount(int(labels.size()));
    m_table->setHorizontalHeaderLabels(labels);
    // What has to be looked at comes first.
    for (const bool faulty : {true, false})
        for (const ImportLine &row : std::as_const(m_rows))
            if ((row.verdict == Verdict::Faulty) == faulty && isShown(row)) {
                const int place = m_table->rowCount();
                m_table->insertRow(place);
                showRow(place, row);
            }
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(Why, std::min(m_table->columnWidth(Why), fontMetrics().averageCharWidth() * WhyCharacters));
}

QString ImportResult::verdictText(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::New: return tr("new");
    case Verdict::Changed: return tr("changed");
    case Verdict::Unchanged: return tr("the same already");
    case Verdict::Skipped: return tr("left as it is");
    case Verdict::Faulty: break;
    }
    return tr("error");
}

QString ImportResult::says(const ImportLine &row) const
{
    if (row.verdict == Verdict::Faulty) {
        for (const SheetRow::Cell &cell : row.sheet.cells)
            if (cell.fault)
                return errorText(*cell.fault, &m_entity);
        return row.sheet.faults.isEmpty() ? QString() : errorText(row.sheet.faults.first(), &m_entity);
    }
    const QString key = row.key ? fieldLabel(m_entity, *row.key) : tr("ID");
    if (row.sameAsLine != 0)
        return tr("%1 as on line %2").arg(key).arg(row.sameAsLine);
    if (row.likening.score > 0)
        return tr("possibly “%1”: %2").arg(m_records.title(row.before.ref()), reasonText(m_entity, row.likening.reasons));
    return row.before.isValid() ? tr("%1 as in “%2”").arg(key, m_records.title(row.before.ref())) : QString();
}

QComboBox *ImportResult::choiceBox(const ImportLine &row)
{
    auto *box = new QComboBox;
    box->setAccessibleName(tr("What happens to line %1").arg(row.line));
    for (const TwinChoice choice : Choices)
        box->addItem(twinChoiceText(choice), int(choice));
    box->setCurrentIndex(box->findData(int(m_choices.value(row.line, m_plan.twins))));
    connect(box, &QComboBox::activated, this, [this, box, line = row.line] {
        m_choices.insert(line, TwinChoice(box->currentData().toInt()));
        Q_EMIT decided(line);
    });
    return box;
}

void ImportResult::showRow(int place, const ImportLine &row)
{
    const ToneColors colors = toneColors(toneOf(row.verdict), palette());
    auto *what = new QTableWidgetItem(verdictText(row.verdict));
    what->setBackground(colors.fill);
    what->setForeground(colors.text);
    auto *number = new QTableWidgetItem(QLocale().toString(row.line));
    number->setData(Qt::UserRole, row.line);
    m_table->setItem(place, Line, number);
    m_table->setItem(place, What, what);
    auto *why = new QTableWidgetItem(says(row));
    why->setToolTip(why->text());
    m_table->setItem(place, Why, why);
    if (row.before.isValid() && row.sameAsLine == 0 && !m_table->cellWidget(place, What))
        m_table->setCellWidget(place, What, choiceBox(row));
    const ToneColors bad = toneColors(model::Tone::Bad, palette());
    const ToneColors news = toneColors(model::Tone::Active, palette());
    for (int column = 0; column < m_plan.fields.size(); ++column) {
        auto *item = new QTableWidgetItem(row.texts.value(column).simplified());
        const model::Field *field = m_plan.fields[column];
        const SheetRow::Cell cell = row.sheet.cells.value(column);
        const bool differs = row.verdict == Verdict::Changed && field && row.sheet.record.value(field->id) != row.before.value(field->id);
        if (cell.fault) {
            item->setText(QStringLiteral("⚠ ") + item->text());
            item->setToolTip(errorText(*cell.fault, &m_entity));
        } else if (differs) {
            item->setToolTip(tr("until now: %1").arg(FieldText(m_records).text(row.before, *field)));
        }
        if (cell.fault || differs) {
            item->setBackground(cell.fault ? bad.fill : news.fill);
            item->setForeground(cell.fault ? bad.text : news.text);
            // For those who do not see the colour or the tip.
            item->setData(Qt::AccessibleDescriptionRole, item->toolTip());
        }
        if (!field)
            item->setForeground(palette().color(QPalette::PlaceholderText));
        m_table->setItem(place, First + column, item);
    }
}

} // namespace guanxi::app
