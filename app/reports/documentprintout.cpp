// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/documentprintout.h"

#include "app/data/attachments.h"
#include "app/reports/recordsheet.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/organisation.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QTimer>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr qint64 LargestLogo = 8 * 1024 * 1024;
constexpr int LogoMs = 2'000; // it is not waited for longer
const QString Languages[] = {u"zh"_s, u"en"_s};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DocumentPrintout)
};

Record companyOf(const Records &records)
{
    storage::Query query;
    query.entity = Company::entity;
    query.limit = 1;
    const Result<QList<Record>> found = records.findNow(query);
    return found && !found->isEmpty() ? found->first() : Record();
}

qint64 today() { return dayOf(QDate::currentDate()); }

} // namespace

/// One document after the other; the company's picture first, if it is here.
class DocumentPrintout::Source final : public PageSource
{
public:
    explicit Source(DocumentPrintout &out) : m_out(out), m_records(out.m_records), m_walk(m_records, out.m_printed), m_met(out.m_met)
    {
        m_sender.company = companyOf(m_records);
        readLogo();
    }

    Result<State> step() override
    {
        if (m_isReadingLogo && !m_patience.hasExpired())
            return State::Busy;
        if (!m_maker)
            m_maker = m_out.maker(m_sender);
        if (!m_isMaking)
            return beginNext();
        const Result<State> state = m_maker->step();
        m_met->isTextMissing |= m_maker->isTextMissing();
        m_isMaking = state && *state == State::Busy;
        return state;
    }
    std::shared_ptr<Pages> take() override { return m_maker->take(); }
    qint64 size() const override { return m_walk.size(); }
    qint64 leftOut() const override { return m_walk.leftOut(); }

private:
    void readLogo()
    {
        const QByteArray blob = m_sender.company.isValid() && m_out.form() ? m_sender.company[Company::logo] : QByteArray();
        Attachments *attachments = m_records.attachments();
        if (blob.isEmpty() || !attachments)
            return;
        m_isReadingLogo = m_met->isLogoMissing = true;
        const auto read = [this, blob, attachments] {
            attachments->read(blob, LargestLogo, &m_guard, [this](const Result<QByteArray> &content) {
                m_isReadingLogo = false;
                m_met->isLogoMissing = !content || !m_sender.logo.loadFromData(*content);
            });
        };
        if (attachments->state(blob).isHere())
            return read();
        attachments->fetch({m_sender.company.ref(), Company::logo.id, blob}, &m_guard, [this, read](const Result<bool> &fetched) {
            if (fetched)
                return read();
            m_isReadingLogo = false;
        });
    }
    Result<State> beginNext()
    {
        if (m_walk.isAtEnd())
            return State::End;
        const auto record = m_walk.next();
        if (!record)
            return record.error();
        if (*record) {
            m_maker->begin(**record);
            m_isMaking = true;
        }
        return State::Busy;
    }

    const DocumentPrintout &m_out;
    Records &m_records;
    PrintedWalk m_walk;
    DocumentMaker::Sender m_sender;
    QObject m_guard;
    std::unique_ptr<PieceMaker> m_maker;
    bool m_isMaking = false;
    bool m_isReadingLogo = false;
    QDeadlineTimer m_patience{LogoMs};
    std::shared_ptr<Met> m_met;
};

DocumentPrintout::DocumentPrintout(Records &records, DraftStore *memory, PrintedRecords printed, QList<PaperTemplate> templates)
    : m_records(records), m_memory(memory), m_printed(std::move(printed)), m_templates(std::move(templates)), m_language(QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s)
{}

std::unique_ptr<PieceMaker> DocumentPrintout::maker(const DocumentMaker::Sender &sender) const
{
    if (const PaperTemplate *chosen = form())
        return std::make_unique<DocumentMaker>(m_records, *chosen, m_language, sender, today());
    return std::make_unique<RecordSheet>(m_records, m_language, m_template == m_templates.size() + WithRelations, today());
}

QString DocumentPrintout::title() const
{
    const Entity &entity = m_records.catalogue().at(m_printed.entity);
    const QString name = form() ? form()->name(m_language) : m_printed.chosen.size() == 1 ? entityLabel(entity) : entityPlural(entity);
    if (m_printed.chosen.size() != 1)
        return name;
    return name + u' ' + m_records.title(m_printed.chosen.first());
}

std::unique_ptr<PageSource> DocumentPrintout::source()
{
    m_met->isTextMissing = m_met->isLogoMissing = false;
    return std::make_unique<Source>(*this);
}

QStringList DocumentPrintout::notes() const
{
    QStringList notes;
    if (m_met->isTextMissing)
        notes.append(m_language == "zh"_L1 ? Words::tr("Some texts of this template are not translated into Chinese; they are printed in the other language.")
                                           : Words::tr("Some texts of this template are not translated into English; they are printed in the other language."));
    if (m_met->isLogoMissing)
        notes.append(Words::tr("The picture of the company is not on this computer yet; the letterhead is printed without it."));
    return notes;
}

QList<Printout::Choice> DocumentPrintout::choices() const
{
    Choice forms{u"template"_s, Words::tr("&Template"), {}, {}, int(m_template)};
    const QString shown = QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s;
    for (const PaperTemplate &form : m_templates) {
        forms.options.append(form.name(shown));
        forms.codes.append(form.id());
    }
    forms.options += {Words::tr("Record sheet"), Words::tr("Record sheet with related records")};
    forms.codes += {u"sheet"_s, u"sheet-related"_s};
    // Languages are called by their own names everywhere.
    return {forms, {u"language"_s, Words::tr("&Language"), {u"中文"_s, u"English"_s}, {u"zh"_s, u"en"_s}, m_language == "zh"_L1 ? 0 : 1}};
}

void DocumentPrintout::choose(const QString &key, int option)
{
    if (key == "template"_L1)
        m_template = qBound(0, option, int(m_templates.size()) + Sheets - 1);
    else
        m_language = Languages[qBound(0, option, 1)];
}

QString DocumentPrintout::memoryKey() const { return u"print/"_s + m_records.catalogue().at(m_printed.entity).name; }

QJsonObject DocumentPrintout::recall() const { return m_memory ? QJsonDocument::fromJson(m_memory->get(memoryKey())).object() : QJsonObject(); }

void DocumentPrintout::keep(const QJsonObject &choices)
{
    if (m_memory)
        m_memory->put(memoryKey(), QJsonDocument(choices).toJson(QJsonDocument::Compact));
}

bool DocumentPrintout::mayExport() const { return m_records.may(Action::Export, m_printed.entity); }

std::optional<MailDraft> DocumentPrintout::mail() const
{
    if (m_printed.chosen.size() != 1)
        return std::nullopt;
    const Result<Record> record = m_records.load(m_printed.chosen.first());
    if (!record || !form() || !m_records.may(Action::Export, *record))
        return std::nullopt;
    DocumentMaker words(m_records, *form(), m_language, {companyOf(m_records), {}}, today());
    words.begin(*record);
    const QJsonObject mail = form()->value("mail").toObject();
    const QString to = words.filled(mail.value("to"_L1));
    return MailDraft{to, words.filled(mail.value("subject"_L1)), words.filled(mail.value("body"_L1)), {}};
}

} // namespace guanxi::app
