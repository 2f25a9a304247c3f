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
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int StepMs = 8;
constexpr int ProgressSteps = 1'000;

} // namespace

ImportDialog::ImportDialog(ViewContext &context, const model::Entity &entity, QWidget *parent)
    : QDialog(parent), m_context(context), m_records(context.records()), m_entity(entity), m_pages(new QStackedWidget), m_nothing(new EmptyState), m_columns(new ImportColumns(m_records, entity)),
      m_result(new ImportResult(m_records, entity)), m_says(new QLabel), m_progress(new QProgressBar), m_choose(new QPushButton(tr("Choose a &file…"))),
      m_back(new QPushButton(tr("Bac&k"))), m_next(new QPushButton), m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Import: %1").arg(entityPlural(entity)));
    m_nothing->say(QStringLiteral("document-import"), tr("Choose a file, or drop one here"),
                   tr("Spreadsheets (.xlsx), text tables (.csv, .txt, .tsv) in any encoding, XML that Guanxi exported (.xml), and address cards (.vcf). Nothing is changed before you have seen what it comes to."),
                   tr("Choose a &file…"));
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_columns);
    m_pages->addWidget(m_result);
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
    connect(m_columns, &ImportColumns::changed, this, &ImportDialog::showFault);
    connect(m_columns, &ImportColumns::failed, this, [this](const Error &error) { m_context.showError(error); });
    connect(m_nothing, &EmptyState::actionRequested, this, &ImportDialog::chooseFile);
    connect(m_result, &ImportResult::decidedForAll, this, &ImportDialog::check);
    connect(m_result, &ImportResult::decided, this, &ImportDialog::decide);
    connect(m_result, &ImportResult::faultsWanted, this, &ImportDialog::chooseFaultsFile);
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
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a file"), QFileInfo(m_columns->path()).path(),
                                                      tr("Tables and address cards (*.xlsx *.csv *.txt *.tsv *.xml *.vcf)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void ImportDialog::open(const QString &path)
{
    m_pages->setCurrentWidget(m_columns);
    static_cast<void>(m_columns->open(path)); // the page tells what is wrong with it
    // A file that says which records it holds was taken out to be changed and brought back.
    m_result->setTwins(m_columns->plan().idColumn >= 0 ? TwinChoice::Overwrite : TwinChoice::Skip);
    showFault();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_busy && event->mimeData()->urls().size() == 1 && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event) { open(event->mimeData()->urls().first().toLocalFile()); }

void ImportDialog::showFault()
{
    setBusy(m_busy, m_pages->currentWidget() == m_columns ? m_columns->fault() : QString());
}

void ImportDialog::setBusy(bool busy, const QString &what)
{
    m_busy = busy;
    const bool checked = m_pages->currentWidget() == m_result;
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
    m_next->setText(checked ? tr("&Import %n record(s)", nullptr, int(m_result->counts().toSave())) : tr("&Check"));
    m_next->setEnabled(!busy && (checked ? m_result->counts().toSave() > 0 : m_columns->fault().isEmpty()));
}

ImportPlan ImportDialog::plan() const
{
    ImportPlan plan = m_columns->plan();
    plan.twins = m_result->twins();
    plan.choices = m_result->choices();
    return plan;
}

void ImportDialog::goBack()
{
    m_pages->setCurrentWidget(m_columns);
    showFault();
}

void ImportDialog::goOn()
{
    if (m_pages->currentWidget() == m_columns)
        check();
    else
        import();
}

void ImportDialog::check()
{
    const ImportPlan wanted = plan();
    m_rows = std::make_unique<ImportLines>(m_records, m_entity, *m_columns->reader(), wanted);
    m_prepared = false;
    m_result->clear(m_columns->heads(), wanted);
    const auto take = [this](const ImportLine &row) {
        m_result->add(row);
        return Result<void>();
    };
    walk(tr("Checking line by line; nothing is changed…"), take, [this]() -> Result<QString> {
        m_result->show();
        m_pages->setCurrentWidget(m_result);
        return QString();
    });
}

void ImportDialog::decide(qint64 line)
{
    m_rows->setPlan(plan());
    m_result->judgeAgain(line, *m_rows);
    setBusy(false);
}

void ImportDialog::walk(const QString &says, std::function<Result<void>(const ImportLine &)> take, std::function<Result<QString>()> done)
{
    if (const Result<void> begun = m_rows->begin(); !begun)
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
    m_progress->setValue(int(m_rows->done() * ProgressSteps));
}

Result<bool> ImportDialog::walkOn()
{
    if (!m_prepared) {
        const Result<bool> prepared = m_rows->prepare();
        if (!prepared)
            return prepared.error();
        m_prepared = *prepared;
        return true;
    }
    const Result<std::optional<ImportLine>> row = m_rows->next();
    if (!row)
        return row.error();
    if (!*row)
        return false;
    GUANXI_TRY(m_take(**row));
    return true;
}

void ImportDialog::import()
{
    if (const Result<void> begun = m_rows->begin(); !begun)
        return setBusy(false, errorText(begun.error(), &m_entity));
    m_cancelled = false;
    setBusy(true, tr("Importing…"));
    const auto progress = [this](qsizetype records) {
        m_progress->setValue(int(ProgressSteps * records / std::max<qint64>(1, m_result->counts().toSave())));
        return !m_cancelled;
    };
    const auto job = std::make_shared<std::optional<model::Record>>(
        importJob(m_records, m_entity, m_columns->path(), m_columns->reader()->format(), m_columns->heads(), plan(), m_result->counts()));
    const auto next = [this, job]() -> Result<QList<model::Record>> {
        Result<QList<model::Record>> records = m_rows->records();
        // After the last of them what tells of them all.
        if (records && records->isEmpty() && *job)
            return QList<model::Record>{*std::exchange(*job, std::nullopt)};
        return records;
    };
    m_records.saveFrom({QStringLiteral("import"), next}, this, progress, [this](const Result<Saved> &result) { imported(result); });
}

void ImportDialog::imported(const Result<Saved> &result)
{
    setBusy(false, result ? m_cancelled ? tr("Cancelled; nothing was changed.") : QString() : errorText(result.error(), &m_entity));
    if (!result || result->action.isNull())
        return;
    m_context.notify(tr("%n record(s) imported", nullptr, int(m_result->counts().toSave())), result->action);
    accept();
}

void ImportDialog::chooseFaultsFile()
{
    const QFileInfo source(m_columns->path());
    const QString path = QFileDialog::getSaveFileName(this, tr("Save lines with errors"),
                                                      source.dir().filePath(tr("%1 - errors.csv").arg(source.completeBaseName())), tr("Table (*.csv)"));
    if (!path.isEmpty())
        saveFaults(path);
}

void ImportDialog::saveFaults(const QString &path)
{
    const auto faults = std::make_shared<ImportFaults>(path, m_entity, m_columns->heads());
    if (const Result<void> begun = faults->begin(); !begun)
        return setBusy(false, errorText(begun.error(), &m_entity));
    const auto take = [faults](const ImportLine &row) { return faults->add(row); };
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
