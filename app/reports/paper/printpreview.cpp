// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/paper/printpreview.h"

#include "app/reports/paper/papertext.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QStandardPaths>

namespace guanxi::app {

namespace {

constexpr int StepMs = 8, SideWidth = 260, Steps = 1'000;

} // namespace

PrintPreview::PrintPreview(std::unique_ptr<Printout> printout, QWidget *parent)
    : QDialog(parent), m_printout(std::move(printout)), m_view(new PageView), m_place(new QLabel), m_notes(new QLabel), m_says(new QLabel), m_progress(new QProgressBar)
{
    recallChoices();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_view, 1);
    row->addWidget(buildSide());
    connect(m_view, &PageView::changed, this, &PrintPreview::showPlace);
    m_steps.setSingleShot(true);
    m_steps.setInterval(0);
    connect(&m_steps, &QTimer::timeout, this, &PrintPreview::showSome);
    retranslate();
    resize(QSize(1040, 860).boundedTo(screen()->availableSize() * 0.92));
    m_view->setFocus();
    restart();
}

PrintPreview::~PrintPreview() = default;

QPushButton *PrintPreview::button(const QString &icon, void (PrintPreview::*pressed)())
{
    auto *made = new QPushButton(QIcon::fromTheme(icon), QString());
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, pressed);
    return made;
}

