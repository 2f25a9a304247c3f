// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what a document consists of; its blocks are made in documentblocks.cpp.
#include "app/reports/documentmaker.h"

#include "app/widgets/fieldtext.h"
#include "common/base/decimal.h"

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

DocumentMaker::DocumentMaker(Records &records, PaperTemplate form, const QString &language, Sender sender, qint64 today)
    : m_records(records), m_form(std::move(form)), m_words(records, language), m_sender(std::move(sender)), m_fields(records, m_words, m_sender.company, today)
{}

void DocumentMaker::begin(const Record &document)
{
    m_scope = {document, document, 0};
    m_made.reset();
    m_table = 0;
    collectTables();
}

void DocumentMaker::collectTables()
{
    m_tables.clear();
    for (const QJsonValue &block : m_form.blocks())
        if (const QJsonObject object = block.toObject(); object.contains("table"_L1) && applies(object))
            m_tables.push_back(linesOf(object.value("table"_L1).toObject()));
}

DocumentMaker::Lines DocumentMaker::linesOf(const QJsonObject &spec) const
{
    Lines lines;
    lines.spec = spec;
    lines.entity = m_records.catalogue().entity(spec.value("of"_L1).toString());
    if (!lines.entity)
        return lines;
    for (const QJsonValue &value : spec.value("columns"_L1).toArray())
        if (const QJsonObject column = value.toObject(); applies(column) && !m_fields.isHidden(PaperTemplate::text(column.value("value"_L1), language()), *lines.entity, m_scope.record.entity()))
            lines.columns.append(column);
    const QString carried = spec.value("carry"_L1).toObject().value("sum"_L1).toString();
    if (!carried.isEmpty())
        lines.sums.insert(carried, {0});
    for (const QJsonValue &foot : spec.value("feet"_L1).toArray())
        if (const QString sum = foot.toObject().value("sum"_L1).toString(); !sum.isEmpty())
            lines.sums.insert(sum, {0});
    return lines;
}

Result<PageSource::State> DocumentMaker::step()
{
    if (m_table >= m_tables.size()) {
        m_made = flow();
        return PageSource::State::Ready;
    }
    Lines &lines = m_tables[m_table];
    const storage::Query query = queryOf(lines);
    if (query.entity == 0) {
        ++m_table;
        return PageSource::State::Busy;
    }
    if (!lines.reading)
        lines.reading.emplace(m_records, query, this);
    const auto some = lines.reading->next();
    if (!some)
        return some.error();
    for (const Record &line : some->value_or(QList<Record>()))
        addLine(lines, line);
    if (*some && (*some)->isEmpty())
        ++m_table;
    return PageSource::State::Busy;
}

/// Entity 0: there is nothing to be read.
storage::Query DocumentMaker::queryOf(const Lines &lines) const
{
    storage::Query query;
    const QString by = lines.spec.value("by"_L1).toString();
    const Field *parent = lines.entity ? by.isEmpty() ? lines.entity->field(lines.entity->parentField) : lines.entity->field(by) : nullptr;
    if (!parent || !m_records.may(Action::View, lines.entity->id))
        return query;
    query.entity = lines.entity->id;
    query.filter = Filter::is(parent->id, Value(m_scope.record.id()));
    if (const Field *order = lines.entity->field(lines.spec.value("sort"_L1).toString()))
        query.sort = {{order->id, false}};
    else if (lines.entity->line && lines.entity->line->position != 0)
        query.sort = {{lines.entity->line->position, false}};
    return query;
}

void DocumentMaker::addLine(Lines &lines, const Record &line)
{
    const PaperScope scope{line, m_scope.record, int(lines.cells.size()) + 1};
    if (!m_fields.holds(lines.spec.value("where"_L1), scope))
        return;
    QStringList cells;
    for (const QJsonObject &column : std::as_const(lines.columns))
        cells.append(fill(column.value("value"_L1), scope).text);
    lines.cells.append(cells);
    for (auto sum = lines.sums.begin(); sum != lines.sums.end(); ++sum)
        sum->append(decimal::add(sum->last(), m_fields.amount(sum.key(), scope).value_or(0)).value_or(0));
}

QString DocumentMaker::sumOf(const Lines &lines, const QString &expression, qsizetype count, bool words) const
{
    const QList<qint64> sums = lines.sums.value(expression);
    const qint64 sum = sums.value(qMin(count, sums.size() - 1));
    const Field *field = lines.entity->field(expression.section(u' ', 0, 0));
    if (field && field->type != FieldType::Money)
        return numberText(sum, field->scale, 0);
    return words ? m_words.amountInWords(sum) : m_words.amount(sum, m_fields.currency(m_scope));
}

FilledText DocumentMaker::fill(const QJsonValue &text, const PaperScope &scope) const
{
    if (!text.isArray())
        return m_fields.fill(PaperTemplate::text(text, language(), &m_isMissing), scope);
    FilledText whole{{}, true, true};
    QStringList lines;
    for (const QJsonValue &part : text.toArray()) {
        const FilledText line = m_fields.fill(PaperTemplate::text(part, language(), &m_isMissing), scope);
        if (!line.isEmpty && !line.text.isEmpty())
            lines.append(line.text);
        whole.isEmpty &= line.isEmpty;
        whole.isHidden &= line.isHidden;
    }
    whole.text = lines.join(u'\n');
    return whole;
}

bool DocumentMaker::applies(const QJsonObject &spec) const
{
    return m_fields.holds(spec.value("if"_L1), m_scope);
}

} // namespace guanxi::app
