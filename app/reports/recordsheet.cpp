// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/recordsheet.h"

#include "app/reports/paper/tableblock.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/ids.h"

namespace guanxi::app {

using namespace model;

namespace {

constexpr int MostColumns = 7;
constexpr double Points = 9;

TextStyle heading() { return {.points = 10.5, .isBold = true, .color = paper::Ink}; }

} // namespace

RecordSheet::RecordSheet(Records &records, const QString &language, bool withRelations, qint64 today)
    : m_records(records), m_words(records, language), m_withRelations(withRelations), m_today(today)
{}

void RecordSheet::begin(const Record &record)
{
    m_record = record;
    m_made.reset();
    m_related.clear();
    m_reading = 0;
    for (const Relation &relation : m_withRelations ? relationsOf(m_records, record.entity().id) : QList<Relation>())
        if (m_records.may(Action::Print, relation.entity->id))
            m_related.push_back(relatedOf(relation));
}

RecordSheet::Related RecordSheet::relatedOf(const Relation &relation) const
{
    Related related{relation, {}, {}, {}, 0};
    for (const Field &field : relation.entity->fields())
        if (field.listed && !relation.fields.contains(&field) && m_records.rights().isVisible(*relation.entity, field) && related.columns.size() < MostColumns)
            related.columns.append(&field);
    return related;
}

Result<PageSource::State> RecordSheet::step()
{
    if (m_reading >= m_related.size()) {
        m_made = flow();
        return PageSource::State::Ready;
    }
    Related &related = m_related[m_reading];
    if (!related.reading) {
        storage::Query query;
        query.entity = related.relation.entity->id;
        query.filter = related.relation.filter(m_record.ref());
        related.reading.emplace(m_records, query, this);
    }
    const auto some = related.reading->next();
    if (!some)
        return some.error();
    for (const Record &row : some->value_or(QList<Record>())) {
        if (!m_records.may(Action::Print, row))
            continue;
        if (related.cells.size() >= MostRows) {
            ++related.left;
            continue;
        }
        QStringList cells;
        for (const Field *field : std::as_const(related.columns))
            cells.append(m_words.value(row, *field));
        related.cells.append(cells);
    }
    if (*some && (*some)->isEmpty())
        ++m_reading;
    return PageSource::State::Busy;
}

bool RecordSheet::isShown(const Field &field) const
{
    const Entity &entity = m_record.entity();
    return m_records.rights().isVisible(entity, field) && !field.isContent() && field.type != FieldType::Json && m_record.applies(field)
           && (field.id >= model::system::FirstOwn || field.id == model::system::Owner || field.id == model::system::CreatedAt);
}

std::shared_ptr<Flow> RecordSheet::flow() const
{
    PageFrame frame;
    const QString title = FieldText(m_records).title(m_record), kind = m_words.name(m_record.entity());
    frame.title = frame.runningHead = kind + u' ' + title;
    frame.footLeft = m_words.date(m_today) + QStringLiteral(" · ") + m_records.title({ids::User, m_records.me()});
    frame.footRight = isChinese() ? QStringLiteral("第 {page} 页 / 共 {pages} 页") : QStringLiteral("Page {page} of {pages}");
    BlockList blocks{std::make_shared<TextBlock>(kind, TextStyle{.points = Points, .color = paper::Quiet}),
                     std::make_shared<TextBlock>(title, TextStyle{.points = 16, .isBold = true, .color = paper::Ink}), std::make_shared<SpaceBlock>(8, paper::StrongLine)};
    addFields(blocks);
    for (const Related &related : m_related)
        addRelated(blocks, related);
    return std::make_shared<Flow>(frame, std::move(blocks), true);
}

void RecordSheet::addFields(BlockList &blocks) const
{
    const Entity &entity = m_record.entity();
    QList<QString> sections;
    QHash<QString, QList<FieldsBlock::Item>> items, longer;
    QString section;
    for (const Field &field : entity.fields()) {
        // A section goes on until the next one begins.
        section = field.section.isEmpty() ? section : field.section;
        if (!isShown(field))
            continue;
        const QString text = m_words.value(m_record, field);
        if (text.isEmpty())
            continue;
        const QString of = field.id < model::system::FirstOwn ? QString() : section;
        if (!sections.contains(of))
            sections.append(of);
        (field.type == FieldType::LongText ? longer : items)[of].append({m_words.label(entity, field), text});
    }
    for (const QString &name : std::as_const(sections)) {
        blocks.push_back(std::make_shared<TextBlock>(m_words.section(entity, name), heading(), true));
        blocks.push_back(std::make_shared<SpaceBlock>(2));
        if (!items.value(name).isEmpty())
            blocks.push_back(std::make_shared<FieldsBlock>(items.value(name), 2, TextStyle{.points = Points, .color = paper::Ink}));
        for (const FieldsBlock::Item &item : longer.value(name)) {
            blocks.push_back(std::make_shared<TextBlock>(item.label, TextStyle{.points = Points, .color = paper::Quiet}, true));
            blocks.push_back(std::make_shared<TextBlock>(item.value, TextStyle{.points = Points, .color = paper::Ink}));
        }
        blocks.push_back(std::make_shared<SpaceBlock>(10));
    }
}

void RecordSheet::addRelated(BlockList &blocks, const Related &related) const
{
    if (related.cells.isEmpty() || related.columns.isEmpty())
        return;
    const Entity &entity = *related.relation.entity;
    blocks.push_back(std::make_shared<TextBlock>(QStringLiteral("%1 (%2)").arg(m_words.plural(entity)).arg(related.cells.size() + related.left), heading(), true));
    blocks.push_back(std::make_shared<SpaceBlock>(2));
    PaperTable table;
    for (const Field *field : related.columns) {
        const bool isName = entity.titleFields.contains(field->id);
        table.columns.append({.heading = m_words.label(entity, *field), .share = isName ? 2.0 : 1.0, .alignment = isRightAligned(*field) ? Qt::AlignRight : Qt::AlignLeft,
                              .shrinks = isRightAligned(*field)});
    }
    table.rows = int(related.cells.size());
    table.cell = [cells = related.cells](int row, int column) { return cells.at(row).at(column); };
    table.points = 8;
    if (related.left > 0)
        table.feet.append({QString(), isChinese() ? QStringLiteral("另有 %1 条").arg(related.left) : QStringLiteral("and %1 more").arg(related.left)});
    blocks.push_back(std::make_shared<TableBlock>(std::move(table)));
    blocks.push_back(std::make_shared<SpaceBlock>(10));
}

} // namespace guanxi::app
