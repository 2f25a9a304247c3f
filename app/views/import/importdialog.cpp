// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importdialog.h"

#include "app/views/import/importfaults.h"
#include "app/views/import/importjob.h"
#include "app/views/viewcontext.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"

#include <QDropEvent>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int StepMs = 8;
constexpr int ProgressSteps = 1'000;

/// What a file begins with: one that says which records it holds was taken out to be changed and brought back.
TwinChoice twinsFor(const ImportColumns &columns) { return columns.plan().idColumn >= 0 ? TwinChoice::Overwrite : TwinChoice::Skip; }

} // namespace

ImportDialog::ImportDialog(ViewContext &context, const model::Entity &entity, QWidget *parent)
    : QDialog(parent), m_context(context), m_records(context.records()), m_entity(entity), m_pages(new QStackedWidget), m_nothing(new EmptyState), m_sheets(new ImportSheets(m_records, entity)),
      m_results(new QTabWidget), m_says(new QLabel), m_progress(new QProgressBar), m_choose(new QPushButton(tr("Choose a &file…"))),
      m_back(new QPushButton(tr("Bac&k"))), m_next(new QPushButton), m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Import: %1").arg(entityPlural(entity)));
    m_nothing->say(QStringLiteral("document-import"), tr("Choose a file, or drop one here"),
                   tr("Spreadsheets (.xlsx), text tables (.csv, .txt, .tsv) in any encoding, XML that Guanxi exported (.xml), and address cards (.vcf). Nothing is changed before you have seen what it comes to."),
                   tr("Choose a &file…"));
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_sheets);
    m_pages->addWidget(m_results);
    m_results->setTabBarAutoHide(true);
    m_results->setDocumentMode(true);
    layOutParts();
    m_says->setWordWrap(true);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setTextVisible(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_pages, 1);
    column->addWidget(m_says);
    column->addWidget(m_progress);
    buildButtons();
    m_step.setInterval(0);
    connect(&m_step, &QTimer::timeout, this, &ImportDialog::walkSome);
    connect(m_sheets, &ImportSheets::changed, this, &ImportDialog::showFault);
    connect(m_sheets, &ImportSheets::failed, this, [this](const Error &error) { m_context.showError(error); });
    connect(m_nothing, &EmptyState::actionRequested, this, &ImportDialog::chooseFile);
    setAcceptDrops(true);
    resize(980, 640);
    setBusy(false);
}

void ImportDialog::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_choose);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    row->addWidget(m_cancel);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    m_next->setDefault(true);
    for (QPushButton *button : {m_choose, m_back, m_cancel})
        button->setAutoDefault(false);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
}

void ImportDialog::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a file"), QFileInfo(m_sheets->path()).path(),
                                                      tr("Tables and address cards (*.xlsx *.csv *.txt *.tsv *.xml *.vcf)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void ImportDialog::open(const QString &path)
{
    m_pages->setCurrentWidget(m_sheets);
    while (m_parts.size() > 1)
        delete m_parts.takeLast().result;
    m_sheets->open(path);
    result().setTwins(twinsFor(columns()));
    showFault();
}

void ImportDialog::layOutParts()
{
    QList<Part> parts;
    for (ImportColumns *columns : m_sheets->taken()) {
        const auto known = std::find_if(m_parts.begin(), m_parts.end(), [columns](const Part &part) { return part.columns == columns; });
        parts.append({columns, known == m_parts.end() ? addResult(*columns) : known->result});
    }
    for (const Part &part : std::as_const(m_parts))
        if (std::none_of(parts.begin(), parts.end(), [&](const Part &kept) { return kept.result == part.result; }))
            part.result->deleteLater();
    m_results->clear();
    for (const Part &part : std::as_const(parts))
        m_results->addTab(part.result, m_sheets->nameOf(*part.columns));
    m_parts = parts;
}

ImportResult *ImportDialog::addResult(ImportColumns &columns)
{
    auto *result = new ImportResult(m_records, columns.entity());
    result->setTwins(twinsFor(columns));
    connect(result, &ImportResult::decidedForAll, this, &ImportDialog::check);
    connect(result, &ImportResult::decided, this, [this, result](qint64 line) { decide(partOf(*result), line); });
    connect(result, &ImportResult::faultsWanted, this, [this, result] { chooseFaultsFile(partOf(*result)); });
    return result;
}

int ImportDialog::partOf(const ImportResult &result) const
{
    return int(std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &part) { return part.result == &result; }) - m_parts.begin());
}

