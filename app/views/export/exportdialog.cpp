// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/export/exportdialog.h"

#include "app/views/viewcontext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/listfilter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

enum Which { Shown, Chosen };
constexpr int RelationRows = 8;
constexpr int ProgressSteps = 1'000;
constexpr qint64 RemainingMs = 3'000; // before that nobody can say how long it takes

} // namespace

ExportDialog::ExportDialog(ViewContext &context, const CommandScope &scope, QWidget *parent)
    : QDialog(parent), m_context(context), m_records(context.records()), m_entity(m_records.catalogue().at(scope.entity)), m_scope(scope), m_choices(new QWidget),
      m_format(new QComboBox), m_encoding(new QComboBox), m_fields(new QComboBox), m_which(new QComboBox), m_withRelations(new QCheckBox(tr("&With related records:"))),
      m_relations(new QListWidget), m_hint(new QLabel), m_says(new QLabel), m_progress(new QProgressBar), m_export(new QPushButton(tr("&Export…"))),
      m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Export: %1").arg(isOpenRecord() ? m_records.title(scope.chosen.value(0)) : entityPlural(m_entity)));
    for (QLabel *label : {m_hint, m_says})
        label->setWordWrap(true);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setTextVisible(false);
    buildChoices();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_choices);
    column->addStretch(1);
    column->addWidget(m_says);
    column->addWidget(m_progress);
    buildButtons();
    resize(560, 440);
    findRows();
    showChoices();
}

void ExportDialog::buildChoices()
{
    auto *form = new QFormLayout(m_choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    m_format->addItem(tr("Excel workbook (.xlsx)"), int(TableFormat::Xlsx));
    m_format->addItem(tr("Text table (.csv)"), int(TableFormat::Csv));
    m_format->addItem(tr("XML (.xml)"), int(TableFormat::Xml));
    if (!cardFields(m_records, m_entity).isEmpty())
        m_format->addItem(tr("Address cards (.vcf)"), int(TableFormat::VCard));
    m_encoding->addItem(tr("Unicode (UTF-8)"), QByteArray());
    m_encoding->addItem(tr("Chinese, for older programs (GB18030)"), QByteArray("gb18030"));
    if (!isOpenRecord())
        m_fields->addItem(tr("As the list shows them"), int(ExportFields::Shown));
    m_fields->addItem(tr("All fields"), int(ExportFields::All));
    m_fields->addItem(tr("To change them and import them again"), int(ExportFields::Reimport));
    m_hint->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_hint->setText(tr("The headings name the fields for the import, and the last column says which record each line is; leave both as they are."));
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("En&coding:"), m_encoding);
    buildRows(*form);
    form->addRow(tr("Fie&lds:"), m_fields);
    form->addRow(QString(), m_hint);
    buildRelations(*form);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showChoices);
    connect(m_fields, &QComboBox::currentIndexChanged, this, &ExportDialog::showChoices);
}

void ExportDialog::buildRows(QFormLayout &form)
{
    if (!isOpenRecord())
        m_which->addItem(tr("All that the list shows"), Shown);
    if (!m_scope.chosen.isEmpty())
        m_which->addItem(tr("The selected record(s) (%n)", nullptr, int(m_scope.chosen.size())), Chosen);
    // One row is always selected; more than one are selected for something.
    if (m_scope.chosen.size() > 1)
        m_which->setCurrentIndex(m_which->findData(Chosen));
    form.addRow(tr("&Records:"), m_which);
    form.setRowVisible(m_which, !isOpenRecord());
    connect(m_which, &QComboBox::currentIndexChanged, this, &ExportDialog::showChoices);
}

void ExportDialog::buildRelations(QFormLayout &form)
{
    for (const Relation &relation : ExportRun::relationsOf(m_records, m_entity.id)) {
        auto *item = new QListWidgetItem(entityPlural(*relation.entity), m_relations);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(relation.isMain ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, relation.entity->id);
    }
    m_relations->setAccessibleName(tr("Related records"));
    const int rowHeight = std::max(m_relations->sizeHintForRow(0), m_relations->fontMetrics().height());
    m_relations->setFixedHeight(RelationRows * rowHeight + 2 * m_relations->frameWidth());
    m_withRelations->setChecked(isOpenRecord() && m_relations->count() > 0);
    form.addRow(m_withRelations, m_relations);
    connect(m_withRelations, &QCheckBox::toggled, this, &ExportDialog::showChoices);
}

void ExportDialog::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_export);
    row->addWidget(m_cancel);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    m_export->setDefault(true);
    m_cancel->setAutoDefault(false);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
}

void ExportDialog::findRows()
{
    if (isOpenRecord())
        return;
    m_isSearching = true;
    m_records.find(m_scope.shown, this, [this](const Result<Records::Rows> &rows) {
        m_isSearching = false;
        if (rows)
            m_rows = *rows;
        else
            m_says->setText(errorText(rows.error(), &m_entity));
        m_which->setItemText(m_which->findData(Shown), tr("All that the list shows (%1)").arg(QLocale().toString(qint64(m_rows.size()))));
        showChoices();
    });
}

