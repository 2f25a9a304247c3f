// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templatepreview.h"

#include "app/reports/paper/pageview.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/lookupeditors.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr int StepMs = 6;

} // namespace

TemplatePreview::TemplatePreview(Records &records, QWidget *parent)
    : QWidget(parent), m_records(records), m_record(new LookupLine(records, 0)), m_language(new QComboBox), m_pages(new PageView), m_notes(new QLabel)
{
    m_language->addItems({u"中文"_s, u"English"_s});
    m_language->setCurrentIndex(QLocale().language() == QLocale::Chinese ? 0 : 1);
    m_language->setAccessibleName(tr("Language of the preview"));
    m_record->setAccessibleName(tr("Record to preview on"));
    m_pages->setAccessibleName(tr("Preview"));
    m_notes->setWordWrap(true);
    m_notes->hide();
    auto *bar = new QHBoxLayout;
    auto *shown = new QLabel(tr("Shown with"));
    shown->setBuddy(m_record);
    bar->addWidget(shown);
    bar->addWidget(m_record, 1);
    bar->addWidget(m_language);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_notes);
    m_pages->setFit(PageView::Fit::Width);
    m_delay.setSingleShot(true);
    m_steps.setInterval(0);
    connect(&m_delay, &QTimer::timeout, this, &TemplatePreview::begin);
    connect(&m_steps, &QTimer::timeout, this, &TemplatePreview::step);
    connect(m_record, &LookupLine::picked, this, &TemplatePreview::begin);
    connect(m_language, &QComboBox::currentIndexChanged, this, &TemplatePreview::begin);
}

TemplatePreview::~TemplatePreview() = default;

QString TemplatePreview::notes() const { return m_notes->isVisible() ? m_notes->text() : QString(); }

void TemplatePreview::show(const QJsonObject &document, int delayMs)
{
    m_document = document;
    m_delay.start(delayMs);
}

/// Any that may be printed will do.
void TemplatePreview::chooseRecord(const Entity &entity)
{
    m_record->setTarget(entity.id);
    const FieldId fields[] = {entity.titleFields.value(0, system::CreatedAt)};
    const Result<Records::Some> some = m_records.some(entity.id, 0, fields);
    for (const Record &record : some ? some->records : QList<Record>())
        if (const Result<Record> whole = m_records.load(record.ref()); whole && m_records.may(Action::Print, *whole))
            return m_record->setId(whole->id());
}

void TemplatePreview::begin()
{
    m_delay.stop();
    const Entity *entity = m_records.catalogue().entity(m_document.value("for"_L1).toArray().at(0).toString());
    if (!entity)
        return;
    if (m_record->target() != entity->id || m_record->id().isNull())
        chooseRecord(*entity);
    m_source.reset();
    m_printout = std::make_unique<DocumentPrintout>(m_records, nullptr, PrintedRecords{entity->id, {RecordRef{entity->id, m_record->id()}}, {}}, QList<PaperTemplate>{PaperTemplate(m_document)});
    m_printout->choose(u"language"_s, m_language->currentIndex());
    if (m_record->id().isNull()) {
        m_notes->setText(tr("There is no record yet to show it with. Choose one above as soon as there is."));
        m_notes->show();
        m_pages->setPieces({});
        return;
    }
    m_source = m_printout->source();
    m_made.reset();
    m_steps.start();
}

void TemplatePreview::step()
{
    const QDeadlineTimer until(StepMs);
    bool isWhole = false;
    while (m_source && !isWhole && !until.hasExpired()) {
        if (m_made) {
            isWhole = m_made->proceed(until);
            continue;
        }
        const Result<PageSource::State> state = m_source->step();
        if (!state || *state == PageSource::State::End)
            isWhole = true;
        else if (*state == PageSource::State::Ready)
            m_made = m_source->take();
        else
            break;
    }
    if (!isWhole)
        return;
    m_steps.stop();
    QStringList notes = m_printout->notes();
    if (!m_made)
        notes.prepend(tr("This record cannot be shown: it is not on this computer, or you may not print it."));
    m_notes->setText(notes.join(u"\n"_s));
    m_notes->setVisible(!notes.isEmpty());
    m_source.reset();
    // What was shown stays in sight until this is ready.
    m_pages->setPieces(m_made ? QList<std::shared_ptr<const Pages>>{m_made} : QList<std::shared_ptr<const Pages>>());
    Q_EMIT shown();
}

} // namespace guanxi::app