qint64 ImportDialog::toSave() const
{
    qint64 records = 0;
    for (const Part &part : m_parts)
        records += part.result->counts().toSave();
    return records;
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_busy && event->mimeData()->urls().size() == 1 && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event) { open(event->mimeData()->urls().first().toLocalFile()); }

void ImportDialog::showFault()
{
    setBusy(m_busy, m_pages->currentWidget() == m_sheets ? m_sheets->fault() : QString());
}

void ImportDialog::setBusy(bool busy, const QString &what)
{
    m_busy = busy;
    const bool checked = m_pages->currentWidget() == m_results;
    const bool chosen = m_pages->currentWidget() != m_nothing;
    m_pages->setEnabled(!busy);
    m_choose->setVisible(chosen && !checked);
    m_choose->setEnabled(!busy);
    m_back->setVisible(checked);
    m_back->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_says->setText(what);
    m_says->setVisible(!what.isEmpty());
    m_next->setVisible(chosen);
    m_next->setText(checked ? tr("&Import %n record(s)", nullptr, int(toSave())) : tr("&Check"));
    m_next->setEnabled(!busy && (checked ? toSave() > 0 : m_sheets->fault().isEmpty()));
}

ImportPlan ImportDialog::plan(int part) const
{
    ImportPlan plan = m_parts[part].columns->plan();
    plan.twins = m_parts[part].result->twins();
    plan.choices = m_parts[part].result->choices();
    return plan;
}

void ImportDialog::goBack()
{
    m_pages->setCurrentWidget(m_sheets);
    showFault();
}

void ImportDialog::goOn()
{
    if (m_pages->currentWidget() == m_sheets)
        check();
    else
        import();
}

void ImportDialog::check()
{
    layOutParts();
    QList<ImportBook::Part> wanted;
    for (int part = 0; part < m_parts.size(); ++part) {
        const auto &[columns, result] = m_parts[part];
        wanted.append({&columns->entity(), columns->reader(), plan(part)});
        result->clear(columns->heads(), wanted.last().plan);
    }
    m_book = std::make_unique<ImportBook>(m_records, wanted);
    m_prepared = false;
    const auto take = [this](const ImportBook::Line &line) {
        m_parts[line.part].result->add(line.line);
        return Result<void>();
    };
    walk(tr("Checking line by line; nothing is changed…"), take, [this]() -> Result<QString> {
        for (int part = 0; part < m_parts.size(); ++part) {
            m_parts[part].result->show();
            const qint64 faults = m_parts[part].result->counts()[ImportLine::Verdict::Faulty];
            const QString name = m_sheets->nameOf(*m_parts[part].columns);
            m_results->setTabText(part, faults > 0 ? tr("%1 (%n error(s))", nullptr, int(faults)).arg(name) : name);
        }
        m_pages->setCurrentWidget(m_results);
        return QString();
    });
}

void ImportDialog::decide(int part, qint64 line)
{
    m_book->lines(part).setPlan(plan(part));
    m_parts[part].result->judgeAgain(line, m_book->lines(part));
    setBusy(false);
}

void ImportDialog::walk(const QString &says, std::function<Result<void>(const ImportBook::Line &)> take, std::function<Result<QString>()> done)
{
    if (const Result<void> begun = m_book->begin(); !begun)
        return setBusy(false, errorText(begun.error(), &m_entity));
    m_take = std::move(take);
    m_walked = std::move(done);
    m_cancelled = false;
    setBusy(true, says);
    m_progress->setValue(0);
    m_step.start();
}