bool ExportDialog::isAllChosen() const { return m_which->currentData().toInt() == Shown; }
TableFormat ExportDialog::format() const { return TableFormat(m_format->currentData().toInt()); }
ExportFields ExportDialog::fields() const { return ExportFields(m_fields->currentData().toInt()); }

QList<model::EntityId> ExportDialog::relations() const
{
    QList<model::EntityId> chosen;
    for (int row = 0; row < m_relations->count() && m_withRelations->isChecked() && format() != TableFormat::VCard; ++row)
        if (m_relations->item(row)->checkState() == Qt::Checked)
            chosen.append(model::EntityId(m_relations->item(row)->data(Qt::UserRole).toUInt()));
    return chosen;
}

void ExportDialog::showChoices()
{
    auto &form = static_cast<QFormLayout &>(*m_choices->layout());
    const bool isCard = format() == TableFormat::VCard;
    form.setRowVisible(m_encoding, format() == TableFormat::Csv);
    form.setRowVisible(m_fields, !isCard);
    form.setRowVisible(m_hint, !isCard && fields() == ExportFields::Reimport);
    form.setRowVisible(m_relations, !isCard && m_relations->count() > 0);
    m_relations->setEnabled(m_withRelations->isChecked());
    m_choices->setEnabled(!m_run);
    m_progress->setVisible(m_run);
    m_says->setVisible(m_run || !m_says->text().isEmpty());
    m_export->setEnabled(!isBusy() && (isAllChosen() ? !m_rows.empty() : !m_scope.chosen.isEmpty()));
}

ExportPlan ExportDialog::plan(const QString &path) const
{
    ExportPlan plan;
    plan.entity = m_entity.id;
    if (isAllChosen())
        plan.rows = m_rows;
    else
        plan.chosen = m_scope.chosen;
    plan.fields = fields();
    plan.shown = m_scope.columns;
    plan.relations = relations();
    plan.format = format();
    plan.encoding = format() == TableFormat::Csv ? m_encoding->currentData().toByteArray() : QByteArray();
    plan.path = path;
    if (isAllChosen() && m_scope.shown.entity != 0)
        plan.filter = QStringList{m_scope.shown.search, filterText(m_records, m_entity, m_scope.shown.filter)}.filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral("; "));
    return plan;
}

void ExportDialog::chooseFile()
{
    const QString suffix = suffixOf(format(), !relations().isEmpty());
    QString name = isOpenRecord() ? m_records.title(m_scope.chosen.first()) : entityPlural(m_entity);
    for (QChar &c : name)
        if (QStringLiteral("\\/:*?\"<>|").contains(c))
            c = u'_';
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QString path = QFileDialog::getSaveFileName(this, tr("Export to a file"), folder.filePath(name + u'.' + suffix), QStringLiteral("*.") + suffix);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + suffix;
    exportTo(path);
}

void ExportDialog::exportTo(const QString &path)
{
    m_run = new ExportRun(m_records, plan(path), this);
    connect(m_run, &ExportRun::progressed, this, &ExportDialog::showProgress);
    connect(m_run, &ExportRun::finished, this, &ExportDialog::finished);
    m_time.start();
    showProgress(0);
    showChoices();
    m_run->start();
}

void ExportDialog::showProgress(qint64 done)
{
    const qint64 all = std::max<qint64>(1, m_run->plan().size());
    m_progress->setValue(int(ProgressSteps * done / all));
    const QLocale locale;
    QString says = done < all ? tr("%1 of %2 records").arg(locale.toString(done), locale.toString(all)) : tr("Putting the file together…");
    if (m_time.elapsed() > RemainingMs && done > 0 && done < all) {
        const int seconds = int(m_time.elapsed() * (all - done) / done / 1000) + 1;
        says += seconds < 60 ? tr(", %n second(s) left", nullptr, seconds) : tr(", %n minute(s) left", nullptr, (seconds + 30) / 60);
    }
    m_says->setText(says);
}

void ExportDialog::finished(const Result<bool> &whole)
{
    const ExportRun::Counts counts = m_run->counts();
    const QString path = m_run->plan().path;
    m_run->deleteLater();
    m_run = nullptr;
    if (whole && *whole) {
        QString said = tr("%n record(s) exported to %1", nullptr, int(counts.records)).arg(QDir::toNativeSeparators(path));
        if (counts.leftOut > 0)
            said += tr("; %n left out, which you may not export", nullptr, int(counts.leftOut));
        m_context.notify(said);
        return accept();
    }
    m_says->setText(whole ? tr("Cancelled; no file was written.") : faultText(whole.error()));
    showChoices();
}

QString ExportDialog::faultText(const Error &error) const
{
    const QString text = errorText(error, &m_entity);
    return error.code == ErrorCode::TooLong ? tr("%1 A cell of Excel takes no more; a text table or XML does. No file was written.").arg(text) : text;
}

void ExportDialog::reject()
{
    if (m_run)
        m_run->cancel();
    else
        QDialog::reject();
}

} // namespace guanxi::app
