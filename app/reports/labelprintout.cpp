// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/labelprintout.h"

#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/stock.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LabelPrintout)
};

/// "a b", without what is empty.
QString joined(const QStringList &parts, const QString &between)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(between);
}

} // namespace

/// All labels become one print: sheets hold many of them.
class LabelPrintout::Source final : public PageSource
{
public:
    explicit Source(const LabelPrintout &out) : m_out(out), m_walk(out.m_records, out.m_printed) {}

    Result<State> step() override
    {
        if (m_isTaken)
            return State::End;
        if (m_walk.isAtEnd())
            return State::Ready;
        const auto record = m_walk.next();
        if (!record)
            return record.error();
        if (*record)
            m_labels.append(m_out.labelOf(**record));
        return State::Busy;
    }
    std::shared_ptr<Pages> take() override
    {
        m_isTaken = true;
        return std::make_shared<LabelSheets>(m_out.title(), m_out.m_formats[m_out.m_format], std::exchange(m_labels, {}), m_out.m_skipped);
    }
    qint64 leftOut() const override { return m_walk.leftOut(); }

private:
    const LabelPrintout &m_out;
    PrintedWalk m_walk;
    QList<Label> m_labels;
    bool m_isTaken = false;
};

bool LabelPrintout::isFor(const Entity &entity) { return QList<EntityId>{Account::entity, Contact::entity, Supplier::entity, Product::entity}.contains(entity.id); }

LabelPrintout::LabelPrintout(Records &records, DraftStore *memory, PrintedRecords printed) : m_records(records), m_memory(memory), m_printed(std::move(printed)) {}

bool LabelPrintout::isOfProducts() const { return m_printed.entity == Product::entity; }

QString LabelPrintout::title() const { return isOfProducts() ? Words::tr("Product labels") : Words::tr("Address labels"); }

std::unique_ptr<PageSource> LabelPrintout::source() { return std::make_unique<Source>(*this); }

QString LabelPrintout::text(const Record &record, FieldId field) const
{
    const Field *about = record.isValid() ? record.entity().field(field) : nullptr;
    return about && m_records.rights().isVisible(record.entity(), *about) ? FieldText(m_records).text(record, *about) : QString();
}

Label LabelPrintout::labelOf(const Record &record) const { return isOfProducts() ? productOf(record) : addressOf(record); }

Label LabelPrintout::productOf(const Record &record) const
{
    const QString number = text(record, Product::number.id), barcode = text(record, Product::barcode.id);
    QStringList lines{joined({text(record, Product::model.id), text(record, Product::spec.id)}, u"  "_s)};
    // Beneath bars stands what they say.
    if (m_isQr || !barcode.isEmpty())
        lines.append(number);
    return {text(record, Product::name.id), lines, barcode.isEmpty() ? number : barcode, m_isQr};
}

Label LabelPrintout::addressOf(const Record &record) const
{
    const auto attention = [](const QString &name) { return name.isEmpty() ? QString() : Words::tr("Attn. %1").arg(name); };
    QStringList lines;
    QString heading;
    if (record.entity().id == Supplier::entity) {
        heading = text(record, Supplier::name.id);
        lines = {text(record, Supplier::address.id), text(record, Supplier::contactPhone.id)};
    } else {
        const bool isPerson = record.entity().id == Contact::entity;
        const Result<Record> employer = isPerson ? m_records.load({Account::entity, record[Contact::account]}) : Result<Record>(record);
        const Record account = employer ? *employer : Record();
        heading = text(account, Account::name.id);
        lines = {joined({text(account, Account::postcode.id), text(account, Account::address.id)}, u" "_s)};
        lines += isPerson ? QStringList{attention(text(record, Contact::name.id)), joined({text(record, Contact::mobile.id), text(record, Contact::phone.id)}, u" / "_s)}
                          : QStringList{text(account, Account::phone.id)};
    }
    lines.removeAll(QString());
    return {heading, lines, {}, false};
}

QList<Printout::Choice> LabelPrintout::choices() const
{
    Choice formats{u"format"_s, Words::tr("&Labels"), {}, {}, m_format};
    for (const LabelFormat &format : m_formats) {
        formats.options.append(format.name);
        formats.codes.append(format.name);
    }
    Choice first{u"first"_s, Words::tr("&Begin at label"), {}, {}, m_skipped};
    for (int place = 1; place <= m_formats[m_format].perSheet(); ++place)
        first.options.append(QString::number(place));
    QList<Choice> all{formats, first};
    if (isOfProducts())
        all.append({u"code"_s, Words::tr("&Code"), {Words::tr("Bars (Code 128)"), Words::tr("QR code")}, {u"bars"_s, u"qr"_s}, m_isQr});
    return all;
}

void LabelPrintout::choose(const QString &key, int option)
{
    if (key == "format"_L1) {
        m_format = qBound(0, option, int(m_formats.size()) - 1);
        m_skipped = 0;
    } else if (key == "first"_L1) {
        m_skipped = qBound(0, option, m_formats[m_format].perSheet() - 1);
    } else {
        m_isQr = option == 1;
    }
}

QJsonObject LabelPrintout::recall() const { return m_memory ? QJsonDocument::fromJson(m_memory->get(u"print/labels"_s)).object() : QJsonObject(); }

void LabelPrintout::keep(const QJsonObject &choices)
{
    if (m_memory)
        m_memory->put(u"print/labels"_s, QJsonDocument(choices).toJson(QJsonDocument::Compact));
}

bool LabelPrintout::mayExport() const { return m_records.may(Action::Export, m_printed.entity); }

} // namespace guanxi::app