void ImportDialog::walkSome()
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < StepMs) {
        const Result<bool> more = m_cancelled ? Result<bool>(false) : walkOn();
        if (more && *more)
            continue;
        m_step.stop();
        const bool whole = more && !m_cancelled;
        const Result<QString> says = whole ? m_walked() : more ? Result<QString>(QString()) : Result<QString>(more.error());
        m_take = nullptr;
        m_walked = nullptr;
        return setBusy(false, says ? *says : errorText(says.error(), &m_entity));
    }
    m_progress->setValue(int(m_book->done() * ProgressSteps));
}

Result<bool> ImportDialog::walkOn()
{
    if (!m_prepared) {
        const Result<bool> prepared = m_book->prepare();
        if (!prepared)
            return prepared.error();
        m_prepared = *prepared;
        return true;
    }
    const Result<std::optional<ImportBook::Line>> row = m_book->next();
    if (!row)
        return row.error();
    if (!*row)
        return false;
    GUANXI_TRY(m_take(**row));
    return true;
}

void ImportDialog::import()
{
    if (const Result<void> begun = m_book->begin(); !begun)
        return setBusy(false, errorText(begun.error(), &m_entity));
    m_cancelled = false;
    setBusy(true, tr("Importing…"));
    const auto progress = [this](qsizetype records) {
        m_progress->setValue(int(ProgressSteps * records / std::max<qint64>(1, toSave())));
        return !m_cancelled;
    };
    const auto job = std::make_shared<std::optional<model::Record>>(
        importJob(m_records, m_sheets->path(), columns().reader()->format(), takenSheets()));
    const auto next = [this, job]() -> Result<std::optional<BulkSource::Piece>> {
        Result<std::optional<BulkSource::Piece>> records = m_book->records();
        // After the last of them what tells of them all.
        if (records && !*records && *job)
            return std::optional(BulkSource::Piece{*std::exchange(*job, std::nullopt)});
        return records;
    };
    m_records.saveFrom({QStringLiteral("import"), next, [this] { return m_book->isApart(); }}, this, progress, [this](const Result<Saved> &result) { imported(result); });
}

QList<ImportedSheet> ImportDialog::takenSheets() const
{
    QList<ImportedSheet> sheets;
    for (int part = 0; part < m_parts.size(); ++part)
        sheets.append({&m_parts[part].columns->entity(), m_parts[part].columns->heads(), plan(part), m_parts[part].result->counts()});
    return sheets;
}

void ImportDialog::imported(const Result<Saved> &result)
{
    setBusy(false, result ? m_cancelled ? tr("Cancelled; nothing was changed.") : QString() : errorText(result.error(), &m_entity));
    if (!result || result->action.isNull())
        return;
    m_context.notify(tr("%n record(s) imported", nullptr, int(toSave())), result->action);
    accept();
}

void ImportDialog::chooseFaultsFile(int part)
{
    const QFileInfo source(m_sheets->path());
    const QString path = QFileDialog::getSaveFileName(this, tr("Save lines with errors"),
                                                      source.dir().filePath(tr("%1 - errors.csv").arg(source.completeBaseName())), tr("Table (*.csv)"));
    if (!path.isEmpty())
        saveFaults(path, part);
}

void ImportDialog::saveFaults(const QString &path, int part)
{
    const auto faults = std::make_shared<ImportFaults>(path, m_parts[part].columns->entity(), m_parts[part].columns->heads());
    if (const Result<void> begun = faults->begin(); !begun)
        return setBusy(false, errorText(begun.error(), &m_entity));
    const auto take = [faults, part](const ImportBook::Line &line) { return line.part == part ? faults->add(line.line) : Result<void>(); };
    walk(tr("Writing the lines with errors…"), take, [faults, path]() -> Result<QString> {
        GUANXI_TRY(faults->finish());
        return tr("Saved: %1").arg(path);
    });
}

void ImportDialog::reject()
{
    // What is only gone through ends at once; what was written is taken back first.
    if (!m_busy)
        return QDialog::reject();
    m_cancelled = true;
    m_says->setText(tr("Cancelling…"));
}

} // namespace guanxi::app