QWidget *PrintPreview::buildSide()
{
    auto *side = new QWidget;
    side->setFixedWidth(SideWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(8);
    buildChoices(*form);
    column->addLayout(form);
    for (QLabel *label : {m_place, m_notes, m_says}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
        if (label == m_notes)
            column->addStretch(1);
    }
    m_progress->setRange(0, Steps);
    m_progress->setTextVisible(false);
    m_progress->hide();
    column->addWidget(m_progress);
    m_print = button(QStringLiteral("document-print"), &PrintPreview::print);
    m_save = button(QStringLiteral("document-save"), &PrintPreview::save);
    m_mail = button(QStringLiteral("mail-message"), &PrintPreview::mail);
    m_print->setDefault(true);
    m_close = new QPushButton;
    m_close->setAutoDefault(false);
    connect(m_close, &QPushButton::clicked, this, &PrintPreview::reject);
    for (QPushButton *each : {m_print, m_save, m_mail, m_close})
        column->addWidget(each);
    return side;
}

void PrintPreview::buildChoices(QFormLayout &form)
{
    for (const Printout::Choice &choice : m_printout->choices()) {
        auto *box = new QComboBox;
        box->addItems(choice.options);
        box->setCurrentIndex(choice.current);
        box->setObjectName(choice.key);
        auto *label = new QLabel(choice.label);
        label->setBuddy(box);
        form.addRow(label, box);
        m_boxes.append(box);
        connect(box, &QComboBox::currentIndexChanged, this, [this, key = choice.key](int option) {
            m_printout->choose(key, option);
            keepChoices();
            refreshChoices();
            restart();
        });
    }
}

void PrintPreview::recallChoices()
{
    const QJsonObject kept = m_printout->recall();
    for (const Printout::Choice &choice : m_printout->choices())
        if (const qsizetype option = choice.codes.indexOf(kept.value(choice.key).toString()); option >= 0)
            m_printout->choose(choice.key, int(option));
}

/// What there is to choose may follow from another choice.
void PrintPreview::refreshChoices()
{
    const QList<Printout::Choice> choices = m_printout->choices();
    for (qsizetype at = 0; at < qMin(choices.size(), m_boxes.size()); ++at) {
        const QSignalBlocker quiet(m_boxes[at]);
        if (m_boxes[at]->count() != choices[at].options.size()) {
            m_boxes[at]->clear();
            m_boxes[at]->addItems(choices[at].options);
        }
        m_boxes[at]->setCurrentIndex(choices[at].current);
    }
}

void PrintPreview::keepChoices()
{
    QJsonObject kept;
    for (const Printout::Choice &choice : m_printout->choices())
        kept.insert(choice.key, choice.codes.value(choice.current));
    m_printout->keep(kept);
}

void PrintPreview::retranslate()
{
    setWindowTitle(tr("Print: %1").arg(m_printout->title()));
    m_print->setText(tr("&Print…"));
    m_save->setText(tr("&Save as PDF…"));
    m_mail->setText(tr("&E-mail…"));
    // A text sets the keys anew.
    m_print->setShortcut(QKeySequence::Print);
    m_save->setShortcut(QKeySequence::Save);
    m_mail->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    m_close->setText(m_run ? tr("Cancel") : tr("Close"));
    const QList<Printout::Choice> choices = m_printout->choices();
    for (qsizetype at = 0; at < qMin(choices.size(), m_boxes.size()); ++at)
        m_boxes[at]->setAccessibleName(choices[at].label);
    showPlace();
}

void PrintPreview::restart()
{
    m_shown.clear();
    m_piece.reset();
    m_fault.clear();
    m_source = m_printout->source();
    m_size = m_source->size();
    m_view->setPieces({});
    enable();
    m_steps.start();
}

void PrintPreview::showSome()
{
    const QDeadlineTimer until(StepMs);
    bool isGrown = false;
    while (m_source && !until.hasExpired()) {
        if (!m_piece) {
            const Result<PageSource::State> state = m_source->step();
            if (!state)
                m_fault = tr("The pages could not be made: the record is not on this computer, or may not be seen.");
            if (!state || *state == PageSource::State::End || m_shown.size() >= MostShown)
                m_source.reset();
            if (!m_source || *state == PageSource::State::Busy)
                break;
            m_piece = m_source->take();
            m_shown.append(m_piece);
        }
        isGrown = true;
        if (m_piece->proceed(until))
            m_piece.reset();
    }
    if (isGrown)
        m_view->setPieces(m_shown);
    if (m_source)
        return m_steps.start();
    showNotes();
    enable();
    Q_EMIT shown();
}

void PrintPreview::showNotes()
{
    QStringList notes = m_printout->notes();
    if (!m_fault.isEmpty())
        notes.prepend(m_fault);
    if (!hasChineseFont())
        notes.append(tr("No font with Chinese characters is installed on this computer; they would be printed as boxes. Install one (Noto Sans CJK) and try again."));
    if (m_size > MostShown)
        notes.append(tr("The first %1 of %2 are shown; all are printed.").arg(MostShown).arg(m_size));
    m_notes->setText(notes.join(QStringLiteral("\n\n")));
    m_notes->setVisible(!notes.isEmpty());
}

void PrintPreview::showPlace()
{
    m_place->setText(m_view->count() == 0 ? m_source ? tr("Making the pages…") : tr("There is nothing to print.")
                                          : tr("Page %1 of %2 · %3 %").arg(m_view->current() + 1).arg(m_view->count()).arg(qRound(m_view->scale() * 100)));
}

void PrintPreview::enable()
{
    const bool ready = !m_source && !m_run && m_view->count() > 0;
    m_print->setEnabled(ready);
    m_save->setEnabled(ready);
    m_save->setVisible(m_printout->mayExport());
    m_mail->setEnabled(ready);
    m_mail->setVisible(m_printout->mayExport() && m_printout->mail().has_value());
    m_progress->setVisible(m_run);
    for (QComboBox *box : std::as_const(m_boxes))
        box->setEnabled(!m_run);
    m_close->setText(m_run ? tr("Cancel") : tr("Close"));
    showPlace();
}

void PrintPreview::say(const QString &text) { m_says->setText(text); }

void PrintPreview::sayFault(const Error &error)
{
    say(tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(error.args.value(0)), error.args.value(1)));
}

void PrintPreview::print()
{
    if (QPrinterInfo::availablePrinterNames().isEmpty())
        return say(tr("No printer is set up on this computer. Set one up in the system's settings, or save the pages as PDF."));
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_printout->title());
    printer->setPageLayout(m_shown.first()->layout());
    printer->setFullPage(true);
    QPrintDialog dialog(printer.get(), this);
    dialog.setMinMax(1, m_view->count());
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, m_size <= MostShown);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (!isNoted(QStringLiteral("printer")))
        return;
    const PrintRun::Range range{qMax(0, printer->fromPage() - 1), printer->toPage()};
    const QString name = printer->printerName();
    run(PaperDevice::printer(std::move(printer)), range, [name](const PrintRun &ended) { return tr("%n page(s) sent to %1", nullptr, ended.pages()).arg(name); });
}

QString PrintPreview::safeName() const
{
    QString name = m_printout->title();
    for (QChar &sign : name)
        if (QStringLiteral("\\/:*?\"<>|\n").contains(sign))
            sign = u'_';
    return name.trimmed().left(100);
}

void PrintPreview::save()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QStringList kinds{QStringLiteral("*.pdf")};
    if (!m_printout->drawing().isNull())
        kinds += {QStringLiteral("*.png"), QStringLiteral("*.svg")};
    QString kind;
    QString path = QFileDialog::getSaveFileName(this, tr("Save as PDF"), folder.filePath(safeName() + QStringLiteral(".pdf")), kinds.join(QStringLiteral(";;")), &kind);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += kind.isEmpty() ? QStringLiteral(".pdf") : kind.mid(1);
    saveTo(path);
}

bool PrintPreview::isNoted(const QString &format)
{
    const Result<void> noted = m_printout->note(format);
    if (!noted)
        say(tr("Who takes what out is noted for the administrator, and that could not be written now. Nothing was printed or saved. Make room on the disk and try again."));
    return noted.ok();
}

void PrintPreview::saveTo(const QString &path)
{
    if (!isNoted(QFileInfo(path).suffix().toLower()))
        return;
    if (const Drawing drawing = m_printout->drawing(); !drawing.isNull() && !path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
        const Result<void> saved = saveDrawing(drawing, path);
        return saved ? say(tr("Saved to %1").arg(QDir::toNativeSeparators(path))) : sayFault(saved.error());
    }
    run(PaperDevice::pdf(path, m_printout->title()), {},
        [path](const PrintRun &ended) { return tr("%n page(s) saved to %1", nullptr, ended.pages()).arg(QDir::toNativeSeparators(path)); });
}

void PrintPreview::mail()
{
    const std::optional<MailDraft> wanted = m_printout->mail();
    const QString folder = mailFolder();
    if (!wanted || folder.isEmpty())
        return say(tr("No file can be written for the mail: the folder for temporary files is full or closed."));
    if (!isNoted(QStringLiteral("mail")))
        return;
    MailDraft draft = *wanted;
    draft.attachment = QDir(folder).filePath(safeName() + QStringLiteral(".pdf"));
    run(PaperDevice::pdf(draft.attachment, m_printout->title()), {}, [draft](const PrintRun &) {
        return openMailDraft(draft) ? tr("The mail is open in your mail program, with the file attached.")
                                    : tr("No mail program is set up on this computer (xdg-email of the package xdg-utils is missing). Save the pages as PDF and attach the file yourself.");
    });
}

void PrintPreview::run(std::unique_ptr<PaperDevice> device, PrintRun::Range range, std::function<QString(const PrintRun &)> said)
{
    say({});
    m_run = new PrintRun(m_printout->source(), std::move(device), range, this);
    connect(m_run, &PrintRun::progressed, this, &PrintPreview::showProgress);
    connect(m_run, &PrintRun::finished, this, [this, said = std::move(said)](const Result<bool> &whole) {
        QString text = whole && *whole ? m_run->pages() > 0 ? said(*m_run) : tr("There is nothing to print.") : QString();
        if (m_run->leftOut() > 0)
            text += tr("; %n left out, which you may not print", nullptr, int(m_run->leftOut()));
        finished(whole, text);
    });
    m_progress->setValue(0);
    enable();
    m_close->setFocus();
    m_run->start();
}

void PrintPreview::showProgress()
{
    const qint64 all = qMax<qint64>(1, m_run->size());
    m_progress->setValue(int(Steps * m_run->pieces() / all));
    say(all > 1 ? tr("%1 of %2 documents").arg(m_run->pieces()).arg(all) : tr("%n page(s)", nullptr, m_run->pages()));
}

void PrintPreview::finished(const Result<bool> &whole, const QString &said)
{
    m_run->deleteLater();
    m_run = nullptr;
    enable();
    m_view->setFocus();
    if (!whole)
        return sayFault(whole.error());
    if (!*whole)
        return say(tr("Cancelled; nothing was saved."));
    say(said);
    Q_EMIT done(said);
}

void PrintPreview::reject()
{
    if (m_run)
        m_run->cancel();
    else
        QDialog::reject();
}

void PrintPreview::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

PrintPreview *showPreview(QWidget *parent, std::unique_ptr<Printout> printout)
{
    auto *preview = new PrintPreview(std::move(printout), parent);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->setWindowModality(Qt::WindowModal);
    preview->show();
    return preview;
}

} // namespace guanxi::app
